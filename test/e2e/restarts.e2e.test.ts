import { startShop } from '../sandbox/shop';
import { daysAgo, pollingIn } from './polls';
import { callShop, deployWaiting, ended, statusOf } from './reports';
import { n8n, sandbox } from './running';
import { until } from './until';

const { lists } = sandbox.payments;
const { create, nextPolls, killedInPoll, killedInRun } = pollingIn(n8n, sandbox);

type Shop = Awaited<ReturnType<typeof startShop>>;

let shop: Shop;
/** Ordered first and looked at last, as it takes a minute until its time is over. */
let late: { shop: Shop; order: { number: string; orderid: string; execution: string } };

beforeAll(async () => {
	const own = await startShop();
	late = { shop: own, order: await (await deployWaiting(own.url, '1 minute')).order() };
});

afterAll(() => {
	late?.shop.close();
	lists.settlements = [];
});

beforeEach(async () => {
	shop = await startShop();
	lists.settlements = [
		{ id: 1, date: daysAgo(9) },
		{ id: 2, date: daysAgo(2) },
	];
});

afterEach(() => {
	shop.close();
	sandbox.state.onCall = undefined;
});

/** What a poll finds next. */
const add = (...ids: number[]) => {
	lists.settlements.push(...ids.map((id) => ({ id, date: daysAgo(id % 5) })));
};

const ids = (items: Array<Record<string, unknown>>) => items.map((one) => Number(one.settlementId));

describe('n8n', () => {
	it('ends or is killed: executions sleep on, and polls lose nothing and give nothing twice', async () => {
		const { id, started, untilStarted } = await create();
		await n8n.activate(id);
		const { order } = await deployWaiting(shop.url);
		const first = await order();
		await nextPolls();
		expect(await started()).toEqual([]);
		add(3);
		await untilStarted(1);

		await n8n.restart();
		expect(await statusOf(first.execution)).toBe('waiting');
		const second = await order();
		await nextPolls();
		expect(ids(await started())).toEqual([3]);

		await n8n.kill();
		add(4);
		// Qvickly's next try comes when n8n is there again: while it starts, n8n answers 404, and
		// Qvickly would give up.
		sandbox.callbacks.hold();
		sandbox.payments.finish(first.number, 'paid');
		sandbox.payments.finish(second.number, 'denied');
		await n8n.restart();
		expect(await statusOf(second.execution)).toBe('waiting');
		await sandbox.callbacks.release();
		expect((await ended(first.execution)).items).toMatchObject([{ outcome: 'paid' }]);
		expect((await ended(second.execution)).items).toMatchObject([{ outcome: 'denied' }]);
		await untilStarted(2);
		await nextPolls();
		expect(ids(await started())).toEqual([3, 4]);
		await n8n.deactivate(id);
	}, 240_000);

	it('is killed while it polls, and right after that has started the workflow', async () => {
		const { id } = await create('settlement', callShop(shop.url));
		await n8n.activate(id);
		await nextPolls();
		const told = () => ids(shop.received.map(({ body }) => JSON.parse(body)));
		const untilTold = async (count: number) =>
			await until(`${count} settlements`, 60, async () =>
				told().length >= count ? true : undefined,
			);

		// Before the answer is there, nothing can have been kept.
		add(3);
		await killedInPoll();
		await n8n.restart();
		await untilTold(1);
		await nextPolls();

		add(4);
		await killedInRun(shop);
		await n8n.restart();
		await nextPolls();
		add(5);
		await untilTold(3);
		expect(told()).toEqual([3, 4, 5]);
		const statuses = (await n8n.executions(id)).map(({ status }) => status);
		expect(statuses.slice(1)).toEqual(['crashed', 'success']);
		await n8n.deactivate(id);
	}, 240_000);

	it('goes on with timedOut where nothing happens, whatever became of n8n meanwhile', async () => {
		const { number, orderid, execution } = late.order;
		const { status, items } = await ended(execution, 'Wait', 200);
		expect({ status, items }).toEqual({
			status: 'success',
			items: [expect.objectContaining({ outcome: 'timedOut' })],
		});
		const told = late.shop.received.map(({ body }) => JSON.parse(body) as object);
		expect(told).toHaveLength(2);
		expect(told[1]).toMatchObject({ outcome: 'timedOut' });
		expect(sandbox.payments.truth(number)).toMatchObject({ orderid, status: 'WaitingForPurchase' });
	}, 240_000);
});
