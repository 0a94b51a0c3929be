import { packTarball } from '../install';
import { startSandbox } from '../sandbox/sandbox';
import { startShop } from '../sandbox/shop';
import { startN8n, type N8n } from './n8n';
import { daysAgo, pollingIn } from './polls';
import { callShop } from './reports';
import { until } from './until';

/**
 * n8n's other way of keeping what polls have seen, off unless these are set: polls are jobs in its
 * database, and what they have seen is written together with the execution that they start. n8n
 * before 2.36 does not have it, so this is no test for all lines of n8n.
 */
const DURABLE = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	// As often as n8n can, as polls come every few seconds here: late ones are left out, where n8n
	// would make several of them up at the same time.
	N8N_SCHEDULER_MATERIALIZATION_INTERVAL: '1',
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
	N8N_SCHEDULER_JITTER_RATIO: '0',
	N8N_SCHEDULER_MISFIRE_GRACE: '3',
	N8N_SCHEDULER_LEASE_DURATION: '600',
};

const SECONDS = 4;

describe('n8n that keeps the cursors of polls', () => {
	let sandbox: Awaited<ReturnType<typeof startSandbox>>;
	let shop: Awaited<ReturnType<typeof startShop>>;
	let n8n: N8n;
	let polling: ReturnType<typeof pollingIn>;

	beforeAll(async () => {
		sandbox = await startSandbox();
		shop = await startShop();
		n8n = await startN8n({ tarball: packTarball(), env: { N8N_LOG_LEVEL: 'debug', ...DURABLE } });
		const { id: merchantId, secret } = sandbox.merchant;
		await n8n.createCredential('qvicklyApi', 'Qvickly sandbox', {
			...{ merchantId, secret, baseUrl: sandbox.url },
		});
		polling = pollingIn(n8n, sandbox, SECONDS);
	});

	afterAll(async () => {
		shop?.close();
		await n8n?.stop();
		await sandbox?.close();
	});

	const add = (id: number) =>
		sandbox.payments.lists.settlements.push({ id, date: daysAgo(id % 5) });

	it('is killed between polls, in them, and right after them: each workflow starts once', async () => {
		add(1);
		const names = ['a', 'b', 'c'];
		const workflows = await Promise.all(
			names.map(async (name) => await polling.create('settlement', callShop(shop.url + name))),
		);
		const ids = workflows.map(({ id }) => id);
		for (const id of ids) await n8n.activate(id);
		const counts = async () =>
			await Promise.all(ids.map(async (id) => (await n8n.executions(id)).length));
		const each = (count: number) => names.map(() => count);
		const untilEach = async (count: number) =>
			await until(`${count} executions of each`, 60, async () =>
				(await counts()).every((one) => one >= count) ? true : undefined,
			);
		const nextPolls = async () => await polling.nextPolls('getSettlements', 2 * names.length);
		await nextPolls();
		expect(await counts()).toEqual(each(0));

		// Between two polls that find nothing.
		await n8n.kill();
		add(2);
		await n8n.restart();
		await untilEach(1);

		// While one is answered, and what the others found is being written.
		add(3);
		await polling.killedInPoll(names.length);
		await n8n.restart();
		await untilEach(2);

		// While the workflows run.
		add(4);
		await polling.killedInRun(shop);
		await n8n.restart();
		await untilEach(3);

		await nextPolls();
		expect(await counts()).toEqual(each(3));
		const told = shop.received.map(
			({ path, body }) => `${path} ${String(JSON.parse(body).settlementId)}`,
		);
		expect(new Set(told).size).toBe(told.length);
		// What has been started and did not get as far as that has crashed, and says so.
		const all = await Promise.all(ids.map(async (id) => await n8n.executions(id)));
		const statuses = all.flat().map(({ status }) => status);
		const crashed = statuses.filter((status) => status === 'crashed').length;
		expect(statuses.filter((status) => status === 'success').length + crashed).toBe(9);
		expect(told.length).toBeGreaterThanOrEqual(9 - crashed);
		for (const id of ids) await n8n.deactivate(id);
	});

	// n8n does not keep what the poll at the activation says.
	it('starts for what comes between its activation and its first poll', async () => {
		const { id, started } = await polling.create();
		sandbox.state.onCall = (call) => {
			sandbox.state.onCall = undefined;
			if (call.function === 'getSettlements') add(9);
		};
		await n8n.activate(id);
		await polling.nextPolls('getSettlements', 3);
		const items = await started();
		await n8n.deactivate(id);
		expect(items).toMatchObject([{ settlementId: '9' }]);
	});

	// n8n hands a poll what the last one has kept before it asks, and so to two at the same time.
	it('starts once for what polls find that are longer under way than from one to the next', async () => {
		const { id, started } = await polling.create();
		await n8n.activate(id);
		await polling.nextPolls();
		sandbox.state.latency = 2.5 * SECONDS * 1000;
		add(11);
		await polling.nextPolls('getSettlements', 4);
		add(12);
		await polling.nextPolls('getSettlements', 4);
		sandbox.state.latency = 0;
		await polling.nextPolls('getSettlements', 4);
		const items = await started();
		await n8n.deactivate(id);
		expect(items.map(({ settlementId }) => settlementId)).toEqual(['11', '12']);
	});
});
