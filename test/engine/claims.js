/**
 * @typedef {import('./engine').Result} Result
 * @typedef {Awaited<ReturnType<typeof import('../sandbox/sandbox').startSandbox>>} Sandbox
 * @typedef {{ cancelled: string[], notCancelled: string[], perhaps: string[] }} Told What a run
 *   says of payments, by their numbers
 * @typedef {{
 *   falseClaims: string[], falseDenials: string[], lostCancellations: string[], lostItems: number[],
 * }} Lies Where what a run says and what is true part; all empty for an honest run.
 *   falseClaims: payments said to be cancelled that are not. falseDenials: the other way round.
 *   lostCancellations: cancelled by the run, which says nothing of it. lostItems: input items
 *   without exactly one output item, where the node did not throw.
 */

/**
 * Holds what a run says against the sandbox's own record.
 *
 * @param {number} inputs how many items went in
 * @param {Result} result
 * @param {Sandbox} sandbox
 * @returns {Lies}
 */
function findLies(inputs, result, sandbox) {
	const { cancelled, notCancelled, perhaps } = result.error
		? toldByError(result)
		: toldByItems(result);
	const told = new Set([...cancelled, ...notCancelled, ...perhaps]);
	const isCancelled = (/** @type {string} */ number) =>
		sandbox.payments.get(number)?.status === 'Cancelled';
	/** @type {Map<number, number>} */
	const outputs = new Map();
	for (const { pairedItem } of [...result.success, ...result.failed]) {
		const { item } = /** @type {{ item: number }} */ (pairedItem);
		outputs.set(item, (outputs.get(item) ?? 0) + 1);
	}
	const items = result.error ? [] : Array.from({ length: inputs }, (_, item) => item);
	return {
		falseClaims: cancelled.filter((number) => !isCancelled(number)),
		falseDenials: notCancelled.filter(isCancelled),
		lostCancellations: sandbox.payments.changes
			.map(({ number }) => number)
			.filter((number) => !told.has(number)),
		lostItems: items.filter((item) => outputs.get(item) !== 1),
	};
}

/** The payments that a run says are cancelled. @param {Result} result */
function succeeded({ success }) {
	return success.filter(({ json }) => !('error' in json)).map(({ json }) => String(json.number));
}

/** @param {Result} result @returns {Told} */
function toldByItems(result) {
	const details = [...result.success, ...result.failed]
		.filter(({ json }) => 'error' in json)
		.map(({ json }) => /** @type {any} */ (json.error).details);
	const numbers = (/** @type {string} */ told) =>
		details.filter(({ outcome }) => outcome === told).map(({ number }) => String(number));
	return {
		cancelled: [...succeeded(result), ...numbers('alreadyDone')],
		notCancelled: numbers('refused'),
		perhaps: numbers('unknown'),
	};
}

/** @param {Result} result @returns {Told} */
function toldByError({ error }) {
	const data = /** @type {Record<string, string[]>} */ (error?.context.data);
	return {
		cancelled: [...(data.cancelled ?? []), ...(data['cancelled before'] ?? [])],
		notCancelled: data['not cancelled'] ?? [],
		perhaps: data['perhaps cancelled'] ?? [],
	};
}

module.exports = { findLies, succeeded };
