const { createEngine } = require('../engine/engine');
const { findLies, succeeded } = require('../engine/claims');
const { CURABLE, seededFaults } = require('../sandbox/faults');
const { MERCHANT, startSandbox } = require('../sandbox/sandbox');

/**
 * @typedef {{ cancelled: number, seconds: number, calls: number, faults: number, lies: import('../engine/claims').Lies }} Round
 */

/**
 * Cancels a long list in n8n's engine while calls meet faults of every kind that can be cured,
 * before and after they are carried out; then the same list again with none.
 *
 * @param {import('../engine/engine').Package} nodePackage
 * @param {{ payments: number, rate: number, seed: string }} options `rate` is the share of calls
 *   that meet a fault, 0 to 1
 * @returns {Promise<{ first: Round, again: Round, changes: number, changedAgain: number }>}
 *   `cancelled` counts items; `changes` the payments that the first round changed
 */
async function soak(nodePackage, { payments, rate, seed }) {
	const items = Array.from({ length: payments }, (_, index) => ({ number: 1_000_000 + index }));
	const names = CURABLE.flatMap((name) => [name, `${name}:before`]);
	const sandbox = await startSandbox({ payments: items, faults: seededFaults(seed, rate, names) });
	const engine = createEngine(nodePackage);

	/** @returns {Promise<Round>} */
	const round = async () => {
		sandbox.calls.length = 0;
		const started = Date.now();
		const result = await engine.run({
			items,
			parameters: {
				resource: 'payment',
				operation: 'cancel',
				number: '={{ $json.number }}',
				// As short as it can be, as some calls are left without an answer.
				options: { timeout: 1 },
			},
			credential: {
				merchantId: MERCHANT.id,
				secret: MERCHANT.secret,
				testMode: false,
				baseUrl: sandbox.url,
			},
			node: { onError: 'continueErrorOutput' },
		});
		return {
			cancelled: succeeded(result).length,
			seconds: (Date.now() - started) / 1000,
			calls: sandbox.calls.length,
			faults: sandbox.calls.filter(({ fault }) => fault).length,
			lies: findLies(payments, result, sandbox),
		};
	};

	const first = await round();
	const changes = sandbox.payments.changes.length;
	// What the first round could not bring about is not for the second one to change either.
	sandbox.state.faults = undefined;
	const again = await round();
	await sandbox.close();
	return { first, again, changes, changedAgain: sandbox.payments.changes.length - changes };
}

module.exports = { soak };
