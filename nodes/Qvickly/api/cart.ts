import { ONE, roundedQuotient, writeDecimal, type Decimal } from './decimal';
import { inCurrency } from './money';

/** A row of what is bought. */
export interface Row {
	title: string;
	/** Above zero. */
	quantity: Decimal;
	/** For one, in the currency; with VAT or without, as `Order` says. */
	price: Decimal;
	/** Percent. */
	taxrate: Decimal;
	/** Percent, already to be taken off. */
	discount: Decimal;
	artnr?: string;
	/** Qvickly's word for the unit, such as `kg`. */
	unit?: string;
}

/** A row that is only text. */
export interface TextRow {
	text: string;
}

/** What is bought, as a person thinks of it. */
export interface Order {
	rows: Array<Row | TextRow>;
	/** Whether all prices and the discount include VAT. */
	withTax: boolean;
	shipping?: { price: Decimal; taxrate: Decimal };
	/** A discount on all rows together: öre, or percent of them. */
	discount?: { title: string } & ({ amount: bigint } | { percent: Decimal });
	/** Whether the total is rounded to the whole krona. */
	toWhole: boolean;
}

/** The parts of a request that say what is bought, and their sums in öre. */
export interface Cart {
	Articles: object[];
	Cart: object;
	/** With VAT. */
	total: bigint;
	tax: bigint;
	/** What the total was rounded by. */
	rounding: bigint;
}

/** Why there is no cart: a whole sentence without its full stop. */
export interface NoCart {
	problem: string;
}

/** 100 %. */
const WHOLE = 100n * ONE;

/** Öre that Qvickly lets a total be rounded by. */
export const MOST_ROUNDING = 50n;

/** Something with a price of its own, in öre. */
interface Part {
	/** As the user counts: with VAT or without. */
	amount: bigint;
	net: bigint;
	taxrate: Decimal;
}

/** Öre of a price for a quantity, a discount taken off. */
const amountOf = (price: Decimal, quantity: Decimal, discount: Decimal): bigint =>
	roundedQuotient(price * quantity * (WHOLE - discount), ONE * ONE * ONE);

/** What is left of an amount without its VAT. */
const without = (amount: bigint, taxrate: Decimal): bigint =>
	roundedQuotient(amount * WHOLE, WHOLE + taxrate);

/**
 * Computes a cart whose sums Qvickly accepts. Each row's net amount is rounded once, half away from
 * zero as PHP does. With prices that include VAT the total is what the rows come to, and the VAT what
 * that leaves beside the net amounts, as long as it keeps within Qvickly's tolerance.
 * Source: Qvickly's page "Snippets request", and the plugins that run on it.
 *
 * @param order its prices are in the payment's currency
 * @returns `NoCart` where no sums could be accepted
 */
