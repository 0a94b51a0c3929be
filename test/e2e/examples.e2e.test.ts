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
			return (await response.json()) as unknown;
		};
		sandbox.state.faults = ({ number }) => (number === unclear ? 'http403' : undefined);
		expect(await post([good, 'x', Number(unclear)])).toEqual([
			expect.objectContaining({ number: good, result: 'cancelled' }),
			expect.objectContaining({ number: 'x', result: 'not cancelled' }),
			expect.objectContaining({ number: unclear, result: 'perhaps cancelled' }),
		]);
		sandbox.state.faults = undefined;
		expect(await post(single)).toEqual([
			expect.objectContaining({ number: single, result: 'cancelled' }),
		]);
		expect(recorded([good, single]).cancelled).toEqual([good, single]);
		expect(await post([unclear])).toMatchObject([{ number: unclear, result: 'cancelled' }]);
	});
});
