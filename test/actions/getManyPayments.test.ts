import { getMany } from '../../nodes/Qvickly/actions/payment/getMany.operation';
import { problemOf, sentFor, taskOf, verified } from './tasks';

const OVERDUE = { by: 'overdue', dueFrom: '2026-01-31' };
const CUSTOMER = { by: 'customer', customerNumber: '123456' };
const PNO = { by: 'pno', pno: '550101-1018' };

/** The items of an answer. */
function items(fields: object, data: object) {
	const read = taskOf(getMany, fields).call.result(verified(data));
	if (!('items' in read)) throw new Error(JSON.stringify(read));
	return read.items;
}

/** Fields that a list does not have. */
const NOTHING = {
	...{ orderid: null, status: null, invoiceStatus: null, type: null, invoiceDate: null },
	...{ dueDate: null, paidDate: null, customerName: null, currency: null, total: null },
	...{ balanceDue: null, toPay: null, toPayUnknownUnit: null, balanceDueUnknownUnit: null },
	...{ url: null, hash: null },
};

it.each<[object, object, string, object]>([
	[OVERDUE, {}, 'getDuePayments', { dueDate: '2026-01-31' }],
	[CUSTOMER, {}, 'getInvoicesByCustomer', { customerno: '123456' }],
	[{ ...CUSTOMER, customerNumber: 12 }, {}, 'getInvoicesByCustomer', { customerno: '12' }],
	[PNO, {}, 'getInvoicesByPno', { pno: '550101-1018', status: 'Sent' }],
	[PNO, { includePaid: true }, 'getInvoicesByPno', { pno: '550101-1018', status: 'Sent,Paid' }],
])('asks by %j and %j with %s', (fields, options, name, data) => {
	expect(taskOf(getMany, fields, options).call.request.function).toBe(name);
	expect(sentFor(getMany, fields, options)).toEqual(data);
});

it.each<[object, string]>([
	[{ by: 'overdue', dueFrom: '' }, "'Due From' is empty"],
	[{ by: 'customer', customerNumber: '' }, 'the customer number is empty'],
	[{ by: 'customer', customerNumber: 'Anna' }, '"Anna" is no customer number'],
	[{ by: 'name' }, `"name" is no value of 'By'`],
	[{ by: 'pno', pno: 'Anna' }, '"Anna" is no personal or organisation number'],
])('refuses %j', (fields, problem) => {
	expect(problemOf(getMany, fields)).toBe(problem);
});

it('no message has a whole personal number', () => {
	expect(taskOf(getMany, PNO).subject).toBe('the list of invoices of customer 550101-****');
	const listOf = (customerNumber: string) =>
		taskOf(getMany, { by: 'customer', customerNumber }).subject;
	expect(listOf('195501011018')).not.toContain('1018');
	expect(listOf('5501011018')).not.toContain('1018');
	expect(listOf('501011018')).toBe('the list of payments of customer 501011018');
	expect(problemOf(getMany, { by: 'pno', pno: '550101 1018' })).not.toContain('1018');
	expect(problemOf(getMany, { by: 'customer', customerNumber: '550101 1018' })).not.toContain(
		'1018',
	);
});

it('gives what is overdue, its amount in a unit that is not documented', () => {
	// The sample of Qvickly's page "Get due payments".
	const entry = {
		...{ number: '4833', orderid: 'P123456997', invoiceDate: '2020-01-21' },
		...{ invoiceStatus: 'Collection', dueDate: '2020-02-04', topay: '5000' },
	};
	expect(items(OVERDUE, [entry])).toEqual([
		{
			...NOTHING,
			...{ number: '4833', orderid: 'P123456997', invoiceDate: '2020-01-21' },
			...{ invoiceStatus: 'Collection', dueDate: '2020-02-04', toPayUnknownUnit: '5000' },
		},
	]);
});

