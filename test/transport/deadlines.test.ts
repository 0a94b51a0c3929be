import { Deadlines } from '../../nodes/Qvickly/transport/deadlines';

const until = async (signal: AbortSignal) =>
	await new Promise((resolve) => signal.addEventListener('abort', resolve));

describe('deadlines', () => {
	it('end each request after its own time, not earlier, and leave the others alone', async () => {
		const deadlines = new Deadlines(0.2, undefined);
		const started = performance.now();
		const elapsed = async (signal: AbortSignal) => {
			await until(signal);
			return performance.now() - started;
		};
		const first = deadlines.guard(elapsed);
		const quick = deadlines.guard(async (signal) => signal);
		const later = first.then(async () => await deadlines.guard(elapsed));
		expect((await quick).aborted).toBe(false);
		expect(await first).toBeGreaterThanOrEqual(199);
		expect(await later).toBeGreaterThanOrEqual(399);
		expect((await quick).aborted).toBe(false);
	});

	it('end all requests at once when the execution is stopped', async () => {
		const stop = new AbortController();
		const deadlines = new Deadlines(300, stop.signal);
		const all = Promise.all([deadlines.guard(until), deadlines.guard(until)]);
		stop.abort();
		await expect(all).resolves.toHaveLength(2);
	});
});
