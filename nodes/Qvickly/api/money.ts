import { toText } from './answer';
import { ONE, readDecimal, sizeOf, type Decimal } from './decimal';

/** Amounts of money at Qvickly are whole numbers of öre: hundredths of any currency. */
const HUNDREDTHS = 100n;

/** How a currency is written behind an amount, beside its code. */
const KRONOR = /\s*(kr\.?|:-)$/i;
const SIGNS: Readonly<Record<string, RegExp>> = { SEK: KRONOR, NOK: KRONOR, DKK: KRONOR };

/**
 * Reads a price that a person or another system wrote. It may have its currency behind it.
 *
 * @param value a number or text, such as `1250`, `"1250.50"`, `"1 250,5"` or `"1250,50 kr"`
 * @param currency its code, such as `SEK`; another currency behind the number is not read
 * @returns undefined for anything that could be read in two ways (`"1,250"`): nothing is guessed
 */
export function readPrice(value: unknown, currency: string): Decimal | undefined {
	if (typeof value !== 'string') return readDecimal(value);
	const code = new RegExp(`\\s*${currency}$`, 'i');
	const sign = SIGNS[currency] ?? code;
	return readDecimal(value.trim().replace(code.test(value.trim()) ? code : sign, ''));
}

/**
 * Reads an amount of money that a person or another system wrote.
 *
 * @param value as for `readPrice`, but not below zero and with no more than two decimals
 * @param currency its code
 * @returns hundredths; undefined if it is none, or could be read in two ways
 */
export function readAmount(value: unknown, currency = 'SEK'): bigint | undefined {
	const price = readPrice(value, currency) ?? -1n;
	const isAmount = price >= 0n && (price * HUNDREDTHS) % ONE === 0n;
	return isAmount ? (price * HUNDREDTHS) / ONE : undefined;
}

/**
 * An amount in the currency.
 *
 * @param hundredths a whole number, as text or bigint
 * @returns decimals, such as `125.00`; undefined if it is not a whole number
 */
export function inCurrency(hundredths: bigint | string): string | undefined {
	if (!/^-?\d+$/.test(String(hundredths))) return undefined;
	const amount = BigInt(hundredths);
	const size = sizeOf(amount);
	const fraction = String(size % HUNDREDTHS).padStart(2, '0');
	return `${amount < 0n ? '-' : ''}${size / HUNDREDTHS}.${fraction}`;
}

/**
 * An amount in the currency, as Qvickly writes it in settlements and invoices: `"100"`, `"100.00"`.
 *
 * @returns hundredths; undefined for what is none, or has a part of a hundredth
 */
export function writtenAmount(value: unknown): bigint | undefined {
	const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(toText(value).trim());
	if (!found) return undefined;
	const [, sign, whole, fraction = ''] = found;
	if (/[1-9]/.test(fraction.slice(2))) return undefined;
	const size = BigInt(whole! + fraction.slice(0, 2).padEnd(2, '0'));
	return sign ? -size : size;
}

/** The same as `inCurrency` gives it; what cannot be read so is given as it is, and nothing is null. */
export function shownAmount(value: unknown): string | null {
	const amount = writtenAmount(value);
	return amount === undefined ? toText(value).trim() || null : inCurrency(amount)!;
}
