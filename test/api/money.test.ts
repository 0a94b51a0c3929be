import fc from 'fast-check';

import { inCurrency, readAmount } from '../../nodes/Qvickly/api/money';

it.each<[unknown, bigint]>([
	['1250.50', 125050n],
	['1250,5', 125050n],
	[1250, 125000n],
	[1250.5, 125050n],
	[' 7\n', 700n],
	['0', 0n],
	['0,05', 5n],
	['123456789012345678901234567890.01', 12345678901234567890123456789001n],
])('the amount %j is read as %s hundredths', (value, hundredths) => {
	expect(readAmount(value)).toBe(hundredths);
});

it.each([
	['1,250'],
	['1 250'],
	['1.250,00'],
	['12.345'],
	['1250 kr'],
	['1e3'],
	['.5'],
	['5.'],
	['-5'],
	['+5'],
	[''],
	[' '],
	[-5],
	[0.1 + 0.2],
	[1e21],
	[NaN],
	[Infinity],
	[null],
	[undefined],
	[true],
	[['5']],
	[{}],
])('%j is no amount, as it could be read in two ways or in none', (value) => {
	expect(readAmount(value)).toBeUndefined();
});

it.each([
	['12500', '125.00'],
	['5', '0.05'],
	['0', '0.00'],
	['-12345', '-123.45'],
	['-5', '-0.05'],
	['12345678901234567890', '123456789012345678.90'],
	['', undefined],
	['12.5', undefined],
	['a', undefined],
])('%j hundredths are %j in the currency', (hundredths, amount) => {
	expect(inCurrency(hundredths)).toBe(amount);
});

it('an amount that is written is read back', () => {
	fc.assert(
		fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (hundredths) => {
			expect(readAmount(inCurrency(hundredths))).toBe(hundredths);
		}),
	);
});
