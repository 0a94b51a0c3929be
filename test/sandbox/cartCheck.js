const { UNIT, readDecimal, readWhole, size, sum } = require('./decimals');
const { figure, member, text } = require('./request');

/** The article number of a row that is only text. */
const FREETEXT = '--freetext--';

/** A tax in millionths of a percent of an öre, which is what amount times rate counts. */
const ÖRE = 100n * UNIT;

const TOTALS = ['withouttax', 'tax', 'withtax'];

/**
 * What a cart comes to, checked as Qvickly documents it.
 *
 * @param {unknown} data with Articles and Cart
 * @returns {{ code: string } | { withtax: number }} the refusal, or the total in öre
 */
function readCart(data) {
	const articles = member(data, 'Articles');
	const rows = articles instanceof Map ? [...articles.values()] : [];
	const priced = rows.filter((row) => text(row, 'artnr') !== FREETEXT);
	const cart = member(data, 'Cart');
	const total = member(cart, 'Total');
	const extras = [member(cart, 'Handling'), member(cart, 'Shipping')].filter(
		(part) => (figure(part, 'withouttax') || '0') !== '0',
	);
	const code =
		refusalOfRows(rows, priced) ??
		refusalOfTotals(total, [...priced, ...extras]) ??
		refusalOfTax(total, priced, extras);
	return code ? { code } : { withtax: Number(figure(total, 'withtax')) };
}

/** @param {unknown[]} rows @param {unknown[]} priced those that are not only text */
function refusalOfRows(rows, priced) {
	if (priced.length === 0) return '9109';
	if (priced.some((row) => figure(row, 'withouttax') === '')) return '9105';
	if (priced.some((row) => rateOf(row) === undefined)) return '9112';
	if (rows.some((row) => text(row, 'title') === '')) return '9004';
	return priced.some((row) => quantityOf(row) === undefined) ? '9005' : undefined;
}

/** @param {unknown} total @param {unknown[]} parts */
function refusalOfTotals(total, parts) {
	const totals = TOTALS.map((key) => figure(total, key));
	if (totals.includes('')) return '9106';
	const figures = [...totals, figure(total, 'rounding') || '0'].concat(
		parts.map((part) => figure(part, 'withouttax')),
	);
	const amounts = figures.map(readWhole).filter((amount) => amount !== undefined);
	if (amounts.length < figures.length) return '9111';
	const [withouttax = 0n, tax = 0n, withtax = 0n, rounding = 0n, ...nets] = amounts;
	if (size(rounding) > 50n) return '9113';
	if (sum(nets) !== withouttax) return '9102';
	return withouttax + tax + rounding === withtax ? undefined : '9107';
}

/** @param {unknown} total @param {unknown[]} priced @param {unknown[]} extras */
function refusalOfTax(total, priced, extras) {
	if (extras.some((part) => rateOf(part) === undefined)) return '9112';
	const exact = sum([...priced, ...extras].map((part) => netOf(part) * (rateOf(part) ?? 0n)));
	const slack = sum(priced.map((row) => size(quantityOf(row) ?? 0n))) * 100n + ÖRE / 2n;
	const tax = readWhole(figure(total, 'tax')) ?? 0n;
	return size(tax * ÖRE - exact) > slack ? '9114' : undefined;
}

/** @param {unknown} part */
const netOf = (part) => readWhole(figure(part, 'withouttax')) ?? 0n;

/** @param {unknown} part @returns {bigint | undefined} */
function rateOf(part) {
	const rate = readDecimal(figure(part, 'taxrate'));
	return rate === undefined || rate < 0n ? undefined : rate;
}

/** @param {unknown} row */
const quantityOf = (row) => readDecimal(figure(row, 'quantity') || '1');

module.exports = { FREETEXT, readCart };
