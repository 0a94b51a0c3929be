import { credit } from '../../nodes/Qvickly/actions/payment/credit.operation';
import { cancelOrCredit } from '../../nodes/Qvickly/actions/payment/cancelOrCredit.operation';
import { info, lookUpOf, PAYMENT, taskOf, verified } from './tasks';

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
