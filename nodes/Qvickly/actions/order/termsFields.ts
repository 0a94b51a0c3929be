import type { INodeProperties } from 'n8n-workflow';

import { INVOICE_TYPES, type Type } from './types';

const CURRENCIES = ['DKK', 'EUR', 'GBP', 'NOK', 'SEK', 'USD'];

/** In what currency all prices are. */
export const currencyField: INodeProperties = {
	displayName: 'Currency',
	name: 'currency',
	type: 'options',
	options: CURRENCIES.map((name) => ({ name, value: name })),
	default: 'SEK',
	description: 'Of all prices here',
};

export const orderIdField: INodeProperties = {
	displayName: 'Order ID',
	name: 'orderid',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 2026-1001',
	description:
		"The shop's own number of the order. Each payment needs one of its own: it is what tells a payment from a second one for the same order.",
};

/** Where this execution is called while it waits, as n8n alone knows. */
export const resumeUrlField: INodeProperties = {
	displayName: 'Resume URL',
	name: 'resumeUrl',
	type: 'hidden',
	default: '={{ $execution.resumeUrl }}',
};

/** Shows an option for some types only. */
const forTypes = (types: Type[]) => ({ displayOptions: { show: { '/type': types } } });

const text = (
	name: string,
	displayName: string,
	description: string,
	placeholder?: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
	...(placeholder && { placeholder }),
});

/** Where the customer comes back to, and where Qvickly reports. */
export const ADDRESS_OPTIONS: INodeProperties[] = [
	text(
		'acceptUrl',
		'Accept URL',
		'Where the customer is sent after paying. It does not prove a payment: look it up.',
		'e.g. https://shop.example/thanks',
	),
	text(
		'callbackUrl',
		'Callback URL',
		"Where Qvickly reports that the payment's status has changed: the production URL of a 'Qvickly Trigger', which has to begin with https://. Its test URL works once, while n8n listens.",
		'e.g. https://n8n.example/webhook/…',
	),
	text(
		'cancelUrl',
		'Cancel URL',
		'Where the customer is sent after giving up',
		'e.g. https://shop.example/cart',
	),
	{
		displayName: 'Return Method',
		name: 'returnMethod',
		type: 'options',
		options: [
			{ name: 'GET', value: 'GET' },
			{ name: 'POST', value: 'POST' },
		],
		default: 'POST',
		description: 'How the three addresses are called. A page of a shop may want GET.',
	},
];

export const LOCALE_OPTIONS: INodeProperties[] = [
	{
		...text('country', 'Country', 'Country of the sale: code of two letters'),
		default: 'SE',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: [
			{ name: 'Danish', value: 'da' },
			{ name: 'English', value: 'en' },
			{ name: 'Norwegian', value: 'no' },
			{ name: 'Swedish', value: 'sv' },
		],
		default: 'sv',
		description: 'Language of the invoice and of the pages that the customer sees',
	},
];

export const CHECK_ONLY: INodeProperties = {
	displayName: 'Check Only',
	name: 'checkOnly',
	type: 'boolean',
	default: true,
	description: 'Whether to compute and check everything, send nothing, and give what would be sent',
};

export const REPLACE_CHARACTERS: INodeProperties = {
	displayName: 'Replace Characters That Qvickly Cannot Store',
	name: 'replaceCharacters',
	type: 'boolean',
	default: true,
	description:
		'Whether to write dashes, quotation marks, the ellipsis and the euro sign of typeset text with plain characters. Others are refused, with their place.',
};

export const SENDING_OPTIONS = [CHECK_ONLY, REPLACE_CHARACTERS];

const CUSTOMER_SIGNS: Type[] = ['handlingInvoice', 'invoice', 'partPayment'];
const CAN_BE_ACTIVATED: Type[] = [...INVOICE_TYPES, 'card'];

/** All that can be said of a new payment beside what is bought and by whom. */
export const TERMS_OPTIONS: INodeProperties[] = [
	...ADDRESS_OPTIONS,
	...LOCALE_OPTIONS,
	...SENDING_OPTIONS,
	{
		displayName: 'Activate',
		name: 'activate',
		type: 'options',
		...forTypes(CAN_BE_ACTIVATED),
		options: [
			{ name: 'At Once', value: 'atOnce', description: 'As soon as it is made or paid' },
			{ name: 'No', value: 'no', description: "Later, with the operation 'Activate'" },
			{ name: 'On a Date', value: 'onDate' },
		],
		default: 'no',
		description:
			'When to send the invoice or capture the card amount. Qvickly then mails the invoice. This moves money.',
	},
	{
		displayName: 'Activate On',
		name: 'activateOn',
		type: 'dateTime',
		displayOptions: { show: { activate: ['onDate'] } },
		default: '',
		description: 'The day on which it is activated, as it is written; the time does not count',
	},
	text(
		'cancelAfter',
		'Cancel After',
		'How long the customer may take: minutes, hours, days or weeks, in words. A pay link has two days unless told otherwise.',
		'e.g. 2 days',
	),
	{
		displayName: 'Customer Can Sign with BankID',
		name: 'bankId',
		type: 'boolean',
		...forTypes(CUSTOMER_SIGNS),
		default: true,
		description:
			'Whether the customer will be sent to the URL that comes back, to sign there if the account demands it',
	},
	{
		...text('deliveryMethod', 'Delivery Method', 'As it is to stand on the invoice'),
		...forTypes(INVOICE_TYPES),
	},
	{
		...text('deliveryTerms', 'Delivery Terms', 'As they are to stand on the invoice'),
		...forTypes(INVOICE_TYPES),
	},
	{
		displayName: 'Due Days',
		name: 'dueDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 365, numberPrecision: 0 },
		...forTypes(INVOICE_TYPES),
		default: 14,
		description: 'How many days the customer has to pay the invoice',
	},
	{
		displayName: 'Fee Name or ID',
		name: 'feeId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getFees' },
		...forTypes(INVOICE_TYPES),
		default: '',
		description:
			'An invoice fee of the account. Do not add it as a row as well. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	text('logo', 'Logo', "File name of a logo in Qvickly's portal"),
	{
		...text('ourReference', 'Our Reference', "The shop's contact, on the invoice"),
		...forTypes(INVOICE_TYPES),
	},
	{
		...text('projectName', 'Project Name', 'As it is to stand on the invoice'),
		...forTypes(INVOICE_TYPES),
	},
	{
		displayName: "Report to 'Wait for Payment'",
		name: 'reportToWait',
		type: 'boolean',
		default: true,
		description:
			"Whether Qvickly reports to a node with the operation 'Wait for Payment' later in this workflow, in place of 'Callback URL'",
	},
	{
		displayName: 'Save the Card',
		name: 'saveCard',
		type: 'boolean',
		...forTypes(['card']),
		default: true,
		description:
			"Whether later payments may be made with the customer's card. It needs an agreement with Qvickly.",
	},
	{
		...text(
			'savedCard',
			'Saved Card',
			'Number of the first payment, for which the card was saved: the card is charged at once, without the customer',
			'e.g. 1000235',
		),
		...forTypes(['card']),
	},
	{
		...text('yourReference', 'Your Reference', "The customer's contact, on the invoice"),
		...forTypes(INVOICE_TYPES),
	},
];
