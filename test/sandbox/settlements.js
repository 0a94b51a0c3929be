const { divide } = require('./decimals');
const { stageOf } = require('./lifeCycle');

/**
 * What a settlement is made of. Amounts at Qvickly are kronor here, such as "100.00".
 *
 * @typedef {import('./seeds').Payment} Payment
 * @typedef {{
 *   spelled?: 'PaidIn', invoices?: 'ids' | 'keyed' | 'empty object', numbers?: boolean,
 *   without?: string[],
 * }} Shape how it is written: with `PaidIn` for `Paidin`; its invoices as ids, as an object whose keys
 *   have gaps, or, if there are none, as an object; amounts that are whole as JSON numbers; states or
 *   members left out
 * @typedef {{
 *   id: number | string, date: string, numbers?: string[], details?: object, shape?: Shape,
 *   merchant?: string, test?: boolean, more?: bigint,
 * }} Settlement
 *   `details` are its members as they are to be answered, in place of those made of the payments.
 *   `merchant` and `test` tell whose it is: everybody's, where they do not. `more` öre are added to the
 *   whole payout, which then is not what the states come to.
 */

/** Of each hundred kronor, without VAT. */
const FEE = 2n;
const VAT_OF_FEE = 25n;

/** What is paid in of a payment that the sandbox does not know, in öre. */
const UNKNOWN = 10_000;

/** @param {bigint} öre */
function kronor(öre) {
	const size = öre < 0n ? -öre : öre;
	return `${öre < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** @param {string} number @param {string} date @param {Payment | undefined} payment */
function rowOf(number, date, payment) {
	const isCredit = payment?.creditOf !== undefined;
	const gross = BigInt(payment?.withtax ?? UNKNOWN) * (isCredit ? -1n : 1n);
	const fee = divide(gross * FEE, 100n);
	const vat = divide(fee * VAT_OF_FEE, 100n);
	// Qvickly buys invoices; everything else the customer has paid.
	const isBought = payment?.method === 1 && stageOf(payment) === 'activated';
	return { state: isBought ? 'Purchase' : 'Paid', number, date, gross, fee, vat };
}

/** @param {ReturnType<typeof rowOf>[]} rows @param {'gross' | 'fee' | 'vat'} what */
const sum = (rows, what) => rows.reduce((all, row) => all + row[what], 0n);

/** @param {ReturnType<typeof rowOf>[]} rows */
const payout = (rows) => sum(rows, 'gross') - sum(rows, 'fee') - sum(rows, 'vat');

/** @param {ReturnType<typeof rowOf>} row */
const invoiceOf = ({ state, number, date, gross, fee, vat }) => ({
	id: number,
	paidin: kronor(state === 'Paid' ? gross : 0n),
	paidinCapital: kronor(state === 'Paid' ? gross : 0n),
	topay: kronor(gross),
	paymentDate: state === 'Paid' ? date : '0000-00-00',
	payout: kronor(gross - fee - vat),
});

/** @param {ReturnType<typeof rowOf>[]} rows @param {Shape} shape */
function invoicesOf(rows, { invoices }) {
	if (invoices === 'ids') return rows.map(({ number }) => number);
	if (invoices === 'empty object' && rows.length === 0) return {};
	const list = rows.map(invoiceOf);
	return invoices === 'keyed'
		? new Map(list.map((one, index) => [String(2 * index + 1), one]))
		: list;
}

/** @param {string} state @param {ReturnType<typeof rowOf>[]} all @param {Shape} shape */
function stateOf(state, all, shape) {
	const rows = all.filter((row) => row.state === state);
	const paidIn = kronor(state === 'Paid' ? sum(rows, 'gross') : 0n);
	return {
		[shape.spelled ?? 'Paidin']: paidIn,
		Topay: kronor(sum(rows, 'gross')),
		Payout: kronor(payout(rows)),
		TotalFee: kronor(sum(rows, 'fee')),
		TotalFeeVAT: kronor(sum(rows, 'vat')),
		Invoices: invoicesOf(rows, shape),
	};
}

/** @param {Settlement} settlement */
const headOf = ({ id, date }) => ({
	SettlementId: String(id),
	SettlementDate: date,
	SettlementURL: `https://online.billmate.se/avrakning/12345/${id}-${date}.pdf`,
});

/**
 * The answer of getSettlementsWithDetails.
 *
 * @param {Settlement} settlement
 * @param {(number: string) => Payment | undefined} find gives the merchant's payment
 */
function settlementOf(settlement, find) {
	const { date, numbers = [], details, shape = {}, more = 0n } = settlement;
	if (details) return { ...headOf(settlement), ...details };
	const rows = numbers.map((number) => rowOf(number, date, find(number)));
	const data = {
		...headOf(settlement),
		Paid: stateOf('Paid', rows, shape),
		Purchase: stateOf('Purchase', rows, shape),
		TotalTopay: kronor(sum(rows, 'gross')),
		TotalPayout: kronor(payout(rows) + more),
	};
	const { without = [] } = shape;
	const kept = Object.entries(data).filter(([name]) => !without.includes(name));
	return shape.numbers ? asNumbers(Object.fromEntries(kept)) : Object.fromEntries(kept);
}

/** The same with amounts that are whole as numbers. @param {any} value @returns {any} */
function asNumbers(value) {
	if (typeof value === 'string')
		return /^-?\d+\.00$/.test(value) ? BigInt(value.slice(0, -3)) : value;
	if (Array.isArray(value)) return value.map(asNumbers);
	if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, asNumbers(one)]));
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asNumbers(one)]));
}

module.exports = { headOf, kronor, settlementOf };
