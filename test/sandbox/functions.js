const { getAccountinfo, getAddress, getFees, getPaymentplans } = require('./accountCalls');
const { createInvoice, initCheckout, updateCheckout } = require('./checkoutCalls');
const { ownerOf, readPayment } = require('./creating');
const { creditPayment } = require('./credits');
const { invoicesByCustomer } = require('./invoices');
const { orderInfo } = require('./orderInfo');
const {
	crediflowSearchParty,
	getExchangeRate,
	getMerchantByOrgnum,
	getTerms,
	getVatrate,
} = require('./lookups');
const {
	getCustomersByName,
	getInvoiceByHash,
	getInvoicesByPno,
	updateStatusLogOfInvoiceByHash,
	uploadKalpForm,
} = require('./registers');
const { figure, member, text } = require('./request');
const { basicResult, paymentInfo } = require('./results');
const { updatePayment } = require('./updating');

/**
 * @typedef {import('./payments').Payments} Payments
 * @typedef {import('./payments').Outcome} Outcome
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
		return name === 'credit'
			? creditPayment(payments, payment, data)
			: payments.change(payment, name);
	};

/** What is about one payment. @type {Record<string, (request: Request, payment: Payment, context: Context) => Outcome>} */
const OF_PAYMENTS = {
	cancelpayment: change('cancel'),
	activatepayment: change('activate'),
	creditpayment: change('credit'),
	getpaymentinfo: (request, payment, { payments }) => {
		const settlement = payments.lists.settlementOf(payment.number, ownerOf(request));
		return { changed: false, data: paymentInfo({ settlement, ...payment }) };
	},
	uploadkalpform: uploadKalpForm,
	updatepayment: updatePayment,
};

/** @type {Record<string, (request: Request, context: Context) => Outcome>} */
const FUNCTIONS = {
	addpayment: addPayment,
	duplicatepayment: duplicatePayment,
	initcheckout: initCheckout,
	updatecheckout: updateCheckout,
	getorderinfo: orderInfo,
	getorderbyhash: orderInfo,
	getcheckout: orderInfo,
	createinvoicefromorderhash: createInvoice,
	getinvoicesbycustomer: (request, { payments }) => invoicesByCustomer(request, payments),
	getaccountinfo: getAccountinfo,
	getaddress: getAddress,
	getpaymentplans: getPaymentplans,
	getfees: getFees,
	getsettlements: (request, { payments }) =>
		payments.lists.getSettlements(request.data, ownerOf(request)),
	getsettlementswithdetails: (request, { payments }) => {
		const { test, merchant } = ownerOf(request);
		const find = (/** @type {string} */ number) => payments.get(number, test, merchant);
		return payments.lists.getSettlementsWithDetails(request.data, { test, merchant }, find);
	},
	getduepayments: (request, { payments }) =>
		payments.lists.getDuePayments(request.data, ownerOf(request)),
	getinvoicesbypno: getInvoicesByPno,
	getinvoicebyhash: getInvoiceByHash,
	getcustomersbyname: getCustomersByName,
	getmerchantbyorgnum: getMerchantByOrgnum,
	getexchangerate: getExchangeRate,
	getvatrate: getVatrate,
	getterms: getTerms,
	crediflowsearchparty: crediflowSearchParty,
	updatestatuslogofinvoicebyhash: updateStatusLogOfInvoiceByHash,
	// Only accredited merchants may read the credentials of others.
	getapicredentials: ({ data }) => ({ code: text(data, 'eid') ? '500000' : '500001' }),
	getbankidkeyfromauthtoken: ({ data }) => ({ code: text(data, 'token') ? '6661' : '6666' }),
};

/** @param {Request} request @param {Context} context @returns {Outcome} */
function addPayment(request, { payments, account, pretend }) {
	const read = readPayment(request, payments, account);
	if ('code' in read) return read;
	const payment = payments.create(ownerOf(request), read.draft, pretend);
	return { data: basicResult(payment), changed: !pretend };
}

/** @param {Request} request @param {Context} context @returns {Outcome} */
function duplicatePayment(request, { payments, account, pretend }) {
	const { number, test, merchant, data } = request;
	const refused = refusalOfNumber(number);
	if (refused) return { code: refused };
	const original = payments.get(number, test, merchant.id);
	if (!original || original.creditOf) return { code: '11111' };
	const method = figure(member(data, 'PaymentData'), 'method') || figure(data, 'method');
	if (method === '') return { code: '9004' };
	if (method !== String(original.method)) return { code: '11112' };
	const orderid = `${number}-copy`;
	const isTaken = payments.hasOrder(orderid, ownerOf(request));
	if (isTaken && account.uniqueOrderIds) return { code: '5199' };
	const copy = payments.create(
		ownerOf(request),
		{ ...copied(original), orderid, status: 'Created' },
		pretend,
	);
	return { data: basicResult(copy), changed: !pretend };
}

/** What a copy has of the original: what was bought, and by whom. @param {Payment} payment */
const copied = ({ method, withtax, rows, currency, customer, sections }) => ({
	...{ method, withtax, rows, currency, customer, sections },
});

/** @param {string} number */
const refusalOfNumber = (number) => {
	if (number === '') return '5200';
	return /^\d+$/.test(number) ? undefined : '5198';
};

/** Does what a request asks for. @param {Request} request @param {Context} context @returns {Outcome} */
function perform(request, context) {
	const { name, number, test, merchant } = request;
	const ofNone = FUNCTIONS[name];
	if (ofNone) return ofNone(request, context);
	const action = OF_PAYMENTS[name];
	if (action === undefined) return { code: '9001' };
	const code = refusalOfNumber(number);
	if (code) return { code };
	const payment = context.payments.get(number, test, merchant.id);
	return payment ? action(request, payment, context) : { code: '5201' };
}

module.exports = { perform };
