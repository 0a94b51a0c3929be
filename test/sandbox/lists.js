const { text } = require('./request');
const { today } = require('./requirements');
const { headOf, settlementOf } = require('./settlements');

/**
 * What Qvickly lists of a merchant's money.
 *
 * @typedef {import('./settlements').Settlement} Settlement
 * @typedef {{
 *   number: string, orderid?: string, dueDate: string, status?: string, topay?: string,
 *   merchant?: string, test?: boolean,
 * }} Due Dates are written YYYY-MM-DD. `merchant` and `test` as of a settlement.
 * @typedef {import('./orderIds').Owner} Owner
 */

/** Whether something is a merchant's. @param {Pick<Settlement, 'merchant' | 'test'>} one @param {Owner} owner */
const isOf = ({ merchant, test }, owner) =>
	(merchant ?? owner.merchant) === owner.merchant && (test ?? owner.test) === owner.test;

/** What there is to list; a test may add to it at any time. */
class Lists {
	/** @type {Settlement[]} */
	settlements = [];
	/** @type {Due[]} */
	due = [];

	/** @param {Owner} owner */
	#of = (owner) => this.settlements.filter((one) => isOf(one, owner));

	/** @param {unknown} data of the request @param {Owner} owner @returns {import('./payments').Outcome} */
	getSettlements(data, owner) {
		const from = text(data, 'fromDate');
		const Settlements = this.#of(owner)
			.filter(({ date }) => date >= from)
			.sort((a, b) => (a.date < b.date ? 1 : -1))
			.map((one) => ({ ...headOf(one), InvoiceIds: one.numbers ?? [] }));
		return { data: { Settlements, Date: today() }, changed: false };
	}

	/**
	 * @param {unknown} data of the request
	 * @param {Owner} owner
	 * @param {(number: string) => import('./seeds').Payment | undefined} find
	 * @returns {import('./payments').Outcome} 9004 or 9005 where there is none: no code is documented
	 */
	getSettlementsWithDetails(data, owner, find) {
		const wanted = text(data, 'settlementId');
		if (wanted === '') return { code: '9004' };
		const found = this.#of(owner).find(({ id }) => String(id) === wanted);
		return found ? { data: settlementOf(found, find), changed: false } : { code: '9005' };
	}

	/** What getPaymentinfo says of the settlement that a payment is in. @param {string} number @param {Owner} owner */
	settlementOf(number, owner) {
		const found = this.#of(owner).find(({ numbers = [] }) => numbers.includes(number));
		return found && { number: String(found.id), date: found.date };
	}

	/** @param {unknown} data of the request @param {Owner} owner @returns {import('./payments').Outcome} */
	getDuePayments(data, owner) {
		const from = text(data, 'dueDate');
		const list = this.due
			.filter((one) => one.dueDate >= from && isOf(one, owner))
			.map(({ number, orderid = `order-${number}`, dueDate, status = 'Due', topay = '200' }) => ({
				...{ number, orderid, invoiceDate: dueDate, invoiceStatus: status, dueDate, topay },
			}));
		return { data: list, changed: false };
	}
}

module.exports = { Lists };
