import { activate } from '../../nodes/Qvickly/actions/payment/activate.operation';
import { INFO, info, taskOf, verified } from './tasks';

/** What an item with this 'Expected Amount' is to do, beside a number. */
const task = (expectedAmount: unknown) => taskOf(activate, {}, { expectedAmount });

/** What the first look means for a payment with this total. */
const look = (expectedAmount: unknown, withtax: unknown, payment: object = {}) =>
	task(expectedAmount).first!.result(verified({ ...info(payment), Cart: { Total: { withtax } } }));

describe('where an amount is expected', () => {
	it('the payment is looked up first, which is a read', () => {
		expect(task('1').first).toMatchObject({
			kind: 'read',
			request: { function: 'getPaymentinfo', data: '{"number":"1000235"}' },
		});
		expect(task('1').call.request.function).toBe('activatePayment');
	});

	it.each(['1250.50', '1250,50', '1250,5', 1250.5, ' 1250.50\n', '1 250,50'])(
		'%j is the total 125050, as text or as a number',
		(expected) => {
			expect(look(expected, '125050')).toEqual({ items: [] });
			expect(look(expected, 125050)).toHaveProperty('items');
			expect(look(expected, '125051')).toHaveProperty('notDone');
		},
	);

	it('another total is a reason not to activate, with both amounts', () => {
		expect(look('1250', '125050')).toEqual({
			notDone: `its total is 1250.50 SEK, and 'Expected Amount' is 1250.00`,
			advice: expect.stringContaining('Nothing was changed.'),
		});
		expect(look(1, '9', { currency: '' })).toHaveProperty(
			'notDone',
			`its total is 0.09, and 'Expected Amount' is 1.00`,
		);
	});

	it('a cancelled payment ends there, whatever its total', () => {
		expect(look('1250', '0', { status: 'Canceled' })).toHaveProperty('notDone', 'it is cancelled');
	});

	it.each([undefined, null, '', '125.00', '-1', '1e3'])('a total of %j proves nothing', (total) => {
		expect(look('1', total)).toEqual({ open: 'Qvickly answered without a total' });
	});

	it('nor does an answer without it, without a status or about another payment', () => {
		const { first } = task('125');
		expect(first!.result(verified(INFO))).toHaveProperty('items');
		expect(first!.result(verified({ PaymentData: INFO.PaymentData }))).toHaveProperty('open');
		expect(first!.result(verified({ Cart: INFO.Cart }))).toHaveProperty('open');
		expect(first!.result(verified(info({ number: '2' })))).toHaveProperty('open');
	});

	it.each<[unknown, string]>([
		['1,250', '"1,250"'],
		['', '""'],
		['12 50', '"12 50"'],
		['1250 kr', '"1250 kr"'],
		// The payment may be in any currency.
		['1250 kr', '"1250 kr"'],
		['12\u00a050', '"12\\u{a0}50"'],
		[null, 'null'],
		[undefined, 'undefined'],
		[0.1 + 0.2, '0.30000000000000004'],
	])('%j is refused, rather than guessed or left out', (expectedAmount, shown) => {
		expect(activate.prepare(() => '1', { expectedAmount: expectedAmount as string })).toEqual({
			problem: `${shown} in 'Expected Amount' is not an amount`,
			advice: expect.stringContaining('such as 1250.50'),
		});
	});

	it('equal amounts are one call, others are not', () => {
		expect(task('5,5').variant).toBe(task('5.50').variant);
		expect(task('5').variant).not.toBe(task('6').variant);
		expect(task('5').variant).not.toBe(taskOf(activate).variant);
	});
});
