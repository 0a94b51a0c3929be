const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const { startN8n } = require('../e2e/n8n');
const { packTarball } = require('../install');
const { contenders } = require('./contenders');

/**
 * @typedef {Awaited<ReturnType<typeof import('./sandboxProcess').startSandboxProcess>>} Sandbox
 * @typedef {{ latency: number, id: string, name: string, seconds: number[], cpu: number[], most: number }} Measured
 *   `seconds` and `cpu` (of n8n's process, user and system) a round each; `most` the most requests
 *   that were ever under way at the same time
 */

const FIRST = 1_000_000;

/**
 * Measures the contenders side by side in one real n8n: in every round each of them once.
 *
 * @param {Sandbox} sandbox
 * @param {{ payments: number, rounds: number, latencies: number[], skip: string[] }} options latencies in milliseconds
 * @returns {Promise<Measured[]>}
 */
async function measureInN8n(sandbox, { payments, rounds, latencies, skip }) {
	const n8n = await startN8n({
		tarball: packTarball(),
		env: { N8N_CUSTOM_EXTENSIONS: join(__dirname, 'nodes'), N8N_PAYLOAD_SIZE_MAX: '64' },
	});
	/** @type {Measured[]} */
	const results = [];
	try {
		const { id: merchantId, secret } = sandbox.merchant;
		await n8n.createCredential('qvicklyApi', 'Bench', { merchantId, secret, baseUrl: sandbox.url });
		/** @type {Set<string>} */
		const active = new Set();
		for (const latency of latencies) {
			const all = contenders(sandbox.url, intervalFor(latency)).filter(
				({ id }) => !skip.includes(id),
			);
			for (const one of all) {
				if (!active.has(one.id)) await n8n.activate(await n8n.createWorkflow(one.workflow));
				active.add(one.id);
				results.push({ latency, id: one.id, name: one.name, seconds: [], cpu: [], most: 0 });
			}
			for (let round = 0; round <= rounds; round++) {
				for (const one of results.filter((result) => result.latency === latency)) {
					await sandbox.begin({ payments, first: FIRST, latency });
					// Round 0 warms up, on a tenth of the list.
					const count = round === 0 ? payments / 10 : payments;
					const { seconds, cpu } = await timed(n8n, one.id, count);
					const { cancelled, most } = await sandbox.record();
					if (cancelled !== count)
						throw new Error(`${one.name} cancelled ${cancelled} of ${count}`);
					if (round === 0) continue;
					one.seconds.push(seconds);
					one.cpu.push(cpu);
					one.most = Math.max(one.most, most);
					console.log(
						`${latency} ms, round ${round}: ${one.name}: ${seconds.toFixed(2)} s, CPU ${cpu.toFixed(2)} s`,
					);
				}
			}
		}
	} finally {
		await n8n.stop();
	}
	return results;
}

/** The shortest interval at which batches do not overlap: an answer's time, with what n8n adds. @param {number} latency */
const intervalFor = (latency) => latency + 30;

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
