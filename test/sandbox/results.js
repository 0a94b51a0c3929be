const { cartOf } = require('./cart');
const { divide, readDecimal, readWhole, UNIT } = require('./decimals');

/** @typedef {import('./seeds').Payment} Payment */

/** @type {Record<number, string>} */
const METHODS = {
	...{ 1: 'Faktura', 2: 'Faktura', 4: 'Delbetalning', 8: 'Kort', 16: 'Bank', 1024: 'Swish' },
	...{ 256: 'Betallänk', 264: 'Betallänk', 2048: 'Betala med Qvickly' },
};

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
	const { number, orderid, url, method, settlement, sections } = payment;
	const kept = sections?.PaymentData ?? {};
	const data = {
		method: String(method),
		method_name: METHODS[method] ?? 'Övrigt',
		paymentplanid: kept.paymentplanid ?? (method === 4 ? '1' : ''),
		currency: payment.currency,
		country: kept.country ?? 'SE',
		language: kept.language ?? 'sv',
		autoactivate: kept.autoactivate ?? '0',
		orderid,
		status: spelled(payment),
		paymentid_related: payment.creditOf ?? '',
		number,
		urls: urlsOf(payment),
		url,
	};
	return written(
		{
			PaymentData: leaveOut(data, payment.infoWithout),
			PaymentInfo: sections?.PaymentInfo ?? INFO,
			Card: { ...CARD, ...urlsOf(payment), ...sections?.Card },
			...(settlement && { Settlement: settlement }),
			Customer: customerFor(payment),
			...cartFor(payment),
		},
		payment,
	);
}

const INFO = {
	paymentdate: '2024-07-31',
	paymentterms: '14',
	yourreference: 'Purchaser X',
	ourreference: 'Seller Y',
	projectname: 'Project Z',
	deliverymethod: 'Post',
	deliveryterms: 'FOB',
};

const CARD = { promptname: '', recurring: '', recurringnr: '', ...URLS, returnmethod: '' };

/** Where the customer and the callback go. @param {Pick<Payment, 'sections'>} payment @returns {typeof URLS} */
function urlsOf({ sections }) {
	const none = { accepturl: '', cancelurl: '', callbackurl: '' };
	const given = { ...(sections?.Card ? none : URLS), ...sections?.Card, ...sections?.PaymentData };
	const { accepturl, cancelurl, callbackurl } = given;
	return { accepturl, cancelurl, callbackurl };
}

/** @param {Pick<Payment, 'sections' | 'customer'>} payment @returns {import('./sections').Fields} */
const customerFor = ({ sections, customer }) => sections?.Customer ?? CUSTOMERS[customer];

/** The rows, each with its VAT in öre, and the cart. @param {Payment} payment @returns {{ Articles: import('./sections').Fields[], Cart: import('./sections').Fields }} */
function cartFor({ sections, withtax, rows }) {
	if (!sections?.Articles || !sections.Cart) return cartOf(withtax, rows);
	const Articles = sections.Articles.map((row) => {
		const net = readWhole(row.withouttax) ?? 0n;
		const tax = divide(net * (readDecimal(row.taxrate) ?? 0n), 100n * UNIT);
		return { ...row, tax: String(tax) };
	});
	return { Articles, Cart: sections.Cart };
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

module.exports = { METHODS, basicResult, cartFor, customerFor, paymentInfo, spelled, urlsOf };
