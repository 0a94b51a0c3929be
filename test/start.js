// npm start: a real n8n with the node, the examples and Qvickly's sandbox, until Ctrl-C.
// npm start -- --once: the same, but it ends after the spreadsheet example has run.
const { installN8n, installRoot } = require('./install');

const ONCE = process.argv.includes('--once');

// Whatever was started ends with this process.
/** @type {() => void} */
let onSignal = () => process.exit(130);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => onSignal());

async function main() {
	await installRoot();
	await installN8n();
	// Not before: what it needs has only just been installed.
	const { startDemo } = require('./demo');
	const demo = await startDemo();
	const isRight = await demo.runExample();
	if (!isRight) console.error('This is not what the example should give.');
	if (!ONCE) {
		console.log(demo.directions());
		console.log('Press Ctrl-C to stop everything.');
		await new Promise((resolve) => (onSignal = () => resolve(null)));
		console.log('\nStopping …');
	}
	await demo.stop();
	return isRight ? 0 : 1;
}

main().then(
	(code) => process.exit(code),
	(error) => {
		console.error(error.message);
		process.exit(1);
	},
);
