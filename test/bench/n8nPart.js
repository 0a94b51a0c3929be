const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const { startN8n } = require('../e2e/n8n');
const { packTarball } = require('../install');
const { OPERATIONS, SECURE, contenders, secureContenders } = require('./contenders');

/**
 * @typedef {Awaited<ReturnType<typeof import('./sandboxProcess').startSandboxProcess>>} Sandbox
 * @typedef {import('./contenders').Contender & { seed?: object, settlement?: string }} Contender
 * @typedef {{ latency: number, id: string, name: string, seconds: number[], cpu: number[], most: number }} Measured
 *   `seconds` and `cpu` (of n8n's process, user and system) a round each; `most` the most requests
 *   that were ever under way at the same time
 * @typedef {{ ways: Measured[], secure: Measured[], operations: Measured[] }} InN8n
 */

const FIRST = 1_000_000;

/** Milliseconds for what is measured at one latency alone. */
const USUAL_LATENCY = 20;

/**
 * Measures in one real n8n: the ways to cancel a list at some latencies, the same over TLS, and other
 * operations.
 *
 * @param {Sandbox} sandbox
 * @param {{ payments: number, rounds: number, latencies: number[], skip: string[] }} options latencies in milliseconds
 * @returns {Promise<InN8n>}
 */
async function measureInN8n(sandbox, options) {
	const { url, secureUrl, certificate = '' } = sandbox;
	const n8n = await startN8n({
		tarball: packTarball(),
		env: {
			N8N_CUSTOM_EXTENSIONS: join(__dirname, 'nodes'),
			N8N_PAYLOAD_SIZE_MAX: '64',
			NODE_EXTRA_CA_CERTS: certificate,
		},
	});
	try {
		const { id: merchantId, secret } = sandbox.merchant;
		const account = { merchantId, secret };
		await n8n.createCredential('qvicklyApi', 'Bench', { ...account, baseUrl: url });
		await n8n.createCredential('qvicklyApi', SECURE, { ...account, baseUrl: secureUrl ?? url });
		const compare = comparison(n8n, sandbox, options);
		const isWanted = (/** @type {Contender} */ { id }) =>
			!options.skip.includes(id.replace(/^(http-batched)-.*/, '$1'));
		/** @type {Measured[]} */
		const ways = [];
		for (const latency of options.latencies) {
			ways.push(...(await compare(contenders(url, latency).filter(isWanted), latency)));
		}
		const secure = secureUrl ? await compare(secureContenders(secureUrl), USUAL_LATENCY) : [];
		return { ways, secure, operations: await compare(OPERATIONS, USUAL_LATENCY) };
	} finally {
		await n8n.stop();
	}
}

/**
 * @param {import('../e2e/n8n').N8n} n8n
 * @param {Sandbox} sandbox
 * @param {{ payments: number, rounds: number }} options
 * @returns what measures contenders side by side, in every round each of them once
 */
function comparison(n8n, sandbox, { payments, rounds }) {
	/** Those whose workflows are there. @type {Set<string>} */
	const active = new Set();
	/** @param {Contender} one @param {number} latency */
	const run = async ({ id, name, seed, settlement }, latency) => {
		await sandbox.begin({ payments, first: FIRST, latency, seed, settlement });
		const times = await timed(n8n, id, payments);
		const { done, most } = await sandbox.record();
		const calls = settlement ? payments + 1 : payments;
		if (done !== calls) throw new Error(`${name} made ${done} calls, not ${calls}`);
		return { ...times, most };
	};
	/** @param {Contender[]} all @param {number} latency @returns {Promise<Measured[]>} */
	return async (all, latency) => {
		for (const one of all.filter(({ id }) => !active.has(id))) {
			await n8n.activate(await n8n.createWorkflow(one.workflow));
			active.add(one.id);
			// The first list is slower: code is compiled while it runs.
			await run(one, latency);
		}
		/** @type {Measured[]} */
		const results = all.map(({ id, name }) => ({
			latency,
			id,
			name,
			seconds: [],
			cpu: [],
			most: 0,
		}));
		for (let round = 1; round <= rounds; round++) {
			for (const [index, result] of results.entries()) {
				const { seconds, cpu, most } = await run(/** @type {Contender} */ (all[index]), latency);
				result.seconds.push(seconds);
				result.cpu.push(cpu);
				result.most = Math.max(result.most, most);
				console.log(
					`${latency} ms, round ${round}: ${result.name}: ${seconds.toFixed(2)} s, CPU ${cpu.toFixed(2)} s`,
				);
			}
		}
		return results;
	};
}

/** @param {import('../e2e/n8n').N8n} n8n @param {string} path @param {number} count */
async function timed(n8n, path, count) {
	const numbers = Array.from({ length: count }, (_, index) => FIRST + index);
	const cpu = cpuSeconds(n8n.pid());
	const started = performance.now();
	const response = await fetch(n8n.webhookUrl(path), {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ numbers }),
	});
	await response.text();
	if (!response.ok) throw new Error(`${path}: HTTP ${response.status}\n${n8n.log().slice(-2000)}`);
	return { seconds: (performance.now() - started) / 1000, cpu: cpuSeconds(n8n.pid()) - cpu };
}

/** User and system time of a process so far; Linux only. @param {number | undefined} pid */
function cpuSeconds(pid) {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) / 100;
}

module.exports = { measureInN8n };
