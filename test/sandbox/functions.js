const { ownerOf, readPayment } = require('./creating');
const { invoicesByCustomer } = require('./invoices');
const { basicResult, paymentInfo } = require('./results');
const { updatePayment } = require('./updating');

/**
 * @typedef {import('./payments').Payments} Payments
 * @typedef {import('./payments').Outcome} Outcome
 * @typedef {import('./request').Merchant} Merchant
 * @typedef {import('./request').Request} Request
 * @typedef {import('./seeds').Payment} Payment
 * @typedef {{ payments: Payments, account: import('./account').Account, pretend: boolean }} Context
 *   `pretend` tells whether to answer as if something were made or changed, and do nothing
 */

/** @param {import('./lifeCycle').Change} name @returns {(request: Request, payment: Payment, context: Context) => Outcome} */
const change =
	(name) =>
	({ data }, payment, { payments, pretend }) => {
		if (pretend) return payments.pretend(payment, name);
		return name === 'credit' ? payments.credit(payment, data) : payments.change(payment, name);
	};

/** What is about one payment. @type {Record<string, (request: Request, payment: Payment, context: Context) => Outcome>} */
const OF_PAYMENTS = {
	cancelpayment: change('cancel'),
	activatepayment: change('activate'),
	creditpayment: change('credit'),
	getpaymentinfo: (_, payment) => ({ changed: false, data: paymentInfo(payment) }),
	updatepayment: updatePayment,
};

/** @type {Record<string, (request: Request, context: Context) => Outcome>} */
const FUNCTIONS = {
	addpayment: addPayment,
	getinvoicesbycustomer: (request, { payments }) => invoicesByCustomer(request, payments),
	getaccountinfo: ({ merchant }) => ({ changed: false, data: accountInfo(merchant) }),
};

/** @param {Request} request @param {Context} context @returns {Outcome} */
function addPayment(request, { payments, account, pretend }) {
	const read = readPayment(request, payments, account);
	if ('code' in read) return read;
	const payment = payments.create(ownerOf(request), read.draft, pretend);
	return { data: basicResult(payment), changed: !pretend };
}

/** Does what a request asks for. @param {Request} request @param {Context} context @returns {Outcome} */
function perform(request, context) {
	const { name, number, test, merchant } = request;
	const ofNone = FUNCTIONS[name];
	if (ofNone) return ofNone(request, context);
	const action = OF_PAYMENTS[name];
	if (action === undefined) return { code: '9001' };
	if (number === '') return { code: '5200' };
	if (!/^\d+$/.test(number)) return { code: '5198' };
	const payment = context.payments.get(number, test, merchant.id);
	return payment ? action(request, payment, context) : { code: '5201' };
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
