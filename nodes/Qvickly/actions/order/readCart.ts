import { asObject, toText } from '../../api/answer';
import { cartOf, type NoCart, type Order, type Row, type TextRow } from '../../api/cart';
import { checkCart } from '../../api/checkCart';
import { ONE, readDecimal, type Decimal } from '../../api/decimal';
import { parseExactly } from '../../api/exactJson';
import { readAmount, readPrice } from '../../api/money';
import { plainText } from '../../api/text';
import type { Problem } from '../operation';
import { isProblem, show } from '../problem';
import { COLUMNS } from './cartFields';

type Fields = Readonly<Record<string, unknown>>;

/** The parts of a request that say what is bought. */
export interface Sold {
	Articles: unknown;
	Cart: unknown;
	/** Öre with VAT. */
	total: bigint;
}

const HOW_TO_WRITE =
	'Give it digits alone, with a point or comma before the decimals, such as 1250.50. Exactly three decimals could be thousands, so write 1.25 for 1.250 and 1250 for 1,250. Round what a computation left, as in {{ $json.price.toFixed(2) }}.';

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
		return {
			problem: `${show(from)} is no value of 'Rows From'`,
			advice: 'Choose one in the list.',
		};
	}
	const prices = field('prices');
	if (prices !== 'withVat' && prices !== 'withoutVat') {
		return {
			problem: `${show(prices)} is no value of 'Prices'`,
			advice: 'Choose one in the list.',
		};
	}
	const rows = from === 'define' ? definedRows(field('rows')) : listedRows(field);
	if (isProblem(rows)) return rows;
	const order = readOrder(rows, prices === 'withVat', field('adjustments'), currency);
	return isProblem(order) ? order : orProblem(cartOf(order));
}

const orProblem = <T extends object>(cart: T | NoCart): T | Problem =>
	'problem' in cart
		? {
				problem: cart.problem,
				advice: 'Check the rows: their prices, quantities and discounts. A list may also be empty.',
			}
		: cart;

/** The rows of the editor, with a value for each column. */
const definedRows = (rows: unknown): Fields[] => {
	const list = asObject(rows)?.row;
	return (Array.isArray(list) ? list : []).map((row) => {
		const fields = asObject(row) ?? {};
		return fields.kind === 'text' ? { ...fields, articleNumber: TEXT } : fields;
	});
};

/** What makes a row one of text. Source: Qvickly's page "Snippets request". */
const TEXT = '--freetext--';

/** Characters of any text. Source: Qvickly's page "Data types". */
const LONGEST = 255;

/** The rows of a list, the columns under our names. */
function listedRows(field: (name: string) => unknown): Fields[] | Problem {
	const given = field('list');
	const list = typeof given === 'string' ? parsed(given) : given;
	if (!Array.isArray(list)) {
		return {
			problem: `${show(given)} in 'List of Rows' is no list`,
			advice: 'Use an expression that gives a list of objects, such as {{ $json.order_lines }}.',
		};
	}
	const columns = asObject(field('columns')) ?? {};
	return list.map((row) => {
		const named = COLUMNS.map(([name]) => [name, valueAt(row, toText(columns[name]) || name)]);
		const { allVatRate } = columns;
		return {
			...Object.fromEntries(named),
			...(allVatRate !== undefined && { vatRate: allVatRate }),
		};
	});
}

/** The value of a field, or of one inside of it: `price.amount`. */
function valueAt(row: unknown, path: string): unknown {
	const fields = asObject(row);
	if (fields === undefined || Object.hasOwn(fields, path)) return fields?.[path];
	return path.split('.').reduce<unknown>((part, name) => asObject(part)?.[name], row);
}

/** JSON; undefined if it is none. */
function parsed(json: string): unknown {
	try {
		return parseExactly(json);
	} catch {
		return undefined;
	}
}

function readCompleteCart(value: unknown): Sold | Problem {
	const advice =
		"Correct 'Cart', or let the node compute it: set 'Rows From' to 'Define Below' or 'From a List'.";
	const whole = asObject(typeof value === 'string' ? parsed(value) : value);
	if (whole === undefined) return { problem: `'Cart' is no JSON object`, advice };
	const cart = asTexts({ Articles: whole.Articles, Cart: whole.Cart });
	const checked = checkCart(cart.Articles, cart.Cart);
	if ('problem' in checked) return { problem: checked.problem, advice };
	if (checked.total <= 0n) return { problem: `'Cart' comes to ${checked.total} öre`, advice };
	return { ...cart, total: checked.total };
}

