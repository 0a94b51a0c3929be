import { cluster, sandbox, unique } from './running';
import { deployLists, withSettings, type Row } from '../e2e/longLists';

const { payments, state } = sandbox;

/** Payments in a list; there are 40 chunks of them. */
const LENGTH = 20_000;

/** Seconds after which n8n and the reporting workflow have done what they can. */
const PATIENCE = 600;

const pause = async (from: number, to: number) =>
	await new Promise((resolve) => setTimeout(resolve, from + Math.random() * (to - from)));

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
	state.latency = 100;
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

it('what may be sent twice: every payment is cancelled once, and every row of the report is true', async () => {
	const { reports, post, report } = await deployLists({ Settings: withSettings({ minutes: 1 }) });
	await cluster.activate(reports);
	const numbers = newPayments({});
	const list = `cancel ${unique()}`;
	const { status, text } = await post(
		list,
		numbers.map((number) => ({ number })),
	);
	expect({ status, ...JSON.parse(text) }).toEqual({ status: 200, list, rows: LENGTH, chunks: 40 });

	await havoc();
	const rows = await report(list, PATIENCE);

	expect(rows.map(({ number }) => number)).toEqual(numbers);
	const cancelled = payments.changes.filter(({ to }) => to === 'Cancelled');
	const times = counts(
		numbers,
		cancelled.map(({ number }) => number),
	);
	expect([...new Set(times.values())]).toEqual([1]);
	expect(byResult(rows, 'done')).toEqual(numbers);
});
