import { deployLists } from './longLists';
import type { Node } from './nodes';
import { n8n, sandbox } from './running';
import { until } from './until';
import { newPayments, unknownNumber } from './workflow';

/** So that a list of a few rows has several chunks. */
const inTens = ({ parameters }: Node) => ({
	parameters: {
		jsCode: (parameters as { jsCode: string }).jsCode.replace('CHUNK = 500', 'CHUNK = 10'),
	},
});

const deactivated = () => ({ disabled: true });

/** What the reporting workflow gives now. @param id of it */
async function lookWith(id: string) {
	const run = await n8n.runManually(id, 'When clicking Execute workflow');
	const items = (node: string): Array<{ json: Record<string, unknown> }> =>
		run.data.resultData.runData[node]?.[0].data.main[0] ?? [];
	return { progress: items('Progress'), report: items('Report').map(({ json }) => json) };
}

const untilReported = async (id: string) =>
	await until('the report', 60, async () => {
		const now = await lookWith(id);
		return now.report.length > 0 ? now : undefined;
	});

it('a list is cut into chunks, each an execution of its own, and gets one report', async () => {
	const { lists, reports, post } = await deployLists({ Chunks: inTens });
	const numbers = [...newPayments(11), unknownNumber(), ...newPayments(12)];
	const rows = numbers.map((number, index) => ({ number, 'own column': `row ${index}` }));

	const { status, text } = await post('first', rows);
	expect({ status, ...JSON.parse(text) }).toEqual({
		...{ status: 200, list: 'first', rows: 24, chunks: 3 },
	});
	const { progress, report } = await untilReported(reports);
	expect(progress).toMatchObject([{ json: { list: 'first', chunks: 3, done: 3, missing: 0 } }]);
	expect(report).toHaveLength(24);
	report.forEach((row, index) => {
		expect(row).toMatchObject({ list: 'first', ...rows[index] });
		expect(row.result).toBe(index === 11 ? 'not done' : 'done');
	});
	expect(report[11]!.reason).toContain(`Payment ${numbers[11]} was not cancelled`);
	const cancelled = numbers.map((number) => sandbox.payments.get(number)?.status);
	expect(cancelled.filter((one) => one === 'Cancelled')).toHaveLength(23);
	// The list, and each of its chunks.
	expect(await n8n.executions(lists)).toHaveLength(4);

	// A list's name is taken once, and it is reported once.
	expect(await post('first', rows)).toMatchObject({ status: 500 });
	expect(await n8n.executions(lists)).toHaveLength(5);
	expect(await lookWith(reports)).toEqual({ progress: [], report: [] });
	await n8n.deactivate(lists);
});

it('claims nothing where the node is deactivated, and takes no rows that are none', async () => {
	const { lists, reports, post } = await deployLists({ Qvickly: deactivated });
	const row = { number: newPayments(1)[0], status: 'Cancelled', url: 'own', list: 'own' };
	expect(await post('second', [row])).toMatchObject({ status: 200 });
	const { report } = await untilReported(reports);
	expect(report).toMatchObject([{ number: row.number, list: 'second', result: 'not done' }]);
	expect(await lookWith(reports)).toEqual({ progress: [], report: [] });
	expect(await post('third', [row, '1000235' as never])).toMatchObject({ status: 500 });
	expect(await post('', [row])).toMatchObject({ status: 500 });
	expect(await post('third', [])).toMatchObject({ status: 500 });
	expect(await lookWith(reports)).toEqual({ progress: [], report: [] });
	await n8n.deactivate(lists);
});

it('of lists that come in at once under one name, at most one is taken, and the others are told', async () => {
	const { lists, reports, post } = await deployLists({});
	const several = Array.from({ length: 5 }, () => newPayments(3));
	const answers = await Promise.all(
		several.map(
			async (numbers) =>
				await post(
					'fourth',
					numbers.map((number) => ({ number })),
				),
		),
	);
	const taken = several.filter((_, index) => answers[index]!.status === 200);
	expect(taken.length).toBeLessThan(2);
	if (taken.length === 1) {
		const { progress, report } = await untilReported(reports);
		expect(progress).toMatchObject([{ json: { list: 'fourth', chunks: 1, done: 1, missing: 0 } }]);
		expect(report.map(({ number }) => number)).toEqual(taken[0]);
	}
	const cancelled = several
		.flat()
		.filter((one) => sandbox.payments.get(one)?.status === 'Cancelled');
	expect(cancelled).toEqual(taken.flat());
	expect(await lookWith(reports)).toEqual({ progress: [], report: [] });
	await n8n.deactivate(lists);
});