/** The same with every number as text, as Qvickly wants them. */
function asTexts<T>(value: T): T;
function asTexts(value: unknown): unknown {
	if (typeof value === 'number') return String(value);
	if (Array.isArray(value)) return value.map((one) => asTexts(one as unknown));
	const fields = asObject(value);
	return fields === undefined
		? value
		: Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, asTexts(one)]));
}

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
	const shipping = readShipping(asObject(asObject(adjustments.shipping)?.values), currency);
	if (shipping && isProblem(shipping)) return shipping;
	const { toWhole = false } = adjustments;
	if (typeof toWhole !== 'boolean') {
		const problem = `${show(toWhole)} in 'Round to Whole Krona' is neither true nor false`;
		return { problem, advice: 'An expression there has to give one of the two, not text.' };
	}
	return { rows, withTax, discount, shipping, toWhole };
}

function readRow(fields: Fields, row: string, currency: string): Row | TextRow | Problem {
	const title = toText(fields.description).trim();
	const artnr = toText(fields.articleNumber).trim();
	const where = title === '' ? row : `${row} (${show(title)})`;
	if (title === '') {
		return { problem: `${row} has no description`, advice: 'Qvickly wants one for each row.' };
	}
	if (plainText(title).length > LONGEST) {
		return {
			problem: `the description of ${where} has more than ${LONGEST} characters`,
			advice: 'Qvickly takes no more. Shorten it, or make a row of text of the rest.',
		};
	}
	if (artnr === TEXT) return { text: title };
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
	return { title, quantity, price, taxrate, discount, artnr, unit };
}

function readDiscount(given: Fields, currency: string): Order['discount'] | Problem {
	if (!('discount' in given)) return undefined;
	const title = toText(given.discountText).trim() || 'Rabatt';
	const isPercent = /%\s*$/.test(toText(given.discount));
	const percent = isPercent ? readPercent(given.discount) : undefined;
	if (percent !== undefined) return { title, percent };
	const amount = isPercent ? undefined : readAmount(given.discount, currency);
	return amount === undefined
		? notRead(given.discount, 'amount or percentage', "'Order Discount'")
		: { title, amount };
}

function readShipping(given: Fields | undefined, currency: string): Order['shipping'] | Problem {
	if (given === undefined) return undefined;
	const price = readPrice(given.price, currency);
	if (price === undefined || price < 0n) return notRead(given.price, 'price', "'Shipping'");
	const taxrate = readRate(given.vatRate);
	return taxrate === undefined ? noRate(given.vatRate, "'Shipping'") : { price, taxrate };
}

const HUNDRED: Decimal = 100n * ONE;

/** Percent from 0 to 100, which may have its sign. */
function readPercent(value: unknown): Decimal | undefined {
	const percent = readDecimal(
		typeof value === 'string' ? value.trim().replace(/\s*%$/, '') : value,
	);
	return percent !== undefined && percent >= 0n && percent <= HUNDRED ? percent : undefined;
}

/** Percent off a row. A number below 1 may be a fraction, 0.1 for 10 %, unless it has its sign. */
function readRowDiscount(value: unknown): Decimal | undefined {
	const percent = readPercent(value);
	const isFraction = percent !== undefined && percent > 0n && percent < ONE;
	return isFraction && !toText(value).includes('%') ? undefined : percent;
}

/** A rate of VAT. One below 2 % is none of any country: it is a fraction, 0.25 for 25 %. */
function readRate(value: unknown): Decimal | undefined {
	const rate = readPercent(value);
	return rate !== undefined && (rate === 0n || rate >= 2n * ONE) ? rate : undefined;
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

const notRead = (value: unknown, what: string, where: string): Problem => ({
	problem: isEmpty(value)
		? `${where} has no ${what}`
		: `${show(value)} in ${where} cannot be read as ${what}`,
	advice: isEmpty(value)
		? "Fill it in. For a list, say in 'Columns' what the field is called."
		: HOW_TO_WRITE,
});

const noRate = (value: unknown, where: string): Problem => ({
	problem: isEmpty(value)
		? `${where} has no VAT rate`
		: `${show(value)} in ${where} is no VAT rate`,
	advice: 'Give it percent, such as 25, 12, 6 or 0.',
});
