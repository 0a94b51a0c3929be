import { sleep } from 'n8n-workflow';

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

	it('end a request that began later after its own time, too, with one timer for both', async () => {
		const timers = jest.spyOn(AbortSignal, 'timeout');
		const deadlines = new Deadlines(0.3, undefined);
		const elapsed = async (signal: AbortSignal) => {
			const started = performance.now();
			await until(signal);
			return performance.now() - started;
		};
		const first = deadlines.guard(elapsed);
		await sleep(100);
		const second = deadlines.guard(elapsed);
		expect(timers).toHaveBeenCalledTimes(1);
		expect(await first).toBeGreaterThanOrEqual(299);
		expect(await second).toBeGreaterThanOrEqual(299);
		// One for each time that is up; Node.js may ring one a little early.
		expect(timers.mock.calls.length).toBeLessThan(6);
		timers.mockRestore();
	});

	it('end a request in the very moment when its time is up', async () => {
		const alarm = new AbortController();
		const timers = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(alarm.signal);
		const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
		const ended = new Deadlines(1, undefined).guard(until);
		clock.mockReturnValue(1000);
		timers.mockReturnValue(new AbortController().signal);
		alarm.abort();
		await ended;
		clock.mockRestore();
		timers.mockRestore();
	});

	it('end all requests at once when the execution is stopped', async () => {
		const stop = new AbortController();
		const deadlines = new Deadlines(300, stop.signal);
		const all = Promise.all([deadlines.guard(until), deadlines.guard(until)]);
		stop.abort();
		await expect(all).resolves.toHaveLength(2);
	});
});
