import { createHmac } from 'crypto';

import { until } from '../e2e/until';
import { factsOf, PLAN, reportOf, type Ways } from './callbacks';
import { caller, checkout, order } from './orders';
import { MERCHANT, startSandbox } from './sandbox';
import { startShop } from './shop';
import type { Received } from './shop';

let shop: Awaited<ReturnType<typeof startShop>>;
let url: string;
/** What the shop answers with, in turn; with 200 from then on. */
let answers: number[];
const open: Array<{ close(): Promise<void> }> = [];

beforeEach(async () => {
	answers = [];
	shop = await startShop();
	shop.answer = () => answers.shift() ?? 200;
	url = `${shop.url}callback?shop=1`;
});
afterEach(async () => {
	await Promise.all(open.splice(0).map(async (one) => await one.close()));
	shop.close();
});

async function start(callbacks: Ways = {}, options: object = {}) {
	const sandbox = await startSandbox({ callbacks, ...options });
	open.push(sandbox);
	const call = caller(sandbox);
	/** Makes a payment and lets its customer do something. */
	const play = async (
		method: number,
		ending: 'paid' | 'denied' | 'cancelled' | 'failed',
		paymentData: object = {},
	) => {
		const data = order(method, { callbackurl: url, ...paymentData });
		const { number } = (await call('addPayment', data)).data as { number: string };
		sandbox.payments.finish(number, ending, { test: true });
		await sandbox.callbacks.idle();
		return number;
	};
	return { sandbox, call, play };
}

const hash = (text: string) => createHmac('sha512', MERCHANT.secret).update(text).digest('hex');
const dataOf = (body: string) => /"data":(.*)}$/.exec(body)?.[1] ?? '';

