import { findOperation, properties } from '../../nodes/Qvickly/actions';
import type { Call, Operation } from '../../nodes/Qvickly/actions/operation';
import { operationFiles } from './operationFiles';
import { INFO, PAYMENT, taskOf, usualFields, verified } from './tasks';

const ORDER = { ...PAYMENT, orderid: '2026-1001' };
const CHECKOUT = { ...PAYMENT, number: '111222', url: 'https://checkout.qvickly.io/1/2a6b' };

/** What Qvickly's functions answer when all goes well. Add one with a new function. */
const ANSWERS: Record<string, object> = {
	getPaymentinfo: { ...INFO, Settlement: { number: '77', date: '2024-08-01' } },
	cancelPayment: { ...PAYMENT, status: 'Cancelled' },
	activatePayment: { ...PAYMENT, status: 'Factoring' },
	creditPayment: { ...PAYMENT, number: '1000299', status: 'Credited' },
	addPayment: { ...ORDER, number: '1000300' },
	updatePayment: PAYMENT,
	duplicatePayment: { ...PAYMENT, number: '1000301' },
	initCheckout: { ...CHECKOUT, orderid: '2026-1001' },
	updateCheckout: { ...CHECKOUT, status: 'CheckoutLoaded' },
	createInvoiceFromOrderHash: { ...PAYMENT, alreadycreated: '1' },
	getOrderInfo: {
		...INFO,
		PaymentData: { ...INFO.PaymentData, number: '111222', order: PAYMENT },
	},
	getAddress: { firstname: 'Testperson', lastname: 'Approved', zip: '12345' },
	getAccountinfo: { company: 'Test', paymentoptions: [{ method: '1' }], checkout: '1' },
	getFees: [{ feeid: '1', fee: '1900', description: [{ language: 'sv', description: 'Avgift' }] }],
	getPaymentplans: [{ paymentplanid: '1', monthlycost: '21500' }],
	getSettlements: {
		Settlements: [{ SettlementId: '5', SettlementDate: '2024-04-29', InvoiceIds: ['12349'] }],
	},
	getSettlementsWithDetails: {
		SettlementId: '5',
		Purchase: { Topay: '100', Payout: '100', Invoices: [{ id: '12345', payout: '100.00' }] },
	},
	getDuePayments: [{ number: '9864', dueDate: '2020-01-18', topay: '200' }],
	getCustomersByName: [{ customerid: '1', name: 'Testperson' }],
	getExchangeRate: { rate: '11.45', result: '0', date: '2026-01-30' },
	getVatrate: { result: '25' },
	crediflowSearchParty: [{ ID: '1', Name: 'Testcompany', GLN: '7300000000000' }],
	updateStatusLogOfInvoiceByHash: { result: 'OK' },
	getTerms: { terms: '<p>Terms</p>' },
};

const files = operationFiles();

it('there are operation files, or these tests would say nothing', () => {
	expect(files.length).toBeGreaterThanOrEqual(27);
});

describe.each(files)('$resource/$file', ({ resource, operation, listed, schemaPath, schema }) => {
	const { value } = operation.option;

	it("has its line in the resource's operations.ts", () => {
		expect(listed).toContain(operation);
	});

	it('is found by the name of its resource and its own', () => {
		expect(findOperation(resource, value)).toBe(operation);
	});

	it('has an output schema with exactly the fields of its output items', () => {
		expect({ schemaPath, exists: schema !== undefined }).toEqual({ schemaPath, exists: true });
		const types = Object.entries(schema!.properties).map(([name, { type }]) => [name, type]);
		// Of a function that the user names, the fields are not known.
		if (schema!.additionalProperties) return;
		for (const item of outputs(operation)) {
			expect(types).toEqual(Object.entries(item).map(([name, of]) => [name, typeOf(of)]));
		}
	});

	it('tells a model whether it moves money or cannot be undone, unless it only reads', () => {
		const isRead = operation.kind === 'read' || operation.kind === 'list';
		expect(operation.toolDescription).toMatch(
			isRead ? /changes nothing/ : /moves? money|cannot be undone|never call it again/,
		);
		const isAboutOne = operation.fields.some(({ name }) => /^(number|invoiceHash)$/.test(name));
		expect(operation.toolDescription.includes('never guess it')).toBe(isAboutOne);
	});
});

it('no field that several operations share speaks of what one of them does', () => {
	const texts = new Map<string, Set<string>>();
	for (const one of properties.flatMap((field) => [field, ...(field.options ?? [])])) {
		const { name, description = '' } = one as { name: string; description?: string };
		texts.set(name, (texts.get(name) ?? new Set()).add(description));
	}
	const shared = ['number', 'options', 'maxParallelRequests', 'retries', 'timeout'];
	const said = shared.flatMap((name) => [...texts.get(name)!]);
	expect(said.filter((text) => /cancel|activat|credit/i.test(text))).toEqual([]);
});

/** JSON Schema's name of a value's type; what is null at times is text otherwise. */
const typeOf = (value: unknown) =>
	Array.isArray(value) ? 'array' : value === null ? 'string' : typeof value;

/** What an operation gives when Qvickly does it. */
function outputs(operation: Operation): object[] {
	const { call, then } = taskOf(operation, usualFields(operation));
	return [call, ...(then ? [then.call] : [])].flatMap((one: Call) => {
		const answer = ANSWERS[one.request.function];
		if (!answer)
			throw new Error(`Add an answer of ${one.request.function} to ANSWERS in this file`);
		const result = one.result(verified(answer));
		if (!('items' in result)) throw new Error(JSON.stringify(result));
		return result.items;
	});
}
