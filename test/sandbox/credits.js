const { readCart } = require('./cartCheck');
const { refusalOf } = require('./lifeCycle');
const { member, text } = require('./request');
const { basicResult } = require('./results');
const { keptCart } = require('./sections');
const { paymentOf } = require('./seeds');

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

/**
 * creditPayment.
 *
 * @param {import('./payments').Payments} payments
 * @param {Payment} payment
 * @param {unknown} data of the request
 * @returns {import('./payments').Outcome}
 */
function creditPayment(payments, payment, data) {
	const code = refusalOf(payment, 'credit');
	if (code) return { code };
	const credit = creditOf(data, payment);
	if ('code' in credit) return credit;
	const { amount, sections } = credit;
	if (payment.credited + amount > payment.withtax) return { code: payment.overCredit };
	payment.credits++;
	payment.credited += amount;
	const { number: of, test, merchant } = payment;
	const number = payments.nextNumber('credit');
	payments.credits.push({ number, test, merchant, of, amount });
	const seed = {
		...payment,
		...{ number, status: /** @type {const} */ ('Credited'), hash: undefined, url: undefined },
		...{ creditOf: of, withtax: amount, credits: 0, credited: 0, settlement: undefined, sections },
	};
	const added = paymentOf(seed, merchant, payments.pages);
	payments.keep(added);
	return { data: basicResult(added), changed: true };
}

module.exports = { creditPayment };
