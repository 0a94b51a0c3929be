/**
 * What may be done with a payment, by its status and method.
 *
 * @typedef {import('./seeds').Payment} Payment
 * @typedef {'cancel' | 'activate' | 'credit'} Change
 * @typedef {'open' | 'pending' | 'denied' | 'activated' | 'cancelled' | 'credit'} Stage
 * @typedef {'Created' | 'Approved' | 'FactoringWithRegress' | 'FactoringWithoutRegress' | 'Pending'
 *   | 'Manual' | 'WaitingForPurchase' | 'WaitingForBankIDIdentification' | 'Denied' | 'Rejected'
 *   | 'Failed' | 'Handling' | 'Paid' | 'Factoring' | 'PartPayment' | 'Partpayment' | 'Service' | 'Sent'
 *   | 'Cancelled' | 'Credited'} Status
 */

/** Any other status is that of an activated payment. @type {Partial<Record<Status, Stage>>} */
const STAGES = {
	Created: 'open',
	Approved: 'open',
	FactoringWithRegress: 'open',
	FactoringWithoutRegress: 'open',
	Pending: 'pending',
	Manual: 'pending',
	WaitingForPurchase: 'pending',
	WaitingForBankIDIdentification: 'pending',
	Failed: 'denied',
	Denied: 'denied',
	Rejected: 'denied',
	Cancelled: 'cancelled',
	Credited: 'credit',
};

/** The codes that refuse a change; where there is none, it is allowed. @type {Record<Change, Partial<Record<Stage, string>>>} */
const REFUSALS = {
	cancel: { activated: '5209', cancelled: '5220', credit: '5209' },
	activate: {
		pending: '5208',
		denied: '5206',
		activated: '5208',
		cancelled: '5210',
		credit: '5223',
	},
	credit: { open: '5205', pending: '5205', denied: '5205', cancelled: '5211', credit: '5212' },
};

const ACQUIRER_DOWN = { cancel: '5261', activate: '5260', credit: '5290' };

/** With Pay with Qvickly the customer still has to choose how to pay. */
const CHOSEN_LATER = 2048;

/** @type {Record<number, Status>} */
const ACTIVATED = { 1: 'Factoring', 2: 'Handling', 4: 'Partpayment' };

/** @type {Record<number, Status>} */
const FIRST = { 16: 'Paid', 24: 'Paid', 32: 'Paid', 256: 'WaitingForPurchase', 1024: 'Paid' };

/** The status of a new payment. @param {number} method @returns {Status} */
const firstStatus = (method) => FIRST[method] ?? 'Created';

/** Methods where the customer pays at once, so that there is nothing to activate. */
const PAID_AT_ONCE = [16, 512, 1024];

/**
 * The status once the customer has done all that is theirs to do.
 *
 * @param {number} method
 * @param {string} [autoactivate] '1' to activate at once
 * @returns {Status}
 */
function statusDone(method, autoactivate) {
	if (PAID_AT_ONCE.includes(method)) return 'Paid';
	return autoactivate === '1' ? (ACTIVATED[method] ?? 'Paid') : 'Created';
}

/** @param {Pick<Payment, 'status' | 'activated' | 'creditOf'>} payment @returns {Stage} */
function stageOf({ status, activated, creditOf }) {
	if (creditOf) return 'credit';
	if (status === 'Handling' && activated === false) return 'open';
	return STAGES[status] ?? 'activated';
}

/** @param {Payment} payment @param {Change} change @returns {string | undefined} the code */
function refusalOf(payment, change) {
	const refusal = REFUSALS[change][stageOf(payment)];
	if (refusal) return refusal;
	if (change === 'activate' && payment.method === CHOSEN_LATER) return '5207';
	if (change === 'activate' && payment.testPerson && !payment.test) return '5221';
	return payment.acquirerDown ? ACQUIRER_DOWN[change] : undefined;
}

/** The status that a change answers with. @param {Payment} payment @param {Change} change @returns {Status} */
function statusAfter({ method }, change) {
	if (change === 'cancel') return 'Cancelled';
	return change === 'credit' ? 'Credited' : (ACTIVATED[method] ?? 'Paid');
}

module.exports = { CHOSEN_LATER, firstStatus, refusalOf, stageOf, statusAfter, statusDone };
