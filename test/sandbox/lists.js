const { text } = require('./request');

/**
 * What Qvickly lists of a merchant's money.
 *
 * @typedef {{ id: number | string, date: string, numbers?: string[] }} Settlement
 * @typedef {{ number: string, orderid?: string, dueDate: string, status?: string, topay?: string }} Due
 *   Dates are written YYYY-MM-DD.
 */

/** What there is to list; a test may add to it at any time. */
class Lists {
	/** @type {Settlement[]} */
	settlements = [];
	/** @type {Due[]} */
	due = [];

	/** @param {unknown} data of the request @returns {import('./payments').Outcome} */
	getSettlements(data) {
		const from = text(data, 'fromDate');
		const Settlements = this.settlements
			.filter(({ date }) => date >= from)
			.sort((a, b) => (a.date < b.date ? 1 : -1))
			.map(({ id, date, numbers = [] }) => ({
				SettlementId: String(id),
				SettlementDate: date,
				SettlementURL: `https://online.billmate.se/avrakning/12345/${id}-${date}.pdf`,
				InvoiceIds: numbers,
			}));
		return { data: { Settlements, Date: today() }, changed: false };
	}

	/** @param {unknown} data of the request @returns {import('./payments').Outcome} */
	getDuePayments(data) {
		const from = text(data, 'dueDate');
		const list = this.due
			.filter(({ dueDate }) => dueDate >= from)
			.map(({ number, orderid = `order-${number}`, dueDate, status = 'Due', topay = '200' }) => ({
				...{ number, orderid, invoiceDate: dueDate, invoiceStatus: status, dueDate, topay },
			}));
		return { data: list, changed: false };
	}
}

const today = () => new Date().toISOString().slice(0, 10);

module.exports = { Lists };
