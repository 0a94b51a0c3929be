import { checkCart } from '../../nodes/Qvickly/api/checkCart';

const verdictOn = (articles: unknown, cart: unknown) => {
	const checked = checkCart(articles, cart);
	return 'problem' in checked ? checked.problem : checked.total;
};

const ROW = { title: 'Test', quantity: '1', withouttax: '10000', taxrate: '25' };
const TOTAL = { withouttax: '10000', tax: '2500', withtax: '12500' };
const TEXT = { artnr: '--freetext--', title: 'Ring the bell' };
const withTotal = (change: object) => ({ Total: { ...TOTAL, ...change } });

it.each<[string, unknown, unknown]>([
	['numbers', [{ ...ROW, withouttax: 10000, taxrate: 25 }], { Total: TOTAL }],
	['a row without quantity', [{ ...ROW, quantity: undefined }], { Total: TOTAL }],
	['a row of text alone', [TEXT, ROW], { Total: TOTAL }],
	['decimals of zero in a rate', [{ ...ROW, taxrate: '25.00' }], { Total: TOTAL }],
	['no rounding', [ROW], { Total: { ...TOTAL, rounding: null } }],
	['shipping of nothing', [ROW], { Total: TOTAL, Shipping: { withouttax: '0', taxrate: '25' } }],
	['empty parts', [ROW], { Total: TOTAL, Shipping: {}, Handling: undefined }],
	['parts of empty text', [ROW], { Total: TOTAL, Shipping: { withouttax: '', taxrate: '' } }],
	['handling of nothing without a rate', [ROW], { Total: TOTAL, Handling: { withouttax: 0 } }],
	['empty text for rounding and quantity', [{ ...ROW, quantity: '' }], withTotal({ rounding: '' })],
	[
		'a row of nothing for text',
		[{ ...TEXT, withouttax: 'x', quantity: 'x' }, ROW],
		{ Total: TOTAL },
	],
])('a cart with %s is fine', (_, articles, cart) => {
	expect(verdictOn(articles, cart)).toBe(12500n);
});

const MANY = [ROW, { ...ROW, withouttax: '-5000', quantity: '1' }];

