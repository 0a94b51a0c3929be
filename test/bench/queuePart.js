const { readdirSync, readFileSync } = require('node:fs');

const { createChunkTable } = require('../e2e/chunkTable');
const { example } = require('../examples');
const { N8N_VERSION, packTarball } = require('../install');
const { startCluster } = require('../queue/cluster');
const { missingServices } = require('../queue/services');

/**
 * @typedef {Awaited<ReturnType<typeof import('./sandboxProcess').startSandboxProcess>>} Sandbox
 * @typedef {{ workers: number, seconds: number, cpu: number, mainCpu: number, most: number }} Scaled
 *   `cpu` of all workers, `mainCpu` of the main process and the webhook processor, in seconds, user
 *   and system, task runners included; `most` the most requests that were ever under way
 * @typedef {{ payments: number, latency: number, scaled: Scaled[] } | { missing: string[] }} Queue
 */

const LATENCY = 100;

/**
 * Measures a long list in queue mode, by the example for such lists, over some numbers of workers.
 *
 * @param {Sandbox} sandbox
 * @param {{ payments: number, workers: number[] }} options
 * @returns {Promise<Queue>}
 */
async function measureQueue(sandbox, { payments, workers }) {
	const missing = missingServices();
	if (missing.length > 0) return { missing };
	const cluster = await startCluster({
		version: N8N_VERSION,
		tarball: packTarball(),
		workers: Math.max(...workers),
	});
	/** @type {Scaled[]} */
	const scaled = [];
	try {
		const { id: merchantId, secret } = sandbox.merchant;
		await cluster.createCredential('qvicklyApi', 'Bench', {
			...{ merchantId, secret, baseUrl: sandbox.url },
		});
		await createChunkTable(cluster);
		await cluster.activate(await cluster.createWorkflow(example('fan-out')));
		for (const count of workers) {
			await cluster.setWorkers(count);
			// What a worker does for the first time takes longer.
			await cancel(`warm-up ${count}`, 500 * count);
			scaled.push({ workers: count, ...(await cancel(`list ${count}`, payments)) });
			console.log(`queue: ${JSON.stringify(scaled.at(-1))}`);
		}
	} finally {
		await cluster.stop();
	}
	return { payments, latency: LATENCY, scaled };

	/** @param {string} list its name @param {number} length */
	async function cancel(list, length) {
		const first = 1_000_000;
		await sandbox.begin({ payments: length, first, latency: LATENCY });
		const rows = Array.from({ length }, (_, index) => ({ number: String(first + index) }));
		const cpu = () => [cluster.workers, [cluster.main, cluster.webhooks]].map(cpuOf);
		const before = cpu();
		const started = performance.now();
		const response = await fetch(cluster.webhookUrl('long-list'), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ list, rows }),
		});
		if (!response.ok) throw new Error(`${list}: HTTP ${response.status} ${await response.text()}`);
		let record = await sandbox.record();
		while (record.cancelled < length) {
			await new Promise((resolve) => setTimeout(resolve, 200));
			record = await sandbox.record();
		}
		const seconds = (performance.now() - started) / 1000;
		const [workersCpu = 0, mainCpu = 0] = cpu().map((now, index) => now - (before[index] ?? 0));
		return { seconds, cpu: workersCpu, mainCpu, most: record.most };
	}
}

/**
 * User and system time so far of some processes and all that they have started; Linux only.
 *
 * @param {Array<{ pid: () => number | undefined }>} processes each the first of its group
 */
function cpuOf(processes) {
	const groups = processes.map(({ pid }) => String(pid()));
	const ticks = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			try {
				const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
				return groups.includes(fields[2] ?? '') ? [Number(fields[11]) + Number(fields[12])] : [];
			} catch {
				// It has ended since.
				return [];
			}
		});
	return ticks.reduce((sum, one) => sum + one, 0) / 100;
}

module.exports = { measureQueue };
