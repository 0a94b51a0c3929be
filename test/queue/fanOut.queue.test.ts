import { sleep } from 'n8n-workflow';

import { deployLists, withSettings, type Row } from '../e2e/longLists';
import type { Node } from '../e2e/nodes';
import { until } from '../e2e/until';
import { cluster, sandbox, unique } from './running';

const { payments, state } = sandbox;

/** Payments in a list; there are 40 chunks of them. */
const LENGTH = 20_000;

/** Seconds after which n8n and the reporting workflow have done what they can. */
const PATIENCE = 600;

const pause = async (from: number, to: number) => await sleep(from + Math.random() * (to - from));

/** One worker killed three times, main once, Redis restarted once, at random moments. */
async function havoc() {
	const killWorker = async (index: number) => {
		const worker = cluster.workers[index]!;
		await worker.kill();
		await worker.start();
	};
	const killMain = async () => {
		await cluster.main.kill();
		await cluster.main.start();
	};
	const restartRedis = async () => {
		await cluster.redis.stop();
		await cluster.redis.start();
	};
	for (const step of [
		() => killWorker(0),
		killMain,
		() => killWorker(0),
		restartRedis,
		() => killWorker(0),
	]) {
		await pause(500, 4000);
		await step();
	}
}

beforeAll(() => {
	state.latency = 250;
});

/** How often each of some payments is among the numbers. */
const counts = (numbers: string[], all: string[]) => {
	const seen = new Map(numbers.map((number) => [number, 0]));
	for (const number of all) if (seen.has(number)) seen.set(number, seen.get(number)! + 1);
	return seen;
};

const newPayments = (seed: object) => {
	const first = 1_000_000 * unique();
	const numbers = Array.from({ length: LENGTH }, (_, index) => String(first + index));
	payments.add(numbers.map((number) => ({ ...seed, number })));
	return numbers;
};

const byResult = (rows: Row[], result: Row['result']) =>
	rows.filter((row) => row.result === result).map(({ number }) => number);

/** Posts a list while nothing is wrong, and lets much go wrong then. @returns its report */
async function runThroughHavoc(
	kind: string,
	numbers: string[],
	values: Record<string, unknown>,
	changes: Parameters<typeof deployLists>[0] = {},
) {
	const { lists, reports, post, report } = await deployLists({
		Settings: withSettings({ minutes: 1, ...values }),
		...changes,
	});
	await cluster.activate(reports);
	const list = `${kind} ${unique()}`;
	const { status, text } = await post(
		list,
		numbers.map((number) => ({ number })),
	);
	expect({ status, ...JSON.parse(text) }).toEqual({ status: 200, list, rows: LENGTH, chunks: 40 });
	// Each worker is in the midst of its chunks.
	const before = sandbox.calls.length;
	await until('some calls', 60, async () => sandbox.calls.length > before + 500 || undefined);
	await havoc();
	const rows = await report(list, PATIENCE);
	await cluster.deactivate(lists);
	await cluster.deactivate(reports);
	expect(rows.map(({ number }) => number)).toEqual(numbers);
	return rows;
}

it('what may be sent twice: every payment is cancelled once, and every row of the report is true', async () => {
	const numbers = newPayments({});
	const rows = await runThroughHavoc('cancel', numbers, {});

	const cancelled = payments.changes.filter(({ to }) => to === 'Cancelled');
	const times = counts(
		numbers,
		cancelled.map(({ number }) => number),
	);
	expect([...new Set(times.values())]).toEqual([1]);
	expect(byResult(rows, 'done')).toEqual(numbers);
	// The kills have hit something: chunks were sent again.
	const calls = sandbox.calls.filter(({ function: name }) => name === 'cancelPayment');
	expect(calls.length).toBeGreaterThan(LENGTH);
});

/** One krona of each payment, which could be credited more than once. */
const creditPart = ({ parameters }: Node) => ({
	parameters: {
		...parameters,
		...{ operation: 'credit', scope: 'part', prices: 'withVat' },
		rows: { row: [{ description: 'Returned', quantity: '1', unitPrice: '1', vatRate: '25' }] },
	},
});

it('what must not be sent twice: nothing is credited twice, and what nobody can know is told as that', async () => {
	const numbers = newPayments({ status: 'Factoring' });
	const rows = await runThroughHavoc(
		'credit',
		numbers,
		{ sendAgain: false },
		{ Qvickly: creditPart },
	);

	const times = counts(
		numbers,
		payments.credits.map((credit) => credit.of),
	);
	expect(Math.max(...times.values())).toBe(1);
	expect(byResult(rows, 'done').filter((number) => times.get(number) !== 1)).toEqual([]);
	expect(byResult(rows, 'not done').filter((number) => times.get(number) !== 0)).toEqual([]);
	const open = byResult(rows, 'perhaps done');
	expect(open.length).toBeGreaterThan(0);
});
