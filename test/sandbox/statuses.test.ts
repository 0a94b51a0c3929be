import { ask } from './client';
import type { Seed } from './payments';
import { startSandbox } from './sandbox';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
afterEach(async () => await sandbox.close());

async function withPayment(seed: Partial<Seed>) {
	sandbox = await startSandbox({ payments: [{ number: 1000235, test: true, ...seed }] });
	const call = async (name: string, credentials = {}) =>
		await ask(sandbox, name, '{"number":"1000235"}', { credentials });
	return { call };
}

describe('what may be done by status:', () => {
	/** The codes that refuse to activate, to cancel and to credit. */
	const TABLE: Array<[Seed['status'], string?, string?, string?]> = [
		['Created', undefined, undefined, '5205'],
		['Approved', undefined, undefined, '5205'],
		['FactoringWithRegress', undefined, undefined, '5205'],
		['FactoringWithoutRegress', undefined, undefined, '5205'],
		['Pending', '5208', undefined, '5205'],
		['Manual', '5208', undefined, '5205'],
		['WaitingForPurchase', '5208', undefined, '5205'],
		['Denied', '5206', undefined, '5205'],
		['Rejected', '5206', undefined, '5205'],
		['Paid', '5208', '5209'],
		['Factoring', '5208', '5209'],
		['PartPayment', '5208', '5209'],
		['Partpayment', '5208', '5209'],
		['Handling', '5208', '5209'],
		['Service', '5208', '5209'],
		['Sent', '5208', '5209'],
		['Cancelled', '5210', '5220', '5211'],
		['Credited', '5223', '5209', '5212'],
	];

	it.each(TABLE)('%s', async (status, ...codes) => {
		for (const [index, name] of ['activate', 'cancel', 'credit'].entries()) {
			const { call } = await withPayment({ status });
			for (const language of ['en', 'sv']) {
				const { code, message } = await call(`${name}Payment`, { language });
				expect({ name, code }).toEqual({ name, code: codes[index] });
				expect(message).toMatch(code ? /\w/ : /^$/);
				if (code === undefined) break;
			}
			await sandbox.close();
		}
	});

	it('Handling is either a credit check that went well, or activated', async () => {
		const { call } = await withPayment({ method: 2, status: 'Handling', activated: false });
		expect((await call('activatePayment')).data.status).toBe('Handling');
		expect(sandbox.payments.truth(1000235, true)?.stage).toBe('activated');
		expect((await call('activatePayment')).code).toBe('5208');
		expect((await call('cancelPayment')).code).toBe('5209');
		expect(sandbox.payments.truth(1000235, true)?.status).toBe('Handling');
	});
});
