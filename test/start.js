// npm start: a real n8n with the node, the examples and Qvickly's sandbox, until Ctrl-C.
// npm start -- --once: the same, but it ends after the spreadsheet example has run.
// npm run dev: the same, and n8n takes in every change of the code a few seconds after it is saved.
const { spawn } = require('node:child_process');

const { installN8n, installRoot } = require('./install');

const ONCE = process.argv.includes('--once');
const DEV = process.argv.includes('--dev');

// Whatever was started ends with this process.
/** @type {() => void} */
let onSignal = () => process.exit(130);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => onSignal());

async function main() {
	await installRoot();
	await installN8n();
	// Not before: what it needs has only just been installed.
	const { startDemo } = require('./demo');
	// n8n loads the package anew when one of its files has changed.
	const demo = await startDemo(DEV ? { N8N_DEV_RELOAD: 'true' } : {});
	const compiler = DEV ? compileInto(demo.dist) : undefined;
	const isRight = await demo.runExample();
	if (!isRight) console.error('This is not what the example should give.');
	if (!ONCE) {
		console.log(demo.directions());
		console.log('Press Ctrl-C to stop everything.');
		await new Promise((resolve) => (onSignal = () => resolve(null)));
		console.log('\nStopping …');
	}
	compiler?.kill();
	await demo.stop();
	return isRight ? 0 : 1;
}

/** Compiles whatever is changed, for as long as it is let. @param {string} folder */
function compileInto(folder) {
	const tsc = require.resolve('typescript/bin/tsc');
	const flags = ['--watch', '--preserveWatchOutput', '--outDir', folder];
	const compiler = spawn(process.execPath, [tsc, ...flags], {
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	process.once('exit', () => compiler.kill());
	return compiler;
}

main().then(
	(code) => process.exit(code),
	(error) => {
		console.error(error.message);
		process.exit(1);
	},
);
