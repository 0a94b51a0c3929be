import { findOperation } from '../../nodes/Qvickly/actions';
import type { CheckoutSeed } from '../sandbox/checkouts';
import type { PlannedCall } from '../sandbox/faults';
import type { Seed } from '../sandbox/payments';
import { startMerchant } from './merchant';
import { BUYER } from './order';

/** An operation, on things for which it can be done. */
export interface Subject {
	name: string;
	/** With its resource before it, if that is not 'payment': 'checkout.get'. */
	operation: string;
	/** What the payments are like, if there are any to begin with. */
	seed?: Partial<Seed>;
	/** The same for checkouts. */
	checkout?: Partial<CheckoutSeed>;
	/** What a payment is like of which Qvickly says that it was done before, so that it is looked up. */
	before?: Partial<Seed>;
	/** The function of its look-up, if it has one. */
	lookUp?: string;
	/** Values of 'Options' beside the settings. */
	options?: object;
	/** Values of fields beside the number. */
	fields?: object;
	/** What the items have that is to be set, or is given back. */
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
		name: 'add a log note',
		operation: 'addLogNote',
		seed: SENT,
		fields: { invoiceHash: '={{ $json.hash }}', text: 'Skickad' },
	},
	{
		name: 'call a function that credits',
		operation: 'api.callFunction',
		seed: SENT,
		fields: {
			function: 'creditPayment',
			data: '={{ { PaymentData: { number: String($json.number) } } }}',
		},
	},
	{
		name: 'get a settlement with the details of its payments',
		operation: 'settlement.get',
		seed: { status: 'Paid', method: 8 },
		fields: { settlementId: '={{ $json.number }}' },
		options: { addPaymentDetails: true },
	},
	{
		name: 'get terms, a page',
		operation: 'account.getTerms',
		fields: { type: 'card', amount: '={{ 1000 + $json.number }}' },
	},
	{
		name: 'get payment plans',
		operation: 'account.getPaymentPlans',
		options: { amount: '={{ 1000 + $json.number }}' },
	},
];

/** The names of resource and operation. */
const namesOf = ({ operation }: Subject): [string, string] => {
	const [resource, name] = operation.split('.');
	return name === undefined ? ['payment', operation] : [resource!, name];
};

/** Whether it may be sent again. */
export const isRepeatable = (subject: Subject) =>
	findOperation(...namesOf(subject))!.kind !== 'once';

const MODES = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

export interface Case {
	fault: string;
	/**
	 * What the fault strikes: the first call of each function about item 2, all calls about it, all but
	 * its look-up, or its look-up alone, which has to be made as the thing had been done before, or its
	 * answer was lost.
	 */
	strikes: 'first' | 'all' | 'all but look-up' | 'look-up';
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	retries: number;
}

/** The items of a case; the fault strikes the second. All that tells one from others has its number. */
const itemsOf = (index: number, { newOrderId, credited, ...more }: Record<string, unknown> = {}) =>
	[1, 2, 3].map((item) => {
		const number = 10 * index + item;
		return {
			...{ number, orderid: String(number), hash: String(number).padStart(20, '0'), ...more },
			...(newOrderId !== undefined && { newOrderId: `${String(newOrderId)}${number}` }),
			...(credited !== undefined && { credited: Number(credited) + number }),
		};
	});

/** The number of the item that a call is about. */
function numberOf({ subject, ...call }: PlannedCall): number {
	if (subject) return Number(subject);
	const data = (call as { data?: Map<string, Map<string, unknown>> }).data;
	const total = data?.get('Cart')?.get('Total') as Map<string, string> | undefined;
	return (
		Number(total?.get('withtax') ?? data?.get('PaymentData')?.get('totalwithtax')) / 100 - 1000
	);
}

/**
 * Calls whose signed answer about somebody else's thing cannot be told from that about one's own, as
 * nothing in it says what it is about. In a look-up another payment's number can be told.
 */