describe('a callback', () => {
	it('is sent as raw JSON, signed to the letter, when the customer has paid', async () => {
		const { play, sandbox } = await start();
		const number = await play(1024, 'paid');
		expect(shop.received).toMatchObject([
			{ method: 'POST', path: '/callback?shop=1', type: 'application/json' },
		]);
		const [{ body }] = shop.received as [Received];
		expect(JSON.parse(body)).toEqual({
			credentials: { hash: hash(dataOf(body)) },
			data: { number, status: 'Paid', url: expect.any(String), orderid: 'A-1' },
		});
		expect(dataOf(body)).toContain('https:\\/\\/');
		expect(sandbox.callbacks.sent).toMatchObject([{ number, status: 'Paid', answer: 200, at: 0 }]);
	});

	it.each<['denied' | 'cancelled' | 'failed', string]>([
		['denied', 'Denied'],
		['cancelled', 'Cancelled'],
		['failed', 'Failed'],
	])('is sent when the customer %s', async (ending, status) => {
		const { play } = await start();
		await play(8, ending);
		expect(JSON.parse(shop.received[0]!.body).data.status).toBe(status);
	});

	it('has what is known of a card that paid', async () => {
		const { play } = await start();
		await play(8, 'paid');
		expect(JSON.parse(shop.received[0]!.body).data.carddata).toMatchObject({ bin: '21591' });
	});

	it('tells of the credit decision, and of the final number of a checkout', async () => {
		const { sandbox, call, play } = await start({}, { account: { creditCheck: 'waits' } });
		await play(1, 'paid');
		expect(JSON.parse(shop.received[0]!.body).data.status).toBe('Approved');
		const { number } = (await call('initCheckout', checkout({ callbackurl: url, orderid: 'A-2' })))
			.data as { number: string };
		sandbox.payments.finish(number, 'paid', { test: true, method: 1024 });
		await sandbox.callbacks.idle();
		const { data } = JSON.parse(shop.received[1]!.body);
		expect(data).toMatchObject({ status: 'Paid', orderid: 'A-2' });
		expect(data.number).not.toBe(number);
	});

	it.each([false, true])(
		'goes as GET if the payment says so; slashes escaped: %s',
		async (escaped) => {
			const { play } = await start({ escaped });
			await play(1024, 'paid', { returnmethod: 'GET' });
			const [{ method, path, body }] = shop.received as [Received];
			expect([method, body]).toEqual(['GET', '']);
			const query = new URLSearchParams(path.split('?')[1]);
			expect(query.get('shop')).toBe('1');
			const data = query.get('data')!;
			expect(data.includes('\\/')).toBe(escaped);
			const signed = data.replace(/\\?\//g, '\\/');
			expect(JSON.parse(query.get('credentials')!)).toEqual({ hash: hash(signed) });
		},
	);

	it('goes as a form, with its members in another order, more than once', async () => {
		const { play } = await start({ shape: 'form', order: ['orderid', 'number'], copies: 3 });
		await play(1024, 'paid');
		expect(shop.received).toHaveLength(3);
		const [{ type, body }] = shop.received as [Received];
		expect(type).toBe('application/x-www-form-urlencoded');
		const data = new URLSearchParams(body).get('data')!;
		expect(Object.keys(JSON.parse(data) as object)).toEqual(['orderid', 'number', 'status', 'url']);
		expect(new Set(shop.received.map((one) => one.body)).size).toBe(1);
	});

	it('comes before an earlier one if so wanted', async () => {
		const { sandbox, play } = await start();
		sandbox.callbacks.hold();
		await play(1024, 'paid');
		await play(1024, 'failed', { orderid: 'A-2' });
		expect(shop.received).toEqual([]);
		await sandbox.callbacks.release({ backwards: true });
		const statuses = shop.received.map(({ body }) => JSON.parse(body).data.status as string);
		expect(statuses).toEqual(['Failed', 'Paid']);
	});

	it('goes nowhere but to this machine, and nowhere without an address', async () => {
		const { sandbox, play } = await start();
		await play(1024, 'paid', { callbackurl: 'https://shop.example/callback' });
		await play(1024, 'paid', { callbackurl: '', orderid: 'A-2' });
		expect(sandbox.callbacks.sent).toEqual([]);
	});
});

describe('a callback that is not answered well', () => {
	it('comes every minute, hour, day and month, and then no more', async () => {
		const waits: number[] = [];
		const { sandbox, play } = await start({ wait: (minutes) => (waits.push(minutes), 0) });
		answers = Array(40).fill(500);
		await play(1024, 'paid');
		await until('the last try', 10, async () =>
			sandbox.callbacks.sent.length === 31 ? true : undefined,
		);
		expect(waits).toEqual(PLAN);
		expect(waits.reduce((sum, minutes) => sum + minutes)).toBe(10 + 600 + 7 * 1440 + 3 * 43_200);
		expect(new Set(shop.received.map(({ body }) => body)).size).toBe(1);
	});

	it.each([
		[[200], 1],
		[[204], 1],
		[[404], 1],
		[[401, 409, 503, 302, 200], 5],
		[[500, 404], 2],
	])('is answered with %j and comes %i times', async (statuses, times) => {
		const { sandbox, play } = await start({ wait: () => 0 });
		answers = [...statuses];
		await play(1024, 'paid');
		await until('all tries', 10, async () =>
			sandbox.callbacks.sent.length === times ? true : undefined,
		);
		await sandbox.callbacks.idle();
		expect(sandbox.callbacks.sent.map(({ answer }) => answer)).toEqual(statuses);
	});

	it('comes again if nobody is there', async () => {
		const { sandbox, play } = await start({ wait: () => 0 });
		shop.close();
		await play(1024, 'paid');
		await until('a second try', 10, async () =>
			sandbox.callbacks.sent.length > 1 ? true : undefined,
		);
		expect(sandbox.callbacks.sent[0]).toMatchObject({ answer: 0 });
	});
});

describe('reportOf', () => {
	it('signs as the documentation has it', () => {
		const facts = { number: 12345, orderid: '123456', status: 'Cancelled', url: '' };
		const order = ['number', 'orderid', 'status', 'url'];
		const { body } = reportOf(facts, '1234567890123456', 'http://127.0.0.1/', { order });
		expect(JSON.parse(body!)).toEqual({
			credentials: {
				hash: '2eb3a2bb00f27ae1ca0d3124d73965829d77e88a12d80b2caf9a2f4dcb6e7fa4cda9ab77223c14890a7c07b22d6486082b212c2aff6aca8f00b0581ca3d99374',
			},
			data: facts,
		});
		expect(body).toContain(
			'"data":{"number":12345,"orderid":"123456","status":"Cancelled","url":""}',
		);
	});

	it('spells a status as the payment does', async () => {
		const { sandbox } = await start(
			{},
			{ payments: [{ number: 7, cancelledAs: 'Canceled', status: 'Cancelled' }] },
		);
		expect(factsOf(sandbox.payments.get('7')!)).toMatchObject({ status: 'Canceled' });
	});
});
