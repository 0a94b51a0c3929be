const { createEngine } = require('../engine/engine');
const { findLies, now, succeeded } = require('../engine/claims');
const { CURABLE, seededFaults } = require('../sandbox/faults');
const { MERCHANT, startSandbox } = require('../sandbox/sandbox');

/**
 * @typedef {'cancel' | 'activate' | 'credit' | 'cancelOrCredit'} Operation
 * @typedef {{
 *   done: number, perhaps: number, seconds: number, calls: number, faults: number,
 *   lies: import('../engine/claims').Lies,
 * }} Round `done` and `perhaps` count the items that say so
 * @typedef {Awaited<ReturnType<typeof soak>>} Soaked
 */

/** What the payments are like to which an operation is done. @type {Record<Operation, (index: number) => 'Created' | 'Factoring'>} */
const STATUS = {
	cancel: () => 'Created',
	activate: () => 'Created',
	credit: () => 'Factoring',
	cancelOrCredit: (index) => (index % 2 ? 'Factoring' : 'Created'),
};

/**
 * Does an operation to a long list in n8n's engine while calls meet faults of every kind that can
 * be cured, before and after they are carried out; then the same list again with none.
 *
 * @param {import('../engine/engine').Package} nodePackage
 * @param {{ operation: Operation, payments: number, rate: number, seed: string }} options `rate` is
 *   the share of calls that meet a fault, 0 to 1
 * @returns what both rounds came to; `good` is whether no lie was told, nothing was credited twice,
 *   and the second round left no payment undone
 */
async function soak(nodePackage, { operation, payments, rate, seed }) {
	const items = Array.from({ length: payments }, (_, index) => ({
		number: 1_000_000 + index,
		status: STATUS[operation](index),
	}));
	const names = [...CURABLE, 'unknownCodeUnderWay'].flatMap((name) => [name, `${name}:before`]);
	const sandbox = await startSandbox({
		payments: items,
		// A signed answer about somebody else's credit cannot be told from one's own.
		faults: withoutSignedLies(seededFaults(seed, rate, names)),
	});
	const engine = createEngine(nodePackage);

	/** @returns {Promise<Round>} */
	const round = async () => {
		sandbox.calls.length = 0;
		const since = now(sandbox);
		const started = Date.now();
		const result = await engine.run({
			items,
			parameters: {
				resource: 'payment',
				operation,
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
		const seconds = (Date.now() - started) / 1000;
		sandbox.finishLate();
		return {
			done: succeeded(result).length,
			perhaps: result.failed.filter(isUnknown).length,
			seconds,
			calls: sandbox.calls.length,
			faults: sandbox.calls.filter(({ fault }) => fault).length,
			lies: findLies(operation, items, result, sandbox, since),
		};
	};
	const changed = () => sandbox.payments.changes.length + sandbox.payments.credits.length;

	const first = await round();
	const changedFirst = changed();
	sandbox.state.faults = undefined;
	const again = await round();
	await sandbox.close();
	const isHonest = [first, again].every(({ lies }) =>
		Object.values(lies).every((list) => list.length === 0),
	);
	const isRepeatable = operation === 'cancel' || operation === 'activate';
	const good =
		isHonest &&
		changed() === payments &&
		(isRepeatable
			? first.done >= 0.995 * payments && again.done === payments
			: first.done + first.perhaps >= 0.995 * payments && again.perhaps === 0);
	return {
		operation,
		payments,
		first,
		again,
		changedFirst,
		changedAgain: changed() - changedFirst,
		good,
	};
}

/** @param {import('../sandbox/faults').FaultPlan} plan @returns {import('../sandbox/faults').FaultPlan} */
const withoutSignedLies = (plan) => (call) => {
	const fault = plan(call);
	const isLie = call.function === 'creditPayment' && fault?.startsWith('otherPayment');
	return isLie ? undefined : fault;
};

/** @param {{ json: any }} item */
const isUnknown = ({ json }) => json.error?.details.outcome === 'unknown';

module.exports = { soak };
