const { IS_TRUE } = require('./truths');

/**
 * Holds what a run says of each item against what the sandbox knows to be true.
 *
 * @typedef {import('./engine').Result} Result
 * @typedef {Awaited<ReturnType<typeof import('../sandbox/sandbox').startSandbox>>} Sandbox
 * @typedef {Record<string, any>} Fields
 * @typedef {{ item: number, says: 'done' | 'notDone' | 'perhaps', fields: Fields }} Claim
 *   `fields` are those of the output item, if it is done; of a list `list` has all of them
 * @typedef {{
 *   falseClaims: string[], falseDenials: string[], doneTwice: string[], lostItems: number[],
 * }} Lies Where what a run says and what is true part; all empty for an honest run.
 *   falseClaims: subjects (payments, orders, checkouts) of which it says what is not so.
 *   falseDenials: subjects to which the run did something and says it did not. doneTwice: calls that
 *   the sandbox carried out more than once (function and subject), and subjects of which there is
 *   more than one credit, copy or payment. lostItems: input items of which nothing is said, or more
 *   than one thing.
 */

/** What tells an item of an operation from others, where it is not the number. @type {Record<string, string>} */
const KNOWN_BY = {
	create: 'orderid',
	'checkout.create': 'orderid',
	'checkout.createInvoice': 'hash',
	addLogNote: 'hash',
};

/** The subjects of all that there may be one of for each of them. @type {Record<string, (payments: Sandbox['payments']) => string[]>} */
const MADE = {
	credit: ({ credits }) => credits.map(({ of }) => of),
	cancelOrCredit: ({ credits }) => credits.map(({ of }) => of),
	create: ({ creations }) => creations.map(({ orderid }) => orderid),
	duplicate: ({ creations }) => creations.map(({ orderid }) => orderid.replace(/-copy$/, '')),
	'checkout.create': ({ checkouts }) => checkouts.creations.map(({ orderid }) => orderid),
	addLogNote: ({ notes }) => notes.map(({ hash }) => hash),
	'api.callFunction': ({ credits }) => credits.map(({ of }) => of),
};

/** Operations that give many items for one. */
const LISTS = [
	...['account.getPaymentPlans', 'account.getFees', 'settlement.getMany', 'settlement.get'],
	...['getMany', 'customer.search', 'lookup.eInvoiceRecipient', 'api.callFunction'],
];

/** Functions that may be carried out twice, as the second time changes nothing more. */
const REPEATABLE = ['updatePayment', 'updateCheckout'];

/** How far the sandbox's record has come. @param {Sandbox} sandbox */
const now = ({ calls }) => ({ calls: calls.length });

/** What tells an operation's items from others. @param {string} operation */
const known = (operation) => KNOWN_BY[operation] ?? 'number';

/** What the items are about. @param {string} operation @param {Fields[]} items */
const subjectsIn = (operation, items) => items.map((item) => String(item[known(operation)]));

/** The calls about the items that changed something. @param {string} operation @param {Fields[]} items @param {Sandbox} sandbox */
function carriedOut(operation, items, { calls }, from = 0) {
	const subjects = new Set(subjectsIn(operation, items));
	return calls
		.slice(from)
		.filter(({ changed }) => changed)
		.map((call) => ({ name: call.function, subject: subjectOf(call, known(operation)) }))
		.filter(({ subject }) => subjects.has(subject));
}

/**
 * What was changed of all that the items are about.
 *
 * @param {string} operation @param {Fields[]} items @param {Sandbox} sandbox
 * @param {ReturnType<typeof now>} [since] where the record stood when the run began
 */
const changedOf = (operation, items, sandbox, since = { calls: 0 }) =>
	new Set(carriedOut(operation, items, sandbox, since.calls).map(({ subject }) => subject));

/**
 * @param {string} operation
 * @param {Fields[]} items what went in
 * @param {Result} result
 * @param {Sandbox} sandbox
 * @param {ReturnType<typeof now>} [since] where the record stood when the run began
 * @returns {Lies}
 */
