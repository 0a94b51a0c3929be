import type { Change } from '../../nodes/Qvickly/actions/operation';
import { update } from '../../nodes/Qvickly/actions/payment/update.operation';
import { meaningOf } from '../../nodes/Qvickly/api/refusals';
import {
	ADDRESS,
	INFO,
	info,
	lookUpOf,
	PAYMENT,
	prepared,
	problemOf,
	ROWS,
	sentFor,
	taskOf,
	verified,
} from './tasks';

const RENAMED = { newOrderId: '2026-7' };
const DEFINED = { rowsFrom: 'define', rows: ROWS };

describe('what is sent to change a payment', () => {
	it('has only what is to be changed', () => {
		expect(sentFor(update, {}, RENAMED)).toEqual({
			PaymentData: { number: '1000235', orderid: '2026-7' },
		});
		expect(sentFor(update, { customer: ADDRESS })).toEqual({
			PaymentData: { number: '1000235' },
			Customer: { Billing: expect.objectContaining({ zip: '12345' }) },
		});
	});

	it('has rows and cart together', () => {
		const { PaymentData, Articles, Cart } = sentFor(update, DEFINED);
		expect(PaymentData).toEqual({ number: '1000235' });
		expect(Articles).toMatchObject([{ title: 'Test', withouttax: '8000' }]);
		expect(Cart).toEqual({ Total: { withouttax: '8000', tax: '2000', withtax: '10000' } });
	});

	it.each([
		['card', '8'],
		['invoice', '1'],
		['partPayment', '4'],
		['swish', '1024'],
	])(
		'fixes a pay link to %s, which means that the customer goes on to sign',
		(fixMethod, method) => {
			expect(sentFor(update, {}, { fixMethod }).PaymentData).toEqual({
				...{ number: '1000235', method, bankid: 'true' },
			});
		},
	);

	it('may be a complete cart', () => {
		const Articles = [{ title: 'x', withouttax: 80, taxrate: 25 }];
		const cart = { Articles, Cart: { Total: { withouttax: 80, tax: 20, withtax: 100 } } };
		expect(sentFor(update, { rowsFrom: 'cart', cart })).toHaveProperty('Cart.Total.withtax', '100');
	});
});

it('what is wrong first is said, and no more', () => {
	const customer = { email: 'nobody' };
	const rows = { row: [{ description: 'A' }] };
	expect(prepared(update, { customer, rowsFrom: 'define', rows })).toEqual({
		problem: expect.stringContaining('nobody'),
		advice: expect.any(String),
	});
	expect(prepared(update, { rowsFrom: 'define', rows })).toEqual({
		problem: expect.stringContaining('row 1 ("A")'),
		advice: expect.any(String),
	});
});

it.each<[string, object, object]>([
	['nothing is to be changed', {}, {}],
	['nothing is to be changed', { customer: {}, shipTo: {} }, { replaceCharacters: true }],
	['the order ID is empty', {}, { newOrderId: ' ' }],
	['the order ID is empty', {}, { newOrderId: undefined }],
	[`"bank" is no value of 'Fix the Method of a Pay Link'`, {}, { fixMethod: 'bank' }],
	[`"toString" is no value of`, {}, { fixMethod: 'toString' }],
	['there is no row with a price', { rowsFrom: 'define' }, RENAMED],
	[`'City' is missing in 'Customer'`, { customer: { ...ADDRESS, city: '' } }, {}],
	// Customer is replaced whole: an address for the goods alone would take the other one away.
	["'First Name' and 'Last Name' or 'Company' is missing in 'Customer'", { shipTo: ADDRESS }, {}],
	[
		"'First Name' and 'Last Name' or 'Company' is missing in 'Customer'",
		{ customer: { personalNumber: '550101-1018' } },
		RENAMED,
	],
	['"1e6" is not a payment number', { number: '1e6' }, RENAMED],
])('an item is refused: %s', (problem, fields, options) => {
	expect(problemOf(update, fields, options)).toContain(problem);
});

describe('an answer about the payment that was changed', () => {
	const result = (answer: object) =>
		taskOf(update, {}, RENAMED).call.result(verified({ ...PAYMENT, ...answer }));

	it('proves it done, if it has the new order ID', () => {
		expect(result({ orderid: '2026-7' })).toEqual({ items: [{ ...PAYMENT, orderid: '2026-7' }] });
	});

	it('proves nothing with another order ID, number, or no status', () => {
		expect(result({})).toEqual({ open: 'Qvickly answered with order ID "12345"' });
		expect(result({ number: '1' })).toEqual({ open: 'Qvickly answered about payment "1"' });
		expect(result({ orderid: '2026-7', status: '' })).toHaveProperty('open');
	});

	it('need not have the order ID where that was not to be changed', () => {
		const { call } = taskOf(update, DEFINED);
		expect(call.result(verified({ ...PAYMENT, orderid: '' }))).toHaveProperty('items');
	});
});

