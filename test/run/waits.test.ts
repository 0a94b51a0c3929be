import { http, info, noConnection, refusal, reset, settled, wish } from './settling';

describe('tries', () => {
	it('follow each other after waits that double, up to a minute', async () => {
		const { at } = await settled(wish('get'), Array(11).fill(noConnection), 10);
		const waits = at.slice(1).map((time, index) => time - at[index]!);
		expect(waits).toEqual([0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
	});

	it('wait longer where the other side asks for that, up to a minute', async () => {
		const { at } = await settled(wish('get'), [http(503, 7), http(429, 60), http(500)], 2);
		expect(at).toEqual([0, 7, 67]);
		const quick = await settled(wish('get'), [http(429, 0), http(500)], 1);
		expect(quick.at).toEqual([0, 0.5]);
	});

	it('are so many for all calls of an item, its look-up too', async () => {
		const { called, at } = await settled(wish('cancel'), [reset, reset, reset, reset], 2);
		expect(called).toEqual([...Array(3).fill('cancelPayment'), 'getPaymentinfo']);
		expect(at).toEqual([0, 0.5, 1.5, 3.5]);
	});

	it('are left for the look-up where the call itself did not need them', async () => {
		const { outcome, at } = await settled(
			wish('cancel'),
			[refusal('5220'), reset, info('Canceled')],
			1,
		);
		expect(outcome).toHaveProperty('items');
		expect(at).toEqual([0, 0, 0.5]);
	});
});

it('a look-up waits after an unclear answer, as long as is asked for, but not after a refusal', async () => {
	const replies = [reset, info('Cancelled')];
	expect((await settled(wish('cancel'), replies)).at).toEqual([0, 0.5]);
	const asked = await settled(wish('cancel'), [http(503, 9), info('Cancelled')]);
	expect(asked.at).toEqual([0, 9]);
	const refused = await settled(wish('cancel'), [refusal('5220'), info('Cancelled')]);
	expect(refused.at).toEqual([0, 0]);
});

it.each([
	['get', reset, 'unanswered'],
	['cancel', reset, 'unknown'],
	['credit', noConnection, 'notAttempted'],
] as const)(
	'stopping the execution while it waits for another try to %s ends that at once, and sends nothing more',
	async (operation, reply, kind) => {
		const { outcome, ended } = await settled(wish(operation), [reply], 10, 0.1);
		expect(outcome).toHaveProperty('outcome', kind);
		expect(ended).toBe(0.1);
	},
);
