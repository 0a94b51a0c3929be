const { readCart } = require('./cartCheck');
const { ownerOf } = require('./creating');
const { settle } = require('./finishing');
const { statusDone } = require('./lifeCycle');
const { figure, member, text } = require('./request');
const {
	refusalOfAmount,
	refusalOfEssentials,
	refusalOfMethod,
	refusalOfTimes,
} = require('./requirements');
const { basicResult } = require('./results');
const { keptSections } = require('./sections');
const { SECTIONS, refusalOfOrderId, updatedSections } = require('./updating');

/**
 * The functions of checkouts.
 *
 * @typedef {import('./checkouts').Checkout} Checkout
 * @typedef {import('./functions').Context} Context
 * @typedef {import('./payments').Outcome} Outcome
 * @typedef {import('./request').Request} Request
 */

/** What a call on a checkout answers with. @param {Checkout} checkout */
const result = ({ number, status, orderid, url }) => ({ number, status, orderid, url });

/** The codes of addresses that are none. @type {Array<[string, string, string]>} */
const URLS = [
	['CheckoutData', 'terms', '6028'],
	['CheckoutData', 'privacyPolicy', '6029'],
	['PaymentData', 'accepturl', '6024'],
	['PaymentData', 'callbackurl', '6025'],
	['PaymentData', 'cancelurl', '6026'],
];

/** @param {unknown} data */
const refusalOfUrls = (data) =>
	URLS.find(([section, name]) => {
		const url = text(member(data, section), name);
		return url !== '' && !/^https?:\/\/[^\s/]+/.test(url);
	})?.[2];

/** What a checkout can be in. @type {Array<[string, string[], string]>} */
const OFFERED = [
	['currency', ['SEK'], '50016'],
	['country', ['SE'], '50017'],
	['language', ['sv', 'en'], '50018'],
];

/** @param {Request} request @param {Context} context @returns {Outcome} */
function initCheckout(request, { payments, account, pretend }) {
	const { data, orderid } = request;
	const payment = member(data, 'PaymentData');
	if (!account.checkout) return { code: '50000' };
	const isTermless = text(member(data, 'CheckoutData'), 'terms') === '';
	const code =
		(isTermless ? '50014' : undefined) ??
		refusalOfEssentials(payment) ??
		OFFERED.find(([name, values]) => !values.includes(text(payment, name)))?.[2] ??
		refusalOfUrls(data) ??
		refusalOfTimes(payment);
	if (code) return { code };
	const cart = readCart(data);
	if ('code' in cart) return cart;
	const amount = refusalOfAmount(account, cart.withtax);
	if (amount) return { code: amount };
	const number = payments.nextNumber('checkout');
	const sections = keptSections(data, payments.nextCustomer);
	const seed = { ...ownerOf(request), number, orderid, sections, withtax: cart.withtax };
	return { data: result(payments.checkouts.create(seed, pretend)), changed: !pretend };
}

/** @param {Request} request @param {Context} context @returns {Outcome} */
function updateCheckout(request, { payments, account, pretend }) {
	const { data, number, orderid, test, merchant } = request;
	if (number === '') return { code: '5200' };
	const checkout = payments.checkouts.get(number, test, merchant.id);
	if (!checkout || checkout.payment) return { code: '50013' };
	const code =
		refusalOfOrderId(data) ?? refusalOfUrls(data) ?? refusalOfTimes(member(data, 'PaymentData'));
	if (code) return { code };
	// Unlike a payment, a checkout is always sent with all its rows.
	const cart = readCart(data);
	if ('code' in cart) return cart;
	const amount = refusalOfAmount(account, cart.withtax);
	if (amount) return { code: amount };
	const changed = {
		orderid: orderid || checkout.orderid,
		withtax: cart.withtax,
		sections: updatedSections(checkout.sections, data, payments.nextCustomer),
		status: checkout.status === 'WaitingForPurchase' ? 'CheckoutLoaded' : checkout.status,
	};
	const updated = { ...checkout, ...changed };
	if (pretend) return { data: result(/** @type {any} */ (updated)), changed: false };
	Object.assign(checkout, changed);
	const sections = SECTIONS.filter((name) => member(data, name) !== undefined);
	payments.updates.push({ number, test, merchant: merchant.id, sections });
	return { data: result(checkout), changed: true };
}

/** @param {Request} request @param {Context} context @returns {Outcome} */
function createInvoice(request, { payments, account, pretend }) {
	const { data, order } = request;
	if (order === '') return { code: '50015' };
	const checkout = payments.checkouts.byHash(order, ownerOf(request));
	if (!checkout) return { code: '6010' };
	if (checkout.payment) {
		return { data: { ...basicResult(checkout.payment), alreadycreated: '1' }, changed: false };
	}
	const method = Number(figure(data, 'method') || figure(member(data, 'PaymentData'), 'method'));
	const code = refusalOfMethod(account, method);
	if (code) return { code };
	if (!checkout.sections.Customer?.Billing?.email) return { code: '6035' };
	const status = statusDone(method, checkout.sections.PaymentData?.autoactivate);
	return {
		data: basicResult(settle(payments, checkout, method, status, pretend)),
		changed: !pretend,
	};
}

module.exports = { createInvoice, initCheckout, updateCheckout };
