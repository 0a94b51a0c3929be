import { caller, CART, order, PERSON } from './orders';
import type { Seed } from './payments';
import { startSandbox } from './sandbox';

type Fields = Record<string, unknown>;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let call: ReturnType<typeof caller>;
beforeEach(async () => {
	sandbox = await startSandbox();
	call = caller(sandbox);
});
afterEach(async () => await sandbox.close());

const seed = (changes: Partial<Seed> = {}) =>
	sandbox.payments.add([{ number: 7, test: true, orderid: 'A-7', ...changes }]);
const update = async (paymentData: Fields, sections: Fields = {}, number = '7') =>
	await call('updatePayment', { PaymentData: { number, ...paymentData }, ...sections });
const truth = () => sandbox.payments.truth(7, true);

/** A cart of 100 öre and its VAT. */
const SMALL = {
	Articles: [{ title: 'Small', taxrate: '25', withouttax: '100' }],
	Cart: { Total: { withouttax: '100', tax: '25', withtax: '125' } },
};

describe('an update', () => {
	it('of the order ID alone leaves all else as it was', async () => {
		const { number } = (await call('addPayment', order(1))).data;
		const before = (await call('getPaymentinfo', { number })).data;
		const { data } = await update({ orderid: 'B-1' }, {}, number);
		expect(data).toMatchObject({ number, status: 'Created', orderid: 'B-1' });
		const after = (await call('getPaymentinfo', { number })).data;
		before.PaymentData.orderid = 'B-1';
		expect(after).toEqual(before);
		expect(sandbox.payments.updates).toMatchObject([{ number, sections: ['PaymentData'] }]);
		expect((await call('addPayment', order(1))).code).toBeUndefined();
	});

	it('of rows and cart replaces all of them', async () => {
		seed();
		expect((await update({}, SMALL)).data).toMatchObject({ orderid: 'A-7', status: 'Created' });
		expect(truth()).toMatchObject({ withtax: 125, rows: [{ title: 'Small' }], orderid: 'A-7' });
	});

	it('of the customer replaces all of it, and nothing else', async () => {
		const { number } = (await call('addPayment', order(1))).data;
		const { Billing } = PERSON;
		await update({}, { Customer: { nr: '5', Billing } }, number);
		const info = (await call('getPaymentinfo', { number })).data;
		expect(info).toMatchObject({
			Customer: { nr: '5', pno: '' },
			Cart: { Total: CART.Cart.Total },
			PaymentData: { currency: 'SEK', orderid: 'A-1' },
		});
	});

	it('of a payment from the start of a test keeps what it answers beside', async () => {
		seed();
		const before = (await call('getPaymentinfo', { number: '7' })).data;
		await update({ orderid: 'B' });
		before.PaymentData.orderid = 'B';
		expect((await call('getPaymentinfo', { number: '7' })).data).toEqual(before);
	});

	it.each<[string, string, Partial<Seed>, Fields, Fields?]>([
		['5202', 'of an activated payment', { status: 'Factoring' }, {}],
		['5202', 'of a cancelled payment', { status: 'Cancelled' }, {}],
		['5202', 'of one that waits for the customer', { status: 'WaitingForPurchase' }, {}],
		['5216', 'by bank', { method: 16, status: 'Created' }, {}],
		['5207', 'to another method', { method: 1 }, { method: '2' }],
		['6009', 'to an empty order ID', {}, { orderid: '' }],
		['5199', 'to an order ID that another payment has', {}, { orderid: 'taken' }],
		['9121', 'with minutes that are none', {}, { autocancel: 'soon' }],
		['9106', 'of rows without cart', {}, {}, { Articles: SMALL.Articles }],
		['9109', 'of the cart without rows', {}, {}, { Cart: SMALL.Cart }],
		['9200', 'with an e-mail that is none', {}, {}, { Customer: { Billing: { email: 'x' } } }],
		['1001', 'to somebody who is denied', {}, {}, { Customer: { pno: '195505050558' } }],
		['5215', 'of a card to more than was reserved', { method: 8, withtax: 124 }, {}, SMALL],
		['5008', 'to less than the account allows', { withtax: 99 }, {}, SMALL],
	])('is refused with %s %s', async (code, _, changes, fields, sections = {}) => {
		sandbox.state.account.minAmount = code === '5008' ? 126 : 1;
		seed(changes);
		sandbox.payments.add([{ number: 8, test: true, orderid: 'taken' }]);
		const before = truth();
		const answer = await update(fields, sections);
		expect(answer).toMatchObject({ code, message: expect.stringMatching(/\w/) });
		expect(truth()).toEqual(before);
	});

	it('of a card may make it smaller, and is refused for numbers that are none', async () => {
		seed({ method: 8, withtax: 125 });
		expect((await update({ method: '8' }, SMALL)).code).toBeUndefined();
		expect((await update({}, {}, '9')).code).toBe('5201');
		expect((await update({}, {}, 'A')).code).toBe('5198');
		expect((await update({}, {}, '')).code).toBe('5200');
	});

	it('that is only pretended changes nothing', async () => {
		seed();
		const before = truth();
		sandbox.state.faults = () => 'noSignature:before';
		const { data } = await update({ orderid: 'B' }, SMALL);
		expect(data).toMatchObject({ number: '7', orderid: 'B', status: 'Created' });
		expect(truth()).toEqual(before);
		expect(sandbox.payments.updates).toEqual([]);
	});
});

