import { startMerchant } from './merchant';

const MINUTE = 60_000;

/** Waits for a payment with this status. */
async function waitFor(seed: object, waitLimit = '5 minutes') {
	const merchant = await startMerchant({ payments: [{ number: 1, ...seed }] });
	const before = Date.now();
	const result = await merchant.run('waitForPayment', [{ number: 1 }], { fields: { waitLimit } });
	const minutes = result.run.waitTill && (result.run.waitTill.getTime() - before) / MINUTE;
	await merchant.sandbox.close();
	return { ...result, minutes, sent: merchant.sent() };
}

it('an execution sleeps as long as it may where nothing is decided yet', async () => {
	const { minutes, sent } = await waitFor({ status: 'Pending' });
	expect(minutes).toBeCloseTo(5, 0);
	expect(sent).toEqual(['getPaymentinfo 1']);
});

it('an execution goes on at once where the customer has paid', async () => {
	const { minutes, success } = await waitFor({ status: 'Paid' });
	expect(minutes).toBeUndefined();
	expect(success).toMatchObject([{ json: { number: '1', outcome: 'paid' } }]);
});

it('an execution does not sleep, and asks for nothing, where it is not said how long', async () => {
	const { minutes, sent, error } = await waitFor({ status: 'Pending' }, 'a while');
	expect(minutes).toBeUndefined();
	expect(sent).toEqual([]);
	expect(error?.message).toBe(`"a while" in 'Wait at Most' is no length of time`);
});
