const { fork } = require('node:child_process');
const { once } = require('node:events');
const { join } = require('node:path');

const { median } = require('./median');

/**
 * @typedef {Awaited<ReturnType<typeof import('./sandboxProcess').startSandboxProcess>>} Sandbox
 * @typedef {{ seconds: number, cpu: number, memory: number, live: number }} Run `cpu` in seconds, user and
 *   system; `memory` the growth of the resident set at its peak, garbage included, in bytes;
 *   `live` what lives on the heap at its peak
 * @typedef {{ payments: number, node: Run, items: Run, floor: Run }} Size medians of each: the
 *   node; one that sends nothing and gives the same items; n8n's request helper and nothing more
 */

/** Payments that each run cancels before it is measured. */
const WARM_UP = 200;

/**
 * Measures lists of several lengths in n8n's engine, each run in a process of its own.
 *
 * @param {Sandbox} sandbox
 * @param {number[]} sizes payments in a list
 * @param {number} rounds
 * @returns {Promise<Size[]>}
 */
async function measureInEngine(sandbox, sizes, rounds) {
	/** @param {string} which @param {number} payments @param {string} mode @returns {Promise<any>} */
	const run = async (which, payments, mode) => {
		await sandbox.begin({ payments: payments + WARM_UP, latency: 0 });
		const child = fork(
			join(__dirname, 'engineRun.js'),
			[sandbox.url, String(payments), which, mode],
			{
				execArgv: ['--expose-gc'],
			},
		);
		const [measured] = await once(child, 'message');
		child.kill();
		return measured;
	};

	/** @type {Size[]} */
	const results = [];
	for (const payments of sizes) {
		/** @type {Record<'node' | 'items' | 'floor', Run[]>} */
		const runs = { node: [], items: [], floor: [] };
		for (let round = 0; round < rounds; round++) {
			for (const which of /** @type {const} */ (['node', 'items', 'floor'])) {
				runs[which].push(await run(which, payments, 'speed'));
			}
		}
		// What lives on the heap does not vary from round to round.
		for (const which of /** @type {const} */ (['node', 'items', 'floor'])) {
			const { live } = await run(which, payments, 'live');
			for (const one of runs[which]) one.live = live;
		}
		results.push({
			payments,
			node: medianRun(runs.node),
			items: medianRun(runs.items),
			floor: medianRun(runs.floor),
		});
		console.log(`engine, ${payments} payments: ${JSON.stringify(results.at(-1))}`);
	}
	return results;
}

/** @param {Run[]} runs @returns {Run} */
const medianRun = (runs) => ({
	seconds: median(runs.map(({ seconds }) => seconds)),
	cpu: median(runs.map(({ cpu }) => cpu)),
	memory: median(runs.map(({ memory }) => memory)),
	live: median(runs.map(({ live }) => live)),
});

module.exports = { measureInEngine };
