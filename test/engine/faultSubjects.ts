import { findOperation } from '../../nodes/Qvickly/actions';
import type { Kind } from '../../nodes/Qvickly/actions/operation';
import type { CheckoutSeed } from '../sandbox/checkouts';
import type { Seed } from '../sandbox/payments';
import { BUYER } from './order';

/** An operation, on things for which it can be done. */
export interface Subject {
	name: string;
	/** With its resource before it, if that is not 'payment': 'checkout.get'. */
	operation: string;
	/** That of its calls, where it is not the operation's. */
	kind?: Kind;
	/** What the payments are like, if there are any to begin with. */
	seed?: Partial<Seed>;
	/** The same for checkouts. */
	checkout?: Partial<CheckoutSeed>;
	/** What a payment is like of which Qvickly says that it was done before, so that it is looked up. */
	before?: Partial<Seed>;
	/** The function of its look-up, if it has one. */
	lookUp?: string;
	/** The function that more is read with of each item that it gives. */
	details?: string;
	/** Faults whose answer cannot be told from a true one, beside those of `UNTELLABLE`. */
	untellable?: string[];
	/** What there is to list of each item: a settlement of two payments, or a due date. */
	listed?: 'settlement' | 'due';
	/** Values of 'Options' beside the settings. */
	options?: object;
	/** Values of fields beside the number. */
	fields?: object;
	/**
	 * What the items have that is to be set, or is given back. To numbers, and to texts that end with a
	 * hyphen, that of the item is added.
	 */
	item?: object;
}

const OPEN = { status: 'Created' } as const;
const SENT = { status: 'Factoring' } as const;
const CANCELLED = { status: 'Cancelled' } as const;

const lookUp = 'getPaymentinfo';

/** One row, whose price is the item's own: what is answered about another order has another total. */
const CART = {
	rowsFrom: 'define',
	prices: 'withVat',
	rows: {
		row: [{ description: 'Stövlar', unitPrice: '={{ 100 + $json.number }}', vatRate: '25' }],
	},
};
const NEW_ROW = { description: 'Tofflor', unitPrice: '={{ 50 + $json.number }}', vatRate: '25' };
const NEW_CART = { ...CART, rows: { row: [NEW_ROW] } };

const ORDER = { orderid: '={{ $json.orderid }}', ...CART };

const CHECKOUT = { checkout: '={{ $json.hash }}' };

const FUNCTION = { function: '={{ $json.function }}' };

const SETTLEMENT = {
	listed: 'settlement',
	seed: { status: 'Paid', method: 8 },
	fields: { settlementId: '={{ $json.number }}', output: 'invoices' },
} as const;

