import { startSandbox } from '../sandbox/sandbox';
import { operationFiles } from '../actions/operationFiles';
import { findLies, IS_TRUE } from './claims';
import type { Result } from './engine';
import { SUBJECTS } from './faultCases';

let sandbox: Awaited<ReturnType<typeof startSandbox>> | undefined;
afterEach(async () => await sandbox?.close());

const items = [{ number: 1 }];

/** What is found in a run of one payment, whose status is this, after that many credits. */
async function lies(
	operation: string,
	status: 'Created' | 'Cancelled' | 'Factoring',
	credits: number,
	told: object | undefined,
) {
	sandbox = await startSandbox({ payments: [{ number: 1, status }] });
	const { payments } = sandbox;
	for (let credit = 0; credit < credits; credit++) {
		payments.credits.push({ number: '9', test: false, merchant: '12345', of: '1', amount: 1 });
		payments.get(1)!.credits++;
	}
	if (status === 'Cancelled') {
		const change = { number: '1', test: false, merchant: '12345', from: 'Created', to: status };
		payments.changes.push(change);
	}
	const success = told ? [{ json: told, pairedItem: { item: 0 } }] : [];
	const result = { success, failed: [], error: undefined } as unknown as Result;
	const found = Object.entries(findLies(operation, items, result, sandbox));
	return Object.fromEntries(found.filter(([, list]) => list.length > 0));
}

const failed = (outcome: string) => ({ error: { details: { outcome } } });

it('the lie finder and the fault matrix know every operation', () => {
	const values = operationFiles().map(({ operation }) => operation.option.value);
	expect(Object.keys(IS_TRUE).sort()).toEqual([...values].sort());
	expect([...new Set(SUBJECTS.map(({ operation }) => operation))].sort()).toEqual(values.sort());
});

describe('the lie finder', () => {
	it.each([
		['cancel', 'Created', 0, { status: 'Cancelled' }, { falseClaims: ['1'] }],
		['activate', 'Created', 0, { status: 'Paid' }, { falseClaims: ['1'] }],
		['get', 'Created', 0, { status: 'Paid' }, { falseClaims: ['1'] }],
		['credit', 'Factoring', 0, { creditNumber: '9' }, { falseClaims: ['1'] }],
		['cancelOrCredit', 'Factoring', 0, { action: 'cancelled' }, { falseClaims: ['1'] }],
		['cancel', 'Created', 0, failed('alreadyDone'), { falseClaims: ['1'] }],
		['cancel', 'Cancelled', 0, failed('refused'), { falseDenials: ['1'] }],
		['cancel', 'Cancelled', 0, failed('notAttempted'), { falseDenials: ['1'] }],
		['credit', 'Factoring', 1, failed('unreached'), { falseDenials: ['1'] }],
		['credit', 'Factoring', 2, { creditNumber: '9' }, { doneTwice: ['1'] }],
		['cancel', 'Created', 0, undefined, { lostItems: [0] }],
	] as const)('finds a lie of %s: %s, %i credits, told %j', async (...[a, b, c, d, found]) => {
		expect(await lies(a, b, c, d)).toEqual(found);
	});

	it.each([
		['cancel', 'Cancelled', 0, { status: 'Cancelled' }],
		['cancel', 'Cancelled', 0, failed('unknown')],
		['cancel', 'Created', 0, failed('unknown')],
		['cancel', 'Created', 0, failed('refused')],
		['credit', 'Factoring', 1, { creditNumber: '9' }],
		['credit', 'Factoring', 1, failed('unknown')],
		['cancelOrCredit', 'Factoring', 1, { action: 'credited', creditNumber: '9' }],
	] as const)('finds none in %s: %s, %i credits, told %j', async (...[a, b, c, d]) => {
		expect(await lies(a, b, c, d)).toEqual({});
	});
});
