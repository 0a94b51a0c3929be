const { member, text } = require('./request');

/**
 * What a credit of a part comes to, checked as Qvickly checks the sums of any payment.
 *
 * @param {unknown} data of creditPayment, with Articles and Cart
 * @returns {{ code: string } | { amount: number }} the refusal, or the amount in öre with tax
 */
function partOf(data) {
	const rows = member(data, 'Articles');
	if (!(rows instanceof Map) || rows.size === 0) return { code: '9109' };
	const cart = member(data, 'Cart');
	const total = member(cart, 'Total');
	const sums = ['withouttax', 'tax', 'withtax'].map((key) => text(total, key));
	if (sums.includes('')) return { code: '9106' };
	const parts = [...rows.values(), member(cart, 'Handling'), member(cart, 'Shipping')].map(
		(part) => text(part, 'withouttax') || '0',
	);
	const rounding = text(total, 'rounding') || '0';
	if (![...sums, ...parts, rounding].every((amount) => /^-?\d+$/.test(amount))) {
		return { code: '9111' };
	}
	const [withouttax = 0, tax = 0, withtax = 0] = sums.map(Number);
	if (parts.reduce((sum, part) => sum + Number(part), 0) !== withouttax) return { code: '9102' };
	if (withouttax + tax + Number(rounding) !== withtax) return { code: '9107' };
	return { amount: withtax };
}

/**
 * What creditPayment is to credit.
 *
 * @param {unknown} data of creditPayment
 * @param {number} whole the payment's amount in öre with tax
 */
const creditOf = (data, whole) =>
	['true', '1'].includes(text(member(data, 'PaymentData'), 'partcredit'))
		? partOf(data)
		: { amount: whole };

module.exports = { creditOf };
