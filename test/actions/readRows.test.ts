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

	it('have prices as people write them, with VAT or without', () => {
		const row = { ...PRESET, unitPrice: '1 250,50 kr', vatRate: '25 %' };
		expect(defined([row]).totals).toMatchObject({ withouttax: '100040', withtax: '125050' });
		expect(defined([row], { prices: 'withoutVat' }).totals).toMatchObject({
			...{ withouttax: '125050', tax: '31263', withtax: '156313' },
		});
	});

	it('are refused without any, or where prices are neither with VAT nor without', () => {
		expect(problem(read({ rowsFrom: 'define', rows: {} }))).toBe('there is no row with a price');
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
	['"101" in row 2 ("Chair") is no VAT rate', { vatRate: '101' }],
	['"101" in row 2 ("Chair") cannot be read as discount in percent', { discount: '101' }],
	['"-1" in row 2 ("Chair") cannot be read as discount in percent', { discount: '-1' }],
	['"50 kr" in row 2 ("Chair") cannot be read as discount in percent', { discount: '50 kr' }],
	['0.1 in row 2 ("Chair") cannot be read as discount in percent', { discount: 0.1 }],
])('%s', (text, change) => {
	expect(problem(defined([PRESET, { ...PRESET, ...change }]))).toContain(text);
	expect(problem(listed([PRESET, { ...PRESET, ...change }]))).toContain(text);
});

it.each([
	['0', '0'],
	[0, '0'],
	['6', '6'],
	[12.5, '12.5'],
	['25.00', '25'],
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
		expect(problem(listed([PRESET], { allVatRate: '' }))).toBe('row 1 ("Chair") has no VAT rate');
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
		'%j has no description',
		(list) => {
			expect(problem(listed(list, { description: 'constructor.name' }))).toBe(
				'row 1 has no description',
			);
		},
	);
});
