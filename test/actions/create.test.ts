import { create } from '../../nodes/Qvickly/actions/payment/create.operation';
import { TYPES, type Type } from '../../nodes/Qvickly/actions/order/types';
import { ADDRESS, problemOf, ROWS, sentFor, taskOf, verified } from './tasks';

const PERSON = { ...ADDRESS, personalNumber: '550101-1018', email: 'a@b.se' };
const { street, zip, city } = ADDRESS;
const COMPANY = {
	...{ street, zip, city, buyer: 'company', organisationNumber: '556677-9988' },
	...{ company: 'Testcompany', email: 'a@b.se' },
};

/** What each type needs beside an order ID and rows. */
const NEEDED: Record<Type, Record<string, unknown>> = {
	...{ bank: {}, card: {}, payLink: {}, payWithQvickly: {}, swish: {} },
	invoice: PERSON,
	handlingInvoice: { email: 'a@b.se' },
	partPayment: { ...PERSON, planId: '2' },
};
const ALL = Object.keys(TYPES) as Type[];

const fieldsOf = (type: Type, more: object = {}) => ({
	...{ type, orderid: '2026-1001', rows: ROWS },
	...NEEDED[type],
	...more,
});
const sent = (type: Type, more: object = {}, options: object = {}) =>
	sentFor(create, fieldsOf(type, more), options);

describe('what is sent to make a payment', () => {
	it.each<[Type, string]>([
		['invoice', '1'],
		['handlingInvoice', '2'],
		['partPayment', '4'],
		['card', '8'],
		['bank', '16'],
		['payLink', '256'],
		['swish', '1024'],
		['payWithQvickly', '2048'],
	])('for the type %s has the method %s, and all that Qvickly requires', (type, method) => {
		const { PaymentData, Articles, Cart } = sent(type);
		expect(PaymentData).toMatchObject({
			...{ method, currency: 'SEK', orderid: '2026-1001', country: 'SE', language: 'sv' },
		});
		expect(Articles).toMatchObject([{ title: 'Test', withouttax: '8000', taxrate: '25' }]);
		expect(Cart).toEqual({ Total: { withouttax: '8000', tax: '2000', withtax: '10000' } });
	});

	it('is one call of addPayment, once, and a claim to the order ID', () => {
		expect(taskOf(create, fieldsOf('card'))).toMatchObject({
			...{ subject: 'the payment for order 2026-1001', claim: 'the order ID "2026-1001"' },
			call: { kind: 'once', request: { function: 'addPayment' } },
		});
	});

	it('has the currency that was chosen, except where only SEK can be paid in', () => {
		expect(sent('card', { currency: 'EUR' }).PaymentData!.currency).toBe('EUR');
		expect(sent('bank', { currency: 'EUR' }).PaymentData!.currency).toBe('SEK');
		expect(problemOf(create, fieldsOf('card', { currency: 'euro' }))).toBe('"euro" is no currency');
	});

	it('has no customer where none is given, never an empty one', () => {
		for (const type of ['card', 'payLink', 'swish'] as const) {
			expect(sent(type)).not.toHaveProperty('Customer');
		}
	});

	it('has a person with personal number and whole address for an invoice', () => {
		expect(sent('invoice', { customer: { phone: '070' } }).Customer).toEqual({
			pno: '550101-1018',
			Billing: expect.objectContaining({ firstname: 'Testperson', city: 'Testcity', phone: '070' }),
		});
	});

	it('has a company instead, if it is told so', () => {
		const { Customer } = sentFor(create, {
			...{ type: 'invoice', orderid: '1', rows: ROWS },
			...COMPANY,
		});
		expect(Customer).toMatchObject({
			...{ pno: '556677-9988', Billing: { company: 'Testcompany', email: 'a@b.se' } },
		});
		expect(Customer!.Billing).not.toHaveProperty('firstname');
	});

	it('has the plan of a part payment, and options where they belong', () => {
		const { PaymentData, PaymentInfo } = sent('partPayment', {}, { dueDays: 30, bankId: true });
		expect(PaymentData).toMatchObject({ paymentplanid: '2', bankid: 'true' });
		expect(PaymentInfo).toEqual({ paymentterms: '30' });
	});

	it('has typeset text in plain characters, but never in the order ID', () => {
		const rows = { row: [{ ...ROWS.row[0], description: 'Stol – ”blå”' }] };
		expect(sent('card', { rows }).Articles).toMatchObject([{ title: 'Stol - "blå"' }]);
		const kept = { replaceCharacters: false };
		expect(() => sent('card', { rows }, kept)).toThrow(/Articles.*title/);
		expect(() => sent('card', { orderid: 'A–1' })).toThrow(/PaymentData.*orderid/);
		const emoji = { row: [{ ...ROWS.row[0], description: 'Stol 😀' }] };
		expect(() => sent('card', { rows: emoji })).toThrow(/Articles.*title/);
	});

	it('has the order ID as it is given, also a number', () => {
		expect(sent('card', { orderid: ' 00-A 7 ' }).PaymentData!.orderid).toBe('00-A 7');
		// As Qvickly will give it back, however the letter came.
		expect(taskOf(create, fieldsOf('card', { orderid: 'A\u030a1' })).claim).toBe(
			'the order ID "\u00c51"',
		);
		expect(sent('card', { orderid: 1001 }).PaymentData!.orderid).toBe('1001');
	});
});