export const SUBJECTS: Subject[] = [
	{ name: 'get', operation: 'get', seed: OPEN },
	{ name: 'cancel', operation: 'cancel', seed: OPEN, before: CANCELLED, lookUp },
	{
		name: 'cancel, failing if it was before',
		operation: 'cancel',
		seed: OPEN,
		before: CANCELLED,
		lookUp,
		options: { ifAlreadyCancelled: 'fail' },
	},
	{ name: 'activate an invoice', operation: 'activate', seed: OPEN, before: SENT, lookUp },
	{
		name: 'activate a handling invoice of an expected amount',
		operation: 'activate',
		seed: { ...OPEN, method: 2 },
		before: { status: 'Handling', method: 2 },
		lookUp,
		options: { expectedAmount: '125.00', ifAlreadyActivated: 'fail' },
	},
	{
		name: 'update the order ID',
		operation: 'update',
		seed: OPEN,
		before: SENT,
		lookUp,
		fields: { rowsFrom: 'keep' },
		options: { newOrderId: '={{ $json.newOrderId }}' },
		item: { newOrderId: 'new-' },
	},
	{
		name: 'update the rows',
		operation: 'update',
		seed: OPEN,
		before: SENT,
		lookUp,
		fields: NEW_CART,
		item: { title: 'Tofflor' },
	},
	{ name: 'credit', operation: 'credit', seed: SENT },
	{
		name: 'credit a part',
		operation: 'credit',
		seed: SENT,
		fields: { ...NEW_CART, scope: 'part' },
		item: { credited: 50 },
	},
	{
		name: 'cancel or credit, to cancel',
		operation: 'cancelOrCredit',
		seed: OPEN,
		before: CANCELLED,
		lookUp,
	},
	{
		name: 'cancel or credit, to credit',
		operation: 'cancelOrCredit',
		seed: SENT,
		before: CANCELLED,
		lookUp,
	},
	{
		name: 'create an invoice that can be looked for by the number of its customer',
		operation: 'create',
		lookUp: 'getInvoicesByCustomer',
		fields: {
			...{ type: 'invoice', ...ORDER, ...BUYER },
			customer: { customerNumber: '={{ $json.number }}' },
		},
	},
	{
		name: 'create a pay link that cannot be looked for',
		operation: 'create',
		fields: { type: 'payLink', ...ORDER },
	},
	{ name: 'duplicate', operation: 'duplicate', seed: OPEN, fields: { method: '1' } },
	{
		name: 'create a checkout',
		operation: 'checkout.create',
		fields: { ...ORDER, termsUrl: 'https://shop.example/terms' },
	},
	{
		name: 'update a checkout',
		operation: 'checkout.update',
		checkout: {},
		lookUp: 'getOrderInfo',
		fields: { ...NEW_CART, ...CHECKOUT, temporaryNumber: '={{ $json.number }}' },
		item: { title: 'Tofflor' },
	},
	{
		name: 'create the invoice of a checkout',
		operation: 'checkout.createInvoice',
		checkout: {},
		lookUp: 'getOrderInfo',
		fields: { ...CHECKOUT, method: '1' },
	},
	{ name: 'get a checkout', operation: 'checkout.get', checkout: {}, fields: CHECKOUT },
	{
		name: 'get payment plans',
		operation: 'account.getPaymentPlans',
		options: { amount: '={{ 1000 + $json.number }}' },
	},
	{
		name: 'add a note',
		operation: 'addLogNote',
		seed: SENT,
		fields: { invoiceHash: '={{ $json.hash }}', text: '={{ $json.note }}' },
		item: { note: 'Skickat med paket ÅÄÖ-' },
	},
	{
		name: 'call a function that moves money',
		operation: 'api.callFunction',
		seed: SENT,
		untellable: ['otherPayment'],
		fields: { ...FUNCTION, data: '={{ { PaymentData: { number: String($json.number) } } }}' },
		item: { function: 'creditPayment' },
	},
	{
		name: 'call a function that reads',
		operation: 'api.callFunction',
		kind: 'list',
		seed: SENT,
		untellable: ['otherPayment'],
		fields: { ...FUNCTION, data: '={{ { number: String($json.number) } }}' },
		item: { function: 'getPaymentinfo' },
	},
	{ name: 'get a settlement', operation: 'settlement.get', ...SETTLEMENT },
	{
		name: 'get a settlement with its payments',
		operation: 'settlement.get',
		...SETTLEMENT,
		details: lookUp,
		options: { addPaymentDetails: true },
	},
	{
		name: 'list overdue payments',
		operation: 'getMany',
		listed: 'due',
		fields: { by: 'overdue', dueFrom: '={{ $json.day }}' },
	},
	{
		name: 'get terms',
		operation: 'account.getTerms',
		// Nothing in a page tells who made it.
		untellable: ['html'],
		fields: { type: 'invoice', amount: '={{ $json.amount }}' },
		item: { amount: 1000 },
	},
	{
		name: 'look up an exchange rate',
		operation: 'lookup.exchangeRate',
		fields: { currency: '={{ $json.currency }}' },
		options: { date: '={{ $json.day }}' },
		item: { currency: 'EUR' },
	},
];

/** The names of resource and operation. */
export const namesOf = ({ operation }: Subject): [string, string] => {
	const [resource, name] = operation.split('.');
	return name === undefined ? ['payment', operation] : [resource!, name];
};

/** When it may be sent again. */
export const kindOf = (subject: Subject): Kind =>
	subject.kind ?? findOperation(...namesOf(subject))!.kind;
