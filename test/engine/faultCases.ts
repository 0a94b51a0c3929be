import type { Seed } from '../sandbox/payments';
import { startMerchant } from './merchant';

/** An operation, on payments for which it can be done. */
export interface Subject {
	name: string;
	operation: string;
	/** What the payments are like, and what one is like to which it has been done before. */
	seed: Partial<Seed>;
	before: Partial<Seed>;
	/** Values of 'Options' beside the settings. */
	options?: object;
	/** Values of fields beside the number, and the resource if it is not 'payment'. */
	fields?: object;
}

const OPEN = { status: 'Created' } as const;
const SENT = { status: 'Factoring' } as const;
const CANCELLED = { status: 'Cancelled' } as const;

export const SUBJECTS: Subject[] = [
	{ name: 'get', operation: 'get', seed: OPEN, before: SENT },
	{ name: 'cancel', operation: 'cancel', seed: OPEN, before: CANCELLED },
	{
		name: 'cancel, failing if it was before',
		operation: 'cancel',
		seed: OPEN,
		before: CANCELLED,
		options: { ifAlreadyCancelled: 'fail' },
	},
	{ name: 'activate an invoice', operation: 'activate', seed: OPEN, before: SENT },
	{
		name: 'activate a handling invoice of an expected amount',
		operation: 'activate',
		seed: { ...OPEN, method: 2 },
		before: { status: 'Handling', method: 2 },
		options: { expectedAmount: '125.00', ifAlreadyActivated: 'fail' },
	},
	{ name: 'credit', operation: 'credit', seed: SENT, before: CANCELLED },
	{
		name: 'cancel or credit, to cancel',
		operation: 'cancelOrCredit',
		seed: OPEN,
		before: CANCELLED,
	},
	{
		name: 'cancel or credit, to credit',
		operation: 'cancelOrCredit',
		seed: SENT,
		before: CANCELLED,
	},
];

export interface Case {
	fault: string;
	/**
	 * What the fault strikes: the first call of each function about payment 2, all calls about it,
	 * or its look-up alone, after the thing had been done before.
	 */
	strikes: 'first' | 'all' | 'look-up';
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	retries: number;
}

/** The payments of a case; the fault strikes the second. */
const itemsOf = (index: number) => [1, 2, 3].map((payment) => ({ number: 10 * index + payment }));

/**
 * Runs a subject in all cases at the same time, at one sandbox, each on three payments of its own.
 *
 * @returns each case, what went in and what came out, once nothing is under way any more
 */
export async function runCases(subject: Subject, cases: Case[]) {
	const strikesSecond = (number: number) => number % 10 === 2;
	const merchant = await startMerchant({
		payments: cases.flatMap(({ strikes }, index) =>
			itemsOf(index).map(({ number }) => ({
				number,
				...(strikes === 'look-up' && strikesSecond(number) ? subject.before : subject.seed),
			})),
		),
		faults: ({ number, earlier, function: name }) => {
			if (!strikesSecond(Number(number))) return undefined;
			const { fault, strikes } = cases[Math.floor(Number(number) / 10)]!;
			if (fault === 'none') return undefined;
			// A signed answer about somebody else's credit cannot be told from one's own.
			if (name === 'creditPayment' && fault.startsWith('otherPayment')) return undefined;
			if (strikes === 'first') return earlier === 0 ? fault : undefined;
			return strikes === 'all' || name === 'getPaymentinfo' ? fault : undefined;
		},
	});
	const runs = await Promise.all(
		cases.map(async ({ fault, onError, retries }, index) => {
			const items = itemsOf(index);
			// Long where it is not what is tested: a time-out on a busy machine hides other lies.
			const timeout = /^(silence|late)/.test(fault) ? 1 : 60;
			const result = await merchant.run(subject.operation, items, {
				node: { onError },
				fields: subject.fields,
				options: { retries, timeout, maxParallelRequests: 2, ...subject.options },
			});
			return { items, result };
		}),
	);
	await merchant.sandbox.close();
	return { runs, sandbox: merchant.sandbox };
}

/** Every error mode, with and without retries, wherever the fault strikes. */
export const casesOf = (fault: string): Case[] =>
	(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const).flatMap((onError) =>
		[0, 2].flatMap((retries) =>
			(['first', 'all', 'look-up'] as const).map((strikes) => ({
				fault,
				strikes,
				onError,
				retries,
			})),
		),
	);
