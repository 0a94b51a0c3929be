import type { INodeProperties } from 'n8n-workflow';

type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/** The columns of a row, by the names that they have where the user chooses none. */
export const COLUMNS = [
	['description', 'Description', 'What is sold, as it is to stand on the invoice'],
	['quantity', 'Quantity', 'How many; decimals are fine'],
	['unitPrice', 'Unit Price', 'The price of one'],
	['vatRate', 'VAT Rate', 'Percent, such as 25'],
	['discount', 'Discount', 'Percent off the row, such as 10 or 10%'],
	[
		'articleNumber',
		'Article Number',
		"The shop's own number. --freetext-- makes it a row of text.",
	],
	['unit', 'Unit', "Qvickly's word for it, such as st, tim or kg"],
] as const;

/** Where the rows come from, and how prices are meant, for operations with a cart. */
export function cartFields(when: Show = {}, mayKeep = false): INodeProperties[] {
	const show = (more: Show = {}) => ({
		// n8n checks in this order, up to the first field that is an expression.
		displayOptions: { show: { ...more, ...when } },
	});
	const computed = show({ rowsFrom: ['define', 'list'] });
	return [
		{
			displayName: 'Rows From',
			name: 'rowsFrom',
			type: 'options',
			noDataExpression: true,
			...show(),
			options: [
				{
					name: 'Complete Cart (JSON)',
					value: 'cart',
					description: "Send a cart with all its sums in Qvickly's format. It is checked first.",
				},
				{
					name: 'Define Below',
					value: 'define',
					description: 'Fill in each row. All sums are computed.',
				},
				{
					name: 'From a List',
					value: 'list',
					description: 'Take all rows from a list in the input item. All sums are computed.',
				},
				...(mayKeep
					? [{ name: 'Leave as They Are', value: 'keep', description: 'Change no row and no sum' }]
					: []),
			],
			default: 'define',
			description: 'Where what is sold comes from',
			...(mayKeep && { default: 'keep' }),
		},
		{
			displayName: 'Prices',
			name: 'prices',
			type: 'options',
			...computed,
			options: [
				{ name: 'Include VAT', value: 'withVat' },
				{ name: 'Exclude VAT', value: 'withoutVat' },
			],
			default: 'withVat',
			description: 'Whether all prices of this payment, and its discounts, include VAT',
		},
		{
			displayName: 'Rows',
			name: 'rows',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			...show({ rowsFrom: ['define'] }),
			placeholder: 'Add row',
			default: {},
			options: [{ displayName: 'Row', name: 'row', values: ROW_FIELDS }],
		},
		{
			displayName: 'List of Rows',
			name: 'list',
			type: 'string',
			required: true,
			...show({ rowsFrom: ['list'] }),
			default: '',
			placeholder: 'e.g. {{ $json.order_lines }}',
			description: 'An expression that gives a list of objects, each of them a row',
		},
		{
			displayName: 'Columns',
			name: 'columns',
			type: 'collection',
			placeholder: 'Add column',
			...show({ rowsFrom: ['list'] }),
			default: {},
			description:
				'What the fields of a row are called in your list, where they differ from description, quantity, unitPrice, vatRate, discount, articleNumber, unit. price.amount leads into an object.',
			options: [
				...COLUMNS.map(
					([name, displayName]): INodeProperties => ({
						displayName: `${displayName} Column`,
						name,
						type: 'string',
						default: name,
					}),
				),
				{
					displayName: 'VAT Rate of All Rows',
					name: 'allVatRate',
					type: 'string',
					default: '25',
					description: 'Percent, in place of a column',
				} satisfies INodeProperties,
			].sort((a, b) => a.displayName.localeCompare(b.displayName)),
		},
		{
			displayName: 'Cart',
			name: 'cart',
			type: 'json',
			required: true,
			...show({ rowsFrom: ['cart'] }),
			default: '',
			placeholder: 'e.g. { "Articles": […], "Cart": { "Total": {…} } }',
			description: "Articles and Cart in Qvickly's format, amounts in öre",
		},
		{
			displayName: 'Shipping, Discount and Rounding',
			name: 'adjustments',
			type: 'collection',
			placeholder: 'Add adjustment',
			...computed,
			default: {},
			options: ADJUSTMENTS,
		},
	];
}

const EXAMPLES: Readonly<Record<string, string>> = {
	unitPrice: 'e.g. 1250.50',
	vatRate: 'e.g. 25',
	discount: 'e.g. 10%',
	unit: 'e.g. st',
};

const PRESET: Readonly<Record<string, { default: string }>> = {
	quantity: { default: '1' },
	vatRate: { default: '25' },
};

const ROW_FIELDS: INodeProperties[] = [
	{
		displayName: 'Row Type',
		name: 'kind',
		type: 'options',
		options: [
			{ name: 'Article', value: 'article' },
			{ name: 'Text', value: 'text', description: 'A line of text without an amount' },
		],
		default: 'article',
	},
	...COLUMNS.map(
		([name, displayName, description]): INodeProperties => ({
			displayName,
			name,
			type: 'string',
			default: '',
			...PRESET[name],
			description: name === 'articleNumber' ? "The shop's own number of it" : description,
			...(name !== 'description' && { displayOptions: { show: { kind: ['article'] } } }),
			...(name in EXAMPLES && { placeholder: EXAMPLES[name] }),
		}),
	),
];

const ADJUSTMENTS: INodeProperties[] = [
	{
		displayName: 'Order Discount',
		name: 'discount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 10% or 50.00',
		description:
			'Off all rows together, not off shipping: percent, or an amount. It is split over their VAT rates.',
	},
	{
		displayName: 'Order Discount Description',
		name: 'discountText',
		type: 'string',
		default: 'Rabatt',
		description: 'What the discount is called on the invoice',
	},
	{
		displayName: 'Round to Whole Krona',
		name: 'toWhole',
		type: 'boolean',
		default: true,
		description:
			'Whether to round the total to a whole krona, or to the whole unit of the currency',
	},
	{
		displayName: 'Shipping',
		name: 'shipping',
		type: 'fixedCollection',
		default: {},
		options: [
			{
				displayName: 'Shipping',
				name: 'values',
				values: [
					{
						displayName: 'Price',
						name: 'price',
						type: 'string',
						default: '',
						placeholder: 'e.g. 49.00',
						description: 'With VAT or without, as the rows',
					},
					{
						displayName: 'VAT Rate',
						name: 'vatRate',
						type: 'string',
						default: '25',
						description: 'Percent',
					},
				],
			},
		],
	},
];
