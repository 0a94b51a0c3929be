/**
 * @typedef {{ test: boolean, merchant: string }} Owner whose something is, and in which mode
 * @typedef {Owner & { orderid: string }} Ordered
 */

/** What a number, or an order ID, is told apart by. @param {string} value @param {Owner} owner */
const key = (value, { test, merchant }) => `${test ? 'test' : 'live'} ${value} ${merchant}`;

/** How many payments have an order ID. */
class OrderIds {
	/** @type {Map<string, number>} */
	#counts = new Map();

	/** @param {Ordered} payment @param {1 | -1} more */
	count({ orderid, ...owner }, more) {
		const order = key(orderid, owner);
		this.#counts.set(order, (this.#counts.get(order) ?? 0) + more);
	}

	/** @param {string} orderid @param {Owner} owner */
	has(orderid, owner) {
		return (this.#counts.get(key(orderid, owner)) ?? 0) > 0;
	}
}

module.exports = { OrderIds, key };
