import { operationFiles } from '../actions/operationFiles';
import { CART, checkout, order } from '../sandbox/orders';
import { SUBJECTS } from './faultSubjects';
import { failed, HASH, lies, type Steps } from './liesOf';
import { IS_TRUE } from './truths';

const NOTHING: Steps = [];
const CANCELLED: Steps = [['cancelPayment', { number: '1' }]];
const CREDITED: Steps = [['creditPayment', { number: '1' }]];
const CREDITED_TWICE: Steps = Array<Steps[number]>(2).fill([
	'creditPayment',
	{ PaymentData: { number: '1', partcredit: 'true' }, ...part() },
]);
const CREATED: Steps = [['addPayment', order(1, { orderid: 'A1' })]];
const DUPLICATED: Steps = [['duplicatePayment', { PaymentData: { number: '1', method: '1' } }]];
const UPDATED: Steps = [['updatePayment', { PaymentData: { number: '1', orderid: 'B1' } }]];
const CHECKOUT: Steps = [['initCheckout', checkout({ orderid: 'A1' })]];
const NOTED: Steps = [
	['updateStatusLogOfInvoiceByHash', { hash: HASH, body: { text: 'Skickat' } }],
];
const INVOICED: Steps = [['createInvoiceFromOrderHash', { hash: HASH, method: '1' }]];

/** A row of 50 kr. */
function part() {
	return {
		Articles: [{ ...CART.Articles[0], withouttax: '4000' }],
		Cart: { Total: { withouttax: '4000', tax: '1000', withtax: '5000' } },
	};
}

/** The numbers that the sandbox gives first. */
const [FIRST, SECOND] = ['7000000001', '7000000002'];
const CREDIT = '8000000001';

const PAYMENT = { number: FIRST, orderid: 'A1', total: '125.00' };

it('every operation is in IS_TRUE (truths.js, truthsOfReads.js), and in SUBJECTS if it changes anything', () => {
	const all = operationFiles().map(({ resource, operation }) => ({
		name: resource === 'payment' ? operation.option.value : `${resource}.${operation.option.value}`,
		kind: operation.kind,
	}));
	expect(Object.keys(IS_TRUE).sort()).toEqual(all.map(({ name }) => name).sort());
	// Reads of one kind are all alike: some of them stand for all.
	const subjects = new Set(SUBJECTS.map(({ operation }) => operation));
	const left = all.filter(({ name }) => !subjects.has(name));
	expect(left.filter(({ kind }) => kind === 'change' || kind === 'once')).toEqual([]);
});

