import { DataDeduplicationService } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';

import { created, startMerchant, type Setting } from './merchant';

/** n8n's database as far as it keeps notes; it outlives a worker. */
const notes = new Map<string, string[]>();
/** What goes wrong with the next ones. */
let failures: Error[] = [];

beforeAll(async () => {
	await DataDeduplicationService.init({
		checkProcessedAndRecord: async (
			items: string[],
			scope: string,
			{ node }: { node: { id: string } },
		) => {
			const failure = failures.shift();
			if (failure) throw failure;
			const known = notes.get(`${scope} ${node.id}`) ?? [];
			notes.set(`${scope} ${node.id}`, [...known, ...items]);
			return {
				new: items.filter((item) => !known.includes(item)),
				processed: items.filter((item) => known.includes(item)),
			};
		},
	} as never);
});

beforeEach(() => {
	notes.clear();
	failures = [];
});

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
				expect(error?.message).toMatch(/Payment 1 may have been credited: n8n had begun/);
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
	notes.clear();
	await till.run('credit', created(1), { fields: PART });
	await till.sandbox.close();
	expect(till.sandbox.payments.credits).toHaveLength(2);
});

describe('where the database does not take the note', () => {
	it('once, it is made again', async () => {
		failures = [new Error('duplicate key')];
		const till = await startMerchant({ payments: activated });
		const { success } = await till.run('credit', created(1), { fields: PART });
		await till.sandbox.close();
		expect(success).toHaveLength(1);
	});

	it('as it does not have the workflow, it goes on', async () => {
		failures = [new Error('SQLITE_CONSTRAINT: FOREIGN KEY constraint failed')];
		const till = await startMerchant({ payments: activated });
		const { success } = await till.run('credit', created(1), { fields: PART });
		await till.sandbox.close();
		expect(success).toHaveLength(1);
	});

	it('at all, nothing is sent', async () => {
		failures = Array.from({ length: 3 }, () => new Error('the disk is full'));
		const till = await startMerchant({ payments: activated });
		const { error } = await till.run('credit', created(1), { fields: PART });
		await till.sandbox.close();
		expect(error?.message).toContain('the disk is full');
		expect(till.sandbox.calls).toEqual([]);
	});
});
