import { asObject, toText } from './answer';
import { ONE, sizeOf, type Decimal } from './decimal';
import type { NoCart } from './cart';

/** A decimal as Qvickly writes it. */
const DECIMAL = /^(-?)(\d+)(?:\.(\d{1,6}))?$/;

/** Öre that a total may be rounded by. */
const MOST_ROUNDING = 50n;

/** The row that is only text. */
const TEXT = '--freetext--';

type Fields = Readonly<Record<string, unknown>>;

/** What has an amount: a row, or handling or shipping. */
interface Part {
	net: bigint;
	taxrate: Decimal;
}

/**
 * Checks a complete cart as Qvickly does. Source: Qvickly's pages "Snippets request" and "Error codes".
 *
 * @param articles the value of `Articles`
 * @param cart the value of `Cart`
 * @returns the total with VAT, in öre; or what Qvickly would refuse, naming the row and the code
 */
export function checkCart(articles: unknown, cart: unknown): { total: bigint } | NoCart {
	const rows = Array.isArray(articles) ? articles.map((row) => asObject(row) ?? {}) : [];
	const goods = rows.filter(({ artnr }) => artnr !== TEXT);
	if (goods.length === 0) return { problem: "'Articles' has no row with an amount (9109)" };
	for (const [index, row] of rows.entries()) {
		const lack = lackOf(row);
		if (lack) return { problem: `row ${index + 1} of 'Articles' has no ${lack}` };
	}
	const { Handling, Shipping, Total } = asObject(cart) ?? {};
	const total = asObject(Total) ?? {};
	const missing = ['withouttax', 'tax', 'withtax'].find((field) => toText(total[field]) === '');
	if (missing) return { problem: `'Cart.Total' has no ${missing} (9106)` };

	const parts: Part[] = [];
	const sources: Array<[string, Fields | undefined]> = [
		...rows.map((row, index): [string, Fields | undefined] => [
			`row ${index + 1} of 'Articles'`,
			row.artnr === TEXT ? undefined : row,
		]),
		["'Cart.Handling'", asObject(Handling)],
		["'Cart.Shipping'", asObject(Shipping)],
	];
	for (const [name, fields] of sources) {
		const net = whole(fields?.withouttax);
		if (net === undefined) return notWhole(name);
		const taxrate = rate(fields?.taxrate);
		if (net !== 0n && taxrate === undefined) return { problem: `${name} has no taxrate (9112)` };
		parts.push({ net, taxrate: taxrate ?? 0n });
	}
	return checkSums(total, parts, slackOf(goods));
}

const notWhole = (name: string): NoCart => ({
	problem: `${name} has an amount that is no whole number of öre (9111)`,
});

/** What a row does not have, with the code that refuses it. */
function lackOf(row: Fields): string | undefined {
	if (toText(row.title).trim() === '') return 'title (9004)';
	if (row.artnr === TEXT) return undefined;
	if (decimal(row.withouttax) === undefined) return 'withouttax (9105)';
	if (rate(row.taxrate) === undefined) return 'taxrate (9112)';
	const quantity = toText(row.quantity);
	return quantity !== '' && decimal(quantity) === undefined
		? 'readable quantity (9005)'
		: undefined;
}

/** One öre for each of a row's quantity; half an öre is what rounding to whole ones leaves. */
const slackOf = (goods: Fields[]): bigint =>
	goods.reduce((sum, row) => sum + sizeOf(decimal(row.quantity) ?? ONE), ONE / 2n);

function checkSums(total: Fields, parts: Part[], slack: bigint): { total: bigint } | NoCart {
	const [net, tax, withtax, rounding] = ['withouttax', 'tax', 'withtax', 'rounding'].map((field) =>
		whole(total[field]),
	);
	if (net === undefined || tax === undefined || withtax === undefined || rounding === undefined) {
		return notWhole("'Cart.Total'");
	}
	if (sizeOf(rounding) > MOST_ROUNDING) {
		return {
			problem: `'Cart.Total.rounding' is ${rounding}, and at most ${MOST_ROUNDING} öre are allowed (9113)`,
		};
	}
	const nets = parts.reduce((sum, part) => sum + part.net, 0n);
	if (nets !== net) {
		return {
			problem: `'Cart.Total.withouttax' is ${net}, and rows, handling and shipping come to ${nets} (9102)`,
		};
	}
	if (net + tax + rounding !== withtax) {
		return {
			problem: `'Cart.Total.withtax' is ${withtax}, and withouttax, tax and rounding come to ${net + tax + rounding} (9107)`,
		};
	}
	const taxes = parts.reduce((sum, part) => sum + part.net * part.taxrate, 0n);
	if (sizeOf(tax * 100n * ONE - taxes) > slack * 100n) {
		return {
			problem: `'Cart.Total.tax' is ${tax}, and the rates of rows, handling and shipping come to ${taxes / (100n * ONE)} (9114)`,
		};
	}
	return { total: withtax };
}

/** Percent, not below zero. */
function rate(value: unknown): Decimal | undefined {
	const percent = decimal(value) ?? -1n;
	return percent >= 0n ? percent : undefined;
}

/** Reads a number as Qvickly's API has it; undefined if it is none. */
function decimal(value: unknown): Decimal | undefined {
	const found = DECIMAL.exec(toText(value));
	if (!found) return undefined;
	const [, sign, digits, fraction = ''] = found;
	const size = BigInt(digits! + fraction.padEnd(6, '0'));
	return sign ? -size : size;
}

/** Öre, if it is a whole number of them; nothing is none. */
function whole(value: unknown): bigint | undefined {
	const text = toText(value ?? 0) || '0';
	return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
}
