import fc from 'fast-check';

import { isFailure, type Failure } from '../../nodes/Qvickly/run/outcome';
import { badDay, noConnection, settledUpTo, textOf, UNCLEAR, wish } from './settling';

it('whatever comes, a read is made once more than its retries at most, and never alarms', async () => {
	await fc.assert(
		fc.asyncProperty(badDay, fc.nat(4), async (replies, retries) => {
			const { outcome, calls } = await settledUpTo(wish('get'), replies, retries);
			expect(calls.length).toBeLessThanOrEqual(1 + retries);
			expect(textOf(outcome)).not.toMatch(/may have been|twice|safe/);
			expect(outcome).not.toHaveProperty('outcome', 'unknown');
		}),
		{ numRuns: 300 },
	);
});

/** Whether Qvickly said that no try can have done it, whatever became of others. */
const isForGood = ({ refusal: its }: Failure) => its?.code === '5209' || its?.code === '5201';

it('whatever comes, there are two calls more than retries at most, and nothing is denied that may be', async () => {
	await fc.assert(
		fc.asyncProperty(
			badDay,
			fc.nat(4),
			fc.constantFrom(wish('cancel'), wish('cancel', { ifAlreadyCancelled: 'fail' })),
			async (replies, retries, one) => {
				const { outcome, calls } = await settledUpTo(one, replies, retries);
				expect(calls.length).toBeLessThanOrEqual(2 + retries);
				const own = calls.filter(({ name }) => name === 'cancelPayment');
				if (!isFailure(outcome)) {
					expect(outcome.items[0]).toHaveProperty('status', 'Cancelled');
				} else if (outcome.outcome === 'unreached') {
					expect(own.map(({ reply }) => reply)).toEqual(own.map(() => noConnection));
				} else if (outcome.outcome === 'refused' && !isForGood(outcome)) {
					expect(own.filter(({ reply }) => UNCLEAR.includes(reply))).toEqual([]);
				}
			},
		),
		{ numRuns: 500 },
	);
});

it('whatever comes, nothing is credited again after a try that may have arrived, nor is that called safe', async () => {
	await fc.assert(
		fc.asyncProperty(
			badDay,
			fc.nat(4),
			fc.constantFrom(...(['credit', 'cancelOrCredit'] as const)),
			async (replies, retries, operation) => {
				const { outcome, calls } = await settledUpTo(wish(operation), replies, retries);
				const credits = calls.filter(({ name }) => name === 'creditPayment');
				expect(credits.slice(0, -1).map(({ reply }) => reply)).toEqual(
					credits.slice(1).map(() => noConnection),
				);
				expect(calls.length).toBeLessThanOrEqual((operation === 'credit' ? 1 : 3) + retries);
				if (credits.length > 0) expect(textOf(outcome)).not.toMatch(/safe|nothing is .* twice/);
			},
		),
		{ numRuns: 500 },
	);
});