describe('a duplicate', () => {
	const duplicate = async (number: unknown, method?: string) =>
		await call('duplicatePayment', { PaymentData: { number, method } });

	it('is a new payment like the original, with an order ID of its own', async () => {
		const { number } = (await call('addPayment', order(1))).data;
		await call('activatePayment', { number });
		const { data } = await duplicate(number, '1');
		expect(data).toMatchObject({ status: 'Created', orderid: `${number}-copy` });
		expect(data.number).not.toBe(number);
		const { rows } = sandbox.payments.truth(number, true)!;
		expect(sandbox.payments.truth(data.number, true)).toMatchObject({ rows, withtax: 12500 });
		expect(sandbox.payments.creations).toHaveLength(2);
		expect((await duplicate(number, '1')).code).toBe('5199');
		sandbox.state.account.uniqueOrderIds = false;
		expect((await duplicate(number, '1')).code).toBeUndefined();
	});

	it.each([
		['11111', '9', '1'],
		['11112', '7', '8'],
		['9004', '7', undefined],
		['5198', 'x', '1'],
		['5200', '', '1'],
	])('is refused with %s: of %j with method %j', async (code, number, method) => {
		seed();
		expect((await duplicate(number, method)).code).toBe(code);
		expect(sandbox.payments.creations).toEqual([]);
	});
});

describe('a credit of a part', () => {
	const credit = async (sections: Fields, number = '7') =>
		await call('creditPayment', { PaymentData: { number, partcredit: 'true' }, ...sections });

	it('consists of the rows that were sent', async () => {
		seed({ status: 'Paid' });
		const { number } = (await credit(SMALL)).data;
		expect(sandbox.payments.truth(number, true)).toMatchObject({
			withtax: 125,
			rows: [{ title: 'Small', withouttax: '100', tax: '25' }],
		});
		const info = (await call('getPaymentinfo', { number })).data;
		expect(info.Cart.Total.withtax).toBe('125');
		expect(sandbox.payments.truth(7, true)).toMatchObject({ credits: 1, credited: 125 });
	});

	it('is refused with 5219 if it is negative, and over the balance', async () => {
		seed({ status: 'Paid', withtax: 249 });
		const Articles = [{ title: 'Minus', taxrate: '25', withouttax: '-100' }];
		const Cart = { Total: { withouttax: '-100', tax: '-25', withtax: '-125' } };
		expect((await credit({ Articles, Cart })).code).toBe('5219');
		expect((await credit(SMALL)).code).toBeUndefined();
		expect((await credit(SMALL)).code).toBe('5214');
	});
});
