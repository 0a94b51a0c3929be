import { startShop } from '../sandbox/shop';
import { answersTo, deployWaiting, ended, statusOf } from './reports';
import { n8n, sandbox } from './running';
import { until } from './until';

let shop: Awaited<ReturnType<typeof startShop>>;
beforeEach(async () => (shop = await startShop()));
afterEach(() => {
	shop.close();
	sandbox.callbacks.ways = {};
	sandbox.state.faults = undefined;
});

/** What the shop was told. */
const mails = () => shop.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

/** Until Qvickly was answered with a status. */
const answered = async (number: string, status: number) =>
	await until(`an answer ${status}`, 30, async () =>
		answersTo(number).includes(status) ? true : undefined,
	);

describe('Create > mail > Wait for Payment', () => {
	it('hands the address out first, sleeps, and goes on once the customer has paid', async () => {
		const { order } = await deployWaiting(shop.url);
		const { number, orderid, execution } = await order();
		expect(mails()).toEqual([
			expect.objectContaining({ number, orderid, payUrl: expect.stringMatching(/^https?:/) }),
		]);
		sandbox.payments.finish(number, 'paid');
		const { status, items } = await ended(execution);
		expect({ status, items }).toEqual({
			status: 'success',
			items: [expect.objectContaining({ number, orderid, status: 'Paid', outcome: 'paid' })],
		});
		expect(mails().slice(1)).toEqual([expect.objectContaining({ outcome: 'paid' })]);
		expect(answersTo(number)).toEqual([200]);
	});

	it.each(['denied', 'cancelled', 'failed'] as const)('goes on with %s', async (ending) => {
		const { order } = await deployWaiting(shop.url);
		const { number, execution } = await order();
		sandbox.payments.finish(number, ending);
		expect((await ended(execution)).items).toMatchObject([{ number, outcome: ending }]);
	});

	it.each(['form', 'query'] as const)('is woken up by a %s, too', async (shape) => {
		sandbox.callbacks.ways = { shape, escaped: false };
		const { order } = await deployWaiting(shop.url);
		const { number, execution } = await order();
		sandbox.payments.finish(number, 'paid');
		expect((await ended(execution)).items).toMatchObject([{ outcome: 'paid' }]);
	});

	it('goes on once where the same report comes five times at once', async () => {
		sandbox.callbacks.ways = { copies: 5 };
		const { order } = await deployWaiting(shop.url);
		const { number, execution } = await order();
		sandbox.payments.finish(number, 'paid');
		const { status, runs } = await ended(execution);
		await sandbox.callbacks.idle();
		expect({ status, runs }).toEqual({ status: 'success', runs: 1 });
		const answers = answersTo(number);
		expect(answers).toHaveLength(5);
		expect(answers).toContain(200);
		expect(shop.received).toHaveLength(2);
	});

	it('does not sleep where the customer was faster; a report before the wait comes again', async () => {
		let goOn = () => {};
		shop.answer = async ({ body }) => {
			if (!body.includes('outcome')) await new Promise<void>((resolve) => (goOn = resolve));
			return 200;
		};
		sandbox.callbacks.ways = { wait: () => 300 };
		const { order } = await deployWaiting(shop.url);
		const { number, execution } = await order({ waits: false });
		await until('the mail', 20, async () => (shop.received.length > 0 ? true : undefined));
		sandbox.payments.finish(number, 'paid');
		await answered(number, 409);
		goOn();
		expect((await ended(execution)).items).toMatchObject([{ outcome: 'paid' }]);
		sandbox.callbacks.close();
	});

	it('sleeps on where the look-up fails, is told again, and goes on then', async () => {
		const { order } = await deployWaiting(shop.url);
		const { number, execution } = await order();
		sandbox.state.faults = (call) => (call.number === number ? 'http500' : undefined);
		sandbox.callbacks.ways = { wait: () => 300 };
		sandbox.payments.finish(number, 'paid');
		await answered(number, 503);
		expect(await statusOf(execution)).toBe('waiting');
		sandbox.state.faults = undefined;
		expect((await ended(execution)).items).toMatchObject([{ outcome: 'paid' }]);
	});

	it('answers late reports so that nothing starts anew', async () => {
		const { id, order } = await deployWaiting(shop.url);
		const { number, execution } = await order();
		sandbox.payments.finish(number, 'paid');
		await ended(execution);
		sandbox.callbacks.report(sandbox.payments.get(number)!);
		await sandbox.callbacks.idle();
		sandbox.callbacks.close();
		expect(answersTo(number).at(-1)).toBe(409);
		expect(await n8n.executions(id)).toHaveLength(1);
		expect(shop.received).toHaveLength(2);
	});

	it('refuses a limit that it cannot read before anything is sent', async () => {
		const { order } = await deployWaiting(shop.url, 'soon');
		const { execution, number } = await order({ waits: false });
		expect(await ended(execution)).toMatchObject({ status: 'error', items: [] });
		const { data } = await n8n.execution(execution);
		expect(data.resultData.error?.message).toContain('is no length of time');
		expect(sandbox.calls.filter((call) => call.number === number)).toEqual([]);
	});
});
