import { eInvoiceRecipient } from '../../nodes/Qvickly/actions/lookup/eInvoiceRecipient.operation';
import { exchangeRate } from '../../nodes/Qvickly/actions/lookup/exchangeRate.operation';
import { vatRate } from '../../nodes/Qvickly/actions/lookup/vatRate.operation';
import { problemOf, received, sentFor, taskOf, verified } from './tasks';

describe('Exchange Rate', () => {
	const read = (data: object) =>
		taskOf(exchangeRate, { currency: 'EUR' }).call.result(verified(data));

	it('asks for today, or for the day that is set', () => {
		expect(sentFor(exchangeRate, { currency: ' eur ' })).toEqual({ currency: 'EUR' });
		const date = '2026-01-31T00:00:00';
		expect(sentFor(exchangeRate, { currency: 'EUR' }, { date })).toEqual({
			...{ currency: 'EUR', date: '2026-01-31' },
		});
	});

	it.each([
		[{ currency: '' }, {}, '"" is no currency'],
		[{ currency: 'Euro' }, {}, '"Euro" is no currency'],
		[{ currency: 'EUR' }, { date: '' }, "'Date' is empty"],
		[{ currency: 'EUR' }, { date: undefined }, "'Date' is empty"],
	])('refuses %j with %j', (fields, options, problem) => {
		expect(problemOf(exchangeRate, fields, options)).toBe(problem);
	});

	it('gives the rate as Qvickly writes it', () => {
		const data = received('{"rate":11.4500,"result":0,"date":"2026-01-30"}');
		expect(taskOf(exchangeRate, { currency: 'EUR' }).call.result(data)).toEqual({
			items: [{ currency: 'EUR', date: '2026-01-30', rate: '11.4500' }],
		});
	});

	it.each(['-1', -1])('takes the result %j for no rate, whatever else is there', (result) => {
		expect(read({ rate: '11.45', result, date: '2026-01-30' })).toEqual({
			notDone: 'Qvickly has no rate of that currency for that day',
			advice: expect.stringContaining("'Date'"),
		});
	});

	it.each([
		[{ rate: '0', result: '0' }],
		[{ rate: '', result: '0' }],
		[{ rate: '-1', result: '0' }],
		[{ rate: '11.45' }],
		[{ rate: '11.45', result: '7' }],
		[{ result: '0' }],
	])('takes %j for no answer', (data) => {
		expect(read(data)).toHaveProperty('open');
	});
});

describe('VAT Rate', () => {
	const read = (data: object) => taskOf(vatRate, { country: 'se' }).call.result(verified(data));

	it('asks for a country by two or three letters', () => {
		expect(sentFor(vatRate, { country: ' swe' })).toEqual({ country: 'SWE' });
		expect(problemOf(vatRate, { country: 'Sverige' })).toBe('"Sverige" is no country');
	});

	it.each([
		['25', '25'],
		[25, '25'],
		['25.5', '25.5'],
		[' 25 ', '25'],
		['0', '0'],
	])('gives the rate %j', (result, rate) => {
		expect(read({ result })).toEqual({ items: [{ country: 'SE', rate }] });
	});

	it.each(['-1', -1])('takes %j for no rate', (result) => {
		expect(read({ result })).toHaveProperty('notDone', 'Qvickly has no rate of that country');
	});

	it.each(['', null, 'none', '-25', {}])('takes %j for no answer', (result) => {
		expect(read({ result })).toHaveProperty('open');
	});
});

describe('E-Invoice Recipient', () => {
	const read = (data: object) =>
		taskOf(eInvoiceRecipient, { orgnum: '556677-8899' }).call.result(verified(data));

	it('asks by the organisation number', () => {
		expect(sentFor(eInvoiceRecipient, { orgnum: ' 556677-8899' })).toEqual({
			orgnum: '556677-8899',
		});
		expect(problemOf(eInvoiceRecipient, { orgnum: 'Acme' })).toBe(
			'"Acme" is no organisation number',
		);
	});

	it('gives one item for each, also none', () => {
		const entry = { ID: 1, Name: 'Testcompany', GLN: '' };
		expect(read([entry])).toEqual({ items: [{ id: '1', name: 'Testcompany', gln: null }] });
		expect(read([])).toEqual({ items: [] });
		expect(read({ error: 'none' })).toHaveProperty('open');
	});

	it('names no whole number, as that of a sole trader is a personal one', () => {
		expect(taskOf(eInvoiceRecipient, { orgnum: '556677-8899' }).subject).not.toContain('8899');
	});
});
