import { HASH, lies } from './liesOf';

describe('the lie finder, of what is read', () => {
	const ROW = {
		...{ settlementId: '1', state: 'Purchase', number: '1', paidIn: '0.00', toPay: '125.00' },
		...{ payout: '121.87', settlementPayout: '243.74', difference: null },
	};
	const PAID = { ...ROW, state: 'Paid', number: '2', paidIn: '125.00' };
	const DETAILS = {
		...{ orderid: 'order-1', status: 'Factoring', method: 'Invoice', currency: 'SEK' },
		...{ total: '125.00', net: '100.00', customerNumber: '12', detailsError: null },
		vat: [{ rate: '25', net: '100.00', vat: '25.00' }],
	};
	const NO_DETAILS = {
		...{ orderid: null, status: null, method: null, currency: null, total: null, net: null },
		...{ vat: null, customerNumber: null, detailsError: 'Payment 1 could not be looked up' },
	};
	const SUMS = {
		...{ settlementId: '1', toPay: '250.00', payout: '243.74', difference: null },
		states: [
			{ state: 'Paid', payout: '121.87', numbers: ['2'] },
			{ state: 'Purchase', payout: '121.87', numbers: ['1'] },
		],
	};
	const LISTED = { settlementId: '1', date: '2026-01-30', numbers: ['1', '2'] };
	const DUE = {
		...{ number: '1', orderid: 'order-1', dueDate: '2026-01-30', toPayUnknownUnit: '200' },
	};
	const OF_CUSTOMER = { number: '1', orderid: 'order-1', status: 'Factoring', total: '125.00' };
	const OF_PERSON = { number: '1', status: 'Factoring', toPay: '125.00', hash: HASH };
	const CUSTOMER = { customerid: '12', name: 'Testperson Åberg', email: 'person@example.com' };
	const RECIPIENTS = [
		{ id: '101', name: 'Testcompany Approved', gln: '7300009000001' },
		{ id: '102', name: 'Testcompany Malmö', gln: '7300009000002' },
	];
	const RATE = { rate: '11.4525', date: '2026-01-30' };
	const PAGE =
		'<!DOCTYPE html>\n<html lang="sv">\n<head><meta charset="utf-8"><title>Villkor</title></head>\n<body><h1>Villkor för faktura</h1><p>Belopp: 12500 öre</p></body>\n</html>\n';
	const DAY = { day: '2026-01-30' };
	const ofBoth = [OF_CUSTOMER, { ...OF_CUSTOMER, number: '2', orderid: 'order-2', status: 'Paid' }];

	it.each([
		['settlement.getMany', DAY, [LISTED], [{ ...LISTED, numbers: ['1'] }]],
		['settlement.getMany', DAY, [LISTED], [LISTED, LISTED]],
		['settlement.get', {}, [PAID, ROW], [PAID]],
		['settlement.get', {}, [PAID, ROW], [PAID, ROW, ROW]],
		['settlement.get', {}, [PAID, ROW], [ROW, PAID]],
		['settlement.get', {}, [PAID, ROW], [PAID, { ...ROW, payout: '121.88' }]],
		['settlement.get', {}, [PAID, ROW], [PAID, { ...ROW, difference: 'a difference of 0.01' }]],
		[
			'settlement.get',
			{},
			[PAID, { ...ROW, ...DETAILS }],
			[PAID, { ...ROW, ...DETAILS, orderid: 'order-2' }],
		],
		[
			'settlement.get',
			{},
			[PAID, { ...ROW, ...NO_DETAILS }],
			[PAID, { ...ROW, ...NO_DETAILS, orderid: 'order-1' }],
		],
		[
			'settlement.get',
			{},
			[PAID, { ...ROW, ...DETAILS }],
			[PAID, { ...ROW, ...DETAILS, vat: [{ rate: '25', net: '100.00', vat: '24.00' }] }],
		],
		['settlement.get', {}, [SUMS], [{ ...SUMS, payout: '243.75' }]],
		['settlement.get', {}, [SUMS], [{ ...SUMS, states: SUMS.states.slice(1) }]],
		['getMany', DAY, [DUE], [{ ...DUE, number: '2' }]],
		['getMany', { customerNumber: '12' }, ofBoth, [OF_CUSTOMER]],
		['getMany', { pno: '550101-1018' }, [OF_PERSON], [{ ...OF_PERSON, toPay: '12500' }]],
		['customer.search', { name: 'åberg' }, [CUSTOMER], [{ ...CUSTOMER, customerid: '13' }]],
		['lookup.eInvoiceRecipient', { orgnum: '556677-9988' }, RECIPIENTS, RECIPIENTS.slice(1)],
		['lookup.exchangeRate', { ...DAY, currency: 'EUR' }, RATE, { ...RATE, rate: '-1' }],
		['lookup.exchangeRate', { ...DAY, currency: 'EUR' }, RATE, { ...RATE, date: '2026-01-29' }],
		['lookup.vatRate', { country: 'FI' }, { rate: '25.5' }, { rate: '25' }],
		['account.getTerms', { amount: '125.00' }, { html: PAGE }, { html: PAGE.slice(0, -9) }],
	] as const)('finds a lie of %s of %j, and no truth', async (...[operation, item, truth, lie]) => {
		expect(await lies(operation, 'Factoring', [], truth, item)).toEqual({});
		const found = await lies(operation, 'Factoring', [], lie, item);
		expect(found).toEqual({ falseClaims: ['1'] });
	});
});
