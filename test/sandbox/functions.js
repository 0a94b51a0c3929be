const { paymentInfo } = require('./results');

/**
 * @typedef {import('./payments').Payments} Payments
 * @typedef {import('./request').Merchant} Merchant
 * @typedef {import('./request').Request} Request
 */

/** @type {Record<string, import('./lifeCycle').Change | 'look up'>} */
const FUNCTIONS = {
	cancelpayment: 'cancel',
	activatepayment: 'activate',
	creditpayment: 'credit',
	getpaymentinfo: 'look up',
};

/**
 * Does what a request asks for.
 *
 * @param {Request} request
 * @param {Payments} payments
 * @param {boolean} pretend whether to answer as if a payment were changed, and change none
 */
function perform(request, payments, pretend) {
	if (request.name === 'getaccountinfo') {
		return { changed: false, data: accountInfo(request.merchant) };
	}
	const action = FUNCTIONS[request.name];
	if (action === undefined) return { code: '9001' };
	if (request.number === '') return { code: '5200' };
	if (!/^\d+$/.test(request.number)) return { code: '5198' };
	const payment = payments.get(request.number, request.test, request.merchant.id);
	if (payment === undefined) return { code: '5201' };
	if (action === 'look up') return { changed: false, data: paymentInfo(payment) };
	if (pretend) return payments.pretend(payment, action);
	if (action === 'credit') return payments.credit(payment, request.data);
	return payments.change(payment, action);
}

/** @param {Merchant} merchant */
const accountInfo = ({ id }) => ({
	company: `Sandbox Merchant ${id} AB`,
	address: 'Testvägen 1',
	zip: '211 22',
	city: 'Malmö',
	country: 'SE',
	language: 'sv',
	paymentoptions: [{ method: '8', currency: 'SEK', language: 'sv,en' }],
});

module.exports = { perform };
