import { PAYMENTS, example, isExpected, runSpreadsheet } from '../examples';
import { publish } from './publish';
import { n8n, sandbox } from './running';
import { newPayments, recorded } from './workflow';

/** Turns an example on, and gives what posts payments to it. */
async function publishPayments(name: string, path: string) {
	const post = await publish(name, path);
	return async (payments: unknown) => await post({ payments });
}

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
		const post = await publishPayments('webhook', 'cancel-payments');
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

	it('order-cancelled: answers with what was done with each payment, and with what only perhaps was', async () => {
		const [open = '', unclear = ''] = newPayments(2);
		const [sent = '', unheard = ''] = newPayments(2, { status: 'Factoring' });
		const [before = ''] = newPayments(1, { status: 'Cancelled' });
		const post = await publishPayments('order-cancelled', 'order-cancelled');
		const done = [
			{ number: open, result: 'cancelled' },
			{ number: sent, result: 'credited', 'credit number': expect.stringMatching(/^8\d+$/) },
			{ number: before, result: 'had been cancelled before' },
		];
		expect(await post([open, Number(sent), before, 'x'])).toMatchObject([
			207,
			[...done, { number: 'x', result: 'not done', reason: expect.stringContaining('"x"') }],
		]);
		expect(await post(open)).toMatchObject([
			200,
			[{ number: open, result: 'had been cancelled before' }],
		]);
		expect(await post(sent)).toMatchObject([
			422,
			[{ result: 'not done', 'what to do': expect.stringContaining('been credited before') }],
		]);
		for (const nothing of [[], undefined, ['x']]) {
			expect(await post(nothing)).toMatchObject([422, [{ result: 'not done' }]]);
		}

		sandbox.state.faults = ({ number, function: name }) =>
			number === unclear || (number === unheard && name === 'creditPayment') ? 'reset' : undefined;
		expect(await post([unclear, before, unheard])).toMatchObject([
			409,
			[
				done[2],
				{ number: unclear, result: 'perhaps done' },
				{
					number: unheard,
					result: 'perhaps done',
					'what to do': expect.stringContaining("look in Qvickly's portal for a credit"),
				},
			],
		]);
		expect(recorded([open, unclear]).cancelled).toEqual([open, unclear]);
		for (const number of [sent, unheard]) {
			expect(sandbox.payments.truth(number)).toMatchObject({ credits: 1 });
		}
	});
});
