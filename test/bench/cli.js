// npm run bench -- --payments 1000 --rounds 5 --latencies 0,20,100 --engine 100,1000,10000,50000
const { parseArgs } = require('node:util');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

const { measureInEngine } = require('./enginePart');
const { measureInN8n } = require('./n8nPart');
const { report } = require('./report');
const { startSandboxProcess } = require('./sandboxProcess');

const { values } = parseArgs({
	options: {
		payments: { type: 'string', default: '1000' },
		rounds: { type: 'string', default: '5' },
		latencies: { type: 'string', default: '0,20,100' },
		engine: { type: 'string', default: '100,1000,10000,50000' },
		skip: { type: 'string', default: '' },
		out: { type: 'string', default: join(__dirname, '..', '..', 'docs', 'BENCHMARKS.md') },
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
			skip: values.skip.split(','),
		};
		const engine = await measureInEngine(sandbox, numbers(values.engine), options.rounds);
		const n8n = await measureInN8n(sandbox, options);
		writeFileSync(values.out, report(engine, n8n, options));
		console.log(`Written to ${values.out}`);
	} finally {
		sandbox.stop();
	}
})();
