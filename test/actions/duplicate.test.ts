import { duplicate } from '../../nodes/Qvickly/actions/payment/duplicate.operation';
import { PAYMENT, problemOf, taskOf, verified } from './tasks';

const METHOD = { method: '1' };
const result = (answer: object) =>
	taskOf(duplicate, METHOD).call.result(verified({ ...PAYMENT, number: '1000301', ...answer }));

it('duplicating calls duplicatePayment once, with number and method', () => {
	const { call, ...rest } = taskOf(duplicate, METHOD);
	expect(call).toMatchObject({
		...{ kind: 'once', done: 'duplicated', trace: 'a new payment like it' },
		request: {
			function: 'duplicatePayment',
			data: '{"PaymentData":{"number":"1000235","method":"1"}}',
		},
	});
	expect(rest).toEqual({ subject: 'payment 1000235', number: '1000235' });
	expect(call).not.toHaveProperty('find');
});

it('it gives the new payment, and which one it is a copy of', () => {
	expect(result({ orderid: '12345-copy', status: 'created' })).toEqual({
		items: [
			{
				...{ number: '1000301', orderid: '12345-copy', status: 'Created', url: PAYMENT.url },
				copyOf: '1000235',
			},
		],
	});
});

it.each<[string, object]>([
	['Qvickly answered without the number of a new payment', { number: '1000235' }],
	['Qvickly answered without the number of a new payment', { number: '0' }],
	['Qvickly answered without the number of a new payment', { number: undefined }],
	['Qvickly answered without a status', { status: '' }],
])('its answer proves nothing: %s', (open, answer) => {
	expect(result(answer)).toEqual({ open });
});

it.each(['', '0', 'card', undefined])('the method %j is refused', (method) => {
	expect(problemOf(duplicate, { method })).toMatch(/ in 'Method' is no method$/);
});

it('no number, no copy', () => {
	expect(problemOf(duplicate, { ...METHOD, number: '' })).toBe('the payment number is empty');
});
