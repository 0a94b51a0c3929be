import { cancel } from '../../nodes/Qvickly/actions/payment/cancel.operation';
import { info, lookUpOf, PAYMENT, taskOf, verified } from './tasks';

const task = (number: unknown = '1000235', options = {}) => taskOf(cancel, { number }, options);
const cancelled = { ...PAYMENT, status: 'Cancelled' };

describe('cancelling a payment', () => {
	it('calls cancelPayment with the number as text', () => {
		expect(task(1000235).call.request).toEqual({
			function: 'cancelPayment',
			data: '{"number":"1000235"}',
		});
	});

	it('is the same for items with the same number, however it is written', () => {
		const identity = (number: unknown, options = {}) => {
			const { call, variant } = task(number, options);
			return [call.request, variant];
		};
		expect(identity(' 1000235 ')).toEqual(identity(1000235));
		expect(identity(1000236)).not.toEqual(identity(1000235));
		expect(identity(1, { ifAlreadyCancelled: 'fail' })).not.toEqual(identity(1));
	});

	it('is a change of the payment by its number, with nothing before or after it', () => {
		expect(task()).toMatchObject({ subject: 'payment 1000235', number: '1000235' });
		expect(task().call).toMatchObject({ kind: 'change', done: 'cancelled' });
		expect(task()).not.toHaveProperty('first');
		expect(task()).not.toHaveProperty('then');
	});

	it('is refused for a number that cannot be one', () => {
		expect(cancel.prepare(() => 'order-7', {})).toEqual({
			problem: '"order-7" is not a payment number',
			advice: expect.any(String),
		});
	});

	it('is looked up with getPaymentinfo where its outcome is open', () => {
		expect(task().call).toHaveProperty('check.request', {
			function: 'getPaymentinfo',
			data: '{"number":"1000235"}',
		});
	});

	it.each([
		[{}, true],
		[{ ifAlreadyCancelled: 'return' }, true],
		[{ ifAlreadyCancelled: 'fail' }, false],
	])('with options %j accepts one that was cancelled before: %j', (options, accepted) => {
		expect(task('1', options).call).toHaveProperty('acceptDoneBefore', accepted);
	});

	it.each<[unknown, string]>([
		['Fail', '"Fail"'],
		['', '""'],
		[true, 'true'],
		[null, 'null'],
		[undefined, 'nothing'],
	])('is refused if the option is %j, rather than guessed', (value, shown) => {
		expect(cancel.prepare(() => '1', { ifAlreadyCancelled: value as string })).toEqual({
			problem: `${shown} is no value of 'If Already Cancelled'`,
			advice: expect.stringContaining("'return' or 'fail'"),
		});
	});
});

describe('an answer to it means', () => {
	const result = (data: object) => task().call.result(verified(data));

	it('done, with exactly four fields, if it names the payment as cancelled', () => {
		expect(result({ ...cancelled, more: 1 })).toEqual({ items: [cancelled] });
	});

	it('done, with texts, if it has numbers', () => {
		const numbers = { ...cancelled, number: 1000235, orderid: 12345 };
		expect(result(numbers)).toEqual({ items: [cancelled] });
	});

	it('done, with empty texts, if it lacks the rest', () => {
		expect(result({ number: '1000235', status: 'Cancelled', url: null })).toEqual({
			items: [{ number: '1000235', status: 'Cancelled', orderid: '', url: '' }],
		});
	});

	it.each(['Cancelled', 'cancelled', 'CANCELLED', 'Canceled'])(
		'done with status %s, given in one spelling',
		(status) => {
			expect(result({ ...PAYMENT, status })).toEqual({ items: [cancelled] });
		},
	);

	it.each(['Created', 'Paid', 'Not cancelled'])('not done with status "%s"', (status) => {
		const notDone = `its status at Qvickly is "${status}"`;
		expect(result({ ...PAYMENT, status })).toEqual({ notDone });
	});

	it.each([[undefined], [null], [true], [['Cancelled']], [''], [' ']])(
		'nothing with status %j',
		(status) => {
			const open = 'Qvickly answered without a status';
			expect(result({ ...PAYMENT, status })).toEqual({ open });
		},
	);

	it.each(['1000236', '01000235', '', ' 1000235', undefined])(
		'nothing if it is about payment %j',
		(number) => {
			const open = `Qvickly answered about payment "${number ?? ''}"`;
			expect(result({ ...cancelled, number })).toEqual({ open });
		},
	);

	it('nothing if it is a list', () => expect(result([])).toHaveProperty('open'));
});

describe('looking it up means', () => {
	const result = (data: object, code?: string, doubt = false) =>
		lookUpOf(task().call, data, { code, doubt });

	it('done if the payment is cancelled, also where the answer leaves its number out', () => {
		for (const number of ['1000235', 1000235]) {
			expect(result(info({ status: 'Canceled', number }))).toEqual({ items: [cancelled] });
		}
		const { number, ...rest } = cancelled;
		expect(result({ PaymentData: rest })).toEqual({ items: [{ ...rest, number }] });
	});

	it('not done if the payment has another status', () => {
		const notDone = 'its status at Qvickly is "Factoring"';
		expect(result(info({ status: 'Factoring' }))).toEqual({ notDone });
		expect(result(info({ status: 'Factoring' }), '5209')).toEqual({ notDone });
		expect(result(info({ status: 'Created' }))).toHaveProperty('notDone');
	});

	it.each([
		['5220', 'Created'],
		['5220', 'Paid'],
		['5209', 'Created'],
		['5209', 'Approved'],
		['5209', 'pending'],
		['5209', 'Manual'],
	])('nothing if it contradicts the refusal: %s, but its status is %s', (code, status) => {
		expect(result(info({ status }), code)).toHaveProperty('open');
	});

	it.each([{}, { PaymentData: null }, { PaymentData: 'Cancelled' }, { status: 'Cancelled' }, []])(
		'nothing if the answer is %j',
		(data) => {
			expect(result(data)).toEqual({ open: 'Qvickly answered without a status' });
		},
	);

	it('nothing if the answer is about another payment', () => {
		expect(result(info({ status: 'Cancelled', number: '1000236' }))).toEqual({
			open: 'Qvickly answered about payment "1000236"',
		});
	});
});
