import { reportOf } from '../sandbox/callbacks';
import { startShop } from '../sandbox/shop';
import { ANSWERED_BY_N8N, forgeries, type Forgery } from './forgeries';
import { deployTrigger, deployWaiting, ended, send, statusOf, factsOf } from './reports';
import { sendRaw, showAnswers } from './sendRaw';
import { account, merchants, n8n, sandbox, unique } from './running';
import { newPayments } from './workflow';

/** What each request was answered with: of the trigger, and of an execution that waits. */
const table: Array<[string, number, number?]> = [];

afterAll(() => showAnswers(table));

const LIST = forgeries('1', account.secret, '2');

/** Milliseconds for what n8n may leave without an answer. */
const PATIENCE_WITH_N8N = 2_000;

/** Sends all of them. @returns those that were not refused as they should be */
async function sendAll(url: string, number: string, note: (name: string, status: number) => void) {
	const [seen = ''] = newPayments(1, { status: 'Denied' });
	const accepted: Array<[string, number]> = [];
	const sendOne = async (name: string, forgery: Forgery) => {
		const isOfN8n = ANSWERED_BY_N8N.includes(name);
		const status = await sendRaw(url, forgery, isOfN8n ? PATIENCE_WITH_N8N : undefined);
		note(name, status);
		const isRefused = status >= 400 && status < 500;
		const mayFail = isOfN8n && (status === 500 || status === 0);
		if (!isRefused && !mayFail) accepted.push([name, status]);
	};
	const slow: Array<Promise<void>> = [];
	for (const [name, forgery] of forgeries(number, account.secret, seen)) {
		const sending = sendOne(name, forgery);
		if (ANSWERED_BY_N8N.includes(name)) slow.push(sending);
		else await sending;
	}
	await Promise.all(slow);
	return accepted;
}

describe(`${LIST.length} requests of a forger`, () => {
	it('are at least 60, each another', () => {
		expect(new Set(LIST.map(([name]) => name)).size).toBe(LIST.length);
		const sent = ([, { body, ...rest }]: [string, Forgery]) =>
			JSON.stringify([body?.toString(), rest]);
		expect(new Set(LIST.map(sent)).size).toBeGreaterThanOrEqual(60);
	});

	it('start nothing, and are refused; then a right one starts the workflow', async () => {
		const [number = ''] = newPayments(1, { status: 'Paid' });
		const { url, report, next, count } = await deployTrigger({ events: ['all'] });
		const calls = () => sandbox.calls.filter((call) => call.number === number).length;
		const accepted = await sendAll(url, number, (name, status) => table.push([name, status]));
		expect(accepted).toEqual([]);
		expect(calls()).toBe(0);
		expect((await report({ number })).status).toBe(200);
		expect((await next()).outputs[0]).toMatchObject([{ number, status: 'Paid' }]);
		expect(await count()).toBe(1);
		expect(n8n.log()).toContain(
			'"Trigger" answered a call with 401: its signature is wrong or missing',
		);
	}, 180_000);

	it('neither wake up nor end an execution that waits; then a right one wakes it up', async () => {
		const shop = await startShop();
		const { order } = await deployWaiting(shop.url);
		const { number, execution, callbackUrl } = await order();
		const row = new Map(table.map((one) => [one[0], one]));
		const accepted = await sendAll(callbackUrl, number, (name, status) => {
			row.get(name)?.push(status);
		});
		expect(accepted).toEqual([]);
		expect(await statusOf(execution)).toBe('waiting');

		sandbox.payments.finish(number, 'paid');
		await sandbox.callbacks.idle();
		expect(await ended(execution)).toMatchObject({
			status: 'success',
			items: [{ outcome: 'paid' }],
		});
		shop.close();
	}, 180_000);
});

describe('callbacks that are signed, and out of place', () => {
	it.each(['trigger', 'waiting'])('do nothing: %s', async (what) => {
		const shop = await startShop();
		const [foreign = ''] = newPayments(1, { status: 'Paid' });
		const { order } = await deployWaiting(shop.url);
		const trigger = await deployTrigger();
		const { number, execution, callbackUrl } = await order();
		const url = what === 'trigger' ? trigger.url : callbackUrl;
		const report = async (facts: object, secret = account.secret) =>
			await send(reportOf(factsOf({ number, ...facts }), secret, url));

		// By another merchant of Qvickly, who has a secret of his own.
		expect((await report({}, merchants[1]!.secret)).status).toBe(401);
		if (what === 'waiting') {
			// What is not true, or not yet: the payment still waits for its customer.
			for (const status of ['Paid', 'Cancelled']) {
				expect((await report({ status })).status).toBe(503);
			}
			expect(await report({ status: 'Pending' })).toEqual({ status: 200, text: 'OK' });
			// Of a payment that is paid, but another one.
			expect(await report({ number: foreign })).toEqual({ status: 200, text: 'OK' });
		}
		expect((await report({ number: '0' })).status).toBe(200);
		expect(await statusOf(execution)).toBe('waiting');
		expect(await trigger.count()).toBe(0);
		shop.close();
	});

	it('at the address of an execution are refused without its token, and by others', async () => {
		const shop = await startShop();
		const { order } = await deployWaiting(shop.url);
		const { number, execution, callbackUrl } = await order();
		const at = async (url: string) =>
			(await send(reportOf(factsOf({ number }), account.secret, url))).status;
		const [base = '', token] = callbackUrl.split('?');
		if (token !== undefined) {
			expect(await at(base)).toBe(401);
			expect(await at(callbackUrl.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')))).toBe(401);
		}
		expect(await at(callbackUrl.replace('/qvickly', ''))).toBe(404);
		expect(await at(callbackUrl.replace('/qvickly', '/other'))).toBe(404);
		expect(await at(callbackUrl.replace(`/${execution}/`, `/${90_000 + unique()}/`))).toBe(404);
		expect(await statusOf(execution)).toBe('waiting');
		shop.close();
	});
});
