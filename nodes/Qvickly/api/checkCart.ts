import { asObject, toText } from './answer';
import { ONE, type Decimal } from './decimal';
import type { NoCart } from './cart';

/** A decimal as Qvickly writes it. */
const DECIMAL = /^(-?)(\d+)(?:\.(\d{1,6}))?$/;

/** Öre that a total may be rounded by. */
const MOST_ROUNDING = 50n;

/** The row that is only text. */
const TEXT = '--freetext--';

/**
 * Checks a complete cart as Qvickly does. Source: Qvickly's pages "Snippets request" and "Error codes".
 *
 * @param articles the value of `Articles`
 * @param cart the value of `Cart`
 * @returns the total with VAT, in öre; or what Qvickly would refuse, naming the row and the code
 */
export function checkCart(articles: unknown, cart: unknown): { total: bigint } | NoCart {
	const rows = Array.isArray(articles) ? articles.map((row) => asObject(row) ?? {}) : [];
	const goods = rows.map((row, index) => ({ row, index })).filter(({ row }) => row.artnr !== TEXT);
	if (goods.length === 0) return { problem: "'Articles' has no row with an amount (9109)" };
	const { Handling, Shipping, Total } = asObject(cart) ?? {};
	const total = asObject(Total) ?? {};

	for (const { row, index } of goods) {
		const lacks = (field: string, code = '9004') => ({
			problem: `row ${index + 1} of 'Articles' has no ${field} (${code})`,
		});
		if (toText(row.title).trim() === '') return lacks('title');
		if (decimal(row.withouttax) === undefined) return lacks('withouttax', '9105');
		if (decimal(row.taxrate) === undefined) return lacks('taxrate', '9112');
	}
	const missing = ['withouttax', 'tax', 'withtax'].find((field) => toText(total[field]) === '');
	if (missing) return { problem: `'Cart.Total' has no ${missing} (9106)` };

	const extras = [
		{ name: "'Cart.Handling'", part: asObject(Handling) },
		{ name: "'Cart.Shipping'", part: asObject(Shipping) },
	].filter(({ part }) => part !== undefined);
	const amounts = [
		...goods.map(({ row, index }) => ({ name: `row ${index + 1} of 'Articles'`, part: row })),
		...extras.map(({ name, part }) => ({ name, part: { withouttax: 0, taxrate: 0, ...part } })),
	].map(({ name, part }) => ({
		name,
		net: whole(part.withouttax),
		taxrate: decimal(part.taxrate),
	}));
	const wrong = amounts.find(({ net, taxrate }) => net === undefined || taxrate === undefined);
	if (wrong)
		return { problem: `${wrong.name} has an amount that is no whole number of öre (9111)` };
	const [net, tax, withtax, rounding] = ['withouttax', 'tax', 'withtax', 'rounding'].map((field) =>
		whole(total[field] ?? 0),
	);
	if (net === undefined || tax === undefined || withtax === undefined || rounding === undefined) {
		return { problem: "'Cart.Total' has an amount that is no whole number of öre (9111)" };
	}
	if (rounding > MOST_ROUNDING || rounding < -MOST_ROUNDING) {
		return {
			problem: `'Cart.Total.rounding' is ${rounding}, and at most ${MOST_ROUNDING} öre are allowed (9113)`,
		};
	}
	const nets = amounts.reduce((sum, { net: of }) => sum + of!, 0n);
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
	const taxes = amounts.reduce((sum, { net: of, taxrate }) => sum + of! * taxrate!, 0n);
	const off = tax * 100n * ONE - taxes;
	// One öre for each of a row's quantity; half an öre is what rounding to whole ones leaves.
	const slack = goods.reduce((sum, { row }) => sum + (decimal(row.quantity) ?? ONE), ONE / 2n);
	if ((off < 0n ? -off : off) > slack * 100n) {
		return {
			problem: `'Cart.Total.tax' is ${tax}, and the rates of rows, handling and shipping come to ${taxes / (100n * ONE)} (9114)`,
		};
	}
	return { total: withtax };
}

/** Reads a number as Qvickly's API has it; undefined if it is none. */
function decimal(value: unknown): Decimal | undefined {
	const [, sign, digits, fraction = ''] = DECIMAL.exec(toText(value)) ?? [];
	if (digits === undefined) return undefined;
	const size = BigInt(digits + fraction.padEnd(6, '0'));
	return sign ? -size : size;
}

/** Öre, if it is a whole number of them. */
function whole(value: unknown): bigint | undefined {
	const text = toText(value);
	return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
}
