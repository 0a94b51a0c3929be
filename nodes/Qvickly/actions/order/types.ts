import type { INodePropertyOptions } from 'n8n-workflow';

/** How a customer can pay, with Qvickly's number of it. Source: its page "Methods". */
export const TYPES = {
	bank: '16',
	card: '8',
	invoice: '1',
	handlingInvoice: '2',
	partPayment: '4',
	payLink: '256',
	payWithQvickly: '2048',
	swish: '1024',
} as const;

export type Type = keyof typeof TYPES;

/** The value of 'Type', if there is such a type. */
export const readType = (value: unknown): Type | undefined =>
	typeof value === 'string' && Object.hasOwn(TYPES, value) ? (value as Type) : undefined;

export const TYPE_OPTIONS: INodePropertyOptions[] = [
	{
		name: 'Bank',
		value: 'bank',
		description: 'A payment from a bank account, in a payment window. SEK only.',
	},
	{ name: 'Card', value: 'card', description: 'A card payment in a payment window' },
	{
		name: 'Invoice (Factoring)',
		value: 'invoice',
		description: 'An invoice that Qvickly buys: it checks the credit and takes the risk',
	},
	{
		name: 'Invoice (Handling)',
		value: 'handlingInvoice',
		description: 'An invoice that Qvickly sends and follows up; the risk stays with the shop',
	},
	{
		name: 'Part Payment',
		value: 'partPayment',
		description: 'A payment in parts, by one of the plans of the account. SEK only.',
	},
	{
		name: 'Pay Link',
		value: 'payLink',
		description: 'A link behind which the customer chooses how to pay. Qvickly does not mail it.',
	},
	{
		name: 'Pay with Qvickly',
		value: 'payWithQvickly',
		description: 'A payment that the customer finishes in My Qvickly',
	},
	{ name: 'Swish', value: 'swish', description: 'A Swish payment in a payment window' },
];

/** Types that need to know the customer, as they check the credit. */
export const CREDIT_TYPES: Type[] = ['invoice', 'partPayment'];

/** Types that come to an invoice, or may. */
export const INVOICE_TYPES: Type[] = [
	'invoice',
	'handlingInvoice',
	'partPayment',
	'payLink',
	'payWithQvickly',
];

/** Types that can be paid in Swedish kronor only. */
export const SEK_TYPES: Type[] = ['bank', 'partPayment'];

/** Types that wait for the customer, in a window behind the payment's url. */
export const WINDOW_TYPES: Type[] = ['bank', 'card', 'payLink', 'payWithQvickly', 'swish'];
