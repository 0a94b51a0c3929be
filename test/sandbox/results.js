const { cartOf } = require('./cart');

/** @typedef {import('./payments').Payment} Payment */

/** @type {Record<number, string>} */
const METHODS = { 1: 'Faktura', 2: 'Faktura', 4: 'Delbetalning', 8: 'Kort', 1024: 'Swish' };

const SHOP = 'https://www.mystore.se';
const URLS = {
	accepturl: `${SHOP}/completedpayment`,
	cancelurl: `${SHOP}/failedpayment`,
	callbackurl: `${SHOP}/callback.php`,
};

/** What the functions that change a payment answer with. @param {Payment} payment */
function basicResult(payment) {
	const { number, orderid, url } = payment;
	const result = { number, status: spelled(payment), orderid, url };
	return written(leaveOut(result, payment.without), payment);
}

/** What getPaymentinfo answers with. @param {Payment} payment */
function paymentInfo(payment) {
	const { number, orderid, url, method, currency, settlement } = payment;
	const data = {
		method: String(method),
		method_name: METHODS[method] ?? 'Övrigt',
		paymentplanid: method === 4 ? '1' : '',
		currency,
		country: 'SE',
		language: 'sv',
		autoactivate: '0',
		orderid,
		status: spelled(payment),
		paymentid_related: payment.creditOf ?? '',
		number,
		urls: URLS,
		url,
	};
	return written(
		{
			PaymentData: leaveOut(data, payment.infoWithout),
			PaymentInfo: {
				paymentdate: '2024-07-31',
				paymentterms: '14',
				yourreference: 'Purchaser X',
				ourreference: 'Seller Y',
				projectname: 'Project Z',
				deliverymethod: 'Post',
				deliveryterms: 'FOB',
			},
			Card: { promptname: '', recurring: '', recurringnr: '', ...URLS, returnmethod: '' },
			...(settlement && { Settlement: settlement }),
			Customer: CUSTOMERS[payment.customer],
			...cartOf(payment.withtax, payment.rows),
		},
		payment,
	);
}

/** @param {object} names @param {object} only what only the billing address has */
const addresses = (names, only) => ({
	Billing: {
		...names,
		street: 'Testvägen 1',
		street2: '',
		zip: '211 22',
		city: 'Malmö',
		country: 'SE',
		phone: '0712-345678',
		...only,
	},
	Shipping: {
		...names,
		street: 'Ängsgatan 2',
		street2: 'c/o Öberg',
		zip: '222 22',
		city: 'Lund',
		country: 'SE',
		phone: '0711-345678',
	},
});
const PERSON = { firstname: 'Testperson', lastname: 'Åberg', company: '' };
const COMPANY = { firstname: '', lastname: '', company: 'Testbolaget AB' };
const CUSTOMERS = {
	person: { nr: '12', pno: '195501011018', ...addresses(PERSON, { email: 'person@example.com' }) },
	company: { nr: '13', pno: '5566779988', ...addresses(COMPANY, { email: 'company@example.com' }) },
};

/** @param {Payment} payment */
const spelled = ({ status, cancelledAs }) =>
	status === 'Cancelled' ? (cancelledAs ?? status) : status;

/** @param {object} members @param {string[]} [names] */
const leaveOut = (members, names = []) =>
	Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)));

/** An answer as a payment is to have it. @param {object} result @param {Payment} payment @returns {object} */
const written = (result, { numbers }) => (numbers ? withNumbers(result) : result);

/** The same with every text that is a whole number as one, to the digit. @param {any} value @returns {any} */
function withNumbers(value) {
	if (typeof value === 'string') return /^-?(0|[1-9]\d*)$/.test(value) ? BigInt(value) : value;
	if (Array.isArray(value)) return value.map(withNumbers);
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [name, withNumbers(member)]),
	);
}

module.exports = { basicResult, paymentInfo };
