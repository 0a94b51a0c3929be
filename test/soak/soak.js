const { createEngine } = require('../engine/engine');
const { findLies, now, succeeded } = require('../engine/claims');
const { CURABLE, seededFaults } = require('../sandbox/faults');
const { MERCHANT, startSandbox } = require('../sandbox/sandbox');
const { PERSON } = require('../sandbox/orders');

/**
 * @typedef {'cancel' | 'activate' | 'credit' | 'cancelOrCredit' | 'create'} Operation
 * @typedef {{
 *   done: number, perhaps: number, seconds: number, calls: number, faults: number,
 *   codes: Record<string, number>, lies: import('../engine/claims').Lies,
 * }} Round `done` and `perhaps` count the items that say so, `codes` those that were refused, by code
 * @typedef {Awaited<ReturnType<typeof soak>>} Soaked
 */

/** What the payments are like to which an operation is done. @type {Record<Exclude<Operation, 'create'>, (index: number) => 'Created' | 'Factoring'>} */
const STATUS = {
	cancel: () => 'Created',
	activate: () => 'Created',
	credit: () => 'Factoring',
	cancelOrCredit: (index) => (index % 2 ? 'Factoring' : 'Created'),
};

const { Billing } = PERSON;

/** The fields of an invoice of one row, whose price is the item's own. */
const INVOICE = {
	...{ type: 'invoice', orderid: '={{ $json.orderid }}', buyer: 'person' },
	...{ personalNumber: PERSON.pno, email: Billing.email },
	...{ firstName: Billing.firstname, lastName: Billing.lastname },
	...{ street: Billing.street, zip: Billing.zip, city: Billing.city },
	customer: { customerNumber: '={{ $json.customer }}' },
	...{ rowsFrom: 'define', prices: 'withVat' },
	rows: { row: [{ description: 'Låda', unitPrice: '={{ $json.price }}', vatRate: '25' }] },
};

/** @param {number} index */
const payment = (index, status = 'Created') => ({ number: 1_000_000 + index, status });

/** An order; every other one has a customer by whose number it can be looked for. @param {number} index */
const order = (index) => ({
	number: 1_000_000 + index,
	orderid: `S${index}`,
	price: `${100 + (index % 900)},50`,
	customer: index % 2 ? '' : String(100_000 + index),
});

/**
 * Does an operation to a long list in n8n's engine while calls meet faults of every kind that can
 * be cured, before and after they are carried out; then the same list again with none.
 *
 * @param {import('../engine/engine').Package} nodePackage
 * @param {{ operation: Operation, payments: number, rate: number, seed: string }} options `rate` is
 *   the share of calls that meet a fault, 0 to 1
 * @returns what both rounds came to; `changedFirst` and `changedAgain` count what they did. `good` is
 *   whether no lie was told, nothing was credited or created twice, and the second round left nothing
 *   undone
 */
async function soak(nodePackage, { operation, payments, rate, seed }) {
	const isNew = operation === 'create';
	/** @type {Array<Record<string, any> & { number: number }>} */
	const items = Array.from({ length: payments }, (_, index) =>
		isNew ? order(index) : payment(index, STATUS[operation](index)),
	);
	const names = [...CURABLE, 'unknownCodeUnderWay'].flatMap((name) => [name, `${name}:before`]);
	const sandbox = await startSandbox({
		payments: isNew ? [] : items,
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
				...(isNew ? INVOICE : { number: '={{ $json.number }}' }),
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
			codes: countOf(result.failed.map(codeOf)),
			lies: findLies(operation, items, result, sandbox, since),
		};
	};
	const changed = () => {
		const { changes, credits, creations } = sandbox.payments;
		return changes.length + credits.length + creations.length;
	};

	const first = await round();
	const changedFirst = changed();
	sandbox.state.faults = undefined;
	const again = await round();
	await sandbox.close();
	const changedAgain = changed() - changedFirst;
	const isHonest = [first, again].every(({ lies }) =>
		Object.values(lies).every((list) => list.length === 0),
	);
	const isRepeatable = operation === 'cancel' || operation === 'activate';
	const good =
		isHonest &&
		changed() === payments &&
		(isRepeatable
			? first.done >= 0.995 * payments && again.done === payments
			: first.done + first.perhaps >= 0.995 * payments && again.perhaps === 0) &&
		// What was created before is refused for its order ID, all else is created now.
		(!isNew || (again.codes[5199] === changedFirst && again.done === changedAgain));
	return { operation, payments, first, again, changedFirst, changedAgain, good };
}

/** Calls whose signed answer about somebody else's thing cannot be told from that about one's own. */
const UNTELLABLE = ['creditPayment', 'getInvoicesByCustomer'];

/** @param {import('../sandbox/faults').FaultPlan} plan @returns {import('../sandbox/faults').FaultPlan} */
const withoutSignedLies = (plan) => (call) => {
	const fault = plan(call);
	const isLie = UNTELLABLE.includes(call.function ?? '') && fault?.startsWith('otherPayment');
	return isLie ? undefined : fault;
};

/** @param {{ json: any }} item */
const isUnknown = ({ json }) => json.error?.details.outcome === 'unknown';

/** The code of a refusal, or else the outcome. @param {{ json: any }} item @returns {string} */
const codeOf = ({ json }) => json.error.details.code ?? json.error.details.outcome;

/** @param {string[]} list @returns {Record<string, number>} */
function countOf(list) {
	/** @type {Record<string, number>} */
	const counts = {};
	for (const one of list) counts[one] = (counts[one] ?? 0) + 1;
	return counts;
}

module.exports = { soak };
