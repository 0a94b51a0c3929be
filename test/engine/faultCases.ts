import type { PlannedCall } from '../sandbox/faults';
import { namesOf, type Subject } from './faultSubjects';
import { startMerchant } from './merchant';

const SENT = { status: 'Factoring' } as const;

const MODES = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

export interface Case {
	fault: string;
	/**
	 * What the fault strikes: the first call of each function about item 2, all calls about it, all but
	 * its look-up, or its look-up alone, which has to be made as the thing had been done before, or its
	 * answer was lost.
	 */
	strikes: 'first' | 'all' | 'all but look-up' | 'look-up';
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	retries: number;
}

/** A day of its own for each number. */
const FIRST_DAY = Date.UTC(2020, 0, 1);
const dayOf = (number: number) =>
	new Date(FIRST_DAY + number * 86_400_000).toISOString().slice(0, 10);
const numberOfDay = (day: string) => (Date.parse(day) - FIRST_DAY) / 86_400_000;

/** What tells a second payment in an item's settlement from its first. */
const SECOND = 1000;

/** The items of a case; the fault strikes the second. All that tells one from others has its number. */
const itemsOf = (index: number, more: Record<string, unknown> = {}) =>
	[1, 2, 3].map((item) => {
		const number = 10 * index + item;
		const own = Object.entries(more).map(([name, value]) => {
			if (typeof value === 'number') return [name, value + number];
			return [name, String(value).endsWith('-') ? `${String(value)}${number}` : value];
		});
		return {
			...{ number, orderid: String(number), hash: String(number).padStart(20, '0') },
			...{ day: dayOf(number), ...(Object.fromEntries(own) as object) },
		};
	});

type Tree = Map<string, Tree | string>;

/** The number of the item that a call is about. */
function numberOf({ subject = '', ...call }: PlannedCall): number {
	const { data } = call as { data?: Tree };
	if (/^\d+$/.test(subject)) return Number(subject) % SECOND;
	const day = [subject, data?.get('date')].find((text) => /^\d+-\d+-\d+$/.test(String(text)));
	if (day) return numberOfDay(String(day));
	const at = (...path: string[]) =>
		path.reduce<Tree | string | undefined>((from, name) => (from as Tree)?.get(name), data);
	const amount = at('PaymentData', 'totalwithtax') ?? at('Cart', 'Total', 'withtax');
	return Number(amount) / 100 - 1000;
}

/**
 * Calls whose signed answer about somebody else's thing cannot be told from that about one's own, as
 * nothing in it says what it is about. In a look-up another payment's number can be told.
 */
const UNTELLABLE = [
	...['creditPayment', 'duplicatePayment', 'createInvoiceFromOrderHash'],
	...['getInvoicesByCustomer', 'getOrderInfo', 'getDuePayments'],
	'updateStatusLogOfInvoiceByHash',
];

/**
 * Runs a subject in all cases at the same time, at one sandbox, each on three items of its own.
 *
 * @returns each case, what went in and what came out, once nothing is under way any more
 */
export async function runCases(subject: Subject, cases: Case[]) {
	const strikesSecond = (number: number) => number % 10 === 2;
	const items = cases.map((_, index) => itemsOf(index, subject.item as Record<string, unknown>));
	const [resource, operation] = namesOf(subject);
	const second = subject.lookUp ?? subject.details;
	const struck = new Set<string>();
	const merchant = await startMerchant({
		payments: cases.flatMap(({ strikes }, index) => {
			const isOld = (number: number) => strikes === 'look-up' && strikesSecond(number);
			const seedOf = (number: number) => (isOld(number) && subject.before) || subject.seed;
			return items[index]!.flatMap(({ number, hash }) => {
				const seed = seedOf(number);
				const other = subject.listed === 'settlement' && { number: number + SECOND, ...SENT };
				return [...(seed ? [{ number, hash, ...seed }] : []), ...(other ? [other] : [])];
			});
		}),
		checkouts: items
			.flat()
			.flatMap(({ number, hash }) =>
				subject.checkout ? [{ number, hash, ...subject.checkout }] : [],
			),
		faults: (call) => {
			const number = numberOf(call);
			if (!strikesSecond(number)) return undefined;
			const index = Math.floor(number / 10);
			const { fault, strikes } = cases[index]!;
			const name = call.function!;
			if (fault === 'none') return undefined;
			if (strikes === 'look-up' && name !== second) {
				// Half of those whose answer is lost were carried out.
				if (subject.before || subject.details) return undefined;
				return index % 2 ? 'reset:before' : 'reset';
			}
			if (strikes === 'all but look-up' && name === second) return undefined;
			const kind = fault.replace(':before', '');
			if (UNTELLABLE.includes(name) && kind === 'otherPayment') return undefined;
			if (subject.untellable?.includes(kind)) return undefined;
			const isFirst = !struck.has(`${name} ${number}`);
			struck.add(`${name} ${number}`);
			return strikes !== 'first' || isFirst ? fault : undefined;
		},
	});
	const { lists } = merchant.sandbox.payments;
	for (const { number, day } of items.flat()) {
		const numbers = [number, number + SECOND].map(String);
		if (subject.listed === 'settlement') lists.settlements.push({ id: number, date: day, numbers });
		if (subject.listed === 'due') lists.due.push({ number: String(number), dueDate: day });
	}
	const runs = await Promise.all(
		cases.map(async ({ fault, onError, retries }, index) => {
			// Long where it is not what is tested: a time-out on a busy machine hides other lies.
			const timeout = /^(silence|late)/.test(fault) ? 1 : 60;
			const result = await merchant.run(operation, items[index]!, {
				node: { onError },
				fields: { resource, ...subject.fields },
				options: { retries, timeout, maxParallelRequests: 2, ...subject.options },
			});
			return { items: items[index]!, result };
		}),
	);
	await merchant.sandbox.close();
	return { runs, sandbox: merchant.sandbox };
}

/** A fault before and after the call is carried out: in every error mode, with and without retries, wherever it can strike. */
export function casesOf(name: string, { lookUp, details }: Subject): Case[] {
	const places = ['first', 'all', ...(lookUp || details ? (['look-up'] as const) : [])] as const;
	return [name, `${name}:before`].flatMap((fault) => [
		...MODES.flatMap((onError) =>
			[0, 2].flatMap((retries) => places.map((strikes) => ({ fault, strikes, onError, retries }))),
		),
		// What the look-up then says is the same in every error mode.
		...[0, 2].map((retries) => ({
			...{ fault, retries, strikes: 'all but look-up' as const },
			onError: 'continueErrorOutput' as const,
		})),
	]);
}
