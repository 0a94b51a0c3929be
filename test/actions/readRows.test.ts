import { defined, listed, PRESET, problem, read, type Values } from './carts';

describe('rows from the editor', () => {
	it('come with all that a row may have', () => {
		const full = { ...PRESET, discount: '10 %', articleNumber: ' A1 ', unit: 'st', quantity: '2' };
		expect(defined([full]).rows).toEqual([
			{
				...{ artnr: 'A1', title: 'Chair', quantity: '2', aprice: '8000', discount: '10' },
				...{ withouttax: '14400', taxrate: '25', unit: 'st' },
			},
		]);
	});

	it('are text where they are to be, also without price', () => {
		const { rows } = defined([{ kind: 'text', description: 'Hello' }, PRESET]);
		expect(rows[0]).toEqual({ artnr: '--freetext--', title: 'Hello' });
		expect(rows[1]).not.toHaveProperty('artnr');
	});

	it.each([undefined, null, '', 0, '0', '0.00', '0 kr'])(
		'are text with the price %j',
		(unitPrice) => {
			const text = { kind: 'text', description: 'Hello', unitPrice };
			expect(defined([text, PRESET]).rows[0]).toEqual({ artnr: '--freetext--', title: 'Hello' });
		},
	);

	it('are never text with a price, which would be lost', () => {
		expect(problem(defined([{ ...PRESET, kind: 'text' }]))).toBe(
			'row 1 ("Chair") is a row of text, and has the price "100"',
		);
	});

	it('are text without the space around it', () => {
		const { rows } = defined([{ kind: 'text', description: ' Hello ' }, PRESET]);
		expect(rows[0]).toEqual({ artnr: '--freetext--', title: 'Hello' });
		expect(defined([{ ...PRESET, unit: ' st ' }]).rows[0]).toHaveProperty('unit', 'st');
	});

	it.each(['Text', '', null, 1])("are refused with the 'Row Type' %j", (kind) => {
		expect(problem(defined([{ ...PRESET, kind }]))).toContain('in row 1 is no value');
		expect(problem(defined([PRESET, { ...PRESET, kind }]))).toBe(
			`${JSON.stringify(kind)} in row 2 is no value of 'Row Type'`,
		);
		expect(defined([{ ...PRESET, kind: 'article' }]).rows).toHaveLength(1);
	});

	it('have a title that is checked as it is sent, in plain characters', () => {
		const titled = (description: string) => defined([{ ...PRESET, description }]);
		expect(problem(titled('\u200b'))).toBe('row 1 has no description');
		expect(problem(titled('\u200b \u200b'))).toBe('row 1 has no description');
		// The ellipsis is three characters then.
		expect(problem(titled('…'.repeat(86)))).toContain('has more than 255 characters');
		expect(titled('…'.repeat(85)).rows).toHaveLength(1);
	});

	it('have prices as people write them, with VAT or without', () => {
		const row = { ...PRESET, unitPrice: '1 250,50 kr', vatRate: '25 %' };
		expect(defined([row]).totals).toMatchObject({ withouttax: '100040', withtax: '125050' });
		expect(defined([row], { prices: 'withoutVat' }).totals).toMatchObject({
			...{ withouttax: '125050', tax: '31263', withtax: '156313' },
		});
	});

	it('are refused without any, or where prices are neither with VAT nor without', () => {
		for (const rows of [{}, undefined])
			expect(problem(read({ rowsFrom: 'define', rows }))).toBe('there is no row with a price');
		expect(problem(defined([PRESET], { prices: 'gross' }))).toBe(`"gross" is no value of 'Prices'`);
		expect(problem(read({ rowsFrom: 'elsewhere' }))).toBe(`"elsewhere" is no value of 'Rows From'`);
	});
});

