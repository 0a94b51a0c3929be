const { ownerOf } = require('./creating');
const { readPno } = require('./customers');
const { invoice } = require('./invoices');
const { stageOf } = require('./lifeCycle');
const { figure, member, text } = require('./request');
const { today } = require('./requirements');
const { customerFor, spelled } = require('./results');
const { kronor } = require('./settlements');

/**
 * Invoices by person and by hash, customers by name, and what is noted of an invoice.
 *
 * @typedef {import('./request').Request} Request
 * @typedef {import('./functions').Context} Context
 * @typedef {import('./payments').Outcome} Outcome
 * @typedef {import('./seeds').Payment} Payment
 */

/** @param {Request} request @param {Context} context @returns {Outcome} */
function getInvoicesByPno(request, { payments }) {
	const { data } = request;
	const pno = readPno(text(data, 'pno'));
	if ('code' in pno) return pno;
	const status = text(data, 'status');
	if (!['Sent', 'Sent,Paid'].includes(status)) return { code: '7022' };
	const invoices = payments.all(ownerOf(request)).filter((payment) => {
		const its = readPno(String(customerFor(payment).pno));
		const isOpen = ['activated', 'credit'].includes(stageOf(payment)) && payment.status !== 'Paid';
		const isOver = payment.status === 'Paid' || stageOf(payment) === 'cancelled';
		const isTheirs = !('code' in its) && its.ten === pno.ten;
		return isTheirs && (isOpen || (isOver && status === 'Sent,Paid'));
	});
	return { data: invoices.map(entryOf), changed: false };
}

/** @param {Payment} payment */
function entryOf(payment) {
	const { number, hash, withtax, credited, creditOf } = payment;
	const isOver = ['Cancelled', 'Paid'].includes(payment.status);
	const left = kronor(isOver ? 0n : creditOf ? BigInt(-withtax) : BigInt(withtax - credited));
	const { firstname, lastname, company } = /** @type {any} */ (customerFor(payment)).Billing ?? {};
	return {
		...{ status: spelled(payment), name: company || `${firstname} ${lastname}` },
		...{ invoicedate: '2024-07-31', duedate: '2024-08-14', topay: left, invoiceid_real: number },
		...{ fileurl: `https://api.qvickly.io/invoice/${hash}.pdf`, balancedue: left },
		...{ invoicetype: creditOf ? 'K' : 'F', distributor_status: spelled(payment) },
		...{ creditinvoiceid: creditOf ?? '', hash, mm3servicesid: '123456' },
		...{ mexcModulesid: '543210', mexcCustomerinvoicesid: `9${number}` },
	};
}

/** @param {Request} request @param {Context} context @returns {Outcome} */
function getCustomersByName(request, { payments }) {
	const name = text(request.data, 'name').toLowerCase();
	if (name === '') return { code: '7010' };
	/** @type {Map<string, object>} */
	const found = new Map();
	for (const payment of payments.all(ownerOf(request))) {
		const customer = /** @type {any} */ (customerFor(payment));
		const record = recordOf(customer, request.test);
		if (record.name.toLowerCase().includes(name)) found.set(customer.nr, record);
	}
	return { data: [...found.values()], changed: false };
}

/** @param {any} customer @param {boolean} test */
function recordOf({ nr = '', pno = '', Billing = {}, Shipping = {} }, test) {
	const nameOf = (/** @type {any} */ { firstname = '', lastname = '', company = '' }) =>
		company || `${firstname} ${lastname}`.trim();
	return {
		...{ customerid: nr, name: `${test ? '*TEST* ' : ''}${nameOf(Billing)}` },
		...{ address: Billing.street ?? '', address2: '', postcode: Billing.zip ?? '' },
		...{ postoffice: Billing.city ?? '', country: Billing.country ?? '' },
		...{ email: Billing.email ?? '', companyno: pno, telephone: Billing.phone ?? '', mobile: '' },
		...{ deliveryname: nameOf(Shipping), deliveryaddress: Shipping.street ?? '' },
		...{ deliverypostcode: Shipping.zip ?? '', deliverypostoffice: Shipping.city ?? '' },
		...{ currency: 'SEK', language: 'sv', mm3servicesid: '123456', mexcCustomersid: `7${nr}` },
	};
}

/** The invoice with the hash that a request names. @param {Request} request @param {Context} context */
function byHash(request, { payments }) {
	const found = payments.byHash(request.order);
	const { test, merchant } = ownerOf(request);
	return found?.test === test && found.merchant === merchant ? found : undefined;
}

/** @param {Request} request @param {Context} context @returns {Outcome} */
function getInvoiceByHash(request, context) {
	if (request.order === '') return { code: '50015' };
	const payment = byHash(request, context);
	if (!payment) return { code: '6010' };
	const extra = { apiLogsid: '1', apiClient: 'Sandbox:1.0', alladdresses: [], apiVersion: '2.5.0' };
	return { data: { ...extra, ...invoice(payment) }, changed: false };
}

/** @param {Request} request @param {Context} context @returns {Outcome} */
function updateStatusLogOfInvoiceByHash(request, context) {
	if (request.order === '') return { code: '50015' };
	const payment = byHash(request, context);
	if (!payment) return { code: '6010' };
	const body = member(request.data, 'body');
	const template = text(body, 'text');
	if (template === '') return { code: '9004' };
	const note = template.replace(/%\((\w+)\)/g, (_, name) => text(body, name));
	const { number, test, merchant, hash } = payment;
	if (!context.pretend) context.payments.notes.push({ number, test, merchant, hash, text: note });
	return { data: { result: 'OK' }, changed: !context.pretend };
}

/** What a household has left in a month, in kronor. */
const ENOUGH = 1000;

/** @param {Request} request @param {Payment} payment @param {Context} context @returns {Outcome} */
function uploadKalpForm({ data }, payment, { pretend }) {
	const paymentplanid = figure(member(data, 'PaymentData'), 'paymentplanid');
	if (paymentplanid === '') return { code: '9997' };
	const household = member(data, 'kalpData');
	const of = (/** @type {string} */ name) => Number(figure(household, name));
	const names = ['monthlyIncome', 'nbrOfPerson', 'monthlyExpenses', 'monthlyLoans'];
	if (names.some((name) => figure(household, name) === '' || Number.isNaN(of(name)))) {
		return { code: '9998' };
	}
	const monthlyCost = Math.round(payment.withtax / 1200);
	const result = of('monthlyIncome') - of('monthlyExpenses') - of('monthlyLoans') - monthlyCost;
	return {
		data: {
			...{ number: payment.number, PaymentData: { paymentplanid } },
			...Object.fromEntries(names.map((name) => [name, figure(household, name)])),
			...{ typeOfAccommodation: text(household, 'typeOfAccommodation') },
			...{ monthlyCost: String(monthlyCost), result: String(result) },
			...{ date: today() },
			status: result >= ENOUGH ? 'Passed' : 'Failed',
		},
		changed: !pretend,
	};
}

module.exports = {
	getCustomersByName,
	getInvoiceByHash,
	getInvoicesByPno,
	updateStatusLogOfInvoiceByHash,
	uploadKalpForm,
};
