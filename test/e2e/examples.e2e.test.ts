import { PAYMENTS, example, isExpected, runSpreadsheet } from '../examples';
import { n8n, sandbox } from './running';
import { newPayments, recorded } from './workflow';

describe('the example workflows', () => {
	afterEach(() => {
		sandbox.state.faults = undefined;
	});

	it('spreadsheet: gives one row per payment, with the reason where it was not cancelled', async () => {
		sandbox.payments.add(PAYMENTS);
		const rows = await runSpreadsheet(n8n, await n8n.createWorkflow(example('spreadsheet')));
		expect(isExpected(rows)).toBe(true);
		expect(rows).toContainEqual({
			number: '99000001',
			result: 'cancelled',
			orderid: 'order-99000001',
			url: expect.stringContaining('/99000001/'),
		});
		expect(rows).toContainEqual({
			number: '9900000S',
			result: 'not cancelled',
			reason: expect.stringContaining('"9900000S"'),
			'what to do': expect.stringMatching(/\S/),
		});
		const numbers = ['99000001', '99000002', '99000003', '99000004', '99000006'];
		expect(recorded(numbers).cancelled).toEqual(['99000001', '99000002', '99000006']);
		expect(recorded(numbers).calls).toHaveLength(5);
	});

	it('webhook: answers with what became of each payment, whether one or many are posted', async () => {
		const [good = '', single = '', unclear = ''] = newPayments(3);
		const id = await n8n.createWorkflow(example('webhook'));
		await n8n.activate(id);
		const post = async (payments: unknown) => {
			const response = await fetch(n8n.webhookUrl('cancel-payments'), {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ payments }),
			});
			return [response.status, await response.json()];
		};
		sandbox.state.faults = ({ number }) => (number === unclear ? 'http403' : undefined);
		expect(await post([good, 'x', Number(unclear)])).toEqual([
			207,
			[
				expect.objectContaining({ number: good, result: 'cancelled' }),
				expect.objectContaining({ number: 'x', result: 'not cancelled' }),
				expect.objectContaining({ number: unclear, result: 'perhaps cancelled' }),
			],
		]);
		expect(await post(['x', unclear])).toMatchObject([502, [{}, { result: 'perhaps cancelled' }]]);
		sandbox.state.faults = undefined;
		expect(await post(single)).toEqual([
			200,
			[expect.objectContaining({ number: single, result: 'cancelled' })],
		]);
		for (const nothing of [[], undefined, ['x']]) {
			expect(await post(nothing)).toMatchObject([422, [{ result: 'not cancelled' }]]);
		}
		expect(recorded([good, single]).cancelled).toEqual([good, single]);
		expect(await post([unclear])).toMatchObject([200, [{ number: unclear, result: 'cancelled' }]]);
	});
});