it.each<[string, unknown, unknown]>([
	["'Articles' has no row with an amount (9109)", undefined, { Total: TOTAL }],
	["'Articles' has no row with an amount (9109)", {}, { Total: TOTAL }],
	["'Articles' has no row with an amount (9109)", [TEXT], { Total: TOTAL }],
	["row 2 of 'Articles' has no title (9004)", [ROW, { ...ROW, title: ' ' }], { Total: TOTAL }],
	["row 1 of 'Articles' has no title (9004)", ['x'], { Total: TOTAL }],
	["row 1 of 'Articles' has no title (9004)", [{ artnr: '--freetext--' }, ROW], { Total: TOTAL }],
	["row 1 of 'Articles' has no withouttax (9105)", [{ ...ROW, withouttax: '' }], { Total: TOTAL }],
	["row 1 of 'Articles' has no taxrate (9112)", [{ ...ROW, taxrate: '' }], { Total: TOTAL }],
	["row 1 of 'Articles' has no taxrate (9112)", [{ ...ROW, taxrate: '-25' }], { Total: TOTAL }],
	[
		"row 2 of 'Articles' has no taxrate (9112)",
		[ROW, { title: 'For nothing', quantity: '1', withouttax: '0' }],
		{ Total: TOTAL },
	],
	...['withouttax', 'tax', 'withtax', 'rounding'].map((field): [string, unknown, unknown] => [
		"'Cart.Total' has an amount that is no whole number of öre (9111)",
		[ROW],
		withTotal({ [field]: '1.5' }),
	]),
	[
		"'Cart.Total.withtax' is 12500, and withouttax, tax and rounding come to 12510 (9107)",
		[ROW],
		withTotal({ rounding: '10' }),
	],
	[
		"row 1 of 'Articles' has no readable quantity (9005)",
		[{ ...ROW, quantity: '1,5' }],
		{ Total: TOTAL },
	],
	[
		"'Cart.Shipping' has no taxrate (9112)",
		[ROW],
		{ Total: TOTAL, Shipping: { withouttax: '100', taxrate: '' } },
	],
	[
		"'Cart.Handling' has no taxrate (9112)",
		[ROW],
		{ Total: TOTAL, Handling: { withouttax: '100', taxrate: '25%' } },
	],
	["row 2 of 'Articles' has no withouttax (9105)", [TEXT, { title: 'a' }], { Total: TOTAL }],
	["row 1 of 'Articles' has no withouttax (9105)", [{ ...ROW, withouttax: '1e3' }], TOTAL],
	["row 1 of 'Articles' has no taxrate (9112)", [{ ...ROW, taxrate: '25%' }], { Total: TOTAL }],
	["'Cart.Total' has no withouttax (9106)", [ROW], undefined],
	["'Cart.Total' has no tax (9106)", [ROW], withTotal({ tax: undefined })],
	["'Cart.Total' has no withtax (9106)", [ROW], withTotal({ withtax: '' })],
	[
		"row 1 of 'Articles' has an amount that is no whole number of öre (9111)",
		[{ ...ROW, withouttax: '100.5' }],
		{ Total: TOTAL },
	],
	[
		"'Cart.Shipping' has an amount that is no whole number of öre (9111)",
		[ROW],
		{ Total: TOTAL, Shipping: { withouttax: '0.5' } },
	],
	[
		"'Cart.Total' has an amount that is no whole number of öre (9111)",
		[ROW],
		withTotal({ tax: '2500.5' }),
	],
	[
		"'Cart.Total' has an amount that is no whole number of öre (9111)",
		[ROW],
		withTotal({ rounding: '0.5' }),
	],
	[
		"'Cart.Total.rounding' is -51, and at most 50 öre are allowed (9113)",
		[ROW],
		withTotal({ rounding: '-51', withtax: '12449' }),
	],
	[
		"'Cart.Total.withouttax' is 10000, and rows, handling and shipping come to 11000 (9102)",
		[ROW],
		{ Total: TOTAL, Handling: { withouttax: '1000', taxrate: '25' } },
	],
	[
		"'Cart.Total.withouttax' is 10000, and rows, handling and shipping come to 5000 (9102)",
		MANY,
		{ Total: TOTAL },
	],
	[
		"'Cart.Total.withtax' is 12501, and withouttax, tax and rounding come to 12500 (9107)",
		[ROW],
		withTotal({ withtax: '12501' }),
	],
	[
		"'Cart.Total.tax' is 2502, and the rates of rows, handling and shipping come to 2500 (9114)",
		[ROW],
		withTotal({ tax: '2502', withtax: '12502' }),
	],
])('%s', (problem, articles, cart) => {
	expect(verdictOn(articles, cart)).toBe(problem);
});

describe('the VAT may be off by an öre for each of a row’s quantity, and half an öre for rounding:', () => {
	const withTax = (quantity: string, tax: number, shipping?: object) =>
		verdictOn([{ ...ROW, quantity }], {
			Shipping: shipping,
			Total: { ...TOTAL, tax: String(tax), withtax: String(10000 + tax) },
		});

	it.each([
		['1', 2501, true],
		['1', 2502, false],
		['1', 2499, true],
		['1', 2498, false],
		['11', 2511, true],
		['11', 2512, false],
		['2.5', 2503, true],
		['2.4', 2503, false],
		['0.1', 2501, false],
	])('quantity %s and %s öre of VAT', (quantity, tax, isAccepted) => {
		expect(typeof withTax(quantity, tax) === 'bigint').toBe(isAccepted);
	});

	it('shipping gives no more of it', () => {
		expect(withTax('1', 2502, { withouttax: '0', taxrate: '25' })).toMatch(/9114/);
	});
});
