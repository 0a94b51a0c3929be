import { defined, PRESET, problem, read } from './carts';

describe('shipping, discount and rounding', () => {
	const adjusted = (adjustments: object) => defined([PRESET], { adjustments });
	const shipping = (values: object) => adjusted({ shipping: { values } });

	it('change the total', () => {
		const made = adjusted({
			...{ discount: '10%', toWhole: true },
			shipping: { values: { price: '49,50', vatRate: '25' } },
		});
		expect(made.totals).toMatchObject({ rounding: '50', withtax: '14000' });
		expect(made).toHaveProperty('Cart.Shipping', { withouttax: '3960', taxrate: '25' });
	});

	it.each([
		['10%', '-800'],
		['10 %', '-800'],
		['10 % ', '-800'],
		['0.5%', '-40'],
		['10', '-800'],
		['12,50 kr', '-1000'],
		['0.50 kr', '-40'],
		['0,50 SEK', '-40'],
		['1', '-80'],
		[10, '-800'],
	])('a discount of %j is %s öre without VAT', (discount, off) => {
		expect(adjusted({ discount }).rows[1]).toMatchObject({ title: 'Rabatt', withouttax: off });
	});

	it.each(['0', 0, '0%', '0 kr'])('a discount of %j is none', (discount) => {
		expect(adjusted({ discount }).rows).toHaveLength(1);
	});

	it('a discount of percent is of all rows, also of what is taken back', () => {
		const rows = [PRESET, { ...PRESET, unitPrice: '-50', vatRate: '12' }];
		const made = defined(rows, { adjustments: { discount: '10%' }, prices: 'withoutVat' });
		expect(made.rows[2]).toMatchObject({ withouttax: '-500', taxrate: '25' });
		expect(made.rows).toHaveLength(3);
	});

	it('the discount has a name that Qvickly can keep', () => {
		const called = (discountText: string) => adjusted({ discount: '10', discountText });
		const refusal = "'Order Discount Description' has more than 255 characters";
		expect(called('x'.repeat(255)).rows).toHaveLength(2);
		expect(problem(called('x'.repeat(256)))).toBe(refusal);
		// As it is sent: three points each.
		expect(problem(called('…'.repeat(86)))).toBe(refusal);
	});

	it.each([{}, { values: {} }, undefined, '', { values: undefined }])(
		'shipping that was added, and is %j, is refused',
		(given) => {
			expect(problem(adjusted({ shipping: given }))).toBe("'Shipping' has no price");
		},
	);

	it('shipping may be free', () => {
		expect(shipping({ price: 0, vatRate: 25 })).toHaveProperty('total', 10000n);
	});

	it('the discount is called as it is told to be', () => {
		expect(adjusted({ discount: '10', discountText: ' Sommar ' }).rows[1]!.title).toBe('Sommar');
	});

	it.each([
		['110%', `"110%" in 'Order Discount' cannot be read as amount or percentage`],
		['-5', `"-5" in 'Order Discount' cannot be read as amount or percentage`],
		['1,250', `"1,250" in 'Order Discount' cannot be read as amount or percentage`],
		[undefined, `'Order Discount' has no amount or percentage`],
		['', `'Order Discount' has no amount or percentage`],
		['0.1', `"0.1" in 'Order Discount' may be an amount or a part of all`],
		[0.25, `0.25 in 'Order Discount' may be an amount or a part of all`],
		['0,99', `"0,99" in 'Order Discount' may be an amount or a part of all`],
		['100.01', 'the discount of 100.01 is more than the 100.00 of the rows'],
	])('a discount of %j is refused', (discount, text) => {
		expect(problem(adjusted({ discount }))).toBe(text);
	});

	it.each(['true', 1, null])('rounding is refused where it is %j', (toWhole) => {
		expect(adjusted({ toWhole })).toMatchObject({
			problem: `${JSON.stringify(toWhole)} in 'Round to Whole Krona' is neither true nor false`,
			advice: expect.stringContaining('not text'),
		});
	});

	it.each([
		[{ price: '1.250', vatRate: '25' }, `"1.250" in 'Shipping' cannot be read as price`],
		[{ price: '-5', vatRate: '25' }, `"-5" in 'Shipping' cannot be read as price`],
		[{ price: '', vatRate: '25' }, `'Shipping' has no price`],
		[{ price: '5', vatRate: '0.25' }, `"0.25" in 'Shipping' is no VAT rate`],
		[{ price: '5', vatRate: '' }, `'Shipping' has no VAT rate`],
	])('shipping of %j is refused', (values, text) => {
		expect(problem(shipping(values))).toBe(text);
	});
});

describe('a complete cart', () => {
	const Articles = [{ title: 'Test', withouttax: 10000, taxrate: 25, quantity: 1 }];
	const Total = { withouttax: 10000, tax: 2500, withtax: 12500 };
	const complete = (cart: unknown) => read({ rowsFrom: 'cart', cart });

	it('may be JSON text or an object, and has its numbers sent as text', () => {
		const cart = { Articles, Cart: { Total }, PaymentData: { orderid: 'x' } };
		for (const given of [cart, JSON.stringify(cart)]) {
			expect(complete(given)).toMatchObject({
				Articles: [{ title: 'Test', withouttax: '10000', taxrate: '25', quantity: '1' }],
				Cart: { Total: { withouttax: '10000', tax: '2500', withtax: '12500' } },
				total: 12500n,
			});
			expect(complete(given)).not.toHaveProperty('PaymentData');
		}
	});

	it.each<[unknown, string]>([
		['x', `'Cart' is no JSON object`],
		['5', `'Cart' is no JSON object`],
		[undefined, `'Cart' is no JSON object`],
		[{}, `'Articles' has no row with an amount (9109)`],
		[{ Articles, Cart: {} }, `'Cart.Total' has no withouttax (9106)`],
		[{ Articles, Cart: { Total: { ...Total, withtax: 12499 } } }, 'come to 12500 (9107)'],
	])('%j is refused', (cart, text) => {
		expect(problem(complete(cart))).toContain(text);
	});

	it('of nothing is refused', () => {
		const nothing = [{ title: 'Test', withouttax: 0, taxrate: 25 }];
		const cart = { Articles: nothing, Cart: { Total: { withouttax: 0, tax: 0, withtax: 0 } } };
		expect(problem(complete(cart))).toBe("'Cart' comes to 0 öre");
	});
});
