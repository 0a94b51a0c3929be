const { readCart } = require('./cartCheck');
const { readPno, refusalOfCredit } = require('./customers');
const { ownerOf } = require('./creating');
const { stageOf } = require('./lifeCycle');
const { member, text } = require('./request');
const { CREDIT, refusalOfAmount, refusalOfEmail, refusalOfTimes } = require('./requirements');
const { basicResult } = require('./results');
const { keptCart, keptCustomer, keptInfo, section } = require('./sections');

/**
 * @typedef {import('./account').Account} Account
 * @typedef {import('./payments').Payments} Payments
 * @typedef {import('./payments').Outcome} Outcome
 * @typedef {import('./request').Request} Request
 * @typedef {import('./seeds').Payment} Payment
 */

/** A card payment can only become smaller, a bank payment is done. */
const CARD = 8;
const BANK = 16;

const SECTIONS = ['PaymentData', 'PaymentInfo', 'Card', 'Customer', 'Articles', 'Cart'];

/** Whether a request is to change the rows: if it names them or the cart, it has to name both. @param {unknown} data */
const hasCart = (data) => ['Articles', 'Cart'].some((name) => member(data, name) !== undefined);

/**
 * What an update of a payment, or of a checkout, makes of its order ID.
 *
 * @param {unknown} data
 * @returns {string | undefined} the code that refuses it
 */
function refusalOfOrderId(data) {
	const payment = member(data, 'PaymentData');
	const isEmpty = text(payment, 'orderid') === '';
	return member(payment, 'orderid') !== undefined && isEmpty ? '6009' : undefined;
}

/** @param {Payment} payment @param {Request} request @param {Payments} payments @param {Account} account */
function refusalOf(payment, request, payments, account) {
	const { data, orderid } = request;
	if (stageOf(payment) !== 'open') return '5202';
	if (payment.method === BANK) return '5216';
	const method = text(member(data, 'PaymentData'), 'method');
	if (method !== '' && method !== String(payment.method)) return '5207';
	const isTaken =
		orderid !== '' && orderid !== payment.orderid && payments.hasOrder(orderid, ownerOf(request));
	return (
		refusalOfOrderId(data) ??
		(isTaken && account.uniqueOrderIds ? '5199' : undefined) ??
		refusalOfTimes(member(data, 'PaymentData')) ??
		refusalOfCustomer(member(data, 'Customer'), payment.method)
	);
}

/** Shops send addresses without the number, so only what is sent is checked. @param {unknown} customer @param {number} method */
function refusalOfCustomer(customer, method) {
	const pno = readPno(text(customer, 'pno'));
	if ('code' in pno && pno.code !== '9014') return pno.code;
	const email = text(member(customer, 'Billing'), 'email');
	return (
		(email === '' ? undefined : refusalOfEmail(email)) ??
		(CREDIT.includes(method) ? refusalOfCredit(customer) : undefined)
	);
}

/**
 * The sections that a request names replace those that were, but of PaymentData only its members.
 *
 * @param {Payment['sections']} old
 * @param {unknown} data
 * @param {() => string} nextCustomer
 * @returns {NonNullable<Payment['sections']>}
 */
function updatedSections(old, data, nextCustomer) {
	const given = (/** @type {string} */ name) => section(data, name);
	const [Card, Customer] = [given('Card'), given('Customer')];
	const info = given('PaymentInfo');
	const { number: _, ...PaymentData } = given('PaymentData') ?? {};
	return {
		...old,
		PaymentData: { ...old?.PaymentData, ...PaymentData },
		...(info && { PaymentInfo: keptInfo(info) }),
		...(Card && { Card }),
		...(Customer && { Customer: keptCustomer(Customer, nextCustomer) }),
		...(hasCart(data) && keptCart(data)),
	};
}

/**
 * updatePayment.
 *
 * @param {Request} request
 * @param {Payment} payment
 * @param {import('./functions').Context} context
 * @returns {Outcome}
 */
function updatePayment(request, payment, { payments, account, pretend }) {
	const { data, orderid } = request;
	const code = refusalOf(payment, request, payments, account);
	if (code) return { code };
	let { withtax } = payment;
	if (hasCart(data)) {
		const cart = readCart(data);
		if ('code' in cart) return cart;
		if (payment.method === CARD && cart.withtax > withtax) return { code: '5215' };
		const amount = refusalOfAmount(account, cart.withtax);
		if (amount) return { code: amount };
		withtax = cart.withtax;
	}
	const sections = updatedSections(payment.sections, data, payments.nextCustomer);
	const { currency = payment.currency } = sections.PaymentData ?? {};
	const changed = { orderid: orderid || payment.orderid, withtax, currency, sections };
	if (pretend) return { data: basicResult({ ...payment, ...changed }), changed: false };
	payments.update(
		payment,
		changed,
		SECTIONS.filter((name) => member(data, name) !== undefined),
	);
	return { data: basicResult(payment), changed: true };
}

module.exports = { SECTIONS, hasCart, refusalOfOrderId, updatePayment, updatedSections };
