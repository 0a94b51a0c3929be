import { dayOf } from '../../nodes/Qvickly/polling/memory';
import { startMerchant } from './merchant';

it('no payment is looked up for a settlement that nobody gets, as another failed', async () => {
	const numbers = ['1', '2'];
	const merchant = await startMerchant({
		payments: numbers.map((number) => ({ number, status: 'Paid' })),
	});
	merchant.sandbox.payments.lists.settlements.push({ id: 7, date: dayOf(Date.now()), numbers });
	const fields = { resource: 'settlement', settlementId: '={{ $json.id }}', output: 'invoices' };
	const options = { addPaymentDetails: true };
	const get = async (...ids: number[]) => {
		const items = ids.map((id) => ({ id }));
		const before = merchant.sent().length;
		const { success } = await merchant.run('get', items, { fields, options });
		const looked = merchant
			.sent()
			.slice(before)
			.filter((call) => call.startsWith('getPaymentinfo'));
		return { rows: success.length, lookedUp: looked.length };
	};
	expect(await get(7)).toEqual({ rows: 2, lookedUp: 2 });
	expect(await get(7, 8)).toEqual({ rows: 0, lookedUp: 0 });
	await merchant.sandbox.close();
});
