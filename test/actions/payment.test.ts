import { cancel } from '../../nodes/Qvickly/actions/payment/cancel.operation';
import type { Task } from '../../nodes/Qvickly/actions/operation';
import type { VerifiedData } from '../../nodes/Qvickly/api/answer';

/** What 'Cancel' wants done for a payment number. */
function task(number: unknown = '1000235', options = {}): Task {
	const plan = cancel.prepare((name) => ({ number })[name], options);
	if ('problem' in plan) throw new Error(plan.problem);
	return plan;
}

/** The data of an answer, as if its signature had been checked. */
const verified = (data: object) => data as VerifiedData;

const answer = {
	number: '1000235',
	orderid: '12345',
	status: 'Cancelled',
	url: 'https://api.qvickly.io/invoice/1',
};

describe('cancelling a payment', () => {
	it('calls cancelPayment with the number as text', () => {
		expect(task(1000235).request).toEqual({
			function: 'cancelPayment',
			data: { number: '1000235' },
		});
	});

	it('is one call for items with the same number, however it is written', () => {
		expect(task(' 1000235 ').key).toBe(task(1000235).key);
		expect(task(1000236).key).not.toBe(task(1000235).key);
	});

	it('is about the payment by its number', () => {
		expect(task().subject).toBe('payment 1000235');
	});

	it('is refused for a number that cannot be one', () => {
		expect(cancel.prepare(() => 'order-7', {})).toEqual({
			problem: '"order-7" is not a payment number',
			advice: expect.any(String),
		});
	});

	it('is looked up with getPaymentinfo where its outcome is open', () => {
		const { request, alreadyDone } = task().check;
		expect(request).toEqual({ function: 'getPaymentinfo', data: { number: '1000235' } });
		expect(alreadyDone).toBe('5220');
	});

	it.each([
		[{}, true],
		[{ ifAlreadyCancelled: 'return' }, true],
		[{ ifAlreadyCancelled: 'fail' }, false],
	])('with options %j accepts one that was cancelled before: %j', (options, accepted) => {
		expect(task('1', options).check.acceptAlreadyDone).toBe(accepted);
	});

	it.each(['Fail', '', true])('is refused if the option is %j, rather than guessed', (value) => {
		expect(cancel.prepare(() => '1', { ifAlreadyCancelled: value })).toEqual({
			problem: `${JSON.stringify(value)} is no value of 'If Already Cancelled'`,
			advice: expect.stringContaining("'return' or 'fail'"),
		});
	});
});

describe('an answer to it means', () => {
	const result = (data: object) => task().result(verified(data));

	it('done, with exactly four fields, if it names the payment as cancelled', () => {
		expect(result({ ...answer, more: 1 })).toEqual({ json: answer });
	});

	it('done, with texts, if it has numbers', () => {
		expect(result({ ...answer, number: 1000235, orderid: 12345 })).toEqual({ json: answer });
	});

	it('done, with empty texts, if it lacks the rest', () => {
		expect(result({ number: '1000235', status: 'Cancelled', url: null })).toEqual({
			json: { number: '1000235', status: 'Cancelled', orderid: '', url: '' },
		});
	});

	it.each(['Cancelled', 'cancelled', 'CANCELLED', 'Canceled'])(
		'done with status %s, given as it came',
		(status) => {
			expect(result({ ...answer, status })).toEqual({ json: { ...answer, status } });
		},
	);

	it.each(['Created', 'Paid', 'Not cancelled'])('not done with status "%s"', (status) => {
		expect(result({ ...answer, status })).toEqual({
			notDone: `its status at Qvickly is "${status}"`,
		});
	});

	it.each([[undefined], [null], [true], [['Cancelled']], [''], [' ']])(
		'nothing about it with status %j',
		(status) => {
			expect(result({ ...answer, status })).toEqual({
				unrelated: 'Qvickly answered without a status',
			});
		},
	);

	it.each(['1000236', '01000235', '', ' 1000235'])(
		'nothing about it if it names payment "%s"',
		(number) => {
			expect(result({ ...answer, number })).toEqual({
				unrelated: `Qvickly answered about payment "${number}"`,
			});
		},
	);

	it('nothing about it if it names none', () => {
		expect(result({ ...answer, number: undefined })).toHaveProperty('unrelated');
		expect(result([])).toHaveProperty('unrelated');
	});
});

describe('looking it up means', () => {
	const result = (data: object) => task().check.result(verified(data));

	it('done if the payment is cancelled', () => {
		expect(result({ PaymentData: { ...answer, method: '1' }, Cart: {} })).toEqual({ json: answer });
	});

	it('done if the payment is cancelled, and the answer leaves its number out', () => {
		const { number, ...rest } = answer;
		expect(result({ PaymentData: rest })).toEqual({ json: { ...rest, number } });
	});

	it('not done if the payment has another status', () => {
		expect(result({ PaymentData: { ...answer, status: 'Factoring' } })).toEqual({
			notDone: 'its status at Qvickly is "Factoring"',
		});
	});

	it.each([{}, { PaymentData: null }, { PaymentData: 'Cancelled' }, { status: 'Cancelled' }, []])(
		'nothing about it if the answer is %j',
		(data) => {
			expect(result(data)).toEqual({ unrelated: 'Qvickly answered without a status' });
		},
	);

	it('nothing about it if the answer is about another payment', () => {
		expect(result({ PaymentData: { ...answer, number: '1000236' } })).toEqual({
			unrelated: 'Qvickly answered about payment "1000236"',
		});
	});
});
