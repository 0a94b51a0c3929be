import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../../nodes/Qvickly/actions/operation';
import { encodeRequest } from '../../nodes/Qvickly/api/envelope';
import { Qvickly } from '../../nodes/Qvickly/Qvickly.node';
import { run } from '../../nodes/Qvickly/run/run';
import { created, startMerchant } from './merchant';

const SENT = { status: 'Factoring' } as const;

/** An operation that gives an item for each row of a payment, as one of kind list would. */
const rowsOf = (maxAnswerBytes?: number): Operation => ({
	option: { name: 'Rows', value: 'rows', action: 'Get rows' },
	toolDescription: '',
	kind: 'list',
	done: 'listed',
	fields: [],
	options: [],
	prepare: (field) => {
		const number = String(field('number'));
		return {
			subject: `the rows of payment ${number}`,
			call: {
				kind: 'list',
				request: encodeRequest('getPaymentinfo', { number, note: String(field('number')) }),
				done: 'listed',
				refusals: {},
				maxAnswerBytes,
				result: (data) => ({ items: data.Articles as Array<{ title: string }> }),
			},
		};
	},
});

const nodeOf = (operation: Operation) =>
	class extends Qvickly {
		override async execute(this: IExecuteFunctions) {
			return [await run(this, () => operation)];
		}
	};

describe('a list', () => {
	it('gives all its items linked to their input item, in the order of the input', async () => {
		const payments = [60, 1, 3].map((rows, index) => ({ number: index + 1, rows }));
		const till = await startMerchant({ payments }, nodeOf(rowsOf()));
		const { success } = await till.run('cancel', created(3));
		await till.sandbox.close();
		const links = success.map(({ pairedItem }) => (pairedItem as { item: number }).item);
		expect(links).toEqual([...Array(60).fill(0), 1, 2, 2, 2]);
		expect(success[0]!.json).toHaveProperty('title');
	});

	it('may have an answer of more than a megabyte, up to a limit of its own', async () => {
		const payments = [{ number: 1, rows: 20_000 }];
		const settle = async (limit?: number) => {
			const till = await startMerchant({ payments }, nodeOf(rowsOf(limit)));
			const result = await till.run('cancel', created(1), { options: { retries: 0 } });
			await till.sandbox.close();
			return result;
		};
		expect((await settle(20_000_000)).success).toHaveLength(20_000);
		const { error } = await settle();
		expect(error?.message).toBe(
			'The rows of payment 1 could not be listed: the answer was larger than 1 MB',
		);
		expect(error?.description).toMatch(/^Nothing was changed\. /);
	});
});

describe('equal rows', () => {
	const rows = [{ number: 1 }, { number: ' 1' }, { number: 1 }];

	it.each([
		['get', {}, ['getPaymentinfo 1']],
		['cancel', {}, ['cancelPayment 1']],
		['activate', {}, ['activatePayment 1']],
		['cancelOrCredit', SENT, ['cancelPayment 1', 'creditPayment 1']],
	] as const)('are one call for %s, and each gets its result', async (operation, seed, sent) => {
		const till = await startMerchant({ payments: created(1, seed) });
		const { success } = await till.run(operation, rows);
		await till.sandbox.close();
		expect(till.sent()).toEqual(sent);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].map((item) => ({ item })),
		);
	});

	it('are calls of their own for credit, of which Qvickly takes one', async () => {
		const till = await startMerchant({ payments: created(1, SENT) });
		const { success, failed } = await till.run('credit', rows, {
			node: { onError: 'continueErrorOutput' },
		});
		await till.sandbox.close();
		expect(till.sent()).toEqual(Array(3).fill('creditPayment 1'));
		expect([success.length, failed.length]).toEqual([1, 2]);
		expect(till.sandbox.payments.credits).toHaveLength(1);
	});
});

describe('what moves money once', () => {
	it.each(['credit', 'cancelOrCredit'])(
		'(%s) does not start with Retry On Fail',
		async (operation) => {
			for (const onError of [
				'stopWorkflow',
				'continueRegularOutput',
				'continueErrorOutput',
			] as const) {
				const till = await startMerchant({ payments: created(2, SENT) });
				const node = { onError, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
				const { success, failed, error } = await till.run(operation, created(2), { node });
				await till.sandbox.close();
				expect(till.sent()).toEqual([]);
				const told = [error?.message, ...[...success, ...failed].map(({ json }) => json.error)];
				expect(JSON.stringify(told)).toContain("does not run with 'Retry On Fail' on");
				expect(success.filter(({ json }) => !json.error)).toEqual([]);
			}
		},
	);

	it('never says that it may be run again just like that', async () => {
		for (const fault of ['reset', 'http500', 'silence', 'badSignature', 'internalError']) {
			const till = await startMerchant({ payments: created(3, SENT), faults: () => fault });
			const { error } = await till.run('credit', created(3), { options: { timeout: 1 } });
			await till.sandbox.close();
			expect(error?.message).toMatch(/^Payment 1 may have been credited: /);
			expect(error?.description).toContain(
				"Before you run it again, look in Qvickly's portal for a credit of it",
			);
			expect(error?.description).not.toMatch(/safe|nothing is credited twice/);
			expect(till.sandbox.payments.credits).toHaveLength(3);
		}
	});

	it('is sent again where no connection could be made', async () => {
		const till = await startMerchant({ payments: created(1, SENT) });
		await till.sandbox.close();
		const started = performance.now();
		const { error } = await till.run('credit', created(1), { options: { retries: 1 } });
		expect(error?.message).toContain('was not credited: no connection could be made');
		expect(performance.now() - started).toBeGreaterThan(490);
	});
});

describe('what the user cannot mean', () => {
	it('is found while the items are checked, before anything is sent', async () => {
		const till = await startMerchant({ payments: created(1) }, nodeOf(rowsOf()));
		const { error } = await till.run('cancel', [...created(1), { number: '1 €' }]);
		await till.sandbox.close();
		expect(error?.message).toMatch(/^Item 1: 'data.number' has the character "€"/);
		expect(till.sent()).toEqual([]);
	});
});
