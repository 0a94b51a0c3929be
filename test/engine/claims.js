/**
 * Holds what a run says of each item against what the sandbox knows to be true.
 *
 * @typedef {import('./engine').Result} Result
 * @typedef {Awaited<ReturnType<typeof import('../sandbox/sandbox').startSandbox>>} Sandbox
 * @typedef {NonNullable<ReturnType<Sandbox['payments']['truth']>>} Truth
 * @typedef {{ item: number, says: 'done' | 'notDone' | 'perhaps', fields: Record<string, any> }} Claim
 *   `fields` are those of the output item, if it is done
 * @typedef {{
 *   falseClaims: string[], falseDenials: string[], doneTwice: string[], lostItems: number[],
 * }} Lies Where what a run says and what is true part; all empty for an honest run.
 *   falseClaims: payments of which it says what is not so. falseDenials: payments that the run
 *   changed and says it did not. doneTwice: calls that the sandbox carried out more than once
 *   (function and payment), and payments that have more than one credit.
 *   lostItems: input items of which nothing is said, or more than one thing.
 */

/** Whether what a done item says is true, by operation. @type {Record<string, (fields: Record<string, any>, truth: Truth) => boolean>} */
const IS_TRUE = {
	// The error of a run that stops keeps no more than the number of what was only read.
	get: ({ status }, truth) => status === undefined || status === truth.status,
	activate: (_, { stage }) => stage === 'activated',
	cancel: (_, { stage }) => stage === 'cancelled',
	credit: ({ creditNumber }, { credits }) => Boolean(creditNumber) && credits > 0,
	cancelOrCredit: ({ action, creditNumber }, { stage, credits }) =>
		action === 'credited' ? Boolean(creditNumber) && credits > 0 : stage === 'cancelled',
};

/** How far the sandbox's record has come. @param {Sandbox} sandbox */
const now = ({ payments, calls }) => ({
	calls: calls.length,
	changes: payments.changes.length,
	credits: payments.credits.length,
});

/**
 * @param {string} operation
 * @param {Array<{ number: unknown }>} items what went in
 * @param {Result} result
 * @param {Sandbox} sandbox
 * @param {ReturnType<typeof now>} [since] where the record stood when the run began
 * @returns {Lies}
 */
function findLies(operation, items, result, sandbox, since = { calls: 0, changes: 0, credits: 0 }) {
	const { payments } = sandbox;
	const numbers = new Set(items.map(({ number }) => String(number)));
	const carriedOut = (/** @type {number} */ from) =>
		sandbox.calls.slice(from).filter((call) => call.changed && numbers.has(call.number));
	const changed = new Set([
		...payments.changes.slice(since.changes).map(({ number }) => number),
		...payments.credits.slice(since.credits).map(({ of }) => of),
		...carriedOut(since.calls).map(({ number }) => number),
	]);
	const claims = result.error ? claimsOfError(result, items) : claimsOfItems(result);
	const numberOf = (/** @type {Claim} */ { item }) => String(items[item]?.number);
	const isFalse = (/** @type {Claim} */ claim) => {
		const truth = payments.truth(numberOf(claim));
		return !truth || !IS_TRUE[operation]?.(claim.fields, truth);
	};
	const those = (/** @type {Claim['says']} */ says) =>
		claims.filter((claim) => claim.says === says);
	return {
		falseClaims: those('done').filter(isFalse).map(numberOf),
		falseDenials: those('notDone')
			.map(numberOf)
			.filter((number) => changed.has(number)),
		doneTwice: [
			...repeated(carriedOut(0).map((call) => `${call.function} ${call.number}`)),
			...[...changed].filter((number) => (payments.truth(number)?.credits ?? 0) > 1),
		],
		lostItems: items
			.map((_, item) => item)
			.filter((item) => claims.filter((claim) => claim.item === item).length !== 1),
	};
}

/** Those that stand in a list more than once. @param {string[]} list */
function repeated(list) {
	const seen = new Set();
	return list.filter((one) => seen.has(one) || !seen.add(one));
}

/** The payments that a run says are done. @param {Result} result */
const succeeded = ({ success }) =>
	success.filter(({ json }) => !('error' in json)).map(({ json }) => String(json.number));

/** @param {Result} result @returns {Claim[]} */
const claimsOfItems = ({ success, failed }) =>
	[...success, ...failed].map(({ json, pairedItem }) => {
		const { item } = /** @type {{ item: number }} */ (pairedItem);
		const outcome = /** @type {any} */ (json.error)?.details.outcome;
		return { item, says: ofOutcome(outcome), fields: outcome ? {} : json };
	});

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

module.exports = { IS_TRUE, findLies, now, succeeded };
