import { caller } from '../sandbox/orders';
import { startSandbox } from '../sandbox/sandbox';
import { findLies } from './claims';
import type { Result } from './engine';

/** Functions that the sandbox is asked for, and their data. */
export type Steps = Array<[string, object]>;

export const HASH = '00000000000000000001';
const ITEM = { number: 1, orderid: 'A1', hash: HASH };

const SETTLED = { id: 1, date: '2026-01-30', numbers: ['1', '2'] };

/** What is found in a run of one item: what the sandbox was asked for, and what is told of the item. */
export async function lies(
	operation: string,
	status: 'Created' | 'Factoring',
	steps: Steps,
	told: object | object[] | undefined,
	more: object = {},
) {
	const sandbox = await startSandbox({
		payments: [
			{ number: 1, status, hash: HASH },
			{ number: 2, status: 'Paid', method: 8 },
		],
		checkouts: [{ number: 1, hash: HASH }],
		account: { uniqueOrderIds: false },
	});
	sandbox.payments.lists.settlements.push(SETTLED);
	sandbox.payments.lists.due.push({ number: '1', dueDate: '2026-01-30' });
	const ask = caller(sandbox);
	for (const [name, data] of steps) {
		const { code } = await ask(name, data, { credentials: { test: 'false' } });
		expect(code).toBeUndefined();
	}
	await sandbox.close();
	const success = [told ?? []].flat().map((json) => ({ json, pairedItem: { item: 0 } }));
	const result = { success, failed: [], error: undefined } as unknown as Result;
	const found = Object.entries(findLies(operation, [{ ...ITEM, ...more }], result, sandbox));
	return Object.fromEntries(found.filter(([, list]) => list.length > 0));
}

export const failed = (outcome: string) => ({ error: { details: { outcome } } });
