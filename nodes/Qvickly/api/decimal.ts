/** An exact decimal number: a whole number of millionths. No amount is ever a floating-point number. */
export type Decimal = bigint;

/** Decimals of a `Decimal`. */
const PLACES = 6;

/** 1. */
export const ONE: Decimal = 10n ** BigInt(PLACES);

/** Digits, thousands apart by any kind of space, then decimals. Text or an exact spelling of a number. */
const NUMBER = new RegExp(
	`^([-\\u2212]?)(\\d+|\\d{1,3}(?:[ \\u00a0\\u2009\\u202f]\\d{3})+)(?:[.,](\\d{1,${PLACES}}))?$`,
);

/**
 * Reads a decimal number that a person or another system wrote, by one rule: digits, which spaces may
 * part into threes, and at most one point or comma before the decimals.
 *
 * @param value a number or text, such as `1250`, `"1250.50"` or `"1 250,5"`
 * @returns undefined for what could be read in two ways: in text, exactly three decimals may be
 *   thousands (`"1,250"`), unless there is nothing before them (`"0.125"`). Also for more than six
 *   decimals, as floating-point arithmetic leaves them: they hide what is meant
 */
export function readDecimal(value: unknown): Decimal | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
	const found = NUMBER.exec(String(value).trim());
	if (!found) return undefined;
	const [, sign, whole, fraction = ''] = found;
	if (typeof value === 'string' && fraction.length === 3 && whole !== '0') return undefined;
	const size = BigInt(whole!.replace(/\D/g, '') + fraction.padEnd(PLACES, '0'));
	return sign ? -size : size;
}

/** The number as Qvickly wants it: digits and a point, no zero at the end of the decimals. */
export function writeDecimal(number: Decimal): string {
	const size = sizeOf(number);
	const fraction = String(size % ONE)
		.padStart(PLACES, '0')
		.replace(/0+$/, '');
	return `${number < 0n ? '-' : ''}${size / ONE}${fraction && `.${fraction}`}`;
}

/** The whole number nearest to a fraction, a half away from zero as PHP rounds. @param divisor above 0 */
export function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
	const size = sizeOf(dividend);
	const rounded = (2n * size + divisor) / (2n * divisor);
	return dividend < 0n ? -rounded : rounded;
}

/** A whole number without its sign. */
export const sizeOf = (number: bigint): bigint => (number < 0n ? -number : number);

/** All of them together. */
export const sum = (numbers: bigint[]): bigint =>
	numbers.reduce((total, number) => total + number, 0n);
