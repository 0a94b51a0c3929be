import { toText } from '../../api/answer';
import { ONE, readDecimal, type Decimal } from '../../api/decimal';
import type { Problem } from '../operation';
import { show } from '../problem';

const HUNDRED: Decimal = 100n * ONE;

/** Percent, which may have its sign: zero, or from the least there can be to 100. */
export function readPercent(value: unknown, least = 0n): Decimal | undefined {
	const percent =
		readDecimal(typeof value === 'string' ? value.trim().replace(/\s*%$/, '') : value) ?? -1n;
	const isOne = percent === 0n || (percent >= least && percent <= HUNDRED);
	return isOne ? percent : undefined;
}

/** Percent off a row. A number below 1 may be a fraction, 0.1 for 10 %, unless it has its sign. */
export const readRowDiscount = (value: unknown) =>
	readPercent(value, toText(value).includes('%') ? 0n : ONE);

/** A rate of VAT. One below 2 % is none of any country: it is a fraction, 0.25 for 25 %. */
export const readRate = (value: unknown) => readPercent(value, 2n * ONE);

export const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

const HOW_TO_WRITE =
	'Give it digits alone, with a point or comma before the decimals, such as 1250.50. Exactly three decimals could be thousands, so write 1.25 for 1.250 and 1250 for 1,250. Round what a computation left, as in {{ $json.price.toFixed(2) }}.';

const FILL_IN = "Fill it in. For a list, say in 'Columns' what the field is called.";

/** @param where it stands, such as "row 2" @param howToFill what to do if nothing is there */
export const notRead = (
	value: unknown,
	what: string,
	where: string,
	howToFill = FILL_IN,
): Problem => ({
	problem: isEmpty(value)
		? `${where} has no ${what}`
		: `${show(value)} in ${where} cannot be read as ${what}`,
	advice: isEmpty(value) ? howToFill : HOW_TO_WRITE,
});

export const noRate = (value: unknown, where: string): Problem => ({
	problem: isEmpty(value)
		? `${where} has no VAT rate`
		: `${show(value)} in ${where} is no VAT rate`,
	advice: 'Give it percent, such as 25, 12, 6 or 0.',
});
