import { DateTime } from 'luxon';

import { get } from '../../nodes/Qvickly/actions/settlement/get.operation';
import { getMany } from '../../nodes/Qvickly/actions/settlement/getMany.operation';
import { problemOf, sentFor, taskOf, verified } from './tasks';

const listed = (Settlements: unknown) =>
	taskOf(getMany, { fromDate: '2026-01-31' }).call.result(verified({ Settlements, Date: '' }));

const result = (data: object, fields: object = {}) =>
	taskOf(get, { settlementId: '5', ...fields }).call.result(
		verified({ SettlementId: '5', SettlementDate: '2026-01-30', ...data }),
	);

/** The items of an answer. */
function items(data: object, fields: object = {}) {
	const read = result(data, fields);
	if (!('items' in read)) throw new Error(JSON.stringify(read));
	return read.items;
}

describe('Get Many', () => {
	it.each<[string, unknown]>([
		['a day', '2026-01-31'],
		['a day of the editor', '2026-01-31T00:00:00'],
		['a time with a zone', '2026-01-31T23:30:00.000+01:00'],
		['a time of a database', ' 2026-01-31 23:30:00 '],
		['a time of a database with a zone', '2026-01-31 23:30:00.123456+00'],
		['a time in UTC', '2026-01-31T23:30:00Z'],
		['a date of an expression', DateTime.fromISO('2026-01-31T23:30', { zone: 'Asia/Tokyo' })],
		['a date of code', new Date('2026-01-31T10:00:00Z')],
	])('asks for the settlements since %s', (_, fromDate) => {
		expect(sentFor(getMany, { fromDate })).toEqual({ fromDate: '2026-01-31' });
	});

	it.each<[unknown, string]>([
		['', "'From Date' is empty"],
		[undefined, "'From Date' is empty"],
		['31/1 2026', `"31/1 2026" in 'From Date' is no date`],
		['2026-02-30', `"2026-02-30" in 'From Date' is no date`],
		['2026-13-01', `"2026-13-01" in 'From Date' is no date`],
		['0000-00-00', `"0000-00-00" in 'From Date' is no date`],
		['2026-01-31 or so', `"2026-01-31 or so" in 'From Date' is no date`],
		['2026-01-31 - 2026-02-28', `"2026-01-31 - 2026-02-28" in 'From Date' is no date`],
		['2026-01-31Tomorrow', `"2026-01-31Tomorrow" in 'From Date' is no date`],
		[20260131, `20260131 in 'From Date' is no date`],
		[new Date(NaN), `null in 'From Date' is no date`],
		[DateTime.invalid('x'), `null in 'From Date' is no date`],
	])('refuses %s', (fromDate, problem) => {
		expect(problemOf(getMany, { fromDate })).toBe(problem);
	});

	it('gives one item for each, the newest first', () => {
		const entry = (SettlementId: unknown, SettlementDate: string) => ({
			...{ SettlementId, SettlementDate, SettlementURL: '', InvoiceIds: ['1', 2] },
		});
		const read = listed([
			entry('9', '2026-02-01'),
			entry('7', '2026-01-01'),
			entry(10, '2026-02-01'),
			entry('8', '2026-03-01'),
		]);
		expect(read).toEqual({
			items: [
				{ settlementId: '8', date: '2026-03-01', url: null, numbers: ['1', '2'] },
				expect.objectContaining({ settlementId: '10' }),
				expect.objectContaining({ settlementId: '9' }),
				expect.objectContaining({ settlementId: '7' }),
			],
		});
	});

	it.each([[[]], [{}]])('gives nothing for the empty list %j', (list) => {
		expect(listed(list)).toEqual({ items: [] });
	});

	it('gives no numbers where there is no list of them', () => {
		const read = listed([{ SettlementId: '1', InvoiceIds: 'none' }]);
		expect(read).toEqual({ items: [expect.objectContaining({ numbers: [] })] });
	});

	it('reads a list that PHP wrote as an object', () => {
		const read = listed({ 1: { SettlementId: '1', InvoiceIds: { 3: '7' } } });
		expect(read).toEqual({
			items: [expect.objectContaining({ settlementId: '1', numbers: ['7'] })],
		});
	});

	it.each([[undefined], ['none'], [{ error: 'x' }], [['1']], [[['1']]], [null]])(
		'takes %j for no list',
		(list) => {
			expect(listed(list)).toHaveProperty('open');
		},
	);
});