describe('the lie finder', () => {
	it.each([
		['cancel', 'Created', NOTHING, { status: 'Cancelled' }, { falseClaims: ['1'] }],
		['activate', 'Created', NOTHING, { status: 'Paid' }, { falseClaims: ['1'] }],
		['get', 'Created', NOTHING, { status: 'Paid' }, { falseClaims: ['1'] }],
		['credit', 'Factoring', NOTHING, { creditNumber: CREDIT }, { falseClaims: ['1'] }],
		['credit', 'Factoring', CREDITED, { creditNumber: '9' }, { falseClaims: ['1'] }],
		['cancelOrCredit', 'Factoring', NOTHING, { action: 'cancelled' }, { falseClaims: ['1'] }],
		['cancel', 'Created', NOTHING, failed('alreadyDone'), { falseClaims: ['1'] }],
		['cancel', 'Created', CANCELLED, failed('refused'), { falseDenials: ['1'] }],
		['cancel', 'Created', CANCELLED, failed('notAttempted'), { falseDenials: ['1'] }],
		['credit', 'Factoring', CREDITED, failed('unreached'), { falseDenials: ['1'] }],
		['cancel', 'Created', NOTHING, undefined, { lostItems: [0] }],
		['create', 'Created', NOTHING, PAYMENT, { falseClaims: ['A1'] }],
		['create', 'Created', CREATED, { ...PAYMENT, number: '1' }, { falseClaims: ['A1'] }],
		['create', 'Created', CREATED, { ...PAYMENT, total: '1.25' }, { falseClaims: ['A1'] }],
		['create', 'Created', CREATED, failed('refused'), { falseDenials: ['A1'] }],
		['update', 'Created', NOTHING, {}, { falseClaims: ['1'] }],
		['update', 'Created', UPDATED, failed('refused'), { falseDenials: ['1'] }],
		['duplicate', 'Created', NOTHING, { number: FIRST, copyOf: '1' }, { falseClaims: ['1'] }],
		['duplicate', 'Created', DUPLICATED, { number: '1', copyOf: '1' }, { falseClaims: ['1'] }],
		['duplicate', 'Created', DUPLICATED, failed('refused'), { falseDenials: ['1'] }],
		['checkout.create', 'Created', NOTHING, { temporaryNumber: '1' }, { falseClaims: ['A1'] }],
		['checkout.create', 'Created', CHECKOUT, failed('refused'), { falseDenials: ['A1'] }],
		['checkout.createInvoice', 'Created', NOTHING, { number: FIRST }, { falseClaims: [HASH] }],
		['checkout.createInvoice', 'Created', INVOICED, { number: '1' }, { falseClaims: [HASH] }],
		['checkout.createInvoice', 'Created', INVOICED, failed('refused'), { falseDenials: [HASH] }],
		['checkout.get', 'Created', NOTHING, { temporaryNumber: '2' }, { falseClaims: ['1'] }],
		['account.getPaymentPlans', 'Created', NOTHING, {}, { falseClaims: ['1'] }],
	] as const)('finds a lie of %s: %s, after %j, told %j', async (...[a, b, c, d, found]) => {
		expect(await lies(a, b, c as Steps, d, { newOrderId: 'B1' })).toEqual(found);
	});

	it.each([
		['credit', 'Factoring', CREDITED_TWICE, failed('unknown'), ['creditPayment 1', '1']],
		['create', 'Created', [...CREATED, ...CREATED], PAYMENT, ['addPayment A1', 'A1']],
		[
			'duplicate',
			'Created',
			[...DUPLICATED, ...DUPLICATED],
			{ number: SECOND, copyOf: '1' },
			['duplicatePayment 1', '1'],
		],
		[
			'checkout.create',
			'Created',
			[...CHECKOUT, ...CHECKOUT],
			failed('unknown'),
			['initCheckout A1', 'A1'],
		],
	] as const)('finds what was done twice by %s: %s, after %j', async (...[a, b, c, d, twice]) => {
		expect(await lies(a, b, c as Steps, d)).toEqual({ doneTwice: twice });
	});

	it.each([
		['cancel', 'Created', CANCELLED, { status: 'Cancelled' }],
		['cancel', 'Created', CANCELLED, failed('unknown')],
		['cancel', 'Created', NOTHING, failed('unknown')],
		['cancel', 'Created', NOTHING, failed('refused')],
		['credit', 'Factoring', CREDITED, { creditNumber: CREDIT }],
		['credit', 'Factoring', CREDITED, failed('unknown')],
		['cancelOrCredit', 'Factoring', CREDITED, { action: 'credited', creditNumber: CREDIT }],
		['create', 'Created', CREATED, PAYMENT],
		['create', 'Created', CREATED, failed('unknown')],
		['create', 'Created', NOTHING, failed('refused')],
		['update', 'Created', UPDATED, { number: '1' }],
		['update', 'Created', [...UPDATED, ...UPDATED], { number: '1' }],
		['duplicate', 'Created', DUPLICATED, { number: FIRST, copyOf: '1' }],
		['checkout.createInvoice', 'Created', [...INVOICED, ...INVOICED], { number: FIRST }],
		['checkout.get', 'Created', NOTHING, { temporaryNumber: '1', total: '125.00' }],
	] as const)('finds none in %s: %s, after %j, told %j', async (...[a, b, c, d]) => {
		expect(await lies(a, b, c as Steps, d, { newOrderId: 'B1' })).toEqual({});
	});

	it('knows a part of a credit by its amount', async () => {
		const steps = CREDITED_TWICE.slice(1);
		const told = { creditNumber: CREDIT };
		expect(await lies('credit', 'Factoring', steps, told, { credited: '50.00' })).toEqual({});
		expect(await lies('credit', 'Factoring', steps, told, { credited: '60.00' })).toEqual({
			falseClaims: ['1'],
		});
	});

	it('knows a note by its invoice and its text', async () => {
		const told = { hash: HASH, result: 'OK' };
		const of = async (steps: Steps, note: string, says: object = told) =>
			await lies('addLogNote', 'Factoring', steps, says, { note });
		expect(await of(NOTED, 'Skickat')).toEqual({});
		expect(await of(NOTED, 'Betalt')).toEqual({ falseClaims: [HASH] });
		expect(await of(NOTHING, 'Skickat')).toEqual({ falseClaims: [HASH] });
		expect(await of(NOTED, 'Skickat', failed('refused'))).toEqual({ falseDenials: [HASH] });
		expect(await of(NOTED, 'Skickat', failed('unknown'))).toEqual({});
		expect(await of([...NOTED, ...NOTED], 'Skickat')).toEqual({
			doneTwice: [`updateStatusLogOfInvoiceByHash ${HASH}`, HASH],
		});
	});

	it('knows what a function was called for', async () => {
		const of = async (steps: Steps, name: string, says: object) =>
			await lies('api.callFunction', 'Factoring', steps, says, { function: name });
		const credit = { number: CREDIT };
		expect(await of(CREDITED, 'creditPayment', credit)).toEqual({});
		expect(await of(NOTHING, 'creditPayment', credit)).toEqual({ falseClaims: ['1'] });
		expect(await of(CREDITED, 'creditPayment', failed('refused'))).toEqual({ falseDenials: ['1'] });
		expect(await of(CREDITED_TWICE, 'creditPayment', failed('unknown'))).toEqual({
			doneTwice: ['creditPayment 1', '1'],
		});
		const read = (number: string) => ({ PaymentData: { number, status: 'Factoring' } });
		expect(await of(NOTHING, 'getPaymentinfo', read('1'))).toEqual({});
		expect(await of(NOTHING, 'getPaymentinfo', read('2'))).toEqual({ falseClaims: ['1'] });
		expect(await of(NOTHING, 'getPaymentinfo', [read('1'), read('1')])).toEqual({
			falseClaims: ['1'],
		});
	});
});
