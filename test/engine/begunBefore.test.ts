import { DataDeduplicationService } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';

import { created, startMerchant as start, type Setting } from './merchant';

/** n8n's database as far as it keeps notes; it outlives a worker. */
const notes = new Map<string, string[]>();
/** What goes wrong with the next ones: before they are kept, or after that. */
let failures: Array<{ before?: string; after?: string }> = [];

beforeAll(async () => {
	await DataDeduplicationService.init({
		checkProcessedAndRecord: async (
			items: string[],
			scope: string,
			{ node }: { node?: { id: string } },
			{ maxEntries }: { maxEntries: number },
		) => {
			const isOfThisTest = items[0]?.startsWith(executionId);
			const { before, after } = (isOfThisTest && failures.shift()) || {};
			if (before) throw new Error(before);
			const key = scope === 'node' ? `node ${node?.id}` : scope;
			const known = notes.get(key) ?? [];
			const news = items.filter((item) => !known.includes(item));
			notes.set(key, [...known, ...news].slice(-maxEntries));
			if (after) throw new Error(after);
			return { new: news, processed: items.filter((item) => known.includes(item)) };
		},
	} as never);
});

/** Of all executions of a test. */
let executionId = '';

beforeEach(() => {
	executionId = String(expect.getState().currentTestName);
	notes.clear();
	failures = [];
});

/** A merchant all whose executions in a test are one and the same, as notes of another test may still be made. */
async function startMerchant(options: Parameters<typeof start>[0]) {
	const till = await start(options);
	const run: typeof till.run = async (operation, items, setting) =>
		await till.run(operation, items, { executionId, ...setting });
	return { ...till, run };
}

const activated = created(3, { status: 'Factoring' });

/** Runs an execution, and then again as n8n does whose worker was lost: the same execution from its start. */
async function runTwice(operation: string, setting: Setting = {}, seed = activated) {
	const till = await startMerchant({ payments: seed });
	await till.run(operation, created(3), setting);
	const before = till.sandbox.calls.length;
	const second = await till.run(operation, created(3), setting);
	await till.sandbox.close();
	return { ...second, before, after: till.sandbox.calls.slice(before), sandbox: till.sandbox };
}

const PART = {
	scope: 'part',
	prices: 'withVat',
	rows: { row: [{ description: 'Returned', quantity: '1', unitPrice: '1', vatRate: '25' }] },
};

describe('an execution that n8n runs again, as it lost the worker', () => {
	it.each(['continueErrorOutput', 'stopWorkflow'] as const)(
		'credits nothing twice, and says of each payment that it may have been credited (%s)',
		async (onError) => {
			const { before, after, failed, error, sandbox } = await runTwice('credit', {
				fields: PART,
				node: { onError },
			});
			expect({ before, after }).toEqual({ before: 3, after: [] });
			expect(sandbox.payments.credits).toHaveLength(3);
			if (onError === 'stopWorkflow') {
				expect(error?.message).toMatch(
					/Payment 1 may have been credited: n8n has noted that this execution had begun/,
				);
				expect(JSON.stringify(error?.context)).not.toContain('Nothing was sent');
				return;
			}
			expect(failed.map(({ json }) => (json.error as IDataObject).details)).toEqual(
				Array(3).fill(expect.objectContaining({ outcome: 'unknown' })),
			);
			expect(failed[2]!.json.error).toMatchObject({
				message: expect.stringContaining('Payment 3 may have been credited'),
				description: expect.stringContaining("look in Qvickly's portal for a credit of it"),
			});
		},
	);

	it('cancels or credits: what was credited is not credited again', async () => {
		const { after, failed, sandbox } = await runTwice('cancelOrCredit', {
			node: { onError: 'continueErrorOutput' },
		});
		expect(after.map((call) => call.function)).not.toContain('creditPayment');
		expect(sandbox.payments.credits).toHaveLength(3);
		expect(failed).toHaveLength(3);
	});

	it('cancels as before, as that may be sent twice', async () => {
		const { success } = await runTwice('cancel', {}, created(3));
		expect(success).toHaveLength(3);
	});
});