it("gives a customer's payments, their amounts in the currency", () => {
	const entry = {
		PaymentData: {
			...{ number: 12345, orderid: '123456', status: 'Canceled', currency: 'SEK' },
			...{ url: 'https://a.example/1', duedate: '2024-05-09', paiddate: '0000-00-00 00:00:00' },
		},
		PaymentInfo: { paymentdate: '2024-05-04', invoiceStatus: '', balancedue: 9950 },
		Customer: { Billing: { firstname: 'Tess', lastname: 'T' } },
		Cart: { Total: { withtax: '12500' } },
	};
	expect(items(CUSTOMER, [entry])).toEqual([
		{
			...NOTHING,
			...{ number: '12345', orderid: '123456', status: 'Cancelled', currency: 'SEK' },
			...{ url: 'https://a.example/1', invoiceDate: '2024-05-04', dueDate: '2024-05-09' },
			...{ customerName: 'Tess T', total: '125.00', balanceDue: '99.50' },
		},
	]);
});

/** Both samples of Qvickly's pages about getInvoicesByPno. */
const SAMPLES = [
	{
		...{ status: 'Cancelled', name: 'Whazzup', invoicedate: '2024-04-19', duedate: '2024-05-03' },
		...{ topay: '0.00', invoiceid_real: '12345' },
		fileurl: 'http://www.combain.com/mexc/customerinvoices/2024089017233469726180c4f1b6bce.pdf',
		...{ balancedue: '0.00', invoicetype: 'F', distributor_status: 'Cancelled' },
		...{ creditinvoiceid: '', hash: '2024089017233469726180c4f1b6bce' },
		...{ mm3servicesid: '123456', mexcModulesid: '543210', mexcCustomerinvoicesid: '1234567' },
	},
	{
		...{ status: 'Sent', name: 'Test Testsson', invoicedate: '2019-01-01', duedate: '2019-01-31' },
		...{ topay: '1000.00', invoiceid_real: 123456, fileurl: 'https://example.com/invoice.pdf' },
		...{ balancedue: 1000, invoicetype: 'F', distributor_status: 'Sent', creditinvoiceid: 0 },
		...{ hash: '1234567890', mm3servicesid: 123456, mexcModulesid: 123456 },
	},
];

it("gives a person's invoices: to pay in kronor, the balance in a unit that is not documented", () => {
	expect(items(PNO, SAMPLES)).toEqual([
		{
			...NOTHING,
			...{ number: '12345', status: 'Cancelled', invoiceStatus: 'Cancelled', type: 'invoice' },
			...{ invoiceDate: '2024-04-19', dueDate: '2024-05-03', customerName: 'Whazzup' },
			...{ toPay: '0.00', balanceDueUnknownUnit: '0.00', url: SAMPLES[0]!.fileurl },
			hash: '2024089017233469726180c4f1b6bce',
		},
		{
			...NOTHING,
			...{ number: '123456', status: 'Sent', invoiceStatus: 'Sent', type: 'invoice' },
			...{ invoiceDate: '2019-01-01', dueDate: '2019-01-31', customerName: 'Test Testsson' },
			...{ toPay: '1000.00', balanceDueUnknownUnit: '1000' },
			...{ url: 'https://example.com/invoice.pdf', hash: '1234567890' },
		},
	]);
});

it.each([
	['F', 'invoice'],
	['K', 'credit'],
	['KN', 'cash'],
	['RF', 'interest'],
	['XX', 'XX'],
	['constructor', 'constructor'],
	['', null],
	[undefined, null],
])('names the kind %j of an invoice %j', (invoicetype, type) => {
	expect(items(PNO, [{ ...SAMPLES[0], invoicetype }])[0]).toHaveProperty('type', type);
});

it('every way gives the same fields', () => {
	const names = [OVERDUE, CUSTOMER, PNO].map((fields) => Object.keys(items(fields, [{}])[0]!));
	expect(names[1]).toEqual(names[0]);
	expect(names[2]).toEqual(names[0]);
});

it.each([OVERDUE, CUSTOMER, PNO])('gives nothing for an empty list, by %j', (fields) => {
	expect(items(fields, [])).toEqual([]);
	expect(items(fields, {})).toEqual([]);
	expect(items(fields, { 10: {}, 12: {} })).toHaveLength(2);
});

it.each([OVERDUE, CUSTOMER, PNO])('takes what is no list for no answer, by %j', (fields) => {
	expect(taskOf(getMany, fields).call.result(verified({ number: '1' }))).toHaveProperty('open');
	expect(taskOf(getMany, fields).call.result(verified(['1']))).toHaveProperty('open');
	for (const key of ['x1', '1x'])
		expect(taskOf(getMany, fields).call.result(verified({ [key]: {} }))).toHaveProperty('open');
});
