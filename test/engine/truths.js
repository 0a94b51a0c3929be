const { READS } = require('./truthsOfReads');

/**
 * What the sandbox knows to be true.
 *
 * @typedef {import('./claims').Sandbox} Sandbox
 * @typedef {import('./claims').Fields} Fields
 */

/** @param {Sandbox} sandbox @param {Fields} item */
const truthOf = ({ payments }, { number }) => payments.truth(number);

/** @param {unknown} amount in the currency */
const inÖre = (amount) => Math.round(Number(amount) * 100);

/** @param {Fields} fields @param {Fields} item @param {Sandbox} sandbox */
const isCredited = ({ creditNumber }, { number, credited }, { payments }) =>
	payments.credits.some(
		(credit) =>
			credit.number === creditNumber &&
			credit.of === String(number) &&
			(credited === undefined || credit.amount === inÖre(credited)),
	);

/**
 * @param {Fields} fields
 * @param {Fields} item
 * @param {Sandbox} sandbox
 */
const hasStatus = ({ status }, item, sandbox) =>
	status === undefined || status === truthOf(sandbox, item)?.status;

/**
 * Of any function; `list` has what it gave. The error of a run that stops keeps no more than the first.
 *
 * @param {Fields} fields @param {Fields} item @param {Sandbox} sandbox
 */
function wasCalled({ list, ...kept }, item, sandbox) {
	const [one, ...more] = list ?? [kept];
	if (more.length > 0) return false;
	if (item.function === 'creditPayment') {
		return isCredited({ creditNumber: one.number }, item, sandbox);
	}
	const { number = '', status } = one.PaymentData ?? {};
	const isKept = list === undefined && number === '';
	return isKept || (number === String(item.number) && hasStatus({ status }, item, sandbox));
}

/**
 * Whether what is said of a done item is true, by operation: that of a payment by its name alone.
 * Of what was only read, the error of a run that stops keeps no more than the number. An input item
 * says what is wanted: `credited` is an amount, `title` that of the one row, `newOrderId` as it is.
 *
 * @type {Record<string, (fields: Fields, item: Fields, sandbox: Sandbox) => boolean>}
 */
const IS_TRUE = {
	get: hasStatus,
	waitForPayment: hasStatus,
	activate: (_, item, sandbox) => truthOf(sandbox, item)?.stage === 'activated',
	cancel: (_, item, sandbox) => truthOf(sandbox, item)?.stage === 'cancelled',
	credit: isCredited,
	cancelOrCredit: (fields, item, sandbox) =>
		fields.action === 'credited'
			? isCredited(fields, item, sandbox)
			: truthOf(sandbox, item)?.stage === 'cancelled',
	create({ number, total }, { orderid }, { payments }) {
		const truth = payments.truth(number);
		return truth?.orderid === String(orderid) && truth.withtax === inÖre(total);
	},
	update(_, item, sandbox) {
		const { orderid, rows = [] } = truthOf(sandbox, item) ?? {};
		const { newOrderId = orderid, title = rows[0]?.title } = item;
		return orderid === newOrderId && rows[0]?.title === title;
	},
	duplicate: ({ number, copyOf }, item, { payments }) =>
		copyOf === String(item.number) && payments.truth(number)?.orderid === `${copyOf}-copy`,
	'checkout.create'({ temporaryNumber, url, total }, { orderid }, { payments }) {
		const checkout = payments.checkouts.get(temporaryNumber);
		const isIts = checkout?.orderid === String(orderid) && checkout.url === url;
		return isIts && checkout.withtax === inÖre(total);
	},
	'checkout.update': (_, { number, title }, { payments }) =>
		payments.checkouts.get(number)?.sections.Articles?.[0]?.title === title,
	'checkout.createInvoice': ({ number }, { hash }, { payments }) =>
		payments.checkouts.byHash(hash)?.payment?.number === number,
	'checkout.get'({ temporaryNumber, total }, { hash }, { payments }) {
		const checkout = payments.checkouts.byHash(hash);
		const isIts = checkout?.number === temporaryNumber && checkout?.withtax === inÖre(total);
		return temporaryNumber === undefined || isIts;
	},
	'customer.getAddress': ({ city }, item) => city === undefined || city === item.city,
	'account.get': ({ company }, _, { merchant }) =>
		company === undefined || company.includes(merchant.id),
	'account.getPaymentPlans': ({ list }, _, { state }) =>
		list === undefined || list.length === state.account.plans.length,
	'account.getFees': ({ list }, _, { state }) =>
		list === undefined || list.length === state.account.fees.length,
	addLogNote: ({ hash }, item, { payments }) =>
		hash === item.hash &&
		payments.notes.some(({ hash: of, text }) => of === hash && text === item.note),
	'api.callFunction': wasCalled,
	...READS,
};

module.exports = { IS_TRUE };
