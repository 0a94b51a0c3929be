import type { Once } from '../../nodes/Qvickly/actions/operation';
import { create } from '../../nodes/Qvickly/actions/payment/create.operation';
import { meaningOf } from '../../nodes/Qvickly/api/refusals';
import { ADDRESS, problemOf, ROWS, taskOf, verified } from './tasks';

const ORDER = { orderid: 'A1', rows: ROWS };
const ANSWER = { number: '12345', orderid: 'A1', status: 'Created', url: 'https://q/1' };

const call = (fields: object = {}) =>
	taskOf(create, { type: 'payLink', ...ORDER, ...fields }).call as Once;
const result = (answer: object, fields: object = {}) =>
	call(fields).result(verified({ ...ANSWER, ...answer }));

const INVOICE = {
	...{ ...ADDRESS, type: 'invoice', personalNumber: '550101-1018', email: 'a@b.se' },
};

describe('a signed answer about a new payment', () => {
	it('gives it, with the total that was computed', () => {
		expect(result({}, INVOICE)).toEqual({
			items: [{ ...ANSWER, customerActionNeeded: false, payUrl: '', total: '100.00' }],
		});
	});

	it.each([
		['WaitingForPurchase', { type: 'card' }, true],
		['WaitingForBankIDIdentification', INVOICE, true],
		['waitingforpurchase', { type: 'swish' }, true],
		['Created', { type: 'payWithQvickly' }, true],
		['Created', INVOICE, false],
		['Paid', { type: 'card' }, false],
		['Pending', INVOICE, false],
	])('with status %s of %j: the customer has something to do: %j', (status, fields, isNeeded) => {
		expect(result({ status }, fields)).toMatchObject({
			items: [{ customerActionNeeded: isNeeded, payUrl: isNeeded ? ANSWER.url : '' }],
		});
	});

	it.each([
		[
			'the order ID of another',
			{ orderid: 'A2' },
			'Qvickly answered about payment 12345 of order "A2"',
		],
		['no order ID', { orderid: undefined }, 'Qvickly answered about payment 12345 of order ""'],
		['no number', { number: '' }, 'Qvickly answered without a payment number'],
		['the number 0', { number: '0' }, 'Qvickly answered without a payment number'],
		['no status', { status: '' }, 'Qvickly answered without a status'],
	])('proves nothing with %s', (_, change, open) => {
		expect(result(change)).toEqual({ open });
	});

	it.each(['Denied', 'Cancelled', 'Canceled', 'Failed', 'rejected'])(
		'says that it is not made with status %s, and names the payment',
		(status) => {
			expect(result({ status })).toHaveProperty(
				'notDone',
				expect.stringMatching(/^Qvickly made it as payment 12345 with status "\w+"$/),
			);
		},
	);
});

describe('the page where a pay link is paid', () => {
	const shipTo = { street: 'a', zip: '1', city: 'b' };
	const whole = { ...ADDRESS, email: 'a@b.se' };

	it.each<[string, object, string]>([
		['is the link itself without an address for the goods', { customer: whole }, ''],
		['leads past the form, which would drop that address', { customer: whole, shipTo }, '/pay'],
		[
			'leads past it for a company, which has no first name',
			{ customer: { ...whole, firstName: '', lastName: '', company: 'AB' }, shipTo },
			'/pay',
		],
		['is as it is for another type', { type: 'card', customer: whole, shipTo }, ''],
	])('%s', (_, fields, end) => {
		expect(result({ status: 'WaitingForPurchase' }, fields)).toMatchObject({
			items: [{ url: ANSWER.url, payUrl: `${ANSWER.url}${end}` }],
		});
	});
});

it('without an address there is no page, even where the form would be skipped', () => {
	const [shipTo, customer] = [ADDRESS, { ...ADDRESS, email: 'a@b.se' }];
	expect(result({ status: 'WaitingForPurchase', url: '' }, { customer, shipTo })).toMatchObject({
		items: [{ url: '', payUrl: '' }],
	});
});

it.each([
	['has no name', { customer: { ...ADDRESS, firstName: '', email: 'a@b.se' }, shipTo: ADDRESS }],
	['is only known in part', { customer: ADDRESS, shipTo: ADDRESS }],
	['is not known', { shipTo: ADDRESS }],
])('a pay link is refused with an address for the goods where the customer %s', (_, fields) => {
	// The form that the customer would be led to drops that address.
	expect(problemOf(create, { type: 'payLink', ...ORDER, ...fields })).toBe(
		"a pay link keeps 'Shipping Address' only where the customer's own is complete",
	);
	expect(problemOf(create, { type: 'card', ...ORDER, ...fields })).toBe('none');
});

