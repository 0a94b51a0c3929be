import { caller } from './orders';
import { startSandbox } from './sandbox';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let call: ReturnType<typeof caller>;
beforeEach(async () => {
	sandbox = await startSandbox();
	call = caller(sandbox);
});
afterEach(async () => await sandbox.close());

describe('getSettlements', () => {
	it('lists those since a day, the newest first, as the documentation has it', async () => {
		sandbox.payments.lists.settlements.push(
			{ id: 1, date: '2024-04-08', numbers: ['1000234'] },
			{ id: 2, date: '2024-04-22', numbers: ['1000235', '1000236'] },
			{ id: 3, date: '2024-04-15' },
		);
		const { data } = await call('getSettlements', { fromDate: '2024-04-15' });
		expect(data).toEqual({
			Settlements: [
				{
					SettlementId: '2',
					SettlementDate: '2024-04-22',
					SettlementURL: 'https://online.billmate.se/avrakning/12345/2-2024-04-22.pdf',
					InvoiceIds: ['1000235', '1000236'],
				},
				expect.objectContaining({ SettlementId: '3', InvoiceIds: [] }),
			],
			Date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
		});
	});

	it('may list none', async () => {
		const { data } = await call('getSettlements', { fromDate: '2024-04-15' });
		expect(data).toMatchObject({ Settlements: [] });
	});
});

describe('getDuePayments', () => {
	it('lists those since a day', async () => {
		sandbox.payments.lists.due.push(
			{ number: '7', dueDate: '2024-04-15' },
			{ number: '8', dueDate: '2024-04-14' },
		);
		const { data } = await call('getDuePayments', { dueDate: '2024-04-15' });
		expect(data).toEqual([
			expect.objectContaining({ number: '7', orderid: 'order-7', dueDate: '2024-04-15' }),
		]);
	});
});
