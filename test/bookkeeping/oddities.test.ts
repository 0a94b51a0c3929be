import { booked, invoice, notLookedUp, odd } from './example';

const DIFFERENCES = '2999';

it.each<[string, Record<string, unknown>, number, RegExp]>([
	[
		'cannot be looked up',
		notLookedUp('No such payment. Look.'),
		-12_500,
		/No such payment\. Look\./,
	],
	['is settled in part', { total: '250.00' }, -12_500, /only 125\.00 is settled of 250\.00/],
	[
		'is paid in excess',
		{ toPay: '126.00', payout: '113.50', settlementPayout: '113.50' },
		-100,
		/126\.00 is settled of 125\.00/,
	],
	[
		'is taken back though it is no credit',
		{ toPay: '-125.00', payout: '-137.50', settlementPayout: '-137.50' },
		12_500,
		/no credit/,
	],
	[
		'has a rate without an account',
		{ vat: [{ rate: '24', net: '100.81', vat: '24.19' }] },
		-12_500,
		/VAT of 24 %/,
	],
	[
		'has VAT at no rate',
		{ vat: [{ rate: '0', net: '100.00', vat: '25.00' }] },
		-12_500,
		/VAT of 0 %/,
	],
	['has rates that do not come to its total', { vat: [] }, -12_500, /does not come to its total/],
	['is in another currency', { currency: 'EUR' }, -12_500, /in EUR/],
	['has no details', { vat: undefined, total: undefined }, -12_500, /Add Payment Details/],
	['has an unknown state', { state: 'Sold' }, 0, /state Sold/],
])('balances, and says so, where a payment %s', (_, fields, difference, said) => {
	const { rows, amounts, verifications, toCheck } = booked([invoice(fields)]);
	expect(amounts[DIFFERENCES] ?? 0).toBe(difference);
	expect(odd(rows)).toEqual([['payment', -difference / 100 || 0, expect.stringMatching(said)]]);
	expect(rows.at(-1)!).toMatchObject({ row: 'sum', 'to check': '1 row' });
	expect(verifications[0]!.text).toMatch(said);
	const texts = verifications[0]!.transactions.filter(({ account }) => account === DIFFERENCES);
	expect(texts.map(({ text }) => said.test(text))).toEqual(difference === 0 ? [] : [true]);
	expect(toCheck).toEqual([expect.stringMatching(said)]);
});

it.each<[string, Record<string, unknown>, Record<string, number>, Array<[string, number, RegExp]>]>(
	[
		[
			'takes the fee off the sum',
			{ payout: '125.00' },
			{ 1930: 11_250, 6064: 1000, 2641: 250 },
			[],
		],
		[
			'pays out another sum',
			{ settlementPayout: '112.49', difference: 'payout: a difference of -0.01' },
			{ 1930: 11_249, 6064: 1000, 2641: 250, 2999: 1 },
			[['on the sum', -0.01, /not those of its payments; payout: a difference of -0\.01/]],
		],
		[
			'counts another fee',
			{ stateFee: '9.00' },
			{ 1930: 11_250, 6064: 900, 2641: 250, 2999: 100 },
			[['on the sum', -1, /not those/]],
		],
		[
			'says no VAT on the fee',
			{ stateFeeVat: null },
			{ 1930: 11_250, 6064: 1000, 2999: 250 },
			[['on the sum', -2.5, /the fee of Purchase, or its VAT, is missing/]],
		],
		[
			'says no fee',
			{ stateFee: null, stateFeeVat: null },
			{ 1930: 11_250, 6064: 1250 },
			[['on the sum', 0, /the fee of Purchase, or its VAT, is missing/]],
		],
		[
			'tells of a difference that is not in what is booked',
			{ difference: 'to pay: 1.00' },
			{ 1930: 11_250, 6064: 1000, 2641: 250 },
			[['on the sum', 0, /^to pay: 1\.00$/]],
		],
		[
			'has no date',
			{ settlementDate: null },
			{ 1930: 11_250, 6064: 1000, 2641: 250 },
			[['on the sum', 0, /no date/]],
		],
		[
			'gives the numbers of its payments alone',
			{ toPay: null, paidIn: null, payout: null },
			{ 1930: 11_250, 6064: 1000, 2641: 250 },
			[['payment', 0, /no amount for it, so it is the payment's total; .* its fee is not known/]],
		],
	],
)('balances, and says so, where Qvickly %s', (_, fields, amounts, said) => {
	const { rows, amounts: all, verifications } = booked([invoice(fields)]);
	expect(all).toEqual({ ...amounts, 3001: -10_000, 2611: -2500 });
	expect(odd(rows)).toEqual(
		said.map(([row, difference, text]) => [row, difference, expect.stringMatching(text)]),
	);
	for (const [, , text] of said) {
		const source = text.source.replace(/[$^]/g, '');
		expect(verifications[0]!.text).toMatch(new RegExp(source));
	}
});

it('shares the VAT on fees within its bounds where the fees are not those of the payments', () => {
	const state = { settlementPayout: '187.50', stateFee: '50.00', stateFeeVat: '12.50' };
	const { rows } = booked([
		invoice({ ...state, payout: '25.00' }),
		invoice({ ...state, payout: '224.99', number: '1000236' }),
	]);
	expect(rows.slice(0, 2)).toMatchObject([
		{ fee: 93.75, 'fee VAT': 6.25, payout: 25 },
		{ fee: -106.24, 'fee VAT': 6.25, payout: 224.99 },
	]);
	expect(rows.at(-1)).toMatchObject({ fee: 50, 'fee VAT': 12.5, payout: 187.5, difference: 0 });
});

it('has a short text of the verification where much has to be checked', () => {
	const invoices = Array.from({ length: 9 }, (_, index) =>
		invoice({ number: String(index), ...notLookedUp(`reason ${index}`), payout: '125.00' }),
	);
	const { verifications, rows, toCheck } = booked(invoices);
	expect(verifications[0]!.text).toMatch(/TO CHECK, 10 rows .*reason 0.*\.\.\.$/);
	expect(toCheck).toHaveLength(10);
	expect(rows.at(-1)!['to check']).toBe('10 rows');
});