it.each<[string, Values]>([
	['row 2 has no description', { description: ' ' }],
	['the description of row 2', { description: 'x'.repeat(256) }],
	['row 2 ("Chair") has no quantity', { quantity: '' }],
	['"x" in row 2 ("Chair") cannot be read as quantity', { quantity: 'x' }],
	['"1,250" in row 2 ("Chair") cannot be read as quantity', { quantity: '1,250' }],
	['0 in row 2 ("Chair") cannot be read as quantity', { quantity: 0 }],
	['"-1" in row 2 ("Chair") cannot be read as quantity', { quantity: '-1' }],
	['row 2 ("Chair") has no unit price', { unitPrice: null }],
	['"1,250" in row 2 ("Chair") cannot be read as unit price', { unitPrice: '1,250' }],
	['"12 EUR" in row 2 ("Chair") cannot be read as unit price', { unitPrice: '12 EUR' }],
	['0.30000000000000004 in row 2 ("Chair") cannot be read as unit', { unitPrice: 0.1 + 0.2 }],
	['row 2 ("Chair") has no VAT rate', { vatRate: '' }],
	['0.25 in row 2 ("Chair") is no VAT rate', { vatRate: 0.25 }],
	['"1.25" in row 2 ("Chair") is no VAT rate', { vatRate: '1.25' }],
	['"-6" in row 2 ("Chair") is no VAT rate', { vatRate: '-6' }],
	['"2%5" in row 2 ("Chair") is no VAT rate', { vatRate: '2%5' }],
	['"101" in row 2 ("Chair") is no VAT rate', { vatRate: '101' }],
	['"101%" in row 2 ("Chair") cannot be read as discount in percent', { discount: '101%' }],
	['row 2 ("Chair") is a row of text, and has the price "100"', { articleNumber: '--freetext--' }],
])('%s', (text, change) => {
	expect(problem(defined([PRESET, { ...PRESET, ...change }]))).toContain(text);
	expect(problem(listed([PRESET, { ...PRESET, ...change }]))).toContain(text);
});

it.each<[string, unknown]>([
	['"101"', '101'],
	['"-1"', '-1'],
	['"50 kr"', '50 kr'],
	['0.1', 0.1],
])('%s cannot be read as discount in percent', (shown, discount) => {
	const text = `${shown} in row 1 ("Chair") cannot be read as discount in percent`;
	expect(problem(defined([{ ...PRESET, discount }]))).toBe(text);
	expect(problem(listed([{ ...PRESET, discount }], { discount: 'discount' }))).toBe(text);
});

describe('a discount in a list that nobody said is one', () => {
	it.each(['10', 10, '101', 0.1, '50 kr', true])('is refused as %j', (discount) => {
		expect(problem(listed([PRESET, { ...PRESET, discount }]))).toBe(
			`${JSON.stringify(discount)} in 'discount' of a row may be percent or an amount`,
		);
	});

	it.each([
		['10%', '10'],
		['0.5 %', '0.5'],
	])('is read as %j, which says that it is percent', (discount, percent) => {
		expect(listed([{ ...PRESET, discount }]).rows[0]).toHaveProperty('discount', percent);
	});

	it.each([undefined, null, '', 0, '0', '0.00', '0,00'])('is none as %j', (discount) => {
		const { rows } = listed([{ ...PRESET, discount }]);
		expect(rows).toHaveLength(1);
		expect(rows[0]).not.toHaveProperty('discount');
	});

	it("is read where 'Discount Column' names it, or another column", () => {
		const row = { ...PRESET, discount: 10, off: '20' };
		expect(listed([row], { discount: 'discount' }).rows[0]).toHaveProperty('discount', '10');
		expect(listed([row], { discount: 'off' }).rows[0]).toHaveProperty('discount', '20');
	});
});

it.each([
	['0', '0'],
	[0, '0'],
	['6', '6'],
	[12.5, '12.5'],
	['25.00', '25'],
	['2', '2'],
	[' 25 % ', '25'],
	['100', '100'],
])('the VAT rate %j is %s percent', (vatRate, taxrate) => {
	expect(defined([{ ...PRESET, vatRate }]).rows[0]).toHaveProperty('taxrate', taxrate);
});

it.each([
	['0.5%', '0.5'],
	['1', '1'],
	[33.3, '33.3'],
])('the discount %j is %s percent', (discount, percent) => {
	expect(defined([{ ...PRESET, discount }]).rows[0]).toHaveProperty('discount', percent);
});

