const { registered } = require('./customers');
const { CHOSEN_LATER, stageOf, statusDone } = require('./lifeCycle');
const { basicResult } = require('./results');
const { keptCustomer } = require('./sections');
const { PAY_LINK } = require('./urls');

/**
 * What becomes of payments and checkouts once their customers have been there.
 *
 * @typedef {import('./checkouts').Checkout} Checkout
 * @typedef {import('./lifeCycle').Status} Status
 * @typedef {import('./payments').Payments} Payments
 * @typedef {import('./seeds').Payment} Payment
 * @typedef {'paid' | 'denied' | 'cancelled' | 'failed'} Ending `paid` is whatever is the customer's
 *   part: to pay, to choose the invoice, or to sign; of a payment that waits for the credit check, to
 *   be approved
 */

/** @type {Record<Exclude<Ending, 'paid'>, Status>} */
const ENDED = { denied: 'Denied', cancelled: 'Cancelled', failed: 'Failed' };

/** The methods that a customer can choose on a page. */
const CHOICES = [1, 8, 1024];

/** What customers write in a checkout who were not known before. */
const FILLED_IN = keptCustomer(
	{ pno: '195501011018', Billing: registered('195501011018')?.address },
	() => '',
);

/** @param {Payment | Checkout} subject @returns {subject is Checkout} */
const isCheckout = (subject) => !('method' in subject);

/** The methods between which a payment's page lets the customer choose. @param {Payment | Checkout} subject */
function choicesOf(subject) {
	if (isCheckout(subject)) return CHOICES;
	const { method } = subject;
	if (method & PAY_LINK) return method === PAY_LINK ? CHOICES : [method - PAY_LINK];
	return method === CHOSEN_LATER ? CHOICES : [];
}

/** Whether there is something for the customer, or the credit check, to do. @param {Payment | Checkout} subject */
function isWaiting(subject) {
	if (isCheckout(subject)) {
		return !subject.payment && !['Cancelled', 'Failed'].includes(subject.status);
	}
	const { status, method } = subject;
	const isOpen = status === 'Created' && method === CHOSEN_LATER;
	return isOpen || (stageOf(subject) === 'pending' && !subject.creditOf);
}

/**
 * Makes the payment that a checkout becomes.
 *
 * @param {Payments} payments
 * @param {Checkout} checkout
 * @param {number} method
 * @param {Status} status
 * @param {boolean} pretend whether to make none
 */
function settle(payments, checkout, method, status, pretend) {
	const { orderid, withtax, currency, sections } = checkout;
	const payment = payments.create(
		checkout,
		{ orderid, withtax, currency, method, status, sections },
		pretend,
	);
	if (!pretend) Object.assign(checkout, { payment, status: 'Step2Loaded' });
	return payment;
}

/** @param {Payment | Checkout} subject @param {Ending} ending @param {number} method @returns {Status} */
function statusAtEnd(subject, ending, method) {
	if (ending !== 'paid') return ENDED[ending];
	if ('method' in subject && subject.status === 'Pending') return 'Approved';
	return statusDone(method, subject.sections?.PaymentData?.autoactivate);
}

/**
 * @param {Payments} payments
 * @param {Payment | Checkout} subject
 * @param {Ending} ending
 * @param {number} chosen the method, where there is a choice
 * @returns {import('./payments').Outcome}
 */
function finish(payments, subject, ending, chosen) {
	if (!isWaiting(subject)) return { code: '5202' };
	const choices = choicesOf(subject);
	if (isCheckout(subject)) {
		if (ending !== 'paid' && ending !== 'denied') {
			subject.status = ending === 'cancelled' ? 'Cancelled' : 'Failed';
			return { data: { number: subject.number, status: subject.status }, changed: true };
		}
		if (!choices.includes(chosen)) return { code: '5000' };
		if (!subject.sections.Customer?.Billing?.email) subject.sections.Customer = FILLED_IN;
		const status = statusAtEnd(subject, ending, chosen);
		return { data: basicResult(settle(payments, subject, chosen, status, false)), changed: true };
	}
	const [only = subject.method] = choices;
	const method = choices.length > 1 ? chosen : only;
	if (ending === 'paid' && choices.length > 1 && !choices.includes(method)) return { code: '5000' };
	const status = statusAtEnd(subject, ending, method);
	payments.turn(subject, status, ending === 'paid' ? { method } : {});
	return { data: basicResult(subject), changed: true };
}

module.exports = { CHOICES, choicesOf, finish, isCheckout, isWaiting, settle };
