/**
 * @typedef {import('./payments').Payments} Payments
 * @typedef {import('./payments').Status} Status
 * @typedef {import('./request').Merchant} Merchant
 * @typedef {import('./request').Request} Request
 * @typedef {'cancel' | 'activate' | 'credit' | 'info'} Method
 */

/** @type {Record<string, Method>} */
const FUNCTIONS = {
	cancelpayment: 'cancel',
	activatepayment: 'activate',
	creditpayment: 'credit',
	getpaymentinfo: 'info',
};

/** The status in an answer to a change that is not carried out. @type {Partial<Record<Method, Status>>} */
const PRETENDED = { cancel: 'Cancelled', activate: 'Paid', credit: 'Credited' };

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
	const method = FUNCTIONS[request.name];
	if (method === undefined) return { code: '9001' };
	if (request.number === '') return { code: '5200' };
	if (!/^\d+$/.test(request.number)) return { code: '5198' };
	const payment = payments.get(request.number, request.test, request.merchant.id);
	if (payment === undefined) return { code: '5201' };
	const pretended = pretend ? PRETENDED[method] : undefined;
	if (pretended) return payments.pretend(payment, pretended);
	return payments[method](payment, request.data);
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
