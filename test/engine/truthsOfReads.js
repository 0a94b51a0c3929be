const { perform } = require('../sandbox/functions');

/**
 * What the sandbox knows to be true of what is only read.
 *
 * @typedef {import('./claims').Sandbox} Sandbox
 * @typedef {import('./claims').Fields} Fields
 */

/** @param {any} value @returns {any} */
const asMap = (value) =>
	typeof value === 'object'
		? new Map(Object.entries(value).map(([name, member]) => [name, asMap(member)]))
		: String(value);

/** What is true when it is asked for. @param {Sandbox} sandbox @param {string} name @param {object} data @returns {any} */
function asked({ payments, state, merchant }, name, data) {
	const about = { number: '', orderid: '', customer: '', order: '', subject: '' };
	const request = { ...about, name, merchant, data: asMap(data), test: false };
	const outcome = perform(/** @type {any} */ (request), {
		...{ payments, account: state.account, pretend: true },
	});
	if ('page' in outcome) return outcome.page;
	return 'data' in outcome ? outcome.data : undefined;
}

/** @param {unknown} amount in the currency */
const inÖre = (amount) => Math.round(Number(amount) * 100);

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Of a list all items are true, in their order, and none is left out or told twice. The error of a run
 * that stops keeps none.
 *
 * @param {(item: Fields, sandbox: Sandbox) => Fields[]} truthOf what is to be listed
 * @param {(row: Fields) => unknown} told what an output item says of it
 * @param {(truth: Fields) => unknown} known the same of a true one
 * @returns {(fields: Fields, item: Fields, sandbox: Sandbox) => boolean}
 */
const listOf =
	(truthOf, told, known) =>
	({ list }, item, sandbox) =>
		list === undefined || same(list.map(told), truthOf(item, sandbox).map(known));

const settlements = listOf(
	({ day }, sandbox) => asked(sandbox, 'getsettlements', { fromDate: day }).Settlements,
	({ settlementId, date, numbers }) => [settlementId, date, numbers],
	({ SettlementId, SettlementDate, InvoiceIds }) => [SettlementId, SettlementDate, InvoiceIds],
);

/** @param {Fields} item @param {Sandbox} sandbox */
const settlementOf = ({ number }, sandbox) =>
	asked(sandbox, 'getsettlementswithdetails', { settlementId: number });

const STATES = ['Paid', 'Purchase'];

const invoices = listOf(
	(item, sandbox) => {
		const data = settlementOf(item, sandbox);
		const of = (/** @type {string} */ state) => data[state].Invoices;
		return STATES.flatMap((state) =>
			of(state).map((/** @type {Fields} */ one) => ({ ...one, state, settlement: data })),
		);
	},
	(row) => [
		...[row.settlementId, row.state, row.number],
		...[row.paidIn, row.toPay, row.payout, row.settlementPayout].map(inÖre),
	],
	(row) => [
		...[row.settlement.SettlementId, row.state, row.id],
		...[row.paidin, row.topay, row.payout, row.settlement.TotalPayout].map(inÖre),
	],
);

const sums = listOf(
	(item, sandbox) => [settlementOf(item, sandbox)],
	({ settlementId, toPay, payout, states }) => [
		...[settlementId, inÖre(toPay), inÖre(payout)],
		...states.map((/** @type {Fields} */ one) => [one.state, inÖre(one.payout), one.numbers]),
	],
	(truth) => [
		...[truth.SettlementId, inÖre(truth.TotalTopay), inÖre(truth.TotalPayout)],
		...STATES.map((state) => {
			const { Payout, Invoices } = truth[state];
			return [state, inÖre(Payout), Invoices.map((/** @type {Fields} */ { id }) => id)];
		}),
	],
);

/** Whether a row tells a difference if there is one. @param {Fields} row @param {Sandbox} sandbox */
function isBalanced({ settlementId, difference }, { payments }) {
	const found = payments.lists.settlements.find(({ id }) => String(id) === settlementId);
	return (difference === null) === !found?.more;
}

