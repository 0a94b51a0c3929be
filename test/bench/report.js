const { execFileSync } = require('node:child_process');
const { cpus } = require('node:os');

const { N8N_VERSION } = require('../install');
const { MOST_PARALLEL, PARALLEL } = require('./contenders');
const { median } = require('./median');

/**
 * @typedef {import('./n8nPart').Measured} Measured
 * @typedef {import('./enginePart').Size} Size
 * @typedef {{
 *   n8n: import('./n8nPart').InN8n, engine: Size[], cost: import('./costPart').Cost[],
 *   queue: import('./queuePart').Queue | undefined,
 * }} All
 */

/**
 * Writes the page about the benchmark.
 *
 * @param {All} measured
 * @param {{ payments: number, rounds: number }} options
 * @returns {string} Markdown
 */
function report({ n8n, engine, cost, queue }, { payments, rounds }) {
	const latencies = [...new Set(n8n.ways.map(({ latency }) => latency))];
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
			n8n.ways.filter((one) => one.latency === latency),
			latency,
			payments,
		),
	)
	.join('\n')}
The second floor shows what n8n takes to work one expression out for each item. The node asks it once
for a member of the item, such as \`{{ $json.number }}\`, and reads it by itself for the others; any other
expression costs that much. The rest of the distance is signing, checking signatures and reading
answers.

The HTTP Request node has no bound on requests under way; it only spaces batches in time. The
interval here is the sandbox's latency plus 30 ms. A user who does not know the latency has to
leave it at n8n's default of 1000 ms, with which ${payments} payments take at least ${((Math.ceil(payments / PARALLEL) - 1) * 1).toFixed(0)} s. It reports
refusals as successes and verifies nothing.

${secureTable(n8n, payments)}
## Other operations

Latency ${n8n.operations[0]?.latency} ms, ${PARALLEL} at a time, ${payments} payments each; as above.

| | wall time | CPU a payment | at once |
| --- | ---: | ---: | ---: |
${n8n.operations.map((one) => row([one.name, ...timesOf(one, payments), one.most])).join('\n')}

## In n8n's engine

Lists of several lengths, latency 0, each run in a process of its own, medians of ${rounds} rounds. "Items"
is a node that sends nothing and gives the same items; "floor" is n8n's own request helper called
with ready-made bodies, ${PARALLEL} at a time. All figures are for one payment. The resident set is its growth
at its peak, which holds garbage that is not collected yet; the live heap is what is really held at
its peak, measured in a run of its own that collects all garbage five times a second.

| payments | CPU: node | floor | items | resident set: node | floor | items | live heap: node | floor | items |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${engine.map(sizeRow).join('\n')}

${growth(engine)}

## What it costs to have it

Each in a process of its own, which has n8n's own code already; medians of ${rounds}. Of an operation
that is not chosen, nothing runs but the line that describes it.

| version | to require all of it | for n8n's loader to take it in | descriptions of its nodes |
| --- | ---: | ---: | ---: |
${cost.map((one) => row([one.name, `${one.required.toFixed(0)} ms`, `${one.loaded.toFixed(0)} ms`, `${(one.description / 1000).toFixed(0)} kB`])).join('\n')}
${queue ? queueSection(queue) : ''}`;
}

/** @param {Array<string | number>} cells */
const row = (cells) => `| ${cells.join(' | ')} |`;

/** Wall time, and CPU a payment. @param {Measured} one @param {number} payments */
const timesOf = ({ seconds, cpu }, payments) => [
	`${median(seconds).toFixed(2)} s`,
	`${((median(cpu) / payments) * 1000).toFixed(2)} ms`,
];

/** @param {import('./n8nPart').InN8n} n8n @param {number} payments */
function secureTable({ ways, secure }, payments) {
	if (secure.length === 0) return '';
	const rows = secure.map((one) => {
		const plain = ways.find(({ id, latency }) => `${id}-tls` === one.id && latency === one.latency);
		const more = plain ? ((median(one.cpu) - median(plain.cpu)) / payments) * 1000 : NaN;
		return row([one.name, ...timesOf(one, payments), `${more.toFixed(2)} ms`, one.most]);
	});
	return `## Over TLS

With a certificate of this machine's, and so with Qvickly: n8n's request helper makes a connection, and
with it a handshake, for each request, whoever calls it. Latency ${secure[0]?.latency} ms.

| | wall time | CPU a payment | of it for TLS | at once |
| --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`;
}

/** @param {import('./queuePart').Queue} queue */
function queueSection(queue) {
	if ('missing' in queue) return '';
	const { payments, latency, scaled } = queue;
	const rows = scaled.map(({ workers, seconds, cpu, mainCpu, most }) => {
		const each = (/** @type {number} */ all) => `${((all / payments) * 1000).toFixed(2)} ms`;
		return row([
			workers,
			`${seconds.toFixed(1)} s`,
			`${(payments / seconds).toFixed(0)}`,
			each(cpu),
			each(mainCpu),
			`${(((cpu + mainCpu) / seconds) * 100).toFixed(0)} %`,
			most,
		]);
	});
	return `
## Over several workers

n8n in queue mode, with PostgreSQL and Redis, and all of it on this one machine: ${payments} payments, cancelled
by the example [fan-out](../examples/fan-out.json) in chunks of 500, 10 executions a worker, ${PARALLEL} requests in each, latency
${latency} ms. Task runners are counted with the workers. 200 % are both cores.

| workers | wall time | payments a second | CPU a payment: workers | main and webhooks | processors used by n8n | at once |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}

What more workers can give ends where the machine's two cores do: PostgreSQL, Redis and the sandbox
have their share of them. What it means for a merchant stands in [Long lists](scaling.md).
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
	const limit = (/** @type {number} */ parallel) =>
		`${((payments * latency) / parallel / 1000).toFixed(2)} s`;
	const physical =
		latency > 0
			? `Nothing can be faster than payments × latency ÷ requests at once: ${limit(PARALLEL)} with ${PARALLEL}, ${limit(MOST_PARALLEL)} with ${MOST_PARALLEL}.\n\n`
			: '';
	return `### Latency ${latency} ms

${physical}| | wall time | × floor | our time ÷ its | CPU a payment | our CPU ÷ its | at once |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.map(row).join('\n')}
`;
}

/** @param {number | undefined} a @param {number | undefined} b */
const ratio = (a, b) => (a === undefined || b === undefined ? '' : (a / b).toFixed(2));

/** @param {Size} size */
function sizeRow({ payments, node, floor, items }) {
	const cpu = (/** @type {number} */ seconds) => `${((seconds / payments) * 1000).toFixed(2)} ms`;
	const kB = (/** @type {number} */ bytes) => `${(bytes / payments / 1000).toFixed(1)} kB`;
	return row([
		payments,
		...[node, floor, items].map((run) => cpu(run.cpu)),
		...[node, floor, items].map((run) => kB(run.memory)),
		...[node, floor, items].map((run) => kB(run.live)),
	]);
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
