import { startShop } from '../sandbox/shop';
import type { Node } from './nodes';
import {
	answersTo,
	callShop,
	create,
	deployOrders,
	ended,
	send,
	statusOf,
	waitFor,
	waiting,
} from './reports';
import { sandbox } from './running';

let shop: Awaited<ReturnType<typeof startShop>>;
beforeEach(async () => (shop = await startShop()));
afterEach(() => shop.close());

/** n8n's own. */
const sleep = (parameters: object): Node => ({
	name: 'Sleep',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	webhookId: 'sleep',
	parameters: { options: {}, ...parameters },
});

/** Two payments of one order, and an execution that waits for one after the other. */
const both = [create('A', '-A'), create('B', '-B'), waitFor('A', 'Wait A'), waitFor('B', 'Wait B')];

/** Pays, and waits until it is reported. */
async function pay(number: string) {
	sandbox.payments.finish(number, 'paid');
	await sandbox.callbacks.idle();
}

describe('a report', () => {
	it.each<[string, object]>([
		['a webhook call', { resume: 'webhook', httpMethod: 'POST' }],
		['a time', { resume: 'timeInterval', amount: 2, unit: 'hours' }],
	])('does not wake an execution up that waits in Wait for %s', async (what, parameters) => {
		const { order } = await deployOrders(
			[create(), sleep(parameters), waitFor(), callShop(shop.url)],
			['Webhook > Create > Sleep > Wait > Shop > End'],
		);
		const { number, execution, callbackUrl } = await order();
		await pay(number);
		expect(answersTo(number)).toEqual([404]);
		expect(await statusOf(execution)).toBe('waiting');
		if (what === 'a time') return;

		// Its own call does, and then nobody waits for what is paid already.
		const url = callbackUrl.replace('/qvickly', '');
		const { status } = await send({ url, method: 'POST' });
		expect(status).toBe(200);
		expect(await ended(execution)).toMatchObject({
			...{ status: 'success', items: [{ outcome: 'paid' }] },
		});
	});

	it('of the payment that is waited for next wakes nothing up, and is not needed any more', async () => {
		const { order } = await deployOrders(
			[...both, callShop(shop.url)],
			['Webhook > A > B > Wait A > Wait B > Shop > End'],
		);
		const { numbers, execution } = await order({ payments: 2 });
		const [a = '', b = ''] = numbers;
		await pay(b);
		expect(answersTo(b)).toEqual([200]);
		expect(await statusOf(execution)).toBe('waiting');
		await pay(a);
		expect(await ended(execution, 'Wait A')).toMatchObject({ items: [{ number: a }] });
		expect(await ended(execution, 'Wait B')).toMatchObject({ items: [{ number: b }] });
		expect(shop.received).toHaveLength(1);
	});

	it('of the payment before wakes nothing up that waits for the next', async () => {
		const { order } = await deployOrders(
			[...both, callShop(shop.url)],
			['Webhook > A > B > Wait A > Wait B > Shop > End'],
		);
		const { numbers, execution } = await order({ payments: 2 });
		const [a = '', b = ''] = numbers;
		await pay(a);
		await waiting(execution, 'Wait B');
		sandbox.callbacks.report(sandbox.payments.get(a)!);
		await sandbox.callbacks.idle();
		expect(answersTo(a)).toEqual([200, 200]);
		expect(await statusOf(execution)).toBe('waiting');
		await pay(b);
		expect(await ended(execution, 'Wait B')).toMatchObject({ items: [{ number: b }] });
		expect(shop.received).toHaveLength(1);
	});

	it('wakes an execution up that waits in one branch, and the other then runs once as well', async () => {
		const { order } = await deployOrders(
			[create(), waitFor(), callShop(shop.url, 'Deliver'), callShop(shop.url, 'Other')],
			['Webhook > Create > Wait > Deliver > End', 'Create > Other'],
		);
		const { number, execution } = await order();
		await pay(number);
		expect(await ended(execution)).toMatchObject({ status: 'success', runs: 1 });
		expect((await ended(execution, 'Other')).runs).toBe(1);
		const told = shop.received.map(({ body }) => JSON.parse(body) as object);
		expect(told.filter((one) => 'outcome' in one)).toHaveLength(1);
		expect(told).toHaveLength(2);
	});

	it('wakes up the one execution of a workflow that waits for its payment', async () => {
		const { order } = await deployOrders(
			[create(), waitFor(), callShop(shop.url)],
			['Webhook > Create > Wait > Shop > End'],
		);
		const first = await order();
		const second = await order();
		await pay(second.number);
		expect((await ended(second.execution)).items).toMatchObject([{ number: second.number }]);
		expect(await statusOf(first.execution)).toBe('waiting');
		// Not even where it is reported to the other one.
		const { report } = sandbox.callbacks.sent.find((one) => one.number === second.number)!;
		const astray = { ...report, url: first.callbackUrl };
		expect(await send(astray)).toEqual({ status: 200, text: 'OK' });
		expect(await statusOf(first.execution)).toBe('waiting');
		await pay(first.number);
		expect((await ended(first.execution)).items).toMatchObject([{ number: first.number }]);
		expect(shop.received).toHaveLength(2);
	});
});