describe('an item is refused', () => {
	it.each<[string, object]>([
		['the order ID is empty', { orderid: ' ' }],
		['the order ID is empty', { orderid: undefined }],
		['cannot be an order ID', { orderid: 'x'.repeat(256) }],
		// A number with more digits than JavaScript keeps, and what is no text at all.
		['9007199254740992 cannot be an order ID', { orderid: 2 ** 53 }],
		['1.5 cannot be an order ID', { orderid: 1.5 }],
		['true cannot be an order ID', { orderid: true }],
		['{"id":1} cannot be an order ID', { orderid: { id: 1 } }],
		['the order ID is empty', { orderid: null }],
		[`"gift" is no value of 'Type'`, { type: 'gift' }],
		[`"toString" is no value of 'Type'`, { type: 'toString' }],
		['there is no row with a price', { rows: {} }],
		[`"x" in 'Email' is no email address`, { customer: { email: 'x' } }],
		[`'Street' is missing in 'Shipping Address'`, { shipTo: { city: 'Åre' } }],
	])('where %s', (problem, change) => {
		expect(problemOf(create, { ...fieldsOf('card'), ...change })).toContain(problem);
	});

	const missing = (type: Type, needed: object, names: string[]) =>
		names.map((name): [Type, string, object] => [type, name, { ...needed, [name]: ' ' }]);

	it.each([
		...missing('invoice', PERSON, ['personalNumber', 'email', 'firstName', 'lastName']),
		...missing('invoice', PERSON, ['street', 'zip', 'city']),
		...missing('invoice', COMPANY, ['organisationNumber', 'company', 'email', 'zip']),
		...missing('partPayment', { ...PERSON, planId: '2' }, ['personalNumber', 'street']),
		...missing('handlingInvoice', {}, ['email']),
	])('of type %s without %s', (type, name, fields) => {
		const shown = create.fields.find((field) => field.name === name)!.displayName;
		expect(problemOf(create, { type, orderid: '1', rows: ROWS, ...fields })).toBe(
			`'${shown}' is empty`,
		);
	});

	it.each(['firm', '', undefined, 'Company', '={{ $json.buyer }}'])(
		"of type invoice with 'Customer Is' %j",
		(buyer) => {
			expect(problemOf(create, { ...fieldsOf('invoice'), buyer })).toBe(
				`${JSON.stringify(buyer)} is no value of 'Customer Is'`,
			);
		},
	);

	it.each(['', 'x', undefined])('of type part payment with the plan %j', (planId) => {
		expect(problemOf(create, fieldsOf('partPayment', { planId }))).toContain("'Payment Plan'");
	});
});

it.each(ALL)(
	'only fields that are shown are read for the type %s, wherever rows come from',
	(type) => {
		const cart = { Articles: [{ title: 'x', withouttax: 80, taxrate: 25 }] };
		const Cart = { Total: { withouttax: 80, tax: 20, withtax: 100 } };
		const rows = { list: ROWS.row, columns: { unitPrice: 'unitPrice' }, cart: { ...cart, Cart } };
		for (const rowsFrom of ['define', 'list', 'cart']) {
			const fields = { ...fieldsOf(type), ...rows, rowsFrom };
			expect(taskOf(create, fields).call.request.function).toBe('addPayment');
		}
	},
);

describe('only checked', () => {
	const { preview, call } = taskOf(create, fieldsOf('card'), { checkOnly: true });

	it('the item gives the sums in the currency, and what would be sent', () => {
		expect(preview).toEqual({
			...{ checkOnly: true, total: '100.00', tax: '20.00', rounding: '0.00' },
			...{ function: 'addPayment', data: JSON.parse(call.request.data) as object },
		});
	});

	it('it is not without the option', () => {
		expect(taskOf(create, fieldsOf('card')).preview).toBeUndefined();
		expect(taskOf(create, fieldsOf('card'), { checkOnly: false }).preview).toBeUndefined();
	});
});

it('the answer of a payment that was made is read whatever the type', () => {
	const answer = { number: 12345, orderid: '2026-1001', status: 'Created', url: 'u' };
	for (const type of ALL) {
		const { call } = taskOf(create, fieldsOf(type));
		expect(call.result(verified(answer))).toMatchObject({ items: [{ number: '12345' }] });
	}
});