describe('the look-up after an unclear try', () => {
	const ARTICLE = {
		...{ title: 'Test', quantity: '1.00', aprice: '8000', withouttax: 8000, taxrate: '25.0' },
		...{ artnr: '', discount: '0' },
	};
	const Cart = { Total: { withouttax: '8000', tax: '2000', withtax: '10000', rounding: '0' } };
	const look = (fields: object, options: object, data: object, code?: string) =>
		lookUpOf(taskOf(update, fields, options).call, data, { code, doubt: false });

	it('finds it done if the payment has all that was sent, however its numbers are written', () => {
		const data = { ...INFO, Articles: [ARTICLE], Cart };
		expect(look(DEFINED, {}, data)).toEqual({ items: [PAYMENT] });
		expect(look({}, RENAMED, info({ orderid: '2026-7' }))).toHaveProperty('items');
		const Customer = { Billing: { firstname: 'Testperson', lastname: 'Approved', zip: '12345' } };
		const Billing = { ...Customer.Billing, street: 'Teststreet 123', city: 'Testcity' };
		expect(look({ customer: ADDRESS }, {}, { ...INFO, Customer: { Billing } })).toHaveProperty(
			'items',
		);
	});

	it('finds it not done while something is there that was taken away', () => {
		const data = (article: object, cart: object = {}) => ({
			...{ ...INFO, Articles: [{ ...ARTICLE, ...article }], Cart: { ...Cart, ...cart } },
		});
		expect(look(DEFINED, {}, data({ unit: 'st', discount: '0.00' }))).toHaveProperty('items');
		expect(look(DEFINED, {}, data({ discount: '10' }))).toHaveProperty('notDone');
		const Shipping = { withouttax: '0', taxrate: '25' };
		expect(look(DEFINED, {}, data({}, { Shipping }))).toHaveProperty('items');
		const costs = { ...Shipping, withouttax: '100' };
		expect(look(DEFINED, {}, data({}, { Shipping: costs }))).toHaveProperty('notDone');

		const { firstName, lastName, ...place } = ADDRESS;
		const Billing = { firstname: firstName, lastname: lastName, ...place, company: '' };
		const customer = (change: object) => ({ ...INFO, Customer: { Billing, ...change } });
		expect(look({ customer: ADDRESS }, {}, customer({ Shipping: { zip: '' } }))).toHaveProperty(
			'items',
		);
		for (const left of [{ Shipping: { zip: '1' } }, { Billing: { ...Billing, phone: '070' } }]) {
			expect(look({ customer: ADDRESS }, {}, customer(left))).toHaveProperty('notDone');
		}
	});

	it('does not ask for what only leads the customer, but for the method', () => {
		const fixed = { fixMethod: 'invoice' };
		expect(look({}, fixed, info({ method: '1' }))).toHaveProperty('items');
		expect(look({}, fixed, info({ method: '256' }))).toHaveProperty('notDone');
	});

	it.each<[string, object]>([
		['another row', { Articles: [{ ...ARTICLE, title: 'Other' }], Cart }],
		['another price', { Articles: [{ ...ARTICLE, withouttax: '8001' }], Cart }],
		['a row more', { Articles: [ARTICLE, ARTICLE], Cart }],
		['no rows', { Cart }],
		['another total', { Articles: [ARTICLE], Cart: { Total: { ...Cart.Total, tax: '1999' } } }],
	])('finds it not done with %s', (_, data) => {
		expect(look(DEFINED, {}, { ...INFO, ...data })).toEqual({
			notDone: 'it does not have what was to be set',
		});
	});

	it('tells the status where that did not allow it (5202), unless it is done already', () => {
		expect(look({}, RENAMED, info({ status: 'Factoring' }), '5202')).toEqual({
			notDone:
				'its status at Qvickly is "Factoring", and only one that is "Created" can be changed',
			advice: expect.stringContaining('Credit it in part'),
		});
		const done = info({ status: 'Factoring', orderid: '2026-7' });
		expect(look({}, RENAMED, done, '5202')).toMatchObject({ items: [{ status: 'Factoring' }] });
	});

	it('is about this payment, and about one with a status', () => {
		expect(look({}, RENAMED, info({ number: '1' }))).toHaveProperty('open');
		expect(look({}, RENAMED, info({ status: '' }))).toHaveProperty('open');
		expect(taskOf(update, {}, RENAMED).call).toMatchObject({
			check: { request: { function: 'getPaymentinfo', data: '{"number":"1000235"}' } },
		});
	});

	it('is made after 5202, while other refusals settle the try', () => {
		const { refusals } = taskOf(update, {}, RENAMED).call as Change;
		expect(meaningOf(refusals, '5202', true).settles).toBe('before');
		expect(
			['5215', '5216', '9113', '2401'].map((code) => meaningOf(refusals, code, true).settles),
		).toEqual(['try', 'try', 'try', 'try']);
	});
});

it('updates of one payment claim it, and are told apart from checks', () => {
	const [sent, checked] = [taskOf(update, DEFINED), taskOf(update, DEFINED, { checkOnly: true })];
	expect(sent.claim).toBe('payment 1000235');
	expect(sent.preview).toBeUndefined();
	expect(checked.preview).toMatchObject({ total: '100.00', function: 'updatePayment' });
	expect(checked.variant).not.toBe(sent.variant);
	expect(taskOf(update, {}, { ...RENAMED, checkOnly: true }).preview).not.toHaveProperty('total');
});
