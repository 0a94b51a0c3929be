import { asObject, toText } from '../../api/answer';
import { cartOf, type NoCart, type Order, type Row, type TextRow } from '../../api/cart';
import { readDecimal } from '../../api/decimal';
import { readAmount, readPrice } from '../../api/money';
import { plainText } from '../../api/text';
import type { Problem } from '../operation';
import { isProblem, noValueOf, show } from '../problem';
import { readCompleteCart, type Sold } from './completeCart';
import { readCurrency } from './request';
import { isEmpty, noRate, notRead, readPercent, readRate, readRowDiscount } from './percent';
import { definedRows, listedRows, TEXT, type Fields } from './rowSources';

/** Characters of any text. Source: Qvickly's page "Data types". */
const LONGEST = 255;

/**
 * Reads what is bought.
 *
 * @param field gives the values of the fields in cartFields.ts
 * @param currency of all prices
 */
export function readCart(field: (name: string) => unknown, currency: string): Sold | Problem {
	const from = field('rowsFrom');
	if (from === 'cart') return readCompleteCart(field('cart'));
	if (from !== 'define' && from !== 'list') {
		return noValueOf('Rows From', from);
	}
	const prices = field('prices');
	if (prices !== 'withVat' && prices !== 'withoutVat') {
		return noValueOf('Prices', prices);
	}
	const rows = from === 'define' ? definedRows(field('rows')) : listedRows(field);
	if (isProblem(rows)) return rows;
	const order = readOrder(rows, prices === 'withVat', field('adjustments'), currency);
	return isProblem(order) ? order : orProblem(cartOf(order));
}

/** The same with the currency that stands beside the rows. A complete cart needs none. */
export function readPricedCart(field: (name: string) => unknown): Sold | Problem {
	const money = readCurrency(field('rowsFrom') === 'cart' ? 'SEK' : field('currency'));
	return isProblem(money) ? money : readCart(field, money.currency);
}

const orProblem = <T extends object>(cart: T | NoCart): T | Problem =>
	'problem' in cart
		? {
				problem: cart.problem,
				advice: 'Check the rows: their prices, quantities and discounts. A list may also be empty.',
			}
		: cart;

function readOrder(
	fields: Fields[],
	withTax: boolean,
	given: unknown,
	currency: string,
): Order | Problem {
	const rows: Array<Row | TextRow> = [];
	for (const [index, one] of fields.entries()) {
		const row = readRow(one, `row ${index + 1}`, currency);
		if (isProblem(row)) return row;
		rows.push(row);
	}
	const adjustments = asObject(given) ?? {};
	const discount = readDiscount(adjustments, currency);
	if (discount && isProblem(discount)) return discount;
	const shipping =
		'shipping' in adjustments
			? readShipping(asObject(asObject(adjustments.shipping)?.values) ?? {}, currency)
			: undefined;
	if (shipping && isProblem(shipping)) return shipping;
	const { toWhole = false } = adjustments;
	if (typeof toWhole !== 'boolean') {
		const problem = `${show(toWhole)} in 'Round to Whole Krona' is neither true nor false`;
		return { problem, advice: 'An expression there has to give one of the two, not text.' };
	}
	return { rows, withTax, discount, shipping, toWhole };
}

function readRow(fields: Fields, row: string, currency: string): Row | TextRow | Problem {
	const given = toText(fields.description).trim();
	const title = plainText(given).trim();
	const artnr = toText(fields.articleNumber).trim();
	if (title === '') {
		return { problem: `${row} has no description`, advice: 'Qvickly wants one for each row.' };
	}
	const where = `${row} (${show(title)})`;
	if (title.length > LONGEST) {
		return {
			problem: `the description of ${where} has more than ${LONGEST} characters`,
			advice: 'Qvickly takes no more. Shorten it, or make a row of text of the rest.',
		};
	}
	if (artnr === TEXT) {
		if (isEmpty(fields.unitPrice) || readPrice(fields.unitPrice, currency) === 0n)
			return { text: given };
		return {
			problem: `${where} is a row of text, and has the price ${show(fields.unitPrice)}`,
			advice: `Give it another article number than ${TEXT}, or no price.`,
		};
	}
	const quantity = readDecimal(fields.quantity);
	if (quantity === undefined || quantity <= 0n) return notRead(fields.quantity, 'quantity', where);
	const price = readPrice(fields.unitPrice, currency);
	if (price === undefined) return notRead(fields.unitPrice, 'unit price', where);
	const taxrate = readRate(fields.vatRate);
	if (taxrate === undefined) return noRate(fields.vatRate, where);
	const discount = isEmpty(fields.discount) ? 0n : readRowDiscount(fields.discount);
	if (discount === undefined) {
		return {
			problem: `${show(fields.discount)} in ${where} cannot be read as discount in percent`,
			advice:
				'Give it percent, such as 10. As 0.1 could be meant for 10 %, write 0.1% for less than one percent.',
		};
	}
	const unit = toText(fields.unit).trim();
	return { title: given, quantity, price, taxrate, discount, artnr, unit };
}

function readDiscount(given: Fields, currency: string): Order['discount'] | Problem {
	if (!('discount' in given)) return undefined;
	const title = toText(given.discountText).trim() || 'Rabatt';
	if (plainText(title).length > LONGEST) {
		const problem = `'Order Discount Description' has more than ${LONGEST} characters`;
		return { problem, advice: 'Qvickly takes no more. Shorten it.' };
	}
	const isPercent = toText(given.discount).includes('%');
	const percent = isPercent ? readPercent(given.discount) : undefined;
	if (percent !== undefined) return { title, percent };
	const amount = isPercent ? undefined : readAmount(given.discount, currency);
	if (amount === undefined) {
		const fill = 'Write 0 where there is none, or remove it.';
		return notRead(given.discount, 'amount or percentage', "'Order Discount'", fill);
	}
	// A tenth may be a tenth of all, as spreadsheets keep 10 %.
	if (amount > 0n && amount < 100n && !/[a-z:]/i.test(toText(given.discount))) {
		return {
			problem: `${show(given.discount)} in 'Order Discount' may be an amount or a part of all`,
			advice: 'Write 10% for a tenth of all, or 0.10 kr for an amount.',
		};
	}
	return { title, amount };
}

function readShipping(given: Fields, currency: string): NonNullable<Order['shipping']> | Problem {
	const price = readPrice(given.price, currency);
	if (price === undefined || price < 0n)
		return notRead(given.price, 'price', "'Shipping'", 'Write 0 where it is free, or remove it.');
	const taxrate = readRate(given.vatRate);
	return taxrate === undefined ? noRate(given.vatRate, "'Shipping'") : { price, taxrate };
}
