import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation, Task } from '../../nodes/Qvickly/actions/operation';
import { cancel } from '../../nodes/Qvickly/actions/payment/cancel.operation';
import { credit } from '../../nodes/Qvickly/actions/payment/credit.operation';
import { get } from '../../nodes/Qvickly/actions/payment/get.operation';
import { Qvickly } from '../../nodes/Qvickly/Qvickly.node';
import { run } from '../../nodes/Qvickly/run/run';
import { created, errorOf, startMerchant, type Setting } from './merchant';

const MODES = ['continueErrorOutput', 'continueRegularOutput'] as const;

/** The node, run in a context that differs from n8n's own, or with an operation of the test's. */
function nodeWith(context: Partial<IExecuteFunctions>, operation?: Operation) {
	return class extends Qvickly {
		override async execute(this: IExecuteFunctions) {
			const changed = new Proxy(this, {
				get: (target, name) =>
					name in context
						? context[name as keyof IExecuteFunctions]
						: (Reflect.get(target, name, target) as unknown),
			});
			if (!operation) return await Qvickly.prototype.execute.call(changed);
			return [await run(changed, () => operation)];
		}
	};
}

/** What becomes of three items in each of the two modes that continue. */
async function outcomes(
	node: ReturnType<typeof nodeWith>,
	operation: string,
	setting: Setting = {},
	seed: object = {},
) {
	const all = [];
	for (const onError of MODES) {
		const till = await startMerchant({ payments: created(3, seed) }, node);
		const { success, failed, error } = await till.run(operation, created(3), {
			...setting,
			node: { onError, ...setting.node },
		});
		await till.sandbox.close();
		expect(error).toBeUndefined();
		const items = [...failed, ...success];
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		all.push({
			said: items.map(({ json }) => (json.error ? errorOf({ json }).details.outcome : 'done')),
			first: errorOf(items[0]!),
			calls: till.sent(),
		});
	}
	expect(all[0]).toEqual(all[1]);
	return all[0]!;
}

const throws = () => {
	throw new Error('no such thing');
};

describe('whatever throws, no input item leaves as a success', () => {
	it.each([
		['an operation', 'refundEverything', {}],
		['a resource', 'cancel', { fields: { resource: 'invoice' } }],
	])('where the workflow names %s that this version does not have', async (_, name, setting) => {
		const { said, first, calls } = await outcomes(Qvickly as never, name, setting);
		expect(said).toEqual(['invalid', 'invalid', 'invalid']);
		expect(first.message).toContain('This version of the node does not have');
		expect(calls).toEqual([]);
	});

	it.each(['getNodeParameter', 'getCredentials', 'getExecutionCancelSignal'] as const)(
		'where n8n’s %s fails',
		async (helper) => {
			const { said, calls } = await outcomes(nodeWith({ [helper]: throws }), 'cancel');
			expect(said).toEqual(['invalid', 'invalid', 'invalid']);
			expect(calls).toEqual([]);
		},
	);

	it('where an older n8n has no hints and no cancel signal, all goes on', async () => {
		const older = nodeWith({
			addExecutionHints: undefined,
			getExecutionCancelSignal: undefined,
		});
		const { said } = await outcomes(
			older,
			'cancel',
			{ credential: { testMode: true } },
			{ test: true },
		);
		expect(said).toEqual(['done', 'done', 'done']);
	});

	it('where n8n’s hints fail', async () => {
		const { said } = await outcomes(nodeWith({ addExecutionHints: throws }), 'cancel', {
			credential: { testMode: true },
		});
		expect(said).toEqual(['invalid', 'invalid', 'invalid']);
	});
});

/** An operation whose reading of the answer about payment 2 fails. */
function broken(operation: Operation): Operation {
	return {
		...operation,
		prepare(field, options) {
			const task = operation.prepare(field, options) as Task;
			const call = task.number === '2' ? { ...task.call, result: throws } : task.call;
			return { ...task, call } as Task;
		},
	};
}

describe('a mistake in the node, in the middle of a run, is told of its item alone', () => {
	it.each([
		[cancel, 'unknown', 'Payment 2 may have been cancelled: the node failed', {}],
		[credit, 'unknown', 'Payment 2 may have been credited: the node failed', { status: 'Paid' }],
		[get, 'unanswered', 'Payment 2 could not be looked up: the node failed', {}],
	] as const)('of $option.name', async (operation, outcome, message, seed) => {
		const node = nodeWith({}, broken(operation));
		for (const onError of MODES) {
			const till = await startMerchant({ payments: created(3, seed) }, node);
			const { success, failed } = await till.run(operation.option.value, created(3), {
				node: { onError },
				fields: { simple: true },
			});
			await till.sandbox.close();
			const errors = [...failed, ...success].flatMap(({ json }) => json.error ?? []);
			expect(errors).toMatchObject([
				{ message: expect.stringContaining(message), details: { outcome, number: '2' } },
			]);
			expect(success.filter(({ json }) => !json.error)).toHaveLength(2);
		}
	});

	it('and stops the run where that is the error mode, once all workers have ended', async () => {
		const till = await startMerchant(
			{ payments: created(20), latency: 20 },
			nodeWith({}, broken(cancel)),
		);
		const { error } = await till.run('cancel', created(20), {});
		const calls = till.sandbox.calls.length;
		expect(error?.message).toContain('Payment 2 may have been cancelled: the node failed');
		expect(error?.context.data.cancelled).toHaveLength(calls - 1);
		expect(till.sandbox.state.underWay).toBe(0);
		await till.sandbox.close();
	});
});
