import { startShop } from '../sandbox/shop';
import { eachPayment, merge, qvicklyTo } from '../e2e/nodes';
import { daysAgo, pollingIn } from '../e2e/polls';
import { answersTo, deployTrigger, deployWaiting, ended, statusOf } from '../e2e/reports';
import { n8n } from '../e2e/running';
import { until } from '../e2e/until';
import { deploy, newPayments, workflowOf } from '../e2e/workflow';
import { cluster, sandbox, unique } from './running';

const { lists } = sandbox.payments;

afterEach(() => {
	sandbox.state.latency = 0;
	lists.settlements = [];
});

/** Which executions a worker has begun, by what it writes in its log. */
const begunBy = (index: number) =>
	[...cluster.workers[index]!.log().matchAll(/started execution (\d+)/g)].map(([, id]) => id!);

it('callbacks are taken by the webhook processor, and workers do what follows', async () => {
	const { report, next, count } = await deployTrigger();
	const numbers = newPayments(8, { status: 'Paid', method: 8 });
	for (const number of numbers) {
		const facts = { number, url: 'https://api.qvickly.io/invoice/1' };
		expect((await report(facts)).status).toBe(200);
		const { status, outputs } = await next();
		expect({ status, outputs }).toMatchObject({ status: 'success', outputs: [[{ number }]] });
	}
	expect(await count()).toBe(8);
	expect((await report({ number: numbers[0] }, {}, 'another secret')).status).toBe(401);
	expect(await count()).toBe(8);
});

it('an execution that waits goes on, whichever worker has died and though main was restarted', async () => {
	const shop = await startShop();
	const { order } = await deployWaiting(shop.url);
	const [first, second] = [await order(), await order()];
	await Promise.all(cluster.workers.map(async (worker) => await worker.kill()));
	await cluster.main.kill();
	await Promise.all(cluster.workers.map(async (worker) => await worker.start()));
	// Reported while there is no main process: the webhook processor takes it.
	sandbox.payments.finish(first.number, 'paid');
	await until('the answer', 30, async () => answersTo(first.number).at(-1) === 200 || undefined);
	await cluster.main.start();
	expect((await ended(first.execution)).items).toMatchObject([{ outcome: 'paid' }]);
	expect(await statusOf(second.execution)).toBe('waiting');
	sandbox.payments.finish(second.number, 'denied');
	expect((await ended(second.execution)).items).toMatchObject([{ outcome: 'denied' }]);
	shop.close();
});

it('the polling trigger loses nothing and gives nothing twice, though the leader is killed', async () => {
	const { create, nextPolls } = pollingIn(n8n, sandbox);
	lists.settlements = [{ id: 1, date: daysAgo(9) }];
	const { id, untilStarted, started } = await create();
	await cluster.activate(id);
	await nextPolls();
	lists.settlements.push({ id: 2, date: daysAgo(2) });
	await untilStarted(1);
	await cluster.main.kill();
	lists.settlements.push({ id: 3, date: daysAgo(1) });
	await cluster.main.start();
	await untilStarted(2);
	await nextPolls();
	const ids = (await started()).map((one) => one.settlementId);
	expect(ids).toEqual(['2', '3']);
	await cluster.deactivate(id);
});

it('a changed credential is used by every worker from then on', async () => {
	const { merchant } = sandbox;
	const fields = { merchantId: merchant.id, language: 'en', baseUrl: sandbox.url };
	const name = `Changing ${unique()}`;
	const credential = await cluster.createCredential('qvicklyApi', name, {
		...fields,
		secret: 'wrong',
	});
	const numbers = newPayments(12);
	const node = {
		...qvicklyTo('cancel', { onError: 'continueErrorOutput' }),
		credentials: { qvicklyApi: { name } },
	};
	const { post, id } = await deploy(
		[eachPayment, node, merge],
		['Webhook > Payments > Qvickly > Merge', 'Qvickly:1 > Merge:1'],
	);
	const cancel = async (number: string) =>
		(await post({ payments: [{ number }] })).output('Qvickly');
	expect(await cancel(numbers[0]!)).toEqual([]);
	await cluster.request('PATCH', `/rest/credentials/${credential}`, {
		name,
		type: 'qvicklyApi',
		data: { ...fields, secret: merchant.secret },
	});
	for (const number of numbers) expect(await cancel(number)).toHaveLength(1);
	const all = (await cluster.executions(id)).map((one) => one.id);
	const shares = [0, 1].map((index) => begunBy(index).filter((one) => all.includes(one)).length);
	expect(Math.min(...shares)).toBeGreaterThan(0);
});

const PART = {
	...{ operation: 'credit', scope: 'part', prices: 'withVat' },
	rows: { row: [{ description: 'Returned', quantity: '1', unitPrice: '1', vatRate: '25' }] },
};

it('credits of a worker that is killed are made once: n8n 2 does not run it again, n8n 1 does', async () => {
	sandbox.state.latency = 100;
	const numbers = newPayments(300, { status: 'Factoring' });
	const path = `credits-${unique()}`;
	const webhook = {
		...{ name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2.1, webhookId: path },
		parameters: { httpMethod: 'POST', path, options: {} },
	};
	const node = qvicklyTo('credit', { onError: 'continueErrorOutput' }, PART);
	const id = await cluster.createWorkflow(
		workflowOf(path, [webhook, eachPayment, node], ['Webhook > Payments > Qvickly']),
	);
	await cluster.activate(id);
	await fetch(cluster.webhookUrl(path), {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ payments: numbers.map((number) => ({ number })) }),
	});
	const made = () => sandbox.payments.credits.filter(({ of }) => numbers.includes(of));
	await until('some credits', 30, async () => (made().length > 50 ? true : undefined));
	const [{ id: execution } = { id: '' }] = await cluster.executions(id);
	const index = [0, 1].find((one) => begunBy(one).includes(execution))!;
	await cluster.workers[index]!.kill();
	const { length } = made();
	expect(length).toBeLessThan(300);

	// The lock of the job has to run out, and somebody to notice.
	const { status, data } = await until('the execution to end', 240, async () => {
		const found = await cluster.execution(execution);
		return ['new', 'running'].includes(found.status) ? undefined : found;
	});
	await cluster.workers[index]!.start();
	// Eight were under way when it was killed.
	expect(made().length).toBeLessThanOrEqual(length + 8);
	expect(new Set(made().map(({ of }) => of)).size).toBe(made().length);
	if (cluster.version.startsWith('1.')) {
		const [done, open] = data.resultData.runData.Qvickly![0].data.main;
		expect({ status, done }).toEqual({ status: 'success', done: [] });
		expect(open).toHaveLength(300);
		expect(open[0].json.error.message).toContain('may have been credited: n8n has noted');
	} else {
		expect(['error', 'crashed']).toContain(status);
	}
});
