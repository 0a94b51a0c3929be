import { daysAgo, pollingIn } from './polls';
import { n8n, sandbox } from './running';

const { lists } = sandbox.payments;
const { create, nextPolls } = pollingIn(n8n, sandbox);
/** Other suites ask for due payments too. */
const before = sandbox.calls.length;

describe('Qvickly Polling Trigger', () => {
	beforeEach(() => {
		lists.settlements = [];
		lists.due = [];
	});
	afterEach(() => {
		sandbox.state.faults = undefined;
		sandbox.state.onCall = undefined;
	});

	it('is switched on for an empty account, and starts for what comes next, also if at once', async () => {
		const { id, untilStarted } = await create('settlement');
		sandbox.state.onCall = () => {
			sandbox.state.onCall = undefined;
			lists.settlements.push({ id: 1, date: daysAgo(1), numbers: ['1000235'] });
		};
		await n8n.activate(id);
		expect(await untilStarted(1)).toEqual([
			{
				settlementId: '1',
				date: daysAgo(1),
				url: expect.stringContaining('/1-'),
				numbers: ['1000235'],
				eventId: expect.stringMatching(/^\d+(-test)?-settlement-1$/),
			},
		]);
		await n8n.deactivate(id);
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
		await n8n.deactivate(id);
	});

	it('polls again where Qvickly does not answer, and loses nothing', async () => {
		const { id, untilStarted } = await create('overdue');
		await n8n.activate(id);
		sandbox.state.faults = (call) => (call.function === 'getDuePayments' ? 'http500' : undefined);
		lists.due.push({ number: '1000235', dueDate: daysAgo(3) });
		await nextPolls('getDuePayments', 1);
		sandbox.state.faults = undefined;
		expect(await untilStarted(1)).toMatchObject([
			{
				number: '1000235',
				dueDate: daysAgo(3),
				eventId: expect.stringContaining(`-overdue-1000235-${daysAgo(3)}`),
			},
		]);
		await n8n.deactivate(id);
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
			.slice(before)
			.filter((call) => call.function === 'getDuePayments')
			.map(({ body }) => JSON.parse(body).data.dueDate as string);
		expect(asked.length).toBeGreaterThan(0);
		expect(asked.every((day) => day >= daysAgo(90))).toBe(true);
	});
});
