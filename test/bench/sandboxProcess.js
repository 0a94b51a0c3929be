// The sandbox in a process of its own, so that its work is not counted as the node's.
const { fork } = require('node:child_process');
const { once } = require('node:events');

const { MERCHANT, startSandbox } = require('../sandbox/sandbox');

/**
 * @typedef {{ payments: number, first?: number, latency: number }} Round `latency` in milliseconds
 * @typedef {{ cancelled: number, most: number }} Record What came of a round: payments cancelled,
 *   and the most requests that were under way at the same time
 */

/** Starts a sandbox as a child process that can be filled anew for every round. */
async function startSandboxProcess() {
	const child = fork(__filename, ['child']);
	const [{ url }] = await once(child, 'message');
	/** @param {object} message @returns {Promise<any>} */
	const ask = async (message) => {
		child.send(message);
		return (await once(child, 'message'))[0];
	};
	return {
		url: String(url),
		merchant: MERCHANT,
		/** Empties it and fills it with new payments. @param {Round} round */
		begin: async (round) => void (await ask(round)),
		/** @returns {Promise<Record>} */
		record: async () => await ask({ record: true }),
		stop: () => child.kill(),
	};
}

async function child() {
	const sandbox = await startSandbox();
	process.on('message', (/** @type {any} */ message) => {
		if (message.record) {
			process.send?.({ cancelled: sandbox.payments.changes.length, most: sandbox.state.most });
			return;
		}
		const { payments, first = 1_000_000, latency } = message;
		sandbox.calls.length = 0;
		sandbox.payments.changes.length = 0;
		sandbox.payments.add(
			Array.from({ length: payments }, (_, index) => ({ number: first + index })),
		);
		Object.assign(sandbox.state, { latency, most: 0 });
		process.send?.({});
	});
	process.on('disconnect', () => process.exit());
	process.send?.({ url: sandbox.url });
}

if (process.argv[2] === 'child') void child();

module.exports = { startSandboxProcess };
