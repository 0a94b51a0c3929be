import type { IExecuteFunctions } from 'n8n-workflow';

import { connect } from '../../nodes/Qvickly/transport/call';
import { Deadlines } from '../../nodes/Qvickly/transport/deadlines';

const account = {
	merchantId: '1',
	secret: 's',
	testMode: false,
	language: 'en' as const,
	baseUrl: 'https://api.qvickly.io',
};
const settings = { maxParallelRequests: 1, retries: 2, timeout: 1 };
const request = { function: 'getPaymentinfo', data: { number: '1' } };

describe('a call', () => {
	it('is not sent once the execution was stopped', async () => {
		const httpRequest = jest.fn();
		const context = {
			getExecutionCancelSignal: () => AbortSignal.abort(),
			helpers: { httpRequest },
		} as unknown as IExecuteFunctions;
		const { answer } = await connect(context, account, settings)(request);
		expect(answer).toMatchObject({ reason: 'the execution was stopped', mayHaveArrived: false });
		expect(httpRequest).not.toHaveBeenCalled();
	});
});

describe('deadlines', () => {
	const until = async (signal: AbortSignal) =>
		await new Promise((resolve) => signal.addEventListener('abort', resolve));

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
		expect(await first).toBeLessThan(390);
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
