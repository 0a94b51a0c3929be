/** Percent of VAT on everything, and a divisor of amounts that have it in whole öre. */
const TAXRATE = 25;
const WHOLE = 4;

/** @param {number} amount @returns {number} the most of it, in öre, whose VAT is whole */
const floor = (amount) => Math.floor(amount / WHOLE) * WHOLE;

/** @param {number} withouttax @returns {number} */
const taxOn = (withouttax) => Math.round((withouttax * TAXRATE) / 100);

/**
 * What was bought, so that everything adds up to the öre.
 *
 * @param {number} withtax the payment's total in öre
 * @param {number} rows how many articles
 */
function cartOf(withtax, rows) {
	const withouttax = Math.round(withtax / (1 + TAXRATE / 100));
	const tax = taxOn(withouttax);
	const handling = floor(withouttax / 50);
	const shipping = floor(withouttax / 20);
	const goods = withouttax - handling - shipping;
	const each = floor(goods / rows);
	const nets = Array.from({ length: rows }, (_, row) =>
		row < rows - 1 ? each : goods - each * (rows - 1),
	);
	/** @param {number} net */
	const amount = (net) => ({ withouttax: String(net), taxrate: String(TAXRATE) });
	return {
		Articles: nets.map((net, row) => ({
			artnr: `A/${row + 1}`,
			title: `Köttbullar, påse nr ${row + 1}`,
			quantity: '1',
			aprice: String(net),
			tax: String(taxOn(net)),
			discount: '0',
			...amount(net),
		})),
		Cart: {
			Handling: amount(handling),
			Shipping: amount(shipping),
			Total: {
				rounding: String(withtax - withouttax - tax),
				withouttax: String(withouttax),
				tax: String(tax),
				withtax: String(withtax),
			},
		},
	};
}

module.exports = { cartOf };
