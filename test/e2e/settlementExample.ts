import { changed, turnOn } from './exampleFlows';
import { extract } from './nodes';
import { daysAgo, everySeconds } from './polls';
import { n8n, sandbox } from './running';
import { until } from './until';
import { newPayments, unknownNumber } from './workflow';

const { lists } = sandbox.payments;

type Row = Record<string, string | number>;
type Changes = Parameters<typeof changed>[1];

/** The example, followed by a node that reads its file. */
function workflow(changes: Changes) {
	const reader = { ...extract('xlsx'), name: 'Reader', id: 'reader', position: [1560, 0] };
	const { connections, ...rest } = changed('settlement-rows', changes, [reader]);
	const after = { main: [[{ node: 'Reader', type: 'main', index: 0 }]] };
	return { ...rest, connections: { ...connections, 'Rows as a file': after } };
}

/** The file that an execution made, and its rows. */
async function result(execution: string) {
	const { runData } = (await n8n.finished(execution)).data.resultData;
	const [file] = runData['Rows as a file']![0].data.main[0];
	const rows = runData.Reader![0].data.main[0].map(({ json }: { json: Row }) => json) as Row[];
	return { name: file.binary.data.fileName as string, rows };
}

export const describeSettlementRows = () =>
	describe('the example settlement-rows', () => {
		beforeEach(() => (lists.settlements = []));
		afterAll(() => (lists.settlements = []));

		it('gives a row for each payment of what is new, also where it cannot be looked up', async () => {
			lists.settlements.push({ id: 4, date: daysAgo(9), numbers: newPayments(1) });
			const id = await turnOn(
				workflow(({ name, parameters }) =>
					name === 'New settlement'
						? { parameters: { ...parameters, pollTimes: { item: everySeconds(5) } } }
						: {},
				),
			);
			const [invoice = '', card = ''] = [...newPayments(1), ...newPayments(1, { method: 8 })];
			const [credit = ''] = newPayments(1, { status: 'Credited', creditOf: invoice });
			const missing = unknownNumber();
			const numbers = [invoice, missing, card, credit];
			lists.settlements.push({ id: 5, date: daysAgo(1), numbers }, { id: 6, date: daysAgo(0) });
			const execution = await until(
				'an execution',
				20,
				async () => (await n8n.executions(id))[0]?.id,
			);
			await n8n.deactivate(id);
			const { name, rows } = await result(execution);
			expect(name).toBe('settlement-5-6.xlsx');
			const looked = { result: 'looked up', currency: 'SEK', 'total with VAT': 125, VAT: 25 };
			const failed = { result: 'not looked up', 'what to do': expect.stringMatching(/\S/) };
			expect(rows).toMatchObject([
				{ 'payment number': invoice, 'order id': `order-${invoice}`, method: 'Invoice', ...looked },
				{ 'payment number': missing, ...failed, reason: expect.stringContaining(missing) },
				{ 'payment number': card, method: 'Card', ...looked },
				{ 'payment number': credit, 'credit of': invoice, ...looked },
				{ 'payment number': 'none', ...failed },
			]);
			const settlement = { settlement: '5', 'settlement date': daysAgo(1) };
			for (const row of rows.slice(0, 4)) expect(row).toMatchObject(settlement);
			expect(rows[0]!['settlement file']).toContain(`/5-${daysAgo(1)}.pdf`);
			expect(rows[4]).toMatchObject({ settlement: '6', 'settlement date': daysAgo(0) });
		});

		it('gives the newest when run by hand, and claims nothing if its Qvickly node is deactivated', async () => {
			const numbers = newPayments(2);
			lists.settlements.push({ id: 7, date: daysAgo(2), numbers }, { id: 8, date: daysAgo(3) });
			const id = await n8n.createWorkflow(
				workflow(({ name }) => (name === 'Qvickly' ? { disabled: true } : {})),
			);
			const { id: execution } = (await n8n.runManually(id, 'New settlement')) as { id: string };
			const { name, rows } = await result(execution);
			expect(name).toBe('settlement-7.xlsx');
			expect(rows).toMatchObject(
				numbers.map((number) => ({
					...{ settlement: '7', 'payment number': number },
					result: 'not looked up: the node Qvickly is deactivated',
				})),
			);
		});
	});
