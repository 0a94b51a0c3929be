const { readCart } = require('./cartCheck');
const { keptCart } = require('./sections');
const { member, text } = require('./request');

/** @typedef {import('./seeds').Payment} Payment */

/**
 * What creditPayment is to credit.
 *
 * @param {unknown} data of creditPayment
 * @param {Payment} payment
 * @returns {{ code: string } | { amount: number, sections: import('./sections').Sections | undefined }}
 *   the refusal, or the amount in öre with tax and what the credit consists of
 */
function creditOf(data, payment) {
	if (!['true', '1'].includes(text(member(data, 'PaymentData'), 'partcredit'))) {
		return { amount: payment.withtax, sections: payment.sections };
	}
	const cart = readCart(data);
	if ('code' in cart) return cart;
	// Credits have the same sign as what they credit.
	if (cart.withtax <= 0) return { code: '5219' };
	return { amount: cart.withtax, sections: { ...payment.sections, ...keptCart(data) } };
}

module.exports = { creditOf };
