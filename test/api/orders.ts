import { cartOf, type Order, type Row } from '../../nodes/Qvickly/api/cart';
import { readDecimal } from '../../nodes/Qvickly/api/decimal';

export const decimal = (text: string) => readDecimal(text)!;

/** A row as a person would write it down: price, VAT rate, quantity, discount. */
export const row = (price: string, taxrate: string, quantity = '1', discount = '0'): Row => ({
	title: 'Test',
	...{ price: decimal(price), taxrate: decimal(taxrate) },
	...{ quantity: decimal(quantity), discount: decimal(discount) },
});

export const shipping = (price: string, taxrate = '25') => ({
	shipping: { price: decimal(price), taxrate: decimal(taxrate) },
});

export const WITHOUT_TAX = { withTax: false };
export const TO_WHOLE = { toWhole: true };

/** The cart of these rows, whose prices include VAT unless told otherwise. */
export function cart(rows: Order['rows'], more: Partial<Order> = {}) {
	const made = cartOf({ rows, withTax: true, toWhole: false, ...more });
	if ('problem' in made) throw new Error(made.problem);
	const { Total, Shipping } = made.Cart as Record<string, Record<string, string>>;
	const articles = made.Articles as Array<Record<string, string>>;
	const { withouttax, tax, rounding = '0', withtax } = Total!;
	const nets = articles.map((one) => one.withouttax);
	return { ...made, articles, nets, Shipping, total: [withouttax, tax, rounding, withtax].join() };
}
