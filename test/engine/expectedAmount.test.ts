import { created, startMerchant } from './merchant';

let till: Awaited<ReturnType<typeof startMerchant>>;
beforeEach(async () => (till = await startMerchant({ payments: created(3) })));
afterEach(async () => await till.sandbox.close());

/** Activates the payments of some rows, each only if its total is the row's. */
const activate = async (items: object[]) =>
	await till.run('activate', items, {
		options: { expectedAmount: '={{ $json.total }}' },
		node: { onError: 'continueErrorOutput' },
	});

const activated = () => till.sandbox.payments.changes.map(({ number }) => number);

describe('Expected Amount, from each item’s own field,', () => {
	it('lets those alone be activated that have the total', async () => {
		const { success, failed } = await activate([
			{ number: 1, total: '1.00' },
			{ number: 2, total: 125 },
			{ number: 3, total: '125,0' },
		]);
		expect(success.map(({ json }) => json.number)).toEqual(['2', '3']);
		expect(failed.map(({ json }) => json.error)).toMatchObject([
			{
				message:
					"Payment 1 was not activated: its total is 125.00 SEK, and 'Expected Amount' is 1.00",
				details: { outcome: 'refused', number: '1' },
			},
		]);
		expect(activated().sort()).toEqual(['2', '3']);
	});

	it('tells rows of the same payment apart', async () => {
		const { success, failed } = await activate([
			{ number: 1, total: 9 },
			{ number: 1, total: 125 },
		]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		expect(activated()).toEqual(['1']);
	});

	it.each([undefined, null, '', 'x', '1 250', {}])(
		'is not taken for none where the item has %j',
		async (total) => {
			const { failed } = await activate([{ number: 1, ...(total !== undefined && { total }) }]);
			expect(failed[0]!.json.error).toMatchObject({
				message: expect.stringMatching(/^Item 0: .* in 'Expected Amount' is not an amount$/),
				details: { outcome: 'invalid' },
			});
			expect(till.sent()).toEqual([]);
		},
	);
});