describe('rows from a list', () => {
	it('have the same names as in the editor, unless told otherwise', () => {
		expect(listed([{ ...PRESET, articleNumber: 7 }]).rows[0]).toMatchObject({
			...{ title: 'Chair', artnr: '7', withouttax: '8000' },
		});
	});

	it('may have other names, and values deep inside', () => {
		const line = { name: 'Sofa', 'qty.sold': 2, price: { amount: ['249.50'] }, tax: '6', sku: 'S' };
		const columns = {
			...{ description: 'name', quantity: 'qty.sold', unitPrice: 'price.amount.0' },
			...{ vatRate: 'tax', articleNumber: 'sku' },
		};
		expect(listed([line], columns).rows).toEqual([
			{
				...{ artnr: 'S', title: 'Sofa', quantity: '2', aprice: '23538' },
				...{ withouttax: '47075', taxrate: '6' },
			},
		]);
	});

	it('may all have one VAT rate, which then goes before a column', () => {
		const { rows } = listed([PRESET, { ...PRESET, vatRate: undefined }], { allVatRate: '12' });
		expect(rows.map(({ taxrate }) => taxrate)).toEqual(['12', '12']);
		// One that is there and empty never gives way to the column.
		for (const allVatRate of ['', undefined]) {
			expect(problem(listed([PRESET], { allVatRate }))).toBe('row 1 ("Chair") has no VAT rate');
		}
	});

	it.each<[string, object, string]>([
		['Description', { description: 'Name' }, '"Name"'],
		['Unit Price', { unitPrice: 'price.amount' }, '"price.amount"'],
		['VAT Rate', { vatRate: '' }, '""'],
		['Unit', { unit: undefined }, 'undefined'],
		['Article Number', { articleNumber: ' ' }, '" "'],
	])('are refused where none has what %s is said to be called', (column, columns, shown) => {
		expect(problem(listed([PRESET, { ...PRESET, name: 'Sofa' }], columns))).toBe(
			`no row of the list has ${shown}, which is the '${column} Column'`,
		);
	});

	it('may lack a column in part, or have nothing in it', () => {
		const { rows } = listed([{ ...PRESET, sku: 'S' }, PRESET], { articleNumber: ' sku ' });
		expect(rows.map(({ artnr }) => artnr)).toEqual(['S', undefined]);
		// No line of an order may have a number or a unit; that takes nothing from the amount.
		expect(listed([PRESET], { articleNumber: 'sku', unit: 'per' }).rows).toHaveLength(1);
		expect(listed([{ ...PRESET, off: null }], { discount: 'off' }).rows).toHaveLength(1);
		expect(listed([PRESET, { ...PRESET, off: 5 }], { discount: 'off' }).rows).toHaveLength(2);
		for (const columns of [{ unit: 'unit' }, { unitPrice: 'price' }])
			expect(problem(listed([], columns))).toBe('there is no row with a price');
	});

	it('may be JSON text, numbers as they stand there', () => {
		const json = '[{"description":"Chair","quantity":1,"unitPrice":1250.50,"vatRate":25.0}]';
		expect(listed(json).totals).toHaveProperty('withtax', '125050');
	});

	it('are text with the article number that Qvickly has for it', () => {
		const text = { description: 'Hello', articleNumber: '--freetext--' };
		expect(listed([text, PRESET]).rows[0]).toEqual({ artnr: '--freetext--', title: 'Hello' });
	});

	it.each([
		['', '""'],
		['{}', '"{}"'],
		['[1', '"[1"'],
		[undefined, 'undefined'],
		[{}, '{}'],
	])('are refused where %j is no list', (list, shown) => {
		expect(problem(listed(list))).toBe(`${shown} in 'List of Rows' is no list`);
	});

	it.each([[['x']], [[null]], [[{}]], [[{ constructor: 'x' }]]])(
		'%j has no description, nor what is not its own',
		(list) => {
			expect(problem(listed(list))).toBe('row 1 has no description');
			expect(problem(listed(list, { description: 'constructor.name' }))).toBe(
				`no row of the list has "constructor.name", which is the 'Description Column'`,
			);
		},
	);
});
