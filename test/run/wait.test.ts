import type { IExecuteFunctions } from 'n8n-workflow';

import { readTerms, withReport } from '../../nodes/Qvickly/actions/order/readTerms';
import { get } from '../../nodes/Qvickly/actions/payment/get.operation';
import { waitForPayment } from '../../nodes/Qvickly/actions/payment/wait.operation';
import type { Failure } from '../../nodes/Qvickly/run/outcome';
import type { Plan } from '../../nodes/Qvickly/run/setup';
import { waitIfOpen, waitLimit } from '../../nodes/Qvickly/run/wait';
import { info, taskOf, verified } from '../actions/tasks';

const DAY = 24 * 60 * 60 * 1000;

/** An item that can be looked up. */
const plan = { item: 0 } as Plan;

/** What the operation gives of a payment with this status. */
function itemOf(payment: object) {
	const result = taskOf(waitForPayment, { waitLimit: '3 days' }).call.result(
		verified(info(payment)),
	);
	if (!('items' in result)) throw new Error(JSON.stringify(result));
	return result.items[0]!;
}

/** As much of n8n as is asked here. */
function context(waitFor: unknown, items: object[] = [{ number: '1000235' }], more: object = {}) {
	const { type, dependsOnItem } = { type: 'qvickly', dependsOnItem: 'no', ...more };
	const waits: Date[] = [];
	const data = { main: [items.map((json) => ({ json, pairedItem: { item: 0 } }))] };
	const n8n = {
		getNodeParameter: () => waitFor,
		getCredentials: async () => await Promise.resolve({ dependsOnItem }),
		getInputData: () => data.main[0],
		getNode: () => ({ type }),
		getExecuteData: () => ({ data }),
		putExecutionToWait: async (date: Date) => await Promise.resolve(void waits.push(date)),
	} as unknown as IExecuteFunctions;
	return { n8n, waits, input: () => data.main[0]!.map(({ json }) => json) };
}

describe('the outcome of a payment', () => {
	it.each<[string, string]>([
		['Paid', 'paid'],
		['Created', 'accepted'],
		['Approved', 'accepted'],
		['Factoring', 'accepted'],
		['Handling', 'accepted'],
		['Partpayment', 'accepted'],
		['PartPayment', 'accepted'],
		['Sent', 'accepted'],
		['Service', 'accepted'],
		['Cancelled', 'cancelled'],
		['Canceled', 'cancelled'],
		['Denied', 'denied'],
		['Rejected', 'denied'],
		['Failed', 'failed'],
		['Pending', ''],
		['WaitingForPurchase', ''],
		['WaitingForBankIDIdentification', ''],
		['FactoringWithRegress', 'accepted'],
		['FactoringWithoutRegress', 'accepted'],
		['Manual', ''],
		['SomethingNew', ''],
	])('%s is %j', (status, outcome) => {
		const item = itemOf({ status });
		expect(item.outcome).toBe(outcome);
		expect(waitForPayment.wait!.isOver(item)).toBe(outcome !== '');
	});

	it('is open while a payment is Created of which the customer has yet to choose how', () => {
		expect(itemOf({ status: 'Created', method: '2048' }).outcome).toBe('');
		expect(itemOf({ status: 'Paid', method: '2048' }).outcome).toBe('paid');
	});

	it('is of this payment only', () => {
		const { call } = taskOf(waitForPayment, { waitLimit: '3 days' });
		expect(call.result(verified(info({ number: '7', status: 'Paid' })))).toHaveProperty('open');
	});
});

describe('the limit of a wait', () => {
	it.each<[unknown, number]>([
		['3 days', 3 * DAY],
		['90 minutes', DAY / 16],
		['1h', DAY / 24],
		[' 2 Weeks ', 14 * DAY],
		['366 days', 366 * DAY],
	])('%j is so long', async (given, length) => {
		const before = Date.now();
		const limit = (await waitLimit(context(given).n8n, waitForPayment, [plan])) as Date;
		expect(limit.getTime()).toBeGreaterThanOrEqual(before + length);
		expect(limit.getTime()).toBeLessThanOrEqual(Date.now() + length);
	});

	it.each([
		['367 days'],
		['0 days'],
		['-1 day'],
		['1.5 days'],
		['3'],
		[3],
		['days'],
		['3 months'],
		['999999 weeks'],
		[''],
		[undefined],
		[null],
		[{}],
	])('%j is none, and nothing is sent', async (given) => {
		expect(await waitLimit(context(given).n8n, waitForPayment, [plan])).toMatchObject({
			outcome: 'invalid',
			message: expect.stringContaining("in 'Wait at Most' is no length of time"),
		});
	});

	it('is refused with a credential that n8n cannot work out when Qvickly reports', async () => {
		const { n8n } = context('3 days', [{}], { dependsOnItem: 'yes' });
		expect(await waitLimit(n8n, waitForPayment, [plan])).toMatchObject({
			outcome: 'invalid',
			message: expect.stringContaining('cannot use a credential with expressions'),
		});
	});

	it('is none where nothing can be looked up', async () => {
		const failure: Failure = { outcome: 'invalid', message: '', advice: '' };
		expect(await waitLimit(context('soon').n8n, waitForPayment, [failure])).toBeUndefined();
		expect(await waitLimit(context('soon').n8n, waitForPayment, [])).toBeUndefined();
	});

	it('is refused for several items, with what to do', async () => {
		expect(await waitLimit(context('3 days').n8n, waitForPayment, [plan, plan])).toMatchObject({
			outcome: 'invalid',
			message: expect.stringContaining('waits for one item'),
			advice: expect.stringContaining('Loop Over Items'),
		});
	});

	it('is nothing to operations that do not wait', async () => {
		expect(await waitLimit(context('nonsense').n8n, get, [plan, plan])).toBeUndefined();
	});
});

