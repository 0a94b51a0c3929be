import { startMerchant } from './merchant';

const ROWS = { row: [{ description: 'Boots', quantity: '1', unitPrice: '100', vatRate: '25' }] };

describe('an option that is on or off', () => {
	it.each([
		["={{ 'true' }}", '"true"'],
		['={{ $json.missing }}', 'nothing'],
		['={{ 1 }}', '1'],
	])('is no guess where an expression gives neither: %s', async (checkOnly, shown) => {
		const { sandbox, run } = await startMerchant();
		const fields = { type: 'swish', orderid: '1', rows: ROWS };
		const result = await run('create', [{ number: '1' }], { fields, options: { checkOnly } });
		await sandbox.close();
		expect(sandbox.calls).toEqual([]);
		expect(result.error?.message).toBe(
			`Item 0: ${shown} in 'Check Only' is neither true nor false`,
		);
	});

	it('may be worked out for each item', async () => {
		const { sandbox, run } = await startMerchant();
		const fields = { type: 'swish', orderid: '={{ $json.order }}', rows: ROWS };
		const items = [
			{ number: '1', order: 'A', isDry: true },
			{ number: '1', order: 'B', isDry: false },
		];
		const options = { checkOnly: '={{ $json.isDry }}' };
		const { success } = await run('create', items, { fields, options });
		await sandbox.close();
		expect(success.map(({ json }) => json.checkOnly ?? json.orderid)).toEqual([true, 'B']);
		expect(sandbox.calls).toHaveLength(1);
	});
});
