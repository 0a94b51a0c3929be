import { activate } from '../../nodes/Qvickly/actions/payment/activate.operation';
import { info, lookUpOf, PAYMENT, taskOf, verified } from './tasks';

const task = (options = {}) => taskOf(activate, {}, options);

describe('activating a payment', () => {
	it('calls activatePayment with the number as text', () => {
		expect(task().call).toMatchObject({
			kind: 'change',
			done: 'activated',
			request: { function: 'activatePayment', data: '{"number":"1000235"}' },
			check: { request: { function: 'getPaymentinfo', data: '{"number":"1000235"}' } },
		});
	});

	it('looks at nothing first unless an amount is expected', () => {
		expect(task().first).toBeUndefined();
	});

	it.each([
		[{}, true],
		[{ ifAlreadyActivated: 'return' }, true],
		[{ ifAlreadyActivated: 'fail' }, false],
	])('with options %j accepts one that was activated before: %j', (options, accepted) => {
		expect(task(options).call).toHaveProperty('acceptDoneBefore', accepted);
	});

	it('is refused for a number, or a value of its option, that cannot be one', () => {
		expect(activate.prepare(() => '', {})).toHaveProperty('problem', 'the payment number is empty');
		expect(activate.prepare(() => '1', { ifAlreadyActivated: 'no' })).toHaveProperty(
			'problem',
			`"no" is no value of 'If Already Activated'`,
		);
	});
});

describe('an answer to it means', () => {
	const result = (status: unknown) => task().call.result(verified({ ...PAYMENT, status }));

	it.each([
		['Factoring', 'Factoring'],
		['Paid', 'Paid'],
		['Partpayment', 'PartPayment'],
		['Sent', 'Sent'],
		['Service', 'Service'],
		['handling', 'Handling'],
	])('done with status %s', (status, spelled) => {
		expect(result(status)).toEqual({ items: [{ ...PAYMENT, status: spelled }] });
	});

	it.each(['Created', 'Pending', 'Cancelled', 'Brand new'])('not done with status %s', (status) => {
		expect(result(status)).toEqual({ notDone: `its status at Qvickly is "${status}"` });
	});

	it('nothing without a status, or about another payment', () => {
		expect(result('')).toHaveProperty('open');
		expect(task().call.result(verified({ ...PAYMENT, status: 'Paid', number: '2' }))).toEqual({
			open: 'Qvickly answered about payment "2"',
		});
	});
});

describe('looking it up means, after silence,', () => {
	const result = (status: string) => lookUpOf(task().call, info({ status }), { doubt: true });

	it('done with the status of an activated payment', () => {
		expect(result('Paid')).toEqual({ items: [{ ...PAYMENT, status: 'Paid' }] });
	});

	it('nothing with Handling alone, which it can be before and after', () => {
		expect(result('Handling')).toEqual({
			open: 'its status at Qvickly is "Handling", which it can be before and after',
		});
	});

	it.each(['Created', 'Pending', 'Denied'])('not done with %s', (status) => {
		expect(result(status)).toEqual({ notDone: `its status at Qvickly is "${status}"` });
	});
});

describe('looking it up means, after Qvickly said that it is not open to that (5208),', () => {
	const result = (status: string) =>
		lookUpOf(task().call, info({ status }), { code: '5208', doubt: false });

	it.each(['Handling', 'Paid', 'PartPayment'])('done with %s', (status) => {
		expect(result(status)).toEqual({ items: [{ ...PAYMENT, status }] });
	});

	it.each([
		['Pending', /credit check is not finished/, /callback says Approved/],
		['Manual', /credit check is not finished/, /callback says Approved/],
		['Denied', /credit check said no/, /Cancel it/],
		['Rejected', /credit check said no/, /Cancel it/],
		['waitingforpurchase', /customer has not finished/, /customer is done/],
		['WaitingForBankIDIdentification', /customer has not finished/, /customer is done/],
	])('not done with %s, and what to wait for', (status, notDone, advice) => {
		expect(result(status)).toEqual({
			notDone: expect.stringMatching(notDone),
			advice: expect.stringMatching(advice),
		});
	});

	it.each(['Cancelled', 'Credited', 'Failed'])('not done with %s', (status) => {
		expect(result(status)).toEqual({ notDone: `its status at Qvickly is "${status}"` });
	});

	it.each(['Created', 'Approved', 'FactoringWithRegress', 'FactoringWithoutRegress'])(
		'nothing with %s, which contradicts it',
		(status) => {
			expect(result(status)).toEqual({ open: `its status at Qvickly is "${status}"` });
		},
	);
});
