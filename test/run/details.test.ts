import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Details, Task } from '../../nodes/Qvickly/actions/operation';
import { encodeRequest } from '../../nodes/Qvickly/api/envelope';
import { addDetails } from '../../nodes/Qvickly/run/details';
import { invalid, isFailure, type Outcome } from '../../nodes/Qvickly/run/outcome';
import type { Plan, Wish } from '../../nodes/Qvickly/run/setup';
import { wish } from './settling';

/** Looks each item's payment up; one without a number cannot be. */
const details: Details = {
	of({ number }) {
		if (number === '') return { problem: 'no number', advice: 'See the PDF.' };
		return { ...wish('get'), call: readOf(String(number)) };
	},
	add: (item, read) => ({ ...item, ...read }),
	miss: (item, problem) => ({ ...item, missed: problem }),
};

const readOf = (number: string) => ({
	kind: 'read' as const,
	request: encodeRequest('getPaymentinfo', { number }),
	done: 'looked up',
	refusals: {},
	result: () => ({ items: [] }),
});

const account = (merchantId: string) => ({ merchantId }) as Plan['account'];
const ACCOUNTS = [account('1'), account('2')];

const planOf = (item: number, of: Plan['account'], more: Partial<Task> = { details }): Plan => ({
	...{ item, account: of },
	task: { ...wish('get'), ...more },
});

const numberOf = ({ task }: Wish) =>
	(JSON.parse(task.call.request.data) as { number: string }).number;

/** Adds details to lists of payments. @param read what comes of a payment's look-up */
async function added(
	lists: Array<{ numbers: string[]; account?: Plan['account']; failure?: Outcome }>,
	read: (wish: Wish) => Outcome,
	workers = 3,
) {
	const settled = new Map<Plan, Outcome>(
		lists.map(({ numbers, account: of = ACCOUNTS[0]!, failure }, item) => [
			planOf(item, of),
			failure ?? { items: numbers.map((number, row) => ({ number, row })) },
		]),
	);
	const reads: Wish[] = [];
	let running = 0;
	let most = 0;
	await addDetails(settled, workers, async (one) => {
		reads.push(one);
		most = Math.max(most, ++running);
		await Promise.resolve();
		running--;
		return read(one);
	});
	return { outcomes: [...settled.values()], reads, most };
}

const itemsOf = (outcome: Outcome | undefined): IDataObject[] =>
	outcome && !isFailure(outcome) ? outcome.items : [];

/** A payment whose number is even is not found. */
const evenIsMissing = (one: Wish): Outcome => {
	const number = numberOf(one);
	return Number(number) % 2 === 0
		? { outcome: 'refused', message: `Payment ${number} is gone`, advice: 'Check it.' }
		: { items: [{ orderid: `${one.account.merchantId}-${number}` }] };
};

it('every row keeps its place and its fields, whatever comes of its look-up, which is made once', async () => {
	const list = fc.record({
		numbers: fc.array(fc.constantFrom('', '1', '2', '3', '4', '5'), { maxLength: 12 }),
		account: fc.constantFrom(...ACCOUNTS),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(list, { maxLength: 5 }), fc.nat(4), async (lists, more) => {
			const workers = more + 1;
			const { outcomes, reads, most } = await added(lists, evenIsMissing, workers);
			const wanted = lists.map(({ numbers, account: { merchantId } }) =>
				numbers.map((number, row) => {
					if (number === '') return { number, row, missed: 'no number. See the PDF.' };
					return Number(number) % 2 === 0
						? { number, row, missed: `Payment ${number} is gone. Check it.` }
						: { number, row, orderid: `${merchantId}-${number}` };
				}),
			);
			expect(outcomes.map(itemsOf)).toEqual(wanted);
			const keys = lists.flatMap(({ numbers, account: { merchantId } }) =>
				numbers.filter(Boolean).map((number) => `${merchantId} ${number}`),
			);
			const read = reads.map((one) => `${one.account.merchantId} ${numberOf(one)}`);
			expect([...read].sort()).toEqual([...new Set(keys)].sort());
			expect(most).toBeLessThanOrEqual(workers);
		}),
		{ numRuns: 100 },
	);
});

it('a list that failed stays as it is, and nothing is read for it', async () => {
	const failure = invalid('no', 'Correct it.');
	const { outcomes, reads } = await added(
		[{ numbers: ['1'], failure }, { numbers: ['3'] }],
		evenIsMissing,
	);
	expect(outcomes[0]).toBe(failure);
	expect(reads.map(numberOf)).toEqual(['3']);
});

it('items of a task without details stay the very same', async () => {
	const outcome: Outcome = { items: [{ number: '1' }] };
	const settled = new Map([[planOf(0, ACCOUNTS[0]!, {}), outcome]]);
	await addDetails(settled, 1, () => Promise.reject(new Error('is not called')));
	expect([...settled.values()]).toEqual([outcome]);
});

it('rows that share a look-up do not share their items', async () => {
	const { outcomes } = await added([{ numbers: ['1', '1'] }, { numbers: ['1'] }], evenIsMissing);
	const items = outcomes.flatMap(itemsOf);
	items[0]!.orderid = 'changed';
	expect(items.map(({ orderid }) => orderid)).toEqual(['changed', '1-1', '1-1']);
});

it('a look-up that gives no item adds nothing', async () => {
	const { outcomes } = await added([{ numbers: ['1'] }], () => ({ items: [] }));
	expect(itemsOf(outcomes[0])).toEqual([{ number: '1', row: 0 }]);
});
