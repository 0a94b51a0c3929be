import fc from 'fast-check';

import { cartOf, type Cart, type Order, type Row } from '../../nodes/Qvickly/api/cart';
import { checkCart } from '../../nodes/Qvickly/api/checkCart';

// The rules of qvickly-create.md once more, in fractions of whole numbers: nothing of the node's own
// arithmetic is used here. Amounts in öre, rates in percent, all else in millionths.

const MILLION = 1_000_000n;

const abs = (number: bigint) => (number < 0n ? -number : number);
const sum = (numbers: bigint[]) => numbers.reduce((total, one) => total + one, 0n);

/** A half away from zero. */
function rounded(above: bigint, below: bigint): bigint {
	const rest = abs(above) % below;
	const size = abs(above) / below + (2n * rest >= below ? 1n : 0n);
	return above < 0n ? -size : size;
}

const grossOf = ({ price, quantity, discount }: Row) =>
	rounded(100n * price * quantity * (100n * MILLION - discount), 100n * MILLION ** 3n);

/** Millionths with so many decimals. */
const decimals = (min: bigint, max: bigint, step: bigint) =>
	fc.bigInt({ min: min / step, max: max / step }).map((number) => number * step);

const rate = fc.constantFrom(0n, 6n, 12n, 25n).map((percent) => percent * MILLION);
const price = fc.oneof(
	{ weight: 5, arbitrary: decimals(0n, 5000n * MILLION, 10_000n) },
	{ weight: 2, arbitrary: decimals(0n, 100n * MILLION, 1n) },
	{ weight: 1, arbitrary: decimals(-500n * MILLION, 0n, 10_000n) },
);
const quantity = fc.oneof(
	{ weight: 4, arbitrary: decimals(MILLION, 20n * MILLION, MILLION) },
	{ weight: 2, arbitrary: decimals(1_000n, 10n * MILLION, 1_000n) },
	{ weight: 1, arbitrary: decimals(1n, MILLION, 1n) },
);
const percent = decimals(0n, 100n * MILLION, 500_000n);
const none = fc.constant(0n);

const row = fc.record({
	title: fc.constant('Row'),
	...{ price, quantity, taxrate: rate, discount: fc.oneof(none, none, percent) },
});
const rows = fc.array(
	fc.oneof({ weight: 8, arbitrary: row }, { weight: 1, arbitrary: fc.constant({ text: 'Text' }) }),
	{ minLength: 1, maxLength: 12 },
);
const discount = fc.oneof(
	fc.record({ title: fc.constant('Off'), amount: fc.bigInt({ min: 0n, max: 50_000n }) }),
	fc.record({ title: fc.constant('Off'), percent }),
);
const order: fc.Arbitrary<Order> = fc.record({
	...{ rows, withTax: fc.boolean(), toWhole: fc.boolean() },
	discount: fc.option(discount, { nil: undefined }),
	shipping: fc.option(fc.record({ price: decimals(0n, 500n * MILLION, 10_000n), taxrate: rate }), {
		nil: undefined,
	}),
});

interface Sent {
	order: Order;
	cart: Cart;
	goods: Row[];
	/** Of rows, discounts and shipping. */
	amounts: Array<{ net: bigint; rate: bigint }>;
	total: { withouttax: bigint; tax: bigint; rounding: bigint; withtax: bigint };
	/** What rows, discount and shipping come to for whoever gave the prices, each rounded to an öre. */
	asked: bigint;
}

/** Runs a check with what is sent for many orders. */
function forOrders(check: (sent: Sent) => void, numRuns = 2000) {
	let sent = 0;
	const property = fc.property(order, (given) => {
		const cart = cartOf(given);
		if ('problem' in cart) return;
		sent++;
		check(read(given, cart));
	});
	fc.assert(property, { numRuns });
	expect(sent).toBeGreaterThan(numRuns / 2);
}

type Fields = Record<string, string>;

function read(given: Order, cart: Cart): Sent {
	const { Total, Shipping } = cart.Cart as { Total: Fields; Shipping?: Fields };
	const articles = cart.Articles.filter((one) => (one as Fields).artnr !== '--freetext--');
	const goods = given.rows.filter((one) => 'price' in one);
	const byGoods = sum(goods.map(grossOf));
	const off = given.discount;
	const less = !off
		? 0n
		: 'amount' in off
			? off.amount
			: // All rows, also those below zero; but nothing is added where they come to less than nothing.
				rounded((byGoods > 0n ? byGoods : 0n) * off.percent, 100n * MILLION);
	return {
		...{ order: given, cart, goods },
		amounts: [...(articles as Fields[]), ...(Shipping ? [Shipping] : [])].map((one) => ({
			net: BigInt(one.withouttax!),
			rate: BigInt(one.taxrate!),
		})),
		total: {
			withouttax: BigInt(Total.withouttax!),
			tax: BigInt(Total.tax!),
			rounding: BigInt(Total.rounding ?? '0'),
			withtax: BigInt(Total.withtax!),
		},
		asked: byGoods - less + (given.shipping ? rounded(given.shipping.price, 10_000n) : 0n),
	};
}