const DETAILS = [
	'orderid',
	'status',
	'method',
	'currency',
	'total',
	'net',
	'vat',
	'customerNumber',
];

/** A row that says why it has no details claims nothing by them. @param {Fields} row @param {Sandbox} sandbox */
function hasDetails(row, { payments }) {
	if (row.detailsError === undefined) return true;
	if (row.detailsError !== null) return DETAILS.every((name) => row[name] === null);
	const truth = payments.truth(row.number);
	const byRate = row.vat.flatMap((/** @type {Fields} */ { net, vat }) => [net, vat]);
	const all = byRate
		.map(inÖre)
		.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b, 0);
	return (
		same([row.orderid, row.status], [truth?.orderid, truth?.status]) &&
		same([inÖre(row.total), all], [truth?.withtax, truth?.withtax])
	);
}

/** @param {Fields} fields @param {Fields} item @param {Sandbox} sandbox */
function settlement(fields, item, sandbox) {
	const rows = fields.list ?? [];
	const isTrue = rows[0]?.states ? sums : invoices;
	return (
		isTrue(fields, item, sandbox) &&
		rows.every((/** @type {Fields} */ row) => isBalanced(row, sandbox) && hasDetails(row, sandbox))
	);
}

const overdue = listOf(
	({ day }, sandbox) => asked(sandbox, 'getduepayments', { dueDate: day }),
	({ number, orderid, dueDate, toPayUnknownUnit }) => [number, orderid, dueDate, toPayUnknownUnit],
	({ number, orderid, dueDate, topay }) => [number, orderid, dueDate, topay],
);

const ofCustomer = listOf(
	({ customerNumber }, sandbox) =>
		asked(sandbox, 'getinvoicesbycustomer', { customerno: customerNumber }),
	({ number, orderid, status, total }) => [number, orderid, status, inÖre(total)],
	({ PaymentData: { number, orderid, status }, Cart }) => [
		...[number, orderid, status, Number(Cart.Total.withtax)],
	],
);

const ofPerson = listOf(
	({ pno }, sandbox) => asked(sandbox, 'getinvoicesbypno', { pno, status: 'Sent' }),
	({ number, status, toPay, hash }) => [number, status, toPay, hash],
	({ invoiceid_real, status, topay, hash }) => [invoiceid_real, status, topay, hash],
);

/** @type {Record<string, (fields: Fields, item: Fields, sandbox: Sandbox) => boolean>} */
const READS = {
	getMany(fields, item, sandbox) {
		const isTrue = item.pno ? ofPerson : item.customerNumber ? ofCustomer : overdue;
		return isTrue(fields, item, sandbox);
	},
	'settlement.getMany': settlements,
	'settlement.get': settlement,
	'customer.search': listOf(
		({ name }, sandbox) => asked(sandbox, 'getcustomersbyname', { name }),
		({ customerid, name, email }) => [customerid, name, email || ''],
		({ customerid, name, email }) => [customerid, name, email],
	),
	'account.getTerms'({ html, method }, { amount }, sandbox) {
		const Cart = { Total: { withtax: inÖre(amount) } };
		const page = asked(sandbox, 'getterms', { PaymentData: { method: method ?? 1 }, Cart });
		return html === undefined || html === page;
	},
	'lookup.exchangeRate'({ rate, date }, { currency, day }, sandbox) {
		const truth = asked(sandbox, 'getexchangerate', { currency, date: day });
		return rate === undefined || same([rate, date], [truth.rate, truth.date]);
	},
	'lookup.vatRate': ({ rate }, { country }, sandbox) =>
		rate === undefined || rate === asked(sandbox, 'getvatrate', { country })?.result,
	'lookup.eInvoiceRecipient': listOf(
		({ orgnum }, sandbox) => asked(sandbox, 'crediflowsearchparty', { orgnum }),
		({ id, name, gln }) => [id, name, gln],
		({ ID, Name, GLN }) => [ID, Name, GLN],
	),
};

module.exports = { READS };
