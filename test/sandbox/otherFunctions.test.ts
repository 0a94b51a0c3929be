import { FUNCTIONS } from './functionNames';
import { caller } from './orders';
import { startSandbox } from './sandbox';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let call: ReturnType<typeof caller>;

/** Merchant and mode of all calls here, unless they say otherwise. */
const test = true;

beforeEach(async () => {
	sandbox = await startSandbox({
		merchants: [
			{ id: '12345', secret: 'first' },
			{ id: '23456', secret: 'second' },
		],
		payments: [
			{ number: 1, status: 'Factoring', withtax: 12500, test },
			{ number: 2, status: 'Paid', method: 8, withtax: 20000, customer: 'company', test },
			{ number: 3, status: 'Credited', creditOf: '1', withtax: 5000, test },
			{ number: 4, status: 'Created', test, merchant: '23456' },
		],
	});
	call = caller(sandbox);
});
afterEach(async () => await sandbox.close());

it.each(FUNCTIONS)('%s is a function that it knows', async (name) => {
	expect((await call(name, { time: '1' })).code).not.toBe('9001');
});

describe('getSettlementsWithDetails', () => {
	const settle = (more: object = {}) =>
		sandbox.payments.lists.settlements.push({
			...{ id: 5, date: '2026-01-30', numbers: ['1', '2', '3'] },
			...more,
		});
	const details = async () => (await call('getSettlementsWithDetails', { settlementId: '5' })).data;

	it('has the payments and credits of the merchant, less the fees, in kronor', async () => {
		settle();
		const { Paid, Purchase, TotalTopay, TotalPayout } = await details();
		expect(Purchase).toEqual({
			...{ Paidin: '0.00', Topay: '125.00', Payout: '121.87', TotalFee: '2.50' },
			TotalFeeVAT: '0.63',
			Invoices: [
				{
					...{ id: '1', paidin: '0.00', paidinCapital: '0.00', topay: '125.00' },
					...{ paymentDate: '0000-00-00', payout: '121.87' },
				},
			],
		});
		expect(
			Paid.Invoices.map(({ id, paidin, payout }: Record<string, string>) => [id, paidin, payout]),
		).toEqual([
			['2', '200.00', '195.00'],
			['3', '-50.00', '-48.75'],
		]);
		expect([TotalTopay, TotalPayout]).toEqual(['275.00', '268.12']);
	});

	it('is told of in getPaymentinfo', async () => {
		settle();
		const { data } = await call('getPaymentinfo', { number: '2' });
		expect(data.Settlement).toEqual({ number: '5', date: '2026-01-30' });
	});

	it.each([
		[{ spelled: 'PaidIn' }, '"PaidIn":"150.00"'],
		[{ invoices: 'ids' }, '"Invoices":["2","3"]'],
		[{ invoices: 'keyed' }, '"Invoices":{"1":{"id":"2"'],
		[{ numbers: true }, '"Topay":125,'],
		[{ without: ['Purchase'] }, '"TotalTopay":"275.00"'],
	])('can be written as %j', async (shape, part) => {
		settle({ shape });
		const { source } = await call('getSettlementsWithDetails', { settlementId: '5' });
		expect(source).toContain(part);
	});

	it('can have a payout that is not what the states come to, or whatever a test wants', async () => {
		settle({ more: 1n });
		expect((await details()).TotalPayout).toBe('268.13');
		sandbox.payments.lists.settlements.length = 0;
		settle({ details: { Purchase: { Invoices: [] } } });
		expect((await details()).Purchase).toEqual({ Invoices: [] });
	});

	it('gives no other merchant its settlements', async () => {
		settle({ merchant: '23456' });
		expect((await call('getSettlementsWithDetails', { settlementId: '5' })).code).toBe('9005');
		expect((await call('getSettlements', { fromDate: '2026-01-01' })).data.Settlements).toEqual([]);
	});
});