/** Of all rows together, in millionths. */
const quantities = (goods: Row[]) => sum(goods.map((one) => one.quantity));

/**
 * Whether so little is sold that the VAT may not make up for what rounding leaves, as the slack for it
 * goes by the quantity: what is left of one amount is up to five eighths of an öre at 25 %.
 */
const tooLittle = (goods: Row[]) => quantities(goods) < (MILLION * 5n) / 8n;

it('what is sent is accepted by our own check of complete carts', () => {
	forOrders(({ cart }) => {
		expect(checkCart(cart.Articles, cart.Cart)).toEqual({ total: cart.total });
	});
});

it("what is sent keeps all of Qvickly's rules", () => {
	forOrders(({ amounts, total, goods, cart }) => {
		expect(sum(amounts.map(({ net }) => net))).toBe(total.withouttax);
		expect(total.withouttax + total.tax + total.rounding).toBe(total.withtax);
		expect(abs(total.rounding)).toBeLessThanOrEqual(50n);
		const off = abs(100n * total.tax - sum(amounts.map(({ net, rate: of }) => net * of)));
		// An öre for each of a row's quantity; half an öre is what rounding to whole ones may need.
		const slack = quantities(goods) > MILLION / 2n ? quantities(goods) : MILLION / 2n;
		expect(off * MILLION).toBeLessThanOrEqual(100n * slack);
		expect([cart.total, cart.tax, cart.rounding]).toEqual([
			total.withtax,
			total.tax,
			total.rounding,
		]);
	});
});

it('prices with VAT: without rounding to the krona, the total is the very sum of rows, discount and shipping', () => {
	forOrders(({ order: { withTax, toWhole }, total, asked, goods }) => {
		if (!withTax || toWhole) return;
		expect(total.withtax).toBe(asked);
		expect(abs(total.rounding)).toBeLessThanOrEqual(tooLittle(goods) ? 1n : 0n);
	});
});

it('prices without VAT: the total is the net sum and its VAT, rounded once', () => {
	forOrders(({ order: { withTax, toWhole }, amounts, total, asked }) => {
		if (withTax) return;
		expect(total.withouttax).toBe(asked);
		expect(total.tax).toBe(rounded(sum(amounts.map(({ net, rate: of }) => net * of)), 100n));
		if (!toWhole) expect(total.rounding).toBe(0n);
	});
});

it('no total differs from what was asked for by more than the rounding that it reports', () => {
	forOrders(({ order: { withTax }, total, asked, goods }) => {
		const before = withTax ? asked : asked + total.tax;
		const most = abs(total.rounding) + (tooLittle(goods) ? 1n : 0n);
		expect(abs(total.withtax - before)).toBeLessThanOrEqual(most);
	});
});

it('rounding to the whole krona gives the nearest one', () => {
	forOrders(({ order: { toWhole }, total }) => {
		if (!toWhole) return;
		expect(total.withtax % 100n).toBe(0n);
		expect(total.withtax).toBe(rounded(total.withouttax + total.tax, 100n) * 100n);
	});
});

it('every row keeps its own amount: a net one to the öre, a gross one to an öre and a quarter', () => {
	forOrders(({ order: { withTax }, goods, amounts }) => {
		const away = goods.map((one, index) => {
			const below = withTax ? 100n * MILLION + one.taxrate : 100n * MILLION;
			return abs(amounts[index]!.net * below - grossOf(one) * 100n * MILLION);
		});
		expect(away.filter((of) => of > (withTax ? 125n * MILLION : 0n))).toEqual([]);
	});
});

it('an öre of rounding is rare: only some quantities below five eighths at 6 % or 12 % come to it', () => {
	const rates = [0n, 6n, 12n, 25n].filter((of) => {
		const öre = Array.from({ length: 500 }, (_, price) => BigInt(price + 1) * 10_000n);
		return öre.some((price) => {
			const fields = { title: 'Row', quantity: MILLION / 4n, discount: 0n };
			// A quarter of it: the price of one is four times as much.
			const rows = [{ ...fields, price: 4n * price, taxrate: of * MILLION }];
			const cart = cartOf({ rows, withTax: true, toWhole: false });
			return !('problem' in cart) && cart.rounding !== 0n;
		});
	});
	expect(rates).toEqual([6n, 12n]);
});