const UNTELLABLE = [
	...['creditPayment', 'duplicatePayment', 'createInvoiceFromOrderHash'],
	...['getInvoicesByCustomer', 'getOrderInfo', 'updateStatusLogOfInvoiceByHash'],
];

/** A page of somebody else's cannot be told from Qvickly's, which does not sign its pages. */
const isForeignPage = (name: string, fault: string) =>
	name === 'getTerms' && /^html(:before)?$/.test(fault);

/**
 * Runs a subject in all cases at the same time, at one sandbox, each on three items of its own.
 *
 * @returns each case, what went in and what came out, once nothing is under way any more
 */
export async function runCases(subject: Subject, cases: Case[]) {
	const strikesSecond = (number: number) => number % 10 === 2;
	const items = cases.map((_, index) => itemsOf(index, subject.item as Record<string, unknown>));
	const [resource, operation] = namesOf(subject);
	const struck = new Set<string>();
	const merchant = await startMerchant({
		payments: cases.flatMap(({ strikes }, index) => {
			const isOld = (number: number) => strikes === 'look-up' && strikesSecond(number);
			const seedOf = (number: number) => (isOld(number) && subject.before) || subject.seed;
			return items[index]!.flatMap(({ number, hash }) => {
				const seed = seedOf(number);
				return seed ? [{ number, hash, ...seed }] : [];
			});
		}),
		checkouts: items
			.flat()
			.flatMap(({ number, hash }) =>
				subject.checkout ? [{ number, hash, ...subject.checkout }] : [],
			),
		faults: (call) => {
			const number = numberOf(call);
			if (!strikesSecond(number)) return undefined;
			const index = Math.floor(number / 10);
			const { fault, strikes } = cases[index]!;
			const name = call.function!;
			if (fault === 'none') return undefined;
			if (strikes === 'look-up' && name !== subject.lookUp) {
				// Half of those whose answer is lost were carried out.
				return subject.before ? undefined : index % 2 ? 'reset:before' : 'reset';
			}
			if (strikes === 'all but look-up' && name === subject.lookUp) return undefined;
			if (UNTELLABLE.includes(name) && fault.startsWith('otherPayment')) return undefined;
			if (isForeignPage(name, fault)) return undefined;
			const isFirst = !struck.has(`${name} ${number}`);
			struck.add(`${name} ${number}`);
			return strikes !== 'first' || isFirst ? fault : undefined;
		},
	});
	merchant.sandbox.payments.lists.settlements.push(
		...items.flat().map(({ number }) => {
			return { id: number, date: '2026-01-30', numbers: [String(number)] };
		}),
	);
	const runs = await Promise.all(
		cases.map(async ({ fault, onError, retries }, index) => {
			// Long where it is not what is tested: a time-out on a busy machine hides other lies.
			const timeout = /^(silence|late)/.test(fault) ? 1 : 60;
			const result = await merchant.run(operation, items[index]!, {
				node: { onError },
				fields: { resource, ...subject.fields },
				options: { retries, timeout, maxParallelRequests: 2, ...subject.options },
			});
			return { items: items[index]!, result };
		}),
	);
	await merchant.sandbox.close();
	return { runs, sandbox: merchant.sandbox };
}

/** A fault before and after the call is carried out: in every error mode, with and without retries, wherever it can strike. */
export function casesOf(name: string, { lookUp: hasLookUp }: Subject): Case[] {
	const places = ['first', 'all', ...(hasLookUp ? (['look-up'] as const) : [])] as const;
	return [name, `${name}:before`].flatMap((fault) => [
		...MODES.flatMap((onError) =>
			[0, 2].flatMap((retries) => places.map((strikes) => ({ fault, strikes, onError, retries }))),
		),
		// What the look-up then says is the same in every error mode.
		...[0, 2].map((retries) => ({
			...{ fault, retries, strikes: 'all but look-up' as const },
			onError: 'continueErrorOutput' as const,
		})),
	]);
}