function findLies(operation, items, result, sandbox, since = { calls: 0 }) {
	const subjects = subjectsIn(operation, items);
	const changed = changedOf(operation, items, sandbox, since);
	const claims = result.error
		? claimsOfError(result, items)
		: claimsOfItems(result, LISTS.includes(operation));
	const isFalse = (/** @type {Claim} */ { item, fields }) =>
		!IS_TRUE[operation]?.(fields, items[item] ?? {}, sandbox);
	const those = (/** @type {Claim['says']} */ says) =>
		claims.filter((claim) => claim.says === says);
	const subjectsOf = (/** @type {Claim[]} */ some) => some.map(({ item }) => subjects[item] ?? '');
	const once = carriedOut(operation, items, sandbox).filter(
		({ name }) => !REPEATABLE.includes(name),
	);
	return {
		falseClaims: subjectsOf(those('done').filter(isFalse)),
		falseDenials: subjectsOf(those('notDone')).filter((subject) => changed.has(subject)),
		doneTwice: [
			...repeated(once.map(({ name, subject }) => `${name} ${subject}`)),
			...repeated(MADE[operation]?.(sandbox.payments) ?? []).filter((one) => changed.has(one)),
		],
		lostItems: items
			.map((_, item) => item)
			.filter((item) => claims.filter((claim) => claim.item === item).length !== 1),
	};
}

/** What a call was about. @param {Sandbox['calls'][number]} call @param {string} by */
function subjectOf({ number, orderid, body }, by) {
	if (by === 'orderid') return orderid;
	return by === 'hash' ? String(JSON.parse(body).data.hash) : number;
}

/** Those that stand in a list more than once. @param {string[]} list */
function repeated(list) {
	const seen = new Set();
	return list.filter((one) => seen.has(one) || !seen.add(one));
}

/** The indexes of the input items that a run that went on says are done. @param {Result} result */
const succeeded = ({ success }) => [
	...new Set(success.filter(({ json }) => !('error' in json)).map(itemOf)),
];

/** @param {Result['success'][number]} output */
const itemOf = ({ pairedItem }) => /** @type {{ item: number }} */ (pairedItem).item;

/** @param {Result} result @param {boolean} isList whether an item may come to many @returns {Claim[]} */
function claimsOfItems({ success, failed }, isList) {
	const claims = [...success, ...failed].map((output) => {
		const { error } = /** @type {any} */ (output.json);
		const fields = error ? {} : output.json;
		return { item: itemOf(output), says: ofOutcome(error?.details.outcome), fields };
	});
	if (!isList) return claims;
	/** @type {Map<string, Claim>} */
	const merged = new Map();
	for (const { item, says, fields } of claims) {
		const { list } = merged.get(`${item} ${says}`)?.fields ?? { list: [] };
		merged.set(`${item} ${says}`, { item, says, fields: { list: [...list, fields] } });
	}
	return [...merged.values()];
}

/** @param {string | undefined} outcome @returns {Claim['says']} */
function ofOutcome(outcome) {
	if (outcome === undefined || outcome === 'alreadyDone') return 'done';
	return outcome === 'unknown' ? 'perhaps' : 'notDone';
}

/** An error without data says that nothing was sent. @param {Result} result @param {object[]} items @returns {Claim[]} */
function claimsOfError({ error }, items) {
	const { data } = error?.context ?? {};
	if (!data) return items.map((_, item) => ({ item, says: 'notDone', fields: {} }));
	return Object.entries(data).flatMap(([group, those]) =>
		those.map((/** @type {{ item: number }} */ one) => ({
			item: one.item,
			says: ofGroup(group),
			fields: one,
		})),
	);
}

/** @param {string} group @returns {Claim['says']} */
function ofGroup(group) {
	if (group.startsWith('perhaps ')) return 'perhaps';
	return /^(not|without) /.test(group) ? 'notDone' : 'done';
}

module.exports = { changedOf, findLies, now, succeeded };