/** A settlement as the documentation's sample has it. */
const SAMPLE = {
	Purchase: {
		...{ Paidin: '0', Topay: '100', Payout: '100', TotalFee: '0', TotalFeeVAT: '0' },
		Invoices: [
			{
				...{ id: '12345', paidin: '0.00', paidinCapital: '0.00', topay: '100' },
				...{ paymentDate: '0000-00-00', payout: '100.00' },
			},
		],
	},
	...{ TotalTopay: '100', TotalPayout: '100' },
};

describe('Get', () => {
	it('asks for the settlement', () => {
		expect(sentFor(get, { settlementId: ' 5 ' })).toEqual({ settlementId: '5' });
		expect(sentFor(get, { settlementId: 5 })).toEqual({ settlementId: '5' });
	});

	it.each(['', '0', '5.0', 'A5', null, {}])('refuses the settlement ID %j', (settlementId) => {
		expect(problemOf(get, { settlementId })).toMatch(/settlement ID/);
	});

	it('gives one item for each invoice, with the fields of the settlement', () => {
		expect(items(SAMPLE)).toEqual([
			{
				...{ settlementId: '5', settlementDate: '2026-01-30', settlementUrl: null },
				...{ settlementToPay: '100.00', settlementPayout: '100.00' },
				...{ state: 'Purchase', number: '12345', paidIn: '0.00', paidInCapital: '0.00' },
				...{ toPay: '100.00', payout: '100.00', paymentDate: null },
				...{ stateFee: '0.00', stateFeeVat: '0.00', difference: null },
			},
		]);
	});

	it('gives one item with the sums', () => {
		expect(items(SAMPLE, { output: 'summary' })).toEqual([
			{
				...{ settlementId: '5', settlementDate: '2026-01-30', settlementUrl: null },
				...{ toPay: '100.00', payout: '100.00', invoices: 1 },
				states: [
					{
						...{ state: 'Purchase', paidIn: '0.00', toPay: '100.00', payout: '100.00' },
						...{ fee: '0.00', feeVat: '0.00', numbers: ['12345'] },
					},
				],
				difference: null,
			},
		]);
	});

	it('reads the other documented shape: ids alone, and PaidIn', () => {
		const data = { Paid: { PaidIn: '200', Payout: 195, Invoices: ['7', 8] }, TotalPayout: 195 };
		expect(items(data)).toEqual([
			expect.objectContaining({ number: '7', payout: null, difference: null }),
			expect.objectContaining({ number: '8', state: 'Paid' }),
		]);
		expect(items(data, { output: 'summary' })).toEqual([
			expect.objectContaining({ states: [expect.objectContaining({ paidIn: '200.00' })] }),
		]);
	});

	it('counts the invoices of all states, and takes an empty list for none', () => {
		const Paid = { Payout: '3', Invoices: [{ id: '7' }, { id: '8' }, { id: '9' }] };
		expect(items({ ...SAMPLE, Paid, Credit: [] }, { output: 'summary' })).toMatchObject([
			{ invoices: 4, states: [{ state: 'Purchase' }, { state: 'Paid' }] },
		]);
	});

	it.each([[[]], [{}], ['']])('reads a state without invoices, written %j', (Invoices) => {
		expect(items({ Paid: { Payout: '0', Invoices }, TotalPayout: '0' })).toEqual([]);
	});

	it('has rows in the order of their keys, where PHP wrote them as an object', () => {
		const Invoices = { 1: { id: '7', payout: '1' }, 4: { id: '6', payout: '2' } };
		expect(items({ Paid: { Payout: '3', Invoices } }).map(({ number }) => number)).toEqual([
			'7',
			'6',
		]);
	});

	it.each<[string, object]>([
		['another settlement', { ...SAMPLE, SettlementId: '6' }],
		['no settlement', { SettlementId: undefined }],
		['invoices that are no list', { Paid: { Invoices: 'none' } }],
		['some invoices that are no list', { ...SAMPLE, Paid: { Invoices: 'none' } }],
		['a list of states', { Paid: [{ Payout: '10', Invoices: [{ id: '7' }] }] }],
		['sums without invoices', { Paid: { Payout: '10', Invoices: [] } }],
	])('takes %s for no answer', (_, data) => {
		expect(result(data)).toHaveProperty('open');
	});

	it('makes different tasks of different outputs', () => {
		const variant = (fields: object, options = {}) =>
			taskOf(get, { settlementId: '5', ...fields }, options).variant;
		expect(
			new Set([
				variant({}),
				variant({ output: 'summary' }),
				variant({}, { addPaymentDetails: true }),
			]).size,
		).toBe(3);
	});
});
