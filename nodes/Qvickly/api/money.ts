/** Amounts of money at Qvickly are whole numbers of öre: hundredths of any currency. */
const HUNDREDTHS = 100n;

/**
 * Reads an amount that a person or another system wrote.
 *
 * @param value a number or text, such as `1250`, `"1250.50"` or `"1250,5"`
 * @returns hundredths; undefined for anything that could be read in two ways or has more than two
 *   decimals (`"1,250"`, `"1 250"`, `12.345`): an amount is never guessed
 */
export function readAmount(value: unknown): bigint | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const [, whole, fraction = ''] = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(String(value).trim()) ?? [];
	return whole === undefined ? undefined : BigInt(whole + fraction.padEnd(2, '0'));
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
	const size = amount < 0n ? -amount : amount;
	const fraction = String(size % HUNDREDTHS).padStart(2, '0');
	return `${amount < 0n ? '-' : ''}${size / HUNDREDTHS}.${fraction}`;
}
