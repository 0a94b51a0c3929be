import fc from 'fast-check';

import { ONE, readDecimal, roundedQuotient, writeDecimal } from '../../nodes/Qvickly/api/decimal';
import { itWithPhp, runPhp } from './php/php';

it.each<[unknown, string]>([
	['3', '3'],
	['3.5', '3.5'],
	['3,5', '3.5'],
	['3,50', '3.5'],
	['0.125', '0.125'],
	['-0,125', '-0.125'],
	['1.2345', '1.2345'],
	['0.000001', '0.000001'],
	['1 000', '1000'],
	['1 234 567,89', '1234567.89'],
	['-7', '-7'],
	['\u22127,5', '-7.5'],
	['007', '7'],
	[' 12\n', '12'],
	[12.345, '12.345'],
	[-0.5, '-0.5'],
	[0.000001, '0.000001'],
	[-0, '0'],
	[Number.MAX_SAFE_INTEGER, '9007199254740991'],
])('%j is the number %s', (value, written) => {
	const read = readDecimal(value);
	expect(read === undefined ? undefined : writeDecimal(read)).toBe(written);
});

it.each([
	['three decimals, which may be thousands', ['1,250', '1.250', '12.345', '-1.000', '00.125']],
	['thousands apart by a point or a comma', ['1.250,00', '1,250.00', '1.250.000', "1'250"]],
	['spaces elsewhere than between thousands', ['12 50', '1250 000', '1  250', '1 25', '- 5']],
	['more than six decimals', ['1.0000001', 0.1 + 0.2, 1e-7]],
	['numbers that are no longer exact', [1e21, 2 ** 53, -1e300, NaN, Infinity]],
	['other spellings of numbers', ['1e3', '.5', '5.', '+5', '0x10', '5%', '1_000', '١٢']],
	['nothing', ['', ' ', '-', ',', null, undefined]],
	['what is no number', [true, ['5'], {}, 5n, new Date(0)]],
])('%s: not read', (_, values) => {
	expect(values.filter((value) => readDecimal(value) !== undefined)).toEqual([]);
});

it('a number that is written is read back', () => {
	// A whole part and three decimals are left out, as text that could be thousands is not read.
	const exact = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
	fc.assert(
		fc.property(exact, (number) => {
			const written = writeDecimal(number);
			const isOpen = /[1-9]\d*\.\d{3}$|0\d+\.\d{3}$/.test(written);
			expect(readDecimal(written)).toBe(isOpen ? undefined : number);
		}),
	);
});

it('a number of JavaScript is read as what it is written as, or not at all', () => {
	fc.assert(
		fc.property(fc.oneof(fc.double(), fc.integer(), fc.float()), (number) => {
			const read = readDecimal(number);
			if (read !== undefined) expect(Number(writeDecimal(read))).toBe(number + 0);
		}),
	);
});

/** What PHP's round gives for these. */
const HALVES: Array<[bigint, bigint, bigint]> = [
	[1n, 2n, 1n],
	[-1n, 2n, -1n],
	[3n, 2n, 2n],
	[-3n, 2n, -2n],
	[5n, 2n, 3n],
	[-5n, 2n, -3n],
	[1n, 3n, 0n],
	[-1n, 3n, 0n],
	[2n, 3n, 1n],
	[-2n, 3n, -1n],
	[7n, 1n, 7n],
	[0n, 9n, 0n],
	[4499n, 1000n, 4n],
	[-4501n, 1000n, -5n],
	[4500n, 1000n, 5n],
	[18532500n, 100n * 4n, 46331n],
];

it.each(HALVES)('%s / %s is rounded to %s, a half away from zero', (dividend, divisor, whole) => {
	expect(roundedQuotient(dividend, divisor)).toBe(whole);
});

itWithPhp("rounds as PHP's own round does", () => {
	const pairs = HALVES.map(([dividend, divisor]) => [Number(dividend), Number(divisor)]);
	expect(JSON.parse(runPhp('php/round.php', JSON.stringify(pairs)))).toEqual(
		HALVES.map(([, , whole]) => Number(whole)),
	);
});

it('rounding is off by no more than a half, and the same on both sides of zero', () => {
	const dividends = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
	fc.assert(
		fc.property(dividends, fc.bigInt({ min: 1n, max: 10n ** 15n }), (dividend, divisor) => {
			const whole = roundedQuotient(dividend, divisor);
			const off = 2n * (dividend - whole * divisor);
			expect(off <= divisor && off >= -divisor).toBe(true);
			expect(roundedQuotient(-dividend, divisor)).toBe(-whole);
		}),
	);
});

it('one is one million millionths, and is written without decimals', () => {
	expect(writeDecimal(ONE)).toBe('1');
	expect(writeDecimal(ONE / 4n)).toBe('0.25');
	expect(writeDecimal(-ONE / 10n)).toBe('-0.1');
});
