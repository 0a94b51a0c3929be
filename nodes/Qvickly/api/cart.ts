import { ONE, roundedQuotient, sizeOf, sum, writeDecimal, type Decimal } from './decimal';
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

/** Something with a price of its own. */
interface Part {
	/** Öre as the user counts: with VAT or without. */
	amount: bigint;
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
 * that leaves beside the net amounts. Where less than one is sold of all rows together, that can be
 * beyond Qvickly's tolerance: then the VAT is as the rates say, and an öre is rounding. In any case
 * the rounding is within the 50 öre that are allowed.
 * Source: Qvickly's page "Snippets request", and the plugins that run on it.
 *
 * @param order its prices are in the payment's currency
 * @returns `NoCart` where no sums could be accepted
 */
export function cartOf({ rows, withTax, shipping, discount, toWhole }: Order): Cart | NoCart {
	const goods = rows.filter((row) => 'price' in row);
	if (goods.length === 0) return { problem: 'there is no row with a price' };
	const parts = goods.map(({ price, quantity, discount: off, taxrate }) => ({
		amount: amountOf(price, quantity, off),
		taxrate,
	}));
	const discounts = discount ? splitDiscount(discount, parts) : [];
	if ('problem' in discounts) return discounts;
	const reductions = discounts.map(({ amount, taxrate }) => ({ amount: -amount, taxrate }));
	const transport = shipping && {
		amount: amountOf(shipping.price, ONE, 0n),
		taxrate: shipping.taxrate,
	};

	const all = [...parts, ...reductions, ...(transport ? [transport] : [])];
	const slack = slackOf(goods);
	const nets = withTax ? netsOf(all, slack) : all.map(({ amount }) => amount);
	const net = sum(nets);
	const gross = sum(all.map(({ amount }) => amount));
	const taxes = sum(all.map(({ taxrate }, index) => nets[index]! * taxrate));
	const isExact = withTax && isWithin((gross - net) * WHOLE - taxes, slack);
	const tax = isExact ? gross - net : roundedQuotient(taxes, WHOLE);
	const exact = withTax ? gross : net + tax;
	const total = toWhole ? roundedQuotient(net + tax, 100n) * 100n : exact;
	const rounding = total - net - tax;
	if (total <= 0n) return { problem: `all rows together come to ${inCurrency(total)}` };
	const articles = goods.map((row, index) => article(row, nets[index]!, withTax));
	const discounted = reductions.map(({ taxrate }, index) => {
		const amount = String(nets[goods.length + index]);
		const fields = { aprice: amount, withouttax: amount, taxrate: writeDecimal(taxrate) };
		return { title: discount!.title, quantity: '1', ...fields };
	});
	return {
		Articles: [
			...rows.map((row) => ('price' in row ? articles.shift()! : text(row))),
			...discounted,
		],
		Cart: {
			...(transport && {
				Shipping: { withouttax: String(nets.at(-1)), taxrate: writeDecimal(transport.taxrate) },
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
 * How far the VAT may be from what the rates say: an öre for each of a row's quantity. Never more than
 * one a row is taken, and half an öre is what rounding to a whole one leaves.
 *
 * @returns millionths of an öre
 */
function slackOf(goods: Row[]): bigint {
	const quantities = sum(goods.map(({ quantity }) => (quantity < ONE ? quantity : ONE)));
	return quantities > ONE / 2n ? quantities : ONE / 2n;
}

/** @param off öre times percent, in millionths */
const isWithin = (off: bigint, slack: bigint) => sizeOf(off) <= slack * 100n;

/**
 * The net amounts of what includes VAT: each rounded by itself, if their VAT then keeps within the
 * slack. Else what rounding has left of one is passed on to the next, so that less than an öre is
 * left in the end.
 */
function netsOf(parts: Part[], slack: bigint): bigint[] {
	const alone = parts.map(({ amount, taxrate }) => without(amount, taxrate));
	const off = parts.map(({ amount, taxrate }, index) => left(amount, alone[index]!, taxrate));
	if (isWithin(sum(off), slack)) return alone;
	let over = 0n;
	return parts.map(({ amount, taxrate }) => {
		if (amount === 0n || taxrate === 0n) return amount;
		const net = roundedQuotient(amount * WHOLE + over, WHOLE + taxrate);
		over += left(amount, net, taxrate);
		return net;
	});
}

/** What is left of an amount without a net amount and its VAT. @returns öre times percent, in millionths */
const left = (amount: bigint, net: bigint, taxrate: Decimal) =>
	amount * WHOLE - net * (WHOLE + taxrate);

/** Splits a discount over the VAT rates of what is bought, by what is bought of each. */
function splitDiscount(discount: NonNullable<Order['discount']>, parts: Part[]): Part[] | NoCart {
	const byRate = new Map<Decimal, bigint>();
	for (const { amount, taxrate } of parts) {
		byRate.set(taxrate, (byRate.get(taxrate) ?? 0n) + amount);
	}
	const rates = [...byRate].filter(([, amount]) => amount > 0n);
	const whole = sum(rates.map(([, amount]) => amount));
	const wanted =
		'amount' in discount
			? discount.amount
			: roundedQuotient(sum(parts.map(({ amount }) => amount)) * discount.percent, WHOLE);
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

function article(row: Row, net: bigint, withTax: boolean): object {
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
