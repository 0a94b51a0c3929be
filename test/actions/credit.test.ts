import { credit } from '../../nodes/Qvickly/actions/payment/credit.operation';
import { cancelOrCredit } from '../../nodes/Qvickly/actions/payment/cancelOrCredit.operation';
import { info, lookUpOf, PAYMENT, problemOf, ROWS, sentFor, taskOf, verified } from './tasks';

const CREDIT = { number: '1000299', orderid: '12345', status: 'Credited', url: 'u' };

describe('crediting a payment', () => {
	const { call, ...rest } = taskOf(credit);
	const result = (data: object) => call.result(verified({ ...CREDIT, ...data }));

	it('calls creditPayment once, for the whole payment', () => {
		expect(call.kind).toBe('once');
		expect(call.request).toEqual({
			function: 'creditPayment',
			data: '{"PaymentData":{"number":"1000235","partcredit":"false"}}',
		});
		expect(rest).toEqual({ subject: 'payment 1000235', number: '1000235' });
	});

	it.each([
		['Credited', 'Credited'],
		['credited', 'Credited'],
		['Paid', 'Paid'],
	])(
		"is done with status %s, and gives the credit's own number beside the payment's",
		(status, spelled) => {
			for (const number of ['1000299', 1000299]) {
				expect(result({ status, number })).toEqual({
					items: [
						{
							number: '1000235',
							creditNumber: '1000299',
							orderid: '12345',
							status: spelled,
							url: 'u',
						},
					],
				});
			}
		},
	);

	it.each(['1000235', '', undefined, '0', '01000299', 'x', '1000299.5'])(
		'is not proved by an answer with %j for the number of the credit',
		(number) => {
			expect(result({ number })).toEqual({
				open: 'Qvickly answered without the number of a credit',
			});
		},
	);

	it.each(['Created', 'Cancelled', ''])('is not proved by an answer with status "%s"', (status) => {
		expect(result({ status })).toEqual({
			open: `Qvickly answered about a credit with status "${status}"`,
		});
	});

	it('is refused for a number that cannot be one', () => {
		expect(credit.prepare(() => null, {})).toHaveProperty('problem');
	});
});

describe('crediting a part of a payment', () => {
	const PART = { scope: 'part', rowsFrom: 'define', rows: ROWS };

	it('sends rows and cart, with amounts above zero as they were sold', () => {
		expect(sentFor(credit, PART)).toMatchObject({
			PaymentData: { number: '1000235', partcredit: 'true' },
			Articles: [{ title: 'Test', withouttax: '8000', taxrate: '25' }],
			Cart: { Total: { withouttax: '8000', tax: '2000', withtax: '10000' } },
		});
		expect(taskOf(credit, PART).call.kind).toBe('once');
	});

	it('may be a complete cart, and prices in another currency', () => {
		const Articles = [{ title: 'x', withouttax: 80, taxrate: 25 }];
		const cart = { Articles, Cart: { Total: { withouttax: 80, tax: 20, withtax: 100 } } };
		const sent = sentFor(credit, { scope: 'part', rowsFrom: 'cart', cart });
		expect(sent).toHaveProperty('Cart.Total.withtax', '100');
		const row = { ...ROWS.row[0], unitPrice: '8 EUR' };
		const inEuro = { ...PART, rows: { row: [row] } };
		expect(problemOf(credit, inEuro)).toContain('cannot be read as unit price');
		expect(problemOf(credit, { ...inEuro, currency: 'EUR' })).toBe('none');
	});

	it.each<[string, object]>([
		['there is no row with a price', { ...PART, rows: {} }],
		[
			'all rows together come to -100.00',
			{ ...PART, rows: { row: [{ ...ROWS.row[0], unitPrice: -100 }] } },
		],
		[`"half" is no value of 'How Much'`, { ...PART, scope: 'half' }],
	])('is refused: %s', (problem, fields) => {
		expect(problemOf(credit, fields)).toBe(problem);
	});

	it('is only checked where it is told so, also as a whole', () => {
		const checked = { checkOnly: true };
		expect(taskOf(credit, PART, checked).preview).toMatchObject({ total: '100.00' });
		expect(taskOf(credit, {}, checked).preview).toEqual({
			...{ checkOnly: true, function: 'creditPayment' },
			data: { PaymentData: { number: '1000235', partcredit: 'false' } },
		});
		expect(taskOf(credit, PART).preview).toBeUndefined();
	});
});

describe('cancelling or crediting a payment', () => {
	const { call, then } = taskOf(cancelOrCredit);
	const cancelled = { ...PAYMENT, status: 'Cancelled' };

	it('calls cancelPayment, and creditPayment only after 5209', () => {
		expect(call).toMatchObject({
			kind: 'change',
			request: { function: 'cancelPayment', data: '{"number":"1000235"}' },
			acceptDoneBefore: true,
		});
		expect(then).toMatchObject({
			code: '5209',
			call: { kind: 'once', request: taskOf(credit).call.request },
		});
	});

	it('gives the same fields whatever was done, and says what that was', () => {
		const common = { number: '1000235', orderid: '12345' };
		expect(call.result(verified(cancelled))).toEqual({
			items: [
				{ ...common, status: 'Cancelled', action: 'cancelled', creditNumber: '', url: PAYMENT.url },
			],
		});
		expect(then!.call.result(verified(CREDIT))).toEqual({
			items: [
				{ ...common, status: 'Credited', action: 'credited', creditNumber: '1000299', url: 'u' },
			],
		});
	});

	it.each([
		['none', 'without doubt that it had been cancelled before this run', '5220', false],
		['cancelled', 'where an earlier try of this run may have done it', '5220', true],
		['cancelled', 'where no refusal says that it had been before', undefined, true],
	])('says %s %s', (action, _, code, doubt) => {
		expect(lookUpOf(call, info({ status: 'Cancelled' }), { code, doubt })).toMatchObject({
			items: [{ action, creditNumber: '', status: 'Cancelled' }],
		});
	});

	it('is refused for a number that cannot be one', () => {
		expect(cancelOrCredit.prepare(() => '1e6', {})).toHaveProperty('problem');
	});
});