describe('invoices and customers', () => {
	it('are listed by personal number, open ones or all', async () => {
		const open = await call('getInvoicesByPno', { pno: '550101-1018', status: 'Sent' });
		expect(open.data).toEqual([
			expect.objectContaining({
				...{ invoiceid_real: '1', invoicetype: 'F', topay: '125.00' },
				hash: sandbox.payments.get(1, true)?.hash,
			}),
			expect.objectContaining({ invoiceid_real: '3', invoicetype: 'K', topay: '-50.00' }),
		]);
		expect((await call('getInvoicesByPno', { pno: '550101-1018' })).code).toBe('7022');
		expect((await call('getInvoicesByPno', { status: 'Sent' })).code).toBe('9014');
	});

	it('are found by name, those of the merchant alone', async () => {
		const { data } = await call('getCustomersByName', { name: 'bolaget' });
		expect(data).toEqual([expect.objectContaining({ customerid: '13', postoffice: 'Malmö' })]);
		expect((await call('getCustomersByName', { dummy: '1' })).code).toBe('7010');
	});

	it('are found by hash, unless they are others', async () => {
		const [own, other] = [1, 4].map((number) =>
			number === 4
				? sandbox.payments.get(4, true, '23456')?.hash
				: sandbox.payments.get(number, true)?.hash,
		);
		const { data } = await call('getInvoiceByHash', { hash: own });
		expect(data.PaymentData.number).toBe('1');
		expect((await call('getInvoiceByHash', { hash: other })).code).toBe('6010');
	});
});

describe('updateStatusLogOfInvoiceByHash', () => {
	it('keeps the note, its placeholders filled in', async () => {
		const hash = sandbox.payments.get(1, true)?.hash;
		const body = { text: 'Sent at %(sendtime)', sendtime: '10:30' };
		expect((await call('updateStatusLogOfInvoiceByHash', { hash, body })).data).toEqual({
			result: 'OK',
		});
		expect(sandbox.payments.notes).toEqual([
			{ number: '1', test: true, merchant: '12345', hash, text: 'Sent at 10:30' },
		]);
		expect(sandbox.calls.map(({ changed }) => changed)).toEqual([true]);
	});

	it('refuses a hash that there is not, and a note without text', async () => {
		const hash = sandbox.payments.get(1, true)?.hash;
		const ask = async (data: object) => (await call('updateStatusLogOfInvoiceByHash', data)).code;
		expect(await ask({ hash: '0'.repeat(32), body: { text: 'a' } })).toBe('6010');
		expect(await ask({ hash, body: { other: 'a' } })).toBe('9004');
		expect(sandbox.payments.notes).toEqual([]);
	});
});

describe('look-ups', () => {
	it.each([
		[
			'getExchangeRate',
			{ currency: 'EUR', date: '2026-01-31' },
			{ rate: '11.4525', result: '0', date: '2026-01-30' },
		],
		['getExchangeRate', { currency: 'XXX' }, expect.objectContaining({ result: '-1' })],
		['getVatrate', { country: 'FIN' }, { result: '25.5' }],
		['getVatrate', { country: 'US' }, { result: '-1' }],
		[
			'crediflowSearchParty',
			{ orgnum: '5566779988' },
			expect.arrayContaining([expect.objectContaining({ ID: '101' })]),
		],
		['crediflowSearchParty', { orgnum: '5560000001' }, []],
		['getMerchantByOrgnum', { orgnum: '5555' }, [expect.objectContaining({ eid: '12345' })]],
	])('%s answers %j', async (name, data, answer) => {
		expect((await call(name, data)).data).toEqual(answer);
	});

	it.each([
		['getVatrate', { country: 'XX' }, '7031'],
		['getVatrate', { dummy: '1' }, '7032'],
		['getTerms', { PaymentData: { method: '16' } }, '7030'],
		['getTerms', { PaymentData: { method: '4' } }, '7033'],
		['uploadKalpForm', { number: '1' }, '9997'],
		['uploadKalpForm', { number: '1', PaymentData: { paymentplanid: '1' } }, '9998'],
		['getAPICredentials', { eid: '1' }, '500000'],
		['getBankIdKeyFromAuthToken', { hash: '1' }, '6666'],
	])('%s refuses %j with %s', async (name, data, code) => {
		expect((await call(name, data)).code).toBe(code);
	});

	it('getTerms answers a page, without a signature', async () => {
		const { text, headers } = await call('getTerms', { PaymentData: { method: '8' } });
		expect(text).toMatch(/^<!DOCTYPE html>[^]*kort[^]*<\/html>\n$/);
		expect(headers.get('content-type')).toMatch(/^text\/html/);
		expect(text).not.toContain('hash');
	});
});