describe('a payment whose answer did not come is looked for', () => {
	it('by the customer number, or else the organisation number', () => {
		const request = (fields: object) => call(fields).find?.request;
		expect(request({ customer: { customerNumber: '42' } })).toEqual({
			...{ function: 'getInvoicesByCustomer', data: '{"customerno":"42"}' },
		});
		const company = { organisationNumber: '556677-9988' };
		expect(request({ customer: company })?.data).toBe('{"customerno":"556677-9988"}');
		expect(request({ customer: { ...company, customerNumber: 7 } })?.data).toBe(
			'{"customerno":"7"}',
		);
		expect(request({ customer: { customerNumber: ' 42 ' } })?.data).toBe('{"customerno":"42"}');
		const spaced = { organisationNumber: ' 556677-9988 ' };
		expect(request({ customer: spaced })?.data).toBe('{"customerno":"556677-9988"}');
		expect(request({ customer: { personalNumber: '550101-1018' } })).toBeUndefined();
		expect(request({})).toBeUndefined();
	});

	const PAYMENT = { ...ANSWER, status: 'WaitingForPurchase', method: '256', currency: 'SEK' };
	const entry = (payment: object = {}, withtax: unknown = '10000') => ({
		PaymentData: { ...PAYMENT, ...payment },
		Cart: { Total: { withtax } },
	});
	const found = (list: unknown) =>
		call({ customer: { customerNumber: '42' } }).find!.result(verified(list as object));

	it('and is found if one is of this order, amount and currency', () => {
		const others = [entry({ orderid: 'A2' }), entry({ currency: 'EUR' }), {}, null];
		expect(found([...others, entry({ number: '7' }, 10000)])).toMatchObject({
			items: [
				{ number: '7', orderid: 'A1', total: '100.00', payUrl: ANSWER.url, foundByOrderId: true },
			],
		});
	});

	it.each<[string, unknown[]]>([
		['there is none', []],
		['it has another order ID', [entry({ orderid: 'a1' })]],
		['it has another total', [entry({}, '10001')]],
		['it has another currency', [entry({ currency: 'NOK' })]],
		['it has no total', [{ PaymentData: PAYMENT }]],
		['it is cancelled', [entry({ status: 'Cancelled' }), entry({ status: 'Cancelled' }, '0')]],
		['it was denied', [entry({ status: 'Denied' })]],
		['it is credited, as no new one is', [entry({ status: 'Credited' })]],
		['it is of another type', [entry({ method: '8' })]],
		['it has no type', [entry({ method: undefined })]],
		['it has no number', [entry({ number: '0' })]],
	])('and is not if %s', (_, list) => {
		expect(found(list)).toEqual({
			notDone: 'the customer has no payment of this order and amount',
		});
	});

	it('and is not said to be one of two', () => {
		expect(found([entry({ number: '7' }), entry({ number: '8' })])).toEqual({
			notDone: 'the customer has 2 payments of this order and amount',
		});
		expect(found([entry({ status: 'Cancelled' }), entry({ number: '8' })])).toMatchObject({
			items: [{ number: '8' }],
		});
	});

	it('and is not one of days before, where an order ID is used again', () => {
		const made = (daysAgo: number, number: string) => {
			const paymentdate = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
			return { ...entry({ number }), PaymentInfo: { paymentdate } };
		};
		expect(found([made(4, '7'), made(31, '8')])).toHaveProperty('notDone');
		expect(found([made(4, '7'), made(1, '8')])).toMatchObject({ items: [{ number: '8' }] });
		const undated = { ...entry(), PaymentInfo: { paymentdate: '0000-00-00' } };
		expect(found([undated])).toHaveProperty('items');
	});

	it('and is not too old where two days have just gone by', () => {
		jest.useFakeTimers({ now: Date.UTC(2026, 0, 31) });
		const dated = { ...entry(), PaymentInfo: { paymentdate: '2026-01-29' } };
		expect(found([dated])).toHaveProperty('items');
		jest.setSystemTime(Date.UTC(2026, 0, 31) + 1);
		expect(found([dated])).toHaveProperty('notDone');
		jest.useRealTimers();
	});

	it('and is not found in what is no list', () => {
		expect(found({})).toEqual({ open: 'Qvickly answered without a list' });
	});
});

describe('a refusal', () => {
	const settles = (code: string) => meaningOf(call().refusals, code, true).settles;

	it('because of the order ID is never a success', () => {
		const meaning = meaningOf(call().refusals, '5199', true);
		expect(meaning.settles).toBe('try');
		expect(meaning.reason).toContain('a payment with this order ID exists already');
	});

	it('of cart, customer, address, BankID, amount or method says that nothing was made', () => {
		const codes = ['9102', '9107', '9113', '9114', '2401', '2406', '5101', '5103', '5007', '20101'];
		expect(codes.filter((code) => settles(code) !== 'try')).toEqual([]);
	});

	it('of a card or a provider that failed leaves it open', () => {
		expect(['4102', '6501', '8900', '9008'].filter((code) => settles(code) !== 'nothing')).toEqual(
			[],
		);
	});
});
