import { booked, invoice, keepBooks, notLookedUp, odd } from './example';

it('books sales and VAT by rate, the fee with its VAT, and what was paid out', () => {
	const vat = [
		{ rate: '25', net: '50.00', vat: '12.50' },
		{ rate: '12', net: '20.00', vat: '2.40' },
		{ rate: '6', net: '20.00', vat: '1.20' },
		{ rate: '0', net: '18.50', vat: '0.00' },
	];
	const { rows, amounts, verifications, toCheck, fileName } = booked([invoice({ vat })]);
	expect(amounts).toEqual({
		...{ 1930: 11_250, 6064: 1000, 2641: 250, 3001: -5000, 2611: -1250 },
		...{ 3002: -2000, 2621: -240, 3003: -2000, 2631: -120, 3004: -1850 },
		3740: -40,
	});
	expect(rows).toMatchObject([
		{
			...{ row: 'payment', 'payment number': '1000235', 'order id': '2026-1001', gross: 125 },
			...{ net: 108.5, 'net 25 %': 50, 'VAT 25 %': 12.5, 'net 12 %': 20, 'VAT 12 %': 2.4 },
			...{ 'net 6 %': 20, 'VAT 6 %': 1.2, 'net 0 %': 18.5, 'VAT 0 %': 0, rounding: 0.4 },
			...{ fee: 10, 'fee VAT': 2.5, payout: 112.5, difference: 0, 'to check': '' },
		},
		{ row: 'sum', gross: 125, net: 108.5, fee: 10, 'fee VAT': 2.5, payout: 112.5, difference: 0 },
	]);
	expect(verifications).toEqual([
		expect.objectContaining({ date: '20260429', text: 'Qvickly settlement 5', number: '' }),
	]);
	expect([toCheck, fileName]).toEqual([[], 'settlement-5']);
});

it('takes what the customer has paid, or what Qvickly has bought, each with its own fee', () => {
	const paid = {
		state: 'Paid',
		paidIn: '125.00',
		toPay: '0.00',
		stateFee: '4.00',
		stateFeeVat: '1.00',
	};
	const { rows, amounts } = booked([
		invoice({ settlementPayout: '232.50' }),
		invoice({ ...paid, settlementPayout: '232.50', number: '1000236', payout: '120.00' }),
	]);
	expect(odd(rows)).toEqual([]);
	expect(amounts).toEqual({ 1930: 23_250, 6064: 1400, 2641: 350, 3001: -20_000, 2611: -5000 });
});

it('books a credit the other way round', () => {
	const credit = { number: '1000301', status: 'Credited', toPay: '-62.50', payout: '-62.50' };
	const vat = [{ rate: '25', net: '50.00', vat: '12.50' }];
	for (const total of ['62.50', '-62.50']) {
		const sign = total === '62.50' ? '' : '-';
		const own = vat.map((one) => ({ ...one, net: sign + one.net, vat: sign + one.vat }));
		const { rows, amounts } = booked([
			invoice({ settlementPayout: '50.00' }),
			invoice({ settlementPayout: '50.00', ...credit, total, vat: own }),
		]);
		expect(odd(rows)).toEqual([]);
		expect(rows[1]).toMatchObject({ gross: -62.5, 'net 25 %': -50, 'VAT 25 %': -12.5, fee: 0 });
		expect(amounts).toEqual({ 1930: 5000, 6064: 1000, 2641: 250, 3001: -5000, 2611: -1250 });
	}
});

it('settles claims with the gross amounts where sales are booked elsewhere, row by row', () => {
	const { rows, amounts, verifications } = booked(
		[
			invoice({ settlementPayout: '222.50' }),
			invoice({
				settlementPayout: '222.50',
				number: '1000236',
				...notLookedUp('no answer'),
				toPay: '110.00',
				payout: '110.00',
			}),
		],
		{ claims: '1580 Claims' },
	);
	expect(odd(rows)).toEqual([]);
	expect(amounts).toEqual({ 1930: 22_250, 6064: 1000, 2641: 250, 1580: -23_500 });
	const texts = verifications[0]!.transactions.filter(({ account }) => account === '1580');
	expect(texts.map(({ text }) => text)).toEqual(['Payment 1000235, 2026-1001', 'Payment 1000236']);
});

it('makes one verification for each settlement, and none for one without payments', () => {
	const other = { settlementId: '6', settlementDate: '2026-05-06' };
	const settlements = ['5', '7', '6'].map((settlementId) => ({ settlementId, date: '2026-05-08' }));
	const { rows, toCheck, fileName, file } = keepBooks([invoice(), invoice(other)], {}, settlements);
	const { verifications } = file;
	expect(verifications.map(({ date, text }) => [date, text])).toEqual([
		['20260429', 'Qvickly settlement 5'],
		['20260506', 'Qvickly settlement 6'],
	]);
	expect(rows.map((row) => [row.settlement, row.row])).toEqual([
		...[
			['5', 'payment'],
			['5', 'sum'],
			['7', 'sum'],
		],
		...[
			['6', 'payment'],
			['6', 'sum'],
		],
	]);
	expect(rows[2]).toMatchObject({
		date: '2026-05-08',
		'to check': expect.stringContaining('no payment'),
	});
	expect(toCheck).toEqual([expect.stringContaining('Settlement 7')]);
	expect(fileName).toBe('settlement-5-7-6');
});

it('writes texts that any reader of the standard understands', () => {
	const customerName = 'A "quoted" {name}\\with\r\nlines\tand\u0007more – “x” …';
	const company = ' The "Company" ';
	const settings = {
		claims: '1580 "Claims"',
		company,
		series: 'Q',
		'organisation number': '556677-8899',
	};
	const { file } = keepBooks([invoice({ customerName })], settings);
	expect(file).toMatchObject({ company: 'The "Company"', accounts: { 1580: '"Claims"' } });
	expect(file.head).toMatchObject({
		FORMAT: ['PC8'],
		SIETYP: ['4'],
		FLAGGA: ['0'],
		GEN: ['20260501'],
		ORGNR: ['556677-8899'],
	});
	const [{ series, transactions }] = file.verifications as [(typeof file.verifications)[0]];
	expect(series).toBe('Q');
	expect(transactions.find(({ account }) => account === '1580')!.text).toBe(
		'Payment 1000235, 2026-1001, A "quoted" {name}/with lines and more - "x" ...',
	);
});

it.each([['bank'], ['differences'], ['VAT 6 %'], ['claims']])(
	'makes no books with an account %s that is none',
	(name) => {
		expect(() => keepBooks([invoice()], { [name]: 'Bank 1930' })).toThrow(`"${name}"`);
	},
);

it('claims nothing if the node Settlement is deactivated', () => {
	expect(() => keepBooks([{ settlementId: '5', numbers: ['1'] }])).toThrow('deactivated');
});
