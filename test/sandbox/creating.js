const { readCart } = require('./cartCheck');
const { refusalOfCredit } = require('./customers');
const { statusDone } = require('./lifeCycle');
const { figure, member, text } = require('./request');
const {
	CREDIT,
	refusalOfAmount,
	refusalOfCustomer,
	refusalOfEssentials,
	refusalOfMethod,
	refusalOfTimes,
	today,
} = require('./requirements');
const { keptSections } = require('./sections');
const { PAY_LINK } = require('./urls');

/**
 * What addPayment asks for, in the order in which it is checked.
 *
 * @typedef {import('./account').Account} Account
 * @typedef {import('./payments').Payments} Payments
 * @typedef {import('./request').Request} Request
 * @typedef {import('./seeds').Payment} Payment
 * @typedef {{
 *   request: Request, account: Account, payments: Payments, payment: unknown, customer: unknown,
 *   method: number, withtax: number,
 * }} Order
 */

/** @param {Order} order */
function refusalOfPlan({ account, payment, method, withtax }) {
	if (method !== 4) return undefined;
	const id = text(payment, 'paymentplanid');
	if (id === '') return '9108';
	const plan = account.plans.find(({ paymentplanid }) => paymentplanid === id);
	const fits =
		plan && plan.expirydate >= today() && withtax >= +plan.minamount && withtax <= +plan.maxamount;
	return fits ? undefined : '9110';
}

/** The first payment with a card that is to be charged again. @param {Order} order */
const savedCard = ({ request }) => text(member(request.data, 'Card'), 'recurringnr');

/** @param {Order} order */
function refusalOfSavedCard(order) {
	const { request, payments, account, method } = order;
	if (method !== 8 || savedCard(order) === '') return undefined;
	if (!account.savedCards) return '5014';
	const first = payments.get(savedCard(order), request.test, request.merchant.id);
	const isSaved = first?.method === 8 && first.sections?.Card?.recurring === '1';
	return isSaved && ['Created', 'Paid'].includes(first.status) ? undefined : '4100';
}

/** @type {Array<(order: Order) => string | undefined>} */
const CHECKS = [
	({ account, method }) => refusalOfMethod(account, method),
	({ payment }) => refusalOfEssentials(payment),
	({ payment, method }) =>
		(method === 4 || method === 16) && text(payment, 'currency') !== 'SEK' ? '6012' : undefined,
	({ payment }) => refusalOfTimes(payment),
	({ customer, method }) => refusalOfCustomer(customer, method),
	({ account, payment, method }) =>
		account.demandsBankId && CREDIT.includes(method) && text(payment, 'bankid') !== 'true'
			? '5101'
			: undefined,
	(order) => {
		const cart = readCart(order.request.data);
		if ('code' in cart) return cart.code;
		order.withtax = cart.withtax;
		return refusalOfAmount(order.account, cart.withtax);
	},
	refusalOfPlan,
	({ account, payment }) => {
		const id = text(payment, 'feeid');
		const known = account.fees.some((/** @type {any} */ fee) => fee.feeid === id);
		return id === '' || known ? undefined : '61101';
	},
	refusalOfSavedCard,
	({ customer, method }) => (CREDIT.includes(method) ? refusalOfCredit(customer) : undefined),
	({ request, account, payments }) =>
		account.uniqueOrderIds && payments.hasOrder(request.orderid, ownerOf(request))
			? '5199'
			: undefined,
];

/** @param {Order} order @returns {Payment['status']} */
function statusOf(order) {
	const { account, payment, method } = order;
	if (CREDIT.includes(method)) {
		if (account.demandsBankId) return 'WaitingForBankIDIdentification';
		if (account.creditCheck === 'waits') return 'Pending';
	}
	if (method === 2048) return 'Created';
	if (method === 8 && savedCard(order) !== '') return 'Paid';
	const waits = method === 8 || method & PAY_LINK || statusDone(method) === 'Paid';
	return waits ? 'WaitingForPurchase' : statusDone(method, figure(payment, 'autoactivate'));
}

/** @param {Request} request */
const ownerOf = ({ test, merchant }) => ({ test, merchant: merchant.id });

/**
 * @param {Request} request addPayment
 * @param {Payments} payments
 * @param {Account} account
 * @returns {{ code: string } | { draft: import('./payments').Draft }}
 */
function readPayment(request, payments, account) {
	const { data, orderid } = request;
	const payment = member(data, 'PaymentData');
	const customer = member(data, 'Customer');
	const method = Number(text(payment, 'method'));
	const order = { request, account, payments, payment, customer, method, withtax: 0 };
	for (const check of CHECKS) {
		const code = check(order);
		if (code) return { code };
	}
	const { withtax } = order;
	const status = statusOf(order);
	const sections = keptSections(data, payments.nextCustomer);
	const { currency } = sections.PaymentData ?? {};
	const kept = sections.PaymentData?.orderid ?? orderid;
	return { draft: { orderid: kept, method, withtax, currency, status, sections } };
}

module.exports = { ownerOf, readPayment };
