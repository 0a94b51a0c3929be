import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../../nodes/Qvickly/actions/operation';
import { cancel } from '../../nodes/Qvickly/actions/payment/cancel.operation';
import { toKeep } from '../../nodes/Qvickly/run/earlier';
import { invalid } from '../../nodes/Qvickly/run/outcome';
import { readPlans, readSetup } from '../../nodes/Qvickly/run/setup';
import { SECRET } from '../api/answers';

const ACCOUNT = {
	...{ merchantId: '12345', secret: SECRET, testMode: false, language: 'en' },
	...{ baseUrl: 'https://api.qvickly.io', dependsOnItem: 'no' },
};

/** What is to be done for so many items. */
async function plans(count: number, operation: Partial<Operation> = {}, account: object = {}) {
	const context = {
		getInputData: () => Array.from({ length: count }, (_, item) => ({ json: { item } })),
		getCredentials: async () => await Promise.resolve({ ...ACCOUNT, ...account }),
		getNodeParameter: (name: string) => (name === 'options' ? {} : '1000235'),
	};
	const setup = { operation: { ...cancel, ...operation }, settings: {} };
	return await readPlans(context as unknown as IExecuteFunctions, setup as never, count);
}

it.each([
	[999, 0],
	[1000, 1],
	[3500, 3],
])('reading %i items lets other work have its turn %i times', async (count, turns) => {
	let taken = 0;
	let isReading = true;
	const others = (async () => {
		for (await sleep(0); isReading; await sleep(0)) taken++;
	})();
	const read = await plans(count);
	isReading = false;
	await others;
	expect(read).toHaveLength(count);
	if (turns === 0) expect(taken).toBe(0);
	else expect(taken).toBeGreaterThanOrEqual(turns - 1);
	expect(taken).toBeLessThan(turns + 2);
});

it('an item that cannot be read is told with what to do', async () => {
	const prepare = () => {
		throw new Error('no such node');
	};
	expect(await plans(1, { prepare })).toEqual([
		invalid(
			'Item 0: no such node',
			"Check the expressions in the node's fields. (Items are counted from 0.)",
		),
	]);
});

it('what can only be reported within a machine is done in the sandbox alone', async () => {
	const prepare: Operation['prepare'] = (field, options) => ({
		...cancel.prepare(field, options),
		onlyInSandbox: { problem: 'not to be reached', advice: 'Set it.' },
	});
	expect(await plans(1, { prepare })).toMatchObject([{ message: 'Item 0: not to be reached' }]);
	const baseUrl = 'http://127.0.0.1:1/https:';
	expect(await plans(1, { prepare }, { baseUrl })).toMatchObject([{ item: 0 }]);
	expect(await plans(1)).toMatchObject([{ item: 0 }]);
});

it('an operation that this version does not have is told', () => {
	const context = { getNodeParameter: () => 'x', getNode: () => ({}) };
	expect(readSetup(context as unknown as IExecuteFunctions, () => undefined)).toHaveProperty(
		'message',
		expect.stringContaining('This version of the node does not have'),
	);
});

it('a later try has to know what is done and what perhaps is', () => {
	const failure = invalid('a', 'b');
	expect(toKeep({ items: [] })).toEqual({ items: [] });
	expect(toKeep({ ...failure, outcome: 'unknown' })).toHaveProperty('outcome', 'unknown');
	expect(toKeep({ ...failure, outcome: 'refused' })).toBeUndefined();
});
