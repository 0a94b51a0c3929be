import { CURABLE, FAULTS } from '../sandbox/faults';
import { created, startMerchant } from './merchant';
import { findLies, succeeded } from './claims';

const HONEST = { falseClaims: [], falseDenials: [], lostCancellations: [], lostItems: [] };
const PAYMENTS = 5;

interface Case {
	fault: string;
	/**
	 * What the fault strikes: the first cancelPayment of payment 2, all calls about it, or its
	 * look-up alone, after it was cancelled before.
	 */
	strikes: 'first' | 'all' | 'look-up';
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	retries: number;
	ifAlreadyCancelled: 'return' | 'fail';
}

async function runCase({ fault, strikes, onError, retries, ifAlreadyCancelled }: Case) {
	const before = { number: 2, status: 'Cancelled' as const };
	const till = await startMerchant({
		payments: [...created(PAYMENTS), ...(strikes === 'look-up' ? [before] : [])],
		faults: ({ number, earlier, function: name }) => {
			if (number !== '2') return undefined;
			if (strikes === 'first') return earlier === 0 && name === 'cancelPayment' ? fault : undefined;
			return strikes === 'all' || name === 'getPaymentinfo' ? fault : undefined;
		},
	});
	const result = await till.cancel(created(PAYMENTS), {
		node: { onError },
		options: { retries, timeout: 1, maxParallelRequests: 2, ifAlreadyCancelled },
	});
	await till.sandbox.close();
	return { result, till };
}

const cases = (fault: string): Case[] =>
	(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const).flatMap((onError) =>
		[0, 2].flatMap((retries) =>
			(['first', 'all', 'look-up'] as const).map((strikes) => ({
				fault,
				strikes,
				onError,
				retries,
				// Both values meet every error mode, as those with retries go on to another call.
				ifAlreadyCancelled: retries === 0 ? ('return' as const) : ('fail' as const),
			})),
		),
	);

const faults = Object.keys(FAULTS).flatMap((name) => [name, `${name}:before`]);

describe('whatever goes wrong, no error mode, with or without retries, tells a lie or loses anything', () => {
	it.concurrent.each(faults)('when it is %s', async (fault) => {
		const lies = await Promise.all(
			cases(fault).map(async (one) => {
				const { result, till } = await runCase(one);
				expect(till.sandbox.calls.filter((call) => call.path !== '/')).toEqual([]);
				return { one, ...findLies(PAYMENTS, result, till.sandbox) };
			}),
		);
		expect(lies).toEqual(cases(fault).map((one) => ({ one, ...HONEST })));
	});
});

describe('with the default retries a payment is cancelled, once, though the first try fails', () => {
	it.concurrent.each(CURABLE)('by %s', async (fault) => {
		const { result, till } = await runCase({
			fault,
			strikes: 'first',
			onError: 'stopWorkflow',
			retries: 2,
			ifAlreadyCancelled: 'return',
		});
		expect(result.error).toBeUndefined();
		expect(succeeded(result)).toEqual(['1', '2', '3', '4', '5']);
		expect(till.cancelled().sort()).toEqual(['1', '2', '3', '4', '5']);
	});
});

describe('a try that got no clear answer', () => {
	it('is followed by waits that grow', async () => {
		const { till, times } = await timed('http500:before', 3);
		expect(till.sandbox.calls).toHaveLength(4);
		expect(times[1]).toBeGreaterThanOrEqual(490);
		expect(times[2]).toBeGreaterThanOrEqual(990);
		expect(times[3]).toBeGreaterThanOrEqual(1990);
	});

	it('is followed by the wait that Retry-After asks for', async () => {
		const { times } = await timed('retryAfter:before', 1);
		expect(times[1]).toBeGreaterThanOrEqual(990);
	});

	it('is not followed by another where Retry-After asks for more than a minute', async () => {
		const { till, result } = await timed('retryMuchLater:before', 3);
		expect(till.sandbox.calls).toHaveLength(1);
		expect(result.error?.message).toBe(
			'Payment 1 may have been cancelled: HTTP status 503 came instead of an answer',
		);
	});

	/** Milliseconds between the calls of a run in which the first few meet a fault. */
	async function timed(fault: string, strikes: number) {
		const at: number[] = [];
		const till = await startMerchant({
			payments: created(1),
			faults: ({ earlier }) => (earlier < strikes ? fault : undefined),
			onCall: () => at.push(performance.now()),
		});
		const result = await till.cancel(created(1), { options: { retries: 3 } });
		await till.sandbox.close();
		return { till, result, times: at.map((time, index) => time - (at[index - 1] ?? 0)) };
	}
});

describe('when tries run out', () => {
	it('the error says that the payment may have been cancelled, and how to find out', async () => {
		const { result } = await runCase({
			fault: 'reset',
			strikes: 'all',
			ifAlreadyCancelled: 'return',
			onError: 'continueErrorOutput',
			retries: 0,
		});
		expect(result.failed[0]?.json).toMatchObject({
			number: 2,
			error: {
				message: expect.stringMatching(/^Payment 2 may have been cancelled: the connection broke/),
				description: expect.stringContaining(
					'To find out, run it again (nothing is cancelled twice)',
				),
				details: { outcome: 'unknown', number: '2' },
			},
		});
	});

	it('the error says that nothing was sent, if no request can have arrived', async () => {
		const { cancel, sandbox } = await startMerchant({ payments: created(1) });
		await sandbox.close();
		const { error } = await cancel(created(1), { options: { retries: 1 } });
		expect(error?.message).toBe(
			'Nothing was sent for payment 1 this time: no connection could be made (ECONNREFUSED)',
		);
	});
});

describe('an answer that lies', () => {
	it.each([
		['badSignature:before', "the signature of Qvickly's answer is wrong or missing"],
		['otherPayment:before', 'Qvickly answered about payment "3"'],
	])(
		'(%s) is checked each time before another try, and what is true is told',
		async (fault, doubt) => {
			const till = await startMerchant({
				payments: created(3),
				faults: ({ number, function: name }) =>
					number === '2' && name === 'cancelPayment' ? fault : undefined,
			});
			const { failed, success } = await till.cancel(created(3), {
				options: { retries: 1 },
				node: { onError: 'continueErrorOutput' },
			});
			await till.sandbox.close();
			expect(success).toHaveLength(2);
			expect(failed[0]?.json.error).toMatchObject({
				message: 'Payment 2 was not cancelled: its status at Qvickly is "Created"',
				description: expect.stringContaining(doubt),
			});
			expect(
				till.sandbox.calls.filter(({ number }) => number === '2').map((call) => call.function),
			).toEqual(['cancelPayment', 'getPaymentinfo', 'cancelPayment', 'getPaymentinfo']);
		},
	);
});
