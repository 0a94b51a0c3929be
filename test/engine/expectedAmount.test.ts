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

	it('cannot be two amounts for one payment, of which one would deny what the other did', async () => {
		const { success, failed } = await activate([
			{ number: 1, total: 9 },
			{ number: 2, total: 125 },
			{ number: 1, total: 125 },
		]);
		expect(success.map(({ json }) => json.number)).toEqual(['2']);
		expect(failed.map(({ json }) => json.error)).toMatchObject(
			[0, 2].map((item) => ({
				message: `Item ${item}: items 0 and 2 want different things of payment 1`,
				details: { outcome: 'invalid' },
			})),
		);
		expect(activated()).toEqual(['2']);
	});

	it('lets a cancelled payment alone, which may come back', async () => {
		till.sandbox.payments.add([{ number: 1, status: 'Cancelled', withtax: 99900 }]);
		till.sandbox.state.onCall = () => till.sandbox.payments.add([{ number: 1, withtax: 99900 }]);
		const { failed } = await activate([{ number: 1, total: 125 }]);
		expect(failed[0]!.json.error).toMatchObject({
			message: 'Payment 1 was not activated: it is cancelled',
		});
		expect(activated()).toEqual([]);
	});

	it.each([undefined, null, '', 'x', '1,250', {}])(
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
