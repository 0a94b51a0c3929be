import { ask, sign } from './client';
import type { Seed } from './payments';
import { MERCHANT, startSandbox } from './sandbox';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
afterEach(async () => await sandbox.close());

/** A caller of a sandbox with one test payment. */
async function withPayment(seed: Partial<Seed> = {}) {
	sandbox = await startSandbox({ payments: [{ number: 1000235, test: true, ...seed }] });
	const call = async (name: string, credentials = {}) =>
		await ask(sandbox, name, '{"number":"1000235"}', { credentials });
	return {
		call,
		cancel: async () => await call('cancelPayment'),
		activate: async () => await call('activatePayment'),
		status: async () => (await call('getPaymentinfo')).data.PaymentData.status as string,
	};
}

describe('a payment that was created', () => {
	it('can be cancelled, and the answer is signed and has four fields', async () => {
		const { cancel, status } = await withPayment({ orderid: 'Åsa/1' });
		const answer = await cancel();
		expect(answer.data).toEqual({
			number: '1000235',
			status: 'Cancelled',
			orderid: 'Åsa/1',
			url: expect.stringMatching(/^https:/),
		});
		expect(answer.source).toContain('"orderid":"\\u00c5sa\\/1"');
		expect(answer.hash).toBe(sign(answer.source, MERCHANT.secret));
		expect(await status()).toBe('Cancelled');
	});

	it.each([
		[1, 'Factoring'],
		[2, 'Handling'],
		[4, 'Partpayment'],
		[8, 'Paid'],
	])('with method %i can be activated, and is %s then', async (method, activated) => {
		const { activate, status } = await withPayment({ method });
		expect(await status()).toBe('Created');
		expect((await activate()).data.status).toBe(activated);
		expect(await status()).toBe(activated);
	});

	it('is not changed by looking it up', async () => {
		const { status } = await withPayment();
		expect([await status(), await status()]).toEqual(['Created', 'Created']);
		expect(sandbox.payments.changes).toEqual([]);
	});

	it('keeps its status while the card acquirer is down', async () => {
		const { cancel, activate, status } = await withPayment({ method: 8, acquirerDown: true });
		expect((await cancel()).code).toBe('5261');
		expect((await activate()).code).toBe('5260');
		expect(await status()).toBe('Created');
	});
});

describe('refused is', () => {
	it('to cancel again, with 5220', async () => {
		const { cancel } = await withPayment();
		expect((await cancel()).code).toBeUndefined();
		expect((await cancel()).code).toBe('5220');
		expect(sandbox.payments.changes).toHaveLength(1);
	});

	it('to cancel after activation, with 5209', async () => {
		const { cancel, activate, status } = await withPayment();
		await activate();
		expect((await cancel()).code).toBe('5209');
		expect(await status()).toBe('Factoring');
	});

	it('to activate after cancellation, with 5210', async () => {
		const { cancel, activate, status } = await withPayment();
		await cancel();
		expect((await activate()).code).toBe('5210');
		expect(await status()).toBe('Cancelled');
	});

	it('to activate twice, with 5208', async () => {
		const { activate } = await withPayment();
		await activate();
		expect((await activate()).code).toBe('5208');
	});

	it.each([16, 24, 32, 1024])(
		'to cancel or to activate method %i, which is paid at once',
		async (method) => {
			const { cancel, activate, status } = await withPayment({ method });
			expect((await cancel()).code).toBe('5209');
			expect((await activate()).code).toBe('5208');
			expect(await status()).toBe('Paid');
		},
	);

	it('to activate method 2048 before the customer has chosen how to pay, with 5207', async () => {
		const { cancel, activate, status } = await withPayment({ method: 2048 });
		expect(await status()).toBe('Created');
		expect((await activate()).code).toBe('5207');
		expect((await cancel()).data.status).toBe('Cancelled');
	});

	it.each([
		[false, '5221'],
		[true, undefined],
	])('to activate for a test person, if not in test mode: %j', async (test, code) => {
		const { call } = await withPayment({ test, testPerson: true });
		expect((await call('activatePayment', { test: String(test) })).code).toBe(code);
	});

	it('to credit while the acquirer is down, with 5290', async () => {
		const { call } = await withPayment({ method: 8, status: 'Paid', acquirerDown: true });
		expect((await call('creditPayment')).code).toBe('5290');
		expect(sandbox.payments.credits).toEqual([]);
	});
});

describe('test and live payments are kept apart:', () => {
	it.each([
		[true, 'false'],
		[false, 'true'],
	])('one with test %j is not found with test "%s"', async (test, asked) => {
		const { call } = await withPayment({ test });
		expect((await call('cancelPayment', { test: asked })).code).toBe('5201');
		expect(sandbox.payments.get(1000235, test)?.status).toBe('Created');
		expect((await call('cancelPayment', { test: String(test) })).code).toBeUndefined();
	});

	it('one number can be in both, with a status in each', async () => {
		const { call } = await withPayment();
		sandbox.payments.add([{ number: 1000235, test: false }]);
		await call('cancelPayment', { test: 'false' });
		expect(sandbox.payments.get(1000235, false)?.status).toBe('Cancelled');
		expect(sandbox.payments.get(1000235, true)?.status).toBe('Created');
	});

	it.each(['1', 'TRUE', true])('test mode may be asked for with %j', async (test) => {
		const { call } = await withPayment();
		expect((await call('getPaymentinfo', { test })).code).toBeUndefined();
	});
});
