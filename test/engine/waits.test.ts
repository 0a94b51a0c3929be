import { created, startMerchant } from './merchant';

/** Milliseconds between the calls of a run in which the first few meet a fault. */
async function timed(fault: string, strikes: number, operation = 'cancel') {
	const at: number[] = [];
	let calls = 0;
	const merchant = await startMerchant({
		payments: created(1, operation === 'credit' ? { status: 'Factoring' } : {}),
		faults: () => (calls++ < strikes ? fault : undefined),
		onCall: () => at.push(performance.now()),
	});
	const result = await merchant.run(operation, created(1), { options: { retries: 3 } });
	await merchant.sandbox.close();
	return {
		sent: merchant.sent(),
		result,
		times: at.map((time, index) => time - (at[index - 1] ?? 0)),
	};
}

describe('a try that got no clear answer', () => {
	it('is followed by waits that grow, also before the look-up after the last one', async () => {
		const { sent, times } = await timed('http500:before', 4);
		expect(sent).toEqual([...Array(4).fill('cancelPayment 1'), 'getPaymentinfo 1']);
		expect(times[1]).toBeGreaterThanOrEqual(490);
		expect(times[2]).toBeGreaterThanOrEqual(990);
		expect(times[3]).toBeGreaterThanOrEqual(1990);
		expect(times[4]).toBeGreaterThanOrEqual(3990);
	});

	it('is followed by the wait that Retry-After asks for', async () => {
		const { times } = await timed('retryAfter:before', 1);
		expect(times[1]).toBeGreaterThanOrEqual(990);
	});

	it('is followed by nothing where Retry-After asks for more than a minute', async () => {
		const { sent, result } = await timed('retryMuchLater:before', 3);
		expect(sent).toEqual(['cancelPayment 1']);
		expect(result.error?.message).toBe(
			'Payment 1 may have been cancelled: HTTP status 503 came instead of an answer',
		);
	});

	it('is followed by nothing where the call must be made once only', async () => {
		const { sent, result } = await timed('http500:before', 1, 'credit');
		expect(sent).toEqual(['creditPayment 1']);
		expect(result.error?.message).toBe(
			'Payment 1 may have been credited: HTTP status 500 came instead of an answer',
		);
	});
});
