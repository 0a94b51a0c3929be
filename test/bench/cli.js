// npm run bench: all of it, which writes docs/BENCHMARKS.md; about half an hour on two quiet cores.
// npm run bench -- --quick: the ratios alone, in a few minutes, written to .tmp
// npm run bench -- --payments 1000 --rounds 3 --latencies 0,20,100 --engine 100,1000,10000,50000
//   --queue 20000 --workers 1,2,4 --skip loop,client --out docs/BENCHMARKS.md
const { parseArgs } = require('node:util');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

const { measureCost } = require('./costPart');
const { measureInEngine } = require('./enginePart');
const { measureInN8n } = require('./n8nPart');
const { measureQueue } = require('./queuePart');
const { report } = require('./report');
const { startSandboxProcess } = require('./sandboxProcess');

const ROOT = join(__dirname, '..', '..');

const isQuick = process.argv.includes('--quick');

const { values } = parseArgs({
	options: {
		quick: { type: 'boolean' },
		payments: { type: 'string', default: isQuick ? '400' : '1000' },
		rounds: { type: 'string', default: '3' },
		latencies: { type: 'string', default: '0,20,100' },
		engine: { type: 'string', default: isQuick ? '1000' : '100,1000,10000,50000' },
		queue: { type: 'string', default: isQuick ? '0' : '20000' },
		workers: { type: 'string', default: '1,2,4' },
		skip: { type: 'string', default: isQuick ? 'client,loop,http-batched' : '' },
		out: {
			type: 'string',
			default: isQuick ? join(ROOT, '.tmp', 'bench.md') : join(ROOT, 'docs', 'BENCHMARKS.md'),
		},
	},
});

const numbers = (/** @type {string} */ list) => list.split(',').filter(Boolean).map(Number);

(async () => {
	const sandbox = await startSandboxProcess();
	try {
		const options = {
			payments: Number(values.payments),
			rounds: Number(values.rounds),
			latencies: numbers(values.latencies),
			skip: values.skip.split(',').filter(Boolean),
		};
		const queued = Number(values.queue);
		const measured = {
			n8n: await measureInN8n(sandbox, options),
			engine: await measureInEngine(sandbox, numbers(values.engine), options.rounds),
			cost: await measureCost(options.rounds),
			queue:
				queued > 0
					? await measureQueue(sandbox, { payments: queued, workers: numbers(values.workers) })
					: undefined,
		};
		writeFileSync(values.out, report(measured, options));
		console.log(`Written to ${values.out}`);
	} finally {
		sandbox.stop();
	}
})().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