export function cartOf({ rows, withTax, shipping, discount, toWhole }: Order): Cart | NoCart {
	const part = (amount: bigint, taxrate: Decimal): Part => ({
		amount,
		net: withTax ? without(amount, taxrate) : amount,
		taxrate,
	});
	const goods = rows.filter((row) => 'price' in row);
	if (goods.length === 0) return { problem: 'there is no row with a price' };
	const parts = new Map(
		goods.map((row) => [row, part(amountOf(row.price, row.quantity, row.discount), row.taxrate)]),
	);
	const discounts = discount ? splitDiscount(discount, [...parts.values()]) : [];
	if ('problem' in discounts) return discounts;
	const reductions = discounts.map(({ amount, taxrate }) => part(-amount, taxrate));
	const transport = shipping && part(amountOf(shipping.price, ONE, 0n), shipping.taxrate);

	const all = [...parts.values(), ...reductions, ...(transport ? [transport] : [])];
	const net = sum(all.map((one) => one.net));
	const taxes = sum(all.map((one) => one.net * one.taxrate));
	const gross = sum(all.map((one) => one.amount));
	const tax = withTax ? remainingTax(gross - net, taxes, goods) : roundedQuotient(taxes, WHOLE);
	const exact = withTax ? gross : net + tax;
	const total = toWhole ? roundedQuotient(net + tax, 100n) * 100n : exact;
	const rounding = total - net - tax;
	if (rounding > MOST_ROUNDING || rounding < -MOST_ROUNDING) {
		return {
			problem: `the rows come to ${inCurrency(total)}, their net amounts and VAT to ${inCurrency(net + tax)}, and Qvickly allows no more than ${inCurrency(MOST_ROUNDING)} of rounding`,
		};
	}
	if (total <= 0n) return { problem: `all rows together come to ${inCurrency(total)}` };
	return {
		Articles: [
			...rows.map((row) => ('price' in row ? article(row, parts.get(row)!, withTax) : text(row))),
			...reductions.map(({ net: amount, taxrate }) => ({
				title: discount!.title,
				quantity: '1',
				...{ aprice: String(amount), withouttax: String(amount) },
				taxrate: writeDecimal(taxrate),
			})),
		],
		Cart: {
			...(transport && {
				Shipping: { withouttax: String(transport.net), taxrate: writeDecimal(transport.taxrate) },
			}),
			Total: {
				withouttax: String(net),
				tax: String(tax),
				...(rounding !== 0n && { rounding: String(rounding) }),
				withtax: String(total),
			},
		},
		total,
		tax,
		rounding,
	};
}

/**
 * The VAT beside net amounts that were each rounded: what is left of the gross amount, if that is as
 * near to what the rates say as Qvickly demands, which allows an öre for each of a row's quantity.
 * Never more than one a row is taken.
 *
 * @param left öre
 * @param taxes öre times percent
 */
function remainingTax(left: bigint, taxes: bigint, goods: Row[]): bigint {
	const slack = sum(goods.map(({ quantity }) => (quantity < ONE ? quantity : ONE))) + ONE / 2n;
	const off = left * WHOLE - taxes;
	const isNear = (off < 0n ? -off : off) <= slack * 100n;
	return isNear ? left : roundedQuotient(taxes, WHOLE);
}

/** Splits a discount over the VAT rates of what is bought, by what is bought of each. */
function splitDiscount(
	discount: NonNullable<Order['discount']>,
	parts: Part[],
): Array<Pick<Part, 'amount' | 'taxrate'>> | NoCart {
	const byRate = new Map<Decimal, bigint>();
	for (const { amount, taxrate } of parts) {
		byRate.set(taxrate, (byRate.get(taxrate) ?? 0n) + amount);
	}
	const rates = [...byRate].filter(([, amount]) => amount > 0n);
	const whole = sum(rates.map(([, amount]) => amount));
	const wanted =
		'amount' in discount ? discount.amount : roundedQuotient(whole * discount.percent, WHOLE);
	if (wanted > whole) {
		return {
			problem: `the discount of ${inCurrency(wanted)} is more than the ${inCurrency(whole)} of the rows`,
		};
	}
	let before = 0n;
	let given = 0n;
	return rates
		.map(([taxrate, amount]) => {
			before += amount;
			const share = roundedQuotient(wanted * before, whole) - given;
			given += share;
			return { amount: share, taxrate };
		})
		.filter(({ amount }) => amount > 0n);
}

function article(row: Row, { net }: Part, withTax: boolean): object {
	const { title, quantity, price, taxrate, discount, artnr, unit } = row;
	const each = amountOf(price, ONE, 0n);
	return {
		...(artnr && { artnr }),
		title,
		quantity: writeDecimal(quantity),
		aprice: String(withTax ? without(each, taxrate) : each),
		...(discount !== 0n && { discount: writeDecimal(discount) }),
		withouttax: String(net),
		taxrate: writeDecimal(taxrate),
		...(unit && { unit }),
	};
}

const text = ({ text: title }: TextRow) => ({ artnr: '--freetext--', title });

const sum = (numbers: bigint[]) => numbers.reduce((total, number) => total + number, 0n);
