const { fork } = require('node:child_process');
const { once } = require('node:events');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const { installNode } = require('../e2e/n8n');
const { packEarlier } = require('../e2e/packEarlier');
const { packTarball } = require('../install');
const { median } = require('./median');

/**
 * @typedef {{ name: string, required: number, loaded: number, description: number }} Cost Milliseconds
 *   to require all of a package and for n8n's loader to take it in; characters of its nodes' descriptions
 */

/** The commit of version 0.1.0. */
const FIRST_RELEASE = '8963e2693e061b38d0e67373f3fa2e641185927f';

/**
 * What it costs an n8n to have the package, now and as version 0.1.0.
 *
 * @param {number} rounds each in a process of its own
 * @returns {Promise<Cost[]>}
 */
async function measureCost(rounds) {
	const earlier = packEarlier(FIRST_RELEASE);
	const packages = [
		...(earlier ? [{ name: '0.1.0: Cancel alone', tarball: earlier }] : []),
		{ name: 'now', tarball: packTarball() },
	];
	/** @type {Cost[]} */
	const costs = [];
	for (const { name, tarball } of packages) {
		const folder = mkdtempSync(join(tmpdir(), 'qvickly-cost-'));
		try {
			await installNode(folder, tarball);
			const installed = join(folder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-qvickly');
			/** @type {any[]} */
			const runs = [];
			for (let round = 0; round < rounds; round++) {
				// What n8n has and the package wants is the development tools' here.
				const env = { ...process.env, NODE_PATH: join(__dirname, '..', '..', 'node_modules') };
				const child = fork(join(__dirname, 'costRun.js'), [installed], { env });
				runs.push((await once(child, 'message'))[0]);
				child.kill();
			}
			const middle = (/** @type {string} */ what) => median(runs.map((run) => run[what]));
			costs.push({
				name,
				required: middle('required'),
				loaded: middle('loaded'),
				description: middle('description'),
			});
			console.log(`cost: ${JSON.stringify(costs.at(-1))}`);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	}
	return costs;
}

module.exports = { measureCost };
