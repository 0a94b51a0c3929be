import type { Node } from './nodes';
import { end } from './reports';
import { n8n, sandbox, unique } from './running';
import { until } from './until';
import { workflowOf } from './workflow';

/** Every five seconds: n8n allows each time once a minute, and as many of them as one likes. */
const OFTEN = {
	item: Array.from({ length: 12 }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * 5} * * * * *`,
	})),
};

const daysAgo = (days: number) =>
	new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const trigger = (event: string): Node => ({
	name: 'Trigger',
	type: 'n8n-nodes-qvickly.qvicklyPollingTrigger',
	typeVersion: 1,
	parameters: { event, pollTimes: OFTEN },
	credentials: { qvicklyApi: { name: 'Qvickly sandbox' } },
});

const { lists } = sandbox.payments;

async function create(event: string) {
	const id = await n8n.createWorkflow(
		workflowOf(`polling ${unique()}`, [trigger(event), end()], ['Trigger > End']),
	);
	/** What all executions so far have started with, in order. */
	const started = async () => {
		const all = (await n8n.executions(id)).reverse();
		const runs = await Promise.all(all.map(async (one) => await n8n.finished(one.id)));
		return runs.flatMap(({ data }) =>
			(data.resultData.runData.Trigger?.[0]?.data?.main?.[0] ?? []).map(
				({ json }: { json: Record<string, unknown> }) => json,
			),
		) as Array<Record<string, unknown>>;
	};
	const untilStarted = async (count: number) =>
		await until(`${count} items`, 40, async () => {
			const items = await started();
			return items.length >= count ? items : undefined;
		});
	return { id, started, untilStarted };
}

const polls = (name: string) => sandbox.calls.filter((call) => call.function === name).length;

/** Until so many more polls have been made. */
async function nextPolls(name: string, count = 2) {
	const before = polls(name);
	await until('polls', 60, async () => (polls(name) >= before + count ? true : undefined));
}

async function switchOff(id: string) {
	const { versionId } = await n8n.request('GET', `/rest/workflows/${id}`);
	await n8n
		.request('POST', `/rest/workflows/${id}/deactivate`, {})
		.catch(() => n8n.request('PATCH', `/rest/workflows/${id}`, { active: false, versionId }));
}

describe('Qvickly Polling Trigger', () => {
	beforeEach(() => {
		lists.settlements = [];
		lists.due = [];
		sandbox.state.faults = undefined;
	});

	it('is switched on for an empty account, and starts for the first settlement', async () => {
		const { id, started, untilStarted } = await create('settlement');
		await n8n.activate(id);
		await nextPolls('getSettlements');
		expect(await started()).toEqual([]);
		lists.settlements.push({ id: 1, date: daysAgo(1), numbers: ['1000235'] });
		expect(await untilStarted(1)).toEqual([
			{
				settlementId: '1',
				date: daysAgo(1),
				url: expect.stringContaining('/1-'),
				numbers: ['1000235'],
				eventId: 'settlement-1',
			},
		]);
		await switchOff(id);
	});

	it('starts nothing for what is there, and once for what is new, the oldest first, also if late', async () => {
		lists.settlements.push({ id: 1, date: daysAgo(9) }, { id: 2, date: daysAgo(2) });
		const { id, started, untilStarted } = await create('settlement');
		await n8n.activate(id);
		await nextPolls('getSettlements');
		expect(await started()).toEqual([]);
		lists.settlements.push({ id: 3, date: daysAgo(12) }, { id: 4, date: daysAgo(0) });
		const ids = (items: Array<Record<string, unknown>>) => items.map((item) => item.settlementId);
		expect(ids(await untilStarted(2))).toEqual(['3', '4']);
		await nextPolls('getSettlements');
		expect(ids(await started())).toEqual(['3', '4']);

		// Nothing is lost, nor comes twice, when n8n is killed, and something came meanwhile.
		await n8n.kill();
		lists.settlements.push({ id: 5, date: daysAgo(0) });
		await n8n.restart();
		expect(ids(await untilStarted(3))).toEqual(['3', '4', '5']);
		await n8n.kill();
		await n8n.restart();
		await nextPolls('getSettlements');
		expect(ids(await started())).toEqual(['3', '4', '5']);
		await switchOff(id);
	}, 240_000);

	it('polls again where Qvickly does not answer, and loses nothing', async () => {
		const { id, untilStarted } = await create('overdue');
		await n8n.activate(id);
		sandbox.state.faults = (call) => (call.function === 'getDuePayments' ? 'http500' : undefined);
		lists.due.push({ number: '1000235', dueDate: daysAgo(3) });
		await nextPolls('getDuePayments', 1);
		sandbox.state.faults = undefined;
		expect(await untilStarted(1)).toMatchObject([
			{ number: '1000235', dueDate: daysAgo(3), eventId: `overdue-1000235-${daysAgo(3)}` },
		]);
		await switchOff(id);
	});

	it('gives the newest one when run by hand, or says that there is none', async () => {
		const { id } = await create('settlement');
		const empty = await n8n.runManually(id, 'Trigger');
		expect(empty.data.resultData.error?.message).toBe('There is no settlement yet to show');
		lists.settlements.push({ id: 8, date: daysAgo(9) }, { id: 9, date: daysAgo(2) });
		const { data } = await n8n.runManually(id, 'Trigger');
		const items = data.resultData.runData.Trigger![0].data.main[0];
		expect(items).toMatchObject([{ json: { settlementId: '9' } }]);
	});

	it('asks for three months at most', async () => {
		const asked = sandbox.calls
			.filter((call) => call.function === 'getDuePayments')
			.map(({ body }) => JSON.parse(body).data.dueDate as string);
		expect(asked.length).toBeGreaterThan(0);
		expect(asked.every((day) => day >= daysAgo(90))).toBe(true);
	});
});
