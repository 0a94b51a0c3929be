import fc from 'fast-check';

import { writeDecimal } from '../../nodes/Qvickly/api/decimal';
import {
	inCurrency,
	readAmount,
	readPrice,
	shownAmount,
	writtenAmount,
} from '../../nodes/Qvickly/api/money';

/** Spaces that people, programs and number formats put between thousands. */
const SPACES = [' ', '\u00a0', '\u2009', '\u202f'];

it.each<[unknown, bigint]>([
	['1250', 125000n],
	['1250.50', 125050n],
	['1250,50', 125050n],
	['1250,5', 125050n],
	[1250, 125000n],
	[1250.5, 125050n],
	...SPACES.map((space): [string, bigint] => [`1${space}250,50`, 125050n]),
	...SPACES.map((space): [string, bigint] => [`1${space}250${space}000`, 125000000n]),
	['1250 kr', 125000n],
	['1250,5 kr', 125050n],
	['1250,50kr.', 125050n],
	['1250:-', 125000n],
	['1250,50:-', 125050n],
	['1 250 SEK', 125000n],
	['1250\u00a0sek', 125000n],
	[' 7\n', 700n],
	[' 1250 SEK ', 125000n],
	['1250 kr ', 125000n],
	['0', 0n],
	['0,05', 5n],
	['123456789012345678901234567890.01', 12345678901234567890123456789001n],
])('the amount %j is read as %s hundredths', (value, hundredths) => {
	expect(readAmount(value)).toBe(hundredths);
});

it.each([
	['three digits behind a point or comma', ['1,250', '1.250', '12.345', '1,250 kr', '1.250:-']],
	['two separators', ['1.250,00', '1,250.00', '1,250,00']],
	['spaces elsewhere than between thousands', ['12 50', '1 25', '1250 50', '1 2500']],
	['another currency', ['12 EUR', '12 €', '$12', '12 USD', 'kr 12', 'SEK 12']],
	['a currency alone, or twice', ['kr', ':-', 'SEK', '12 kr SEK', '12 kr kr']],
	['less than nothing', ['-5', -5, '-0.01', '\u22125', '-5 kr']],
	['parts of an öre', ['0.005', '1.2345', 12.345, 0.1 + 0.2]],
	['other spellings', ['1e3', '.5', '5.', '+5', '5-', '5 k', 'fem']],
	['what is no amount', ['', ' ', 1e21, NaN, Infinity, null, undefined, true, ['5'], {}]],
])('%s: no amount, as it could be read in two ways or in none', (_, values) => {
	expect(values.filter((value) => readAmount(value) !== undefined)).toEqual([]);
});

it.each([
	['12.50 EUR', 'EUR', '12.5'],
	['12,50eur', 'EUR', '12.5'],
	['12 kr', 'NOK', '12'],
	['12 kr', 'DKK', '12'],
	['12 NOK', 'NOK', '12'],
	['12 kr', 'EUR', undefined],
	['12:-', 'USD', undefined],
	['12 SEK', 'NOK', undefined],
	['12 EUR', 'SEK', undefined],
	['-12,50 kr', 'SEK', '-12.5'],
	['0.0125', 'SEK', '0.0125'],
	['12,50', '', '12.5'],
	['12 kr', '', undefined],
])('the price %j in %s is %j', (value, currency, written) => {
	const price = readPrice(value, currency);
	expect(price === undefined ? undefined : writeDecimal(price)).toBe(written);
});

/** Ways to write an amount: its digits in threes or not, decimals or none, its currency or none. */
const spelling = fc.record({
	hundredths: fc.bigInt({ min: 0n, max: 10n ** 12n }),
	thousands: fc.constantFrom('', ...SPACES, ',', '.', "'"),
	point: fc.constantFrom('.', ','),
	places: fc.constantFrom(0, 1, 2, 3),
	behind: fc.constantFrom('', ' kr', 'kr', ' SEK', ':-', '\u00a0kr'),
});

it('what is read is the very amount that was written, in every spelling, or it is not read', () => {
	let read = 0;
	const written = fc.property(spelling, ({ hundredths, thousands, point, places, behind }) => {
		const whole = String(hundredths / 100n).replace(/\B(?=(\d{3})+$)/g, thousands);
		const decimals = String(hundredths % 100n).padStart(2, '0');
		const shown = `${decimals}000`.slice(0, places);
		const amount = (hundredths / 100n) * 100n + BigInt(`${shown}00`.slice(0, 2));
		const found = readAmount(`${whole}${shown && point}${shown}${behind}`);
		if (found !== undefined) expect(found).toBe(amount);
		if (found !== undefined) read++;
	});
	fc.assert(written, { numRuns: 2000 });
	expect(read).toBeGreaterThan(500);
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

describe('an amount that Qvickly writes in the currency', () => {
	it.each<[unknown, bigint | undefined, string | null]>([
		['100', 10000n, '100.00'],
		[100, 10000n, '100.00'],
		['100.5', 10050n, '100.50'],
		['-0.05', -5n, '-0.05'],
		['100.0500', 10005n, '100.05'],
		[' 7 ', 700n, '7.00'],
		['100.005', undefined, '100.005'],
		['1 000', undefined, '1 000'],
		[' one\n', undefined, 'one'],
		['1,50', undefined, '1,50'],
		['', undefined, null],
		[null, undefined, null],
		[{}, undefined, null],
	])('%j is %s hundredths, and shown as %j', (value, hundredths, shown) => {
		expect(writtenAmount(value)).toBe(hundredths);
		expect(shownAmount(value)).toBe(shown);
	});
});