it('an execution of its own credits again, as the user wants', async () => {
	const till = await startMerchant({ payments: activated });
	await till.run('credit', created(1), { fields: PART });
	await till.run('credit', created(1), { fields: PART, executionId: 'another' });
	await till.sandbox.close();
	expect(till.sandbox.payments.credits).toHaveLength(2);
});

describe('an execution that n8n runs again, where other nodes give other items now', () => {
	const many = created(5, { status: 'Factoring' });
	const numbers = (...list: number[]) => list.map((number) => ({ number }));

	it.each([
		['a branch that was empty', [numbers(2)], [numbers(1), numbers(2)]],
		[
			'a new row at the top of a loop',
			[1, 2, 3].map((one) => numbers(one)),
			[5, 1, 2, 3].map((one) => numbers(one)),
		],
	])('credits nothing twice: %s', async (_, first, second) => {
		const till = await startMerchant({ payments: many });
		const setting = { fields: PART, node: { onError: 'continueErrorOutput' as const } };
		await till.run('credit', [], { ...setting, lists: first });
		const credited = till.sandbox.payments.credits.length;
		const { run } = await till.run('credit', [], { ...setting, lists: second });
		await till.sandbox.close();
		expect(credited).toBe(first.length);
		expect(till.sandbox.payments.credits).toHaveLength(credited);
		const runs = run.data.resultData.runData.Qvickly!;
		expect(runs).toHaveLength(second.length);
		const outcomes = runs.map(
			({ data }) => (data?.main?.[1]?.[0]?.json.error as IDataObject | undefined)?.details,
		);
		expect(outcomes).toEqual(runs.map(() => expect.objectContaining({ outcome: 'unknown' })));
	});

	it.each(['stopWorkflow', 'continueErrorOutput'] as const)(
		'does not say that nothing was sent, where a row cannot be used any more (%s)',
		async (onError) => {
			const till = await startMerchant({ payments: activated });
			const setting = { fields: PART, node: { onError } };
			await till.run('credit', created(3), setting);
			const items = [...created(2), { number: '' }];
			const { error, failed } = await till.run('credit', items, setting);
			await till.sandbox.close();
			expect(till.sandbox.payments.credits).toHaveLength(3);
			const said =
				onError === 'stopWorkflow' ? [error!] : failed.map(({ json }) => json.error as Error);
			expect(said).toHaveLength(onError === 'stopWorkflow' ? 1 : 3);
			for (const { message, description } of said as Array<Error & { description: string }>) {
				expect(message).toMatch(/begun this execution before, and now: Item 2/);
				expect(description).toMatch(/^Nothing was sent this time. If n8n has run .* look in/);
			}
		},
	);
});

describe('where the database does not take the note', () => {
	it('once, it is made again', async () => {
		failures = [{ before: 'duplicate key' }];
		const till = await startMerchant({ payments: activated });
		const { success } = await till.run('credit', created(1), { fields: PART });
		await till.sandbox.close();
		expect(success).toHaveLength(1);
	});

	it('as it does not have the workflow, it goes on', async () => {
		const before = 'SQLITE_CONSTRAINT: FOREIGN KEY constraint failed';
		failures = [{ before }, { before }];
		const till = await startMerchant({ payments: activated });
		const { success } = await till.run('credit', created(1), { fields: PART });
		await till.sandbox.close();
		expect(success).toHaveLength(1);
	});

	it('at all, nothing is sent', async () => {
		failures = Array.from({ length: 10 }, () => ({ before: 'the disk is full' }));
		const till = await startMerchant({ payments: activated });
		const { error } = await till.run('credit', created(1), { fields: PART });
		await till.sandbox.close();
		expect(error?.message).toContain('the disk is full');
		expect(error?.description).toContain('If n8n has run this execution before, look in');
		expect(till.sandbox.calls).toEqual([]);
	});

	it('and nobody knows, as its answer was lost, nothing is sent, and no worker is said to be lost', async () => {
		failures = [{ after: 'Connection terminated' }];
		const till = await startMerchant({ payments: activated });
		const { error } = await till.run('credit', created(1), { fields: PART });
		await till.sandbox.close();
		expect(error?.message).toContain('n8n has noted that this execution had begun before, as when');
		expect(till.sandbox.calls).toEqual([]);
	});
});
