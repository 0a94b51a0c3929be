const { sameOrganisation } = require('./customers');
const { text } = require('./request');
const { cartFor, customerFor, paymentInfo, urlsOf } = require('./results');

/**
 * @typedef {import('./payments').Payments} Payments
 * @typedef {import('./request').Request} Request
 * @typedef {import('./seeds').Payment} Payment
 */

const NO_DATE = '0000-00-00 00:00:00';

/**
 * getInvoicesByCustomer: what a customer has, by the customer's number or that of an organisation.
 *
 * @param {Request} request
 * @param {Payments} payments
 * @returns {import('./payments').Outcome}
 */
function invoicesByCustomer({ data, test, merchant }, payments) {
	const customer = text(data, 'customerno');
	if (customer === '') return { code: '7020' };
	const invoices = payments.all({ test, merchant: merchant.id }).filter((payment) => {
		const { nr, pno } = customerFor(payment);
		return nr === customer || sameOrganisation(pno, customer);
	});
	return { data: invoices.map(invoice), changed: false };
}

/** Much like what getPaymentinfo answers, in another order. @param {Payment} payment */
function invoice(payment) {
	const { PaymentData, PaymentInfo } = /** @type {any} */ (paymentInfo(payment));
	const { method, currency, country, language, autoactivate } = PaymentData;
	const { status, orderid, number, paymentid_related, url } = PaymentData;
	const { Articles, Cart } = cartFor(payment);
	const isCancelled = payment.status === 'Cancelled';
	const { credited, withtax } = payment;
	return {
		// Of a cancelled payment the total is 0, while what it is the sum of stays.
		Cart: { ...Cart, Total: { ...Cart.Total, ...(isCancelled && { withtax: '0' }) } },
		PaymentData: {
			...{ method, currency, country, language, autoactivate, orderid, status },
			paymentid_related,
			...urlsOf(payment),
			...{ returnmethod: '', alladdresses: '', url, mexcCustomerinvoicesid: `9${number}`, number },
			...{ duedate: dueDate(PaymentInfo), paiddate: NO_DATE },
		},
		Customer: customerOf(payment),
		Articles: Articles.map(({ tax: _, ...row }) => row),
		PaymentInfo: {
			...PaymentInfo,
			invoiceStatus: '',
			balancedue: isCancelled ? '0' : String(withtax - credited),
		},
	};
}

/** @param {{ paymentdate: string, paymentterms: string }} info */
function dueDate({ paymentdate, paymentterms }) {
	const day = new Date(`${paymentdate}T00:00:00Z`);
	day.setUTCDate(day.getUTCDate() + Number(paymentterms));
	return Number.isNaN(day.getTime()) ? '0000-00-00' : day.toISOString().slice(0, 10);
}

/** @param {Payment} payment */
function customerOf(payment) {
	const customer = customerFor(payment);
	const type = customer.Billing?.company ? 'company' : 'person';
	return {
		...customer,
		Billing: { ...customer.Billing, type },
		Shipping: { ...customer.Shipping, type },
		companySigner: { pno: '' },
	};
}

module.exports = { invoice, invoicesByCustomer };