describe('an execution', () => {
	const limit = new Date(Date.now() + DAY);

	it('sleeps while the payment is open, and its input tells that the time has passed', async () => {
		const { n8n, waits, input } = context('', [{ number: '1000235', shop: 'A' }]);
		const item = { number: '7', outcome: '' };
		await waitIfOpen(n8n, waitForPayment, { items: [item] }, limit);
		expect(waits).toEqual([limit]);
		expect(input()).toEqual([
			{
				...{ number: '1000235', shop: 'A' },
				...{ outcome: 'timedOut', waitedFor: '7', waitedUntil: limit.toISOString() },
			},
		]);
	});

	it('does not sleep for a tool, which tells an agent what is true now', async () => {
		const { n8n, waits, input } = context('', [{}], { type: 'n8n-nodes-qvickly.qvicklyTool' });
		await waitIfOpen(n8n, waitForPayment, { items: [{ outcome: '' }] }, limit);
		expect([waits, input()]).toEqual([[], [{}]]);
	});

	it.each<[string, Parameters<typeof waitIfOpen>[2]]>([
		['the payment is decided', { items: [{ outcome: 'paid' }] }],
		['there is no answer', { outcome: 'unanswered', message: '', advice: '' }],
		['there is nothing', { items: [] }],
		['there is no item', undefined],
	])('goes on where %s', async (_, outcome) => {
		const { n8n, waits, input } = context('');
		await waitIfOpen(n8n, waitForPayment, outcome, limit);
		expect([waits, input()]).toEqual([[], [{ number: '1000235' }]]);
	});
});

describe("the address that Qvickly is told for 'Wait for Payment'", () => {
	const report = (url: unknown, options: object = {}) =>
		withReport({ reportToWait: true, ...options }, () => url);

	it.each([
		[
			'https://n8n.example/webhook-waiting/8?signature=ab12',
			'https://n8n.example/webhook-waiting/8/qvickly?signature=ab12',
		],
		['https://n8n.example/webhook-waiting/8', 'https://n8n.example/webhook-waiting/8/qvickly'],
		[
			'https://n8n.example/sub/webhook-waiting/8/',
			'https://n8n.example/sub/webhook-waiting/8/qvickly',
		],
		['http://localhost:5678/webhook-waiting/8', 'http://localhost:5678/webhook-waiting/8/qvickly'],
		['http://127.0.0.1/webhook-waiting/8', 'http://127.0.0.1/webhook-waiting/8/qvickly'],
		['http://[::1]:5678/webhook-waiting/8', 'http://[::1]:5678/webhook-waiting/8/qvickly'],
	])('of %s is %s, and one of this machine serves at a sandbox alone', (url, callbackUrl) => {
		const reported = report(url);
		if ('problem' in reported) throw new Error(reported.problem);
		expect(reported.options).toMatchObject({ callbackUrl });
		expect('onlyInSandbox' in reported).toBe(url.startsWith('http:'));
		expect(readTerms(reported.options, 'swish')).toMatchObject({
			PaymentData: { callbackurl: callbackUrl, returnmethod: 'POST' },
		});
	});

	it.each([
		['http://n8n.example/webhook-waiting/8'],
		['http://localhost.example/webhook-waiting/8'],
		['http://127.0.0.1.example/webhook-waiting/8'],
		['ftp://n8n.example/8'],
		['/webhook-waiting/8'],
		[''],
		[undefined],
		[null],
	])('is refused where it would be %j, with what to do', (url) => {
		expect(report(url)).toMatchObject({
			problem: expect.stringContaining('Qvickly cannot report to'),
			advice: expect.stringContaining('WEBHOOK_URL'),
		});
	});

	it('excludes another one, and is not asked for where it is not wanted', () => {
		expect(report('https://n8n.example/8', { callbackUrl: 'https://x.example' })).toHaveProperty(
			'problem',
		);
		const options = { callbackUrl: 'https://x.example', reportToWait: false };
		const never = () => {
			throw new Error('asked');
		};
		expect(withReport(options, never)).toEqual({ options });
	});
});
