import type { IDataObject } from 'n8n-workflow';

import { create as createCheckout } from '../../nodes/Qvickly/actions/checkout/create.operation';
import { createInvoice } from '../../nodes/Qvickly/actions/checkout/createInvoice.operation';
import { update as updateCheckout } from '../../nodes/Qvickly/actions/checkout/update.operation';
import { eInvoiceRecipient } from '../../nodes/Qvickly/actions/lookup/eInvoiceRecipient.operation';
import type { LedHere, Operation } from '../../nodes/Qvickly/actions/operation';
import { readTerms } from '../../nodes/Qvickly/actions/order/readTerms';
import { readType } from '../../nodes/Qvickly/actions/order/types';
import { cancelOrCredit } from '../../nodes/Qvickly/actions/payment/cancelOrCredit.operation';
import { create } from '../../nodes/Qvickly/actions/payment/create.operation';
import { duplicate } from '../../nodes/Qvickly/actions/payment/duplicate.operation';
import { getMany } from '../../nodes/Qvickly/actions/payment/getMany.operation';
import { update } from '../../nodes/Qvickly/actions/payment/update.operation';
import { settingFields } from '../../nodes/Qvickly/actions/settings';
import { get as getSettlement } from '../../nodes/Qvickly/actions/settlement/get.operation';
import { ADDRESS, info, lookUpOf, problemOf, ROWS, sentFor, taskOf, verified } from './tasks';

const CARD = { type: 'card', orderid: '1', rowsFrom: 'define', rows: ROWS };

const CHECKOUT = { orderid: '1', termsUrl: 'https://shop.example/terms', rows: ROWS };
const BUYER = { ...ADDRESS, personalNumber: '550101-1018', email: 'a@b.se' };
const HASH = '2a6b47a5ee34a4210f4bd96b3c7c427d';

/** Text that holds what is wanted, and more before or behind it. */
const around = (right: string) => [`x${right}`, `${right}x`, `${right} ${right}`];

const OF_FIELDS: Array<[string, Operation, string, object, string]> = [
	['a method', duplicate, 'method', {}, '16'],
	['a customer number', getMany, 'customerNumber', { by: 'customer' }, '1234'],
	['an organisation number', eInvoiceRecipient, 'orgnum', {}, '556000-1234'],
	['a settlement', getSettlement, 'settlementId', {}, '1234'],
	['a currency', create, 'currency', CARD, 'SEK'],
	['a part payment plan', create, 'planId', { ...CARD, ...BUYER, type: 'partPayment' }, '12'],
];

it.each(OF_FIELDS)(
	'%s with something before or behind it is none',
	(_, operation, name, fields, right) => {
		expect(problemOf(operation, { ...fields, [name]: right })).toBe('none');
		for (const wrong of around(right)) {
			expect(problemOf(operation, { ...fields, [name]: wrong })).not.toBe('none');
		}
	},
);

it.each(OF_FIELDS.filter(([, , name]) => name !== 'currency'))(
	'%s may have spaces around it',
	(_, operation, name, fields, right) => {
		const spaced = taskOf(operation, { ...fields, [name]: ` ${right} ` });
		expect(spaced.call.request.data).toBe(
			taskOf(operation, { ...fields, [name]: right }).call.request.data,
		);
	},
);

const problem = (options: object) => {
	const read = readTerms(options as IDataObject, 'card');
	return 'problem' in read ? read.problem : 'none';
};

it.each<[string, string, object]>([
	['feeId', '12', {}],
	['language', 'sv', {}],
	['activateOn', '2026-12-01', { activate: 'onDate' }],
	['dueDays', '365', {}],
	['dueDays', '5', {}],
])('%s as %s with something before or behind it is none', (name, right, options) => {
	expect(problem({ ...options, [name]: right })).toBe('none');
	for (const wrong of around(right))
		expect(problem({ ...options, [name]: wrong })).not.toBe('none');
});

it('a day that does not exist is none, and neither is a text without one', () => {
	for (const activateOn of ['2026-02-30', '2026-13-01', '', null]) {
		expect(problem({ activate: 'onDate', activateOn })).toContain("in 'Activate On' is no date");
	}
});

it('a web address has nothing before it', () => {
	expect(problem({ acceptUrl: 'x https://a.se' })).toContain('is no web address');
	expect(problem({ acceptUrl: 'xhttps://a.se' })).toContain('is no web address');
	for (const termsUrl of ['xhttps://a.se', 'https://a.se b', 'terms'])
		expect(problemOf(createCheckout, { ...CHECKOUT, termsUrl })).toContain('is no web address');
	const { CheckoutData } = sentFor(createCheckout, { ...CHECKOUT, termsUrl: ' http://a.se ' });
	expect(CheckoutData).toHaveProperty('terms', 'http://a.se');
});

it('fees, days and logos may have spaces around them', () => {
	const options = { feeId: ' 12 ', dueDays: ' 30 ', logo: ' logo.png ' };
	expect(readTerms(options, 'invoice')).toMatchObject({
		PaymentData: { feeid: '12', logo: 'logo.png' },
		PaymentInfo: { paymentterms: '30' },
	});
});

it('an order ID may have 255 characters', () => {
	const orderid = 'x'.repeat(255);
	expect(sentFor(create, { ...CARD, orderid }).PaymentData).toMatchObject({ orderid });
	expect(problemOf(create, { ...CARD, orderid: `${orderid}x` })).toContain('order ID');
});

it('what has no payment number of its own proves nothing', () => {
	const copy = taskOf(duplicate, { method: '1' }).call;
	const made = taskOf(create, CARD).call;
	const answer = { orderid: '1', status: 'Created', url: '' };
	for (const number of ['x1000301', '1000301x', '']) {
		expect(copy.result(verified({ ...answer, number }))).toHaveProperty('open');
		expect(made.result(verified({ ...answer, number }))).toHaveProperty('open');
	}
});

it('a settlement has an ID of digits, an output that there is, and details only if it is wanted', () => {
	const settlement = (fields: object, options = {}) =>
		taskOf(getSettlement, { settlementId: '5', ...fields }, options);
	expect(problemOf(getSettlement, { settlementId: ' ' })).toBe('the settlement ID is empty');
	expect(problemOf(getSettlement, { settlementId: '5a' })).toBe('"5a" is not a settlement ID');
	expect(problemOf(getSettlement, { settlementId: '5', output: 'x' })).toContain("'Output'");
	const wanted = { addPaymentDetails: true };
	expect(settlement({ output: 'invoices' }, wanted)).toHaveProperty('details');
	expect(settlement({ output: 'invoices' })).not.toHaveProperty('details');
	expect(settlement({ output: 'summary' }, wanted)).not.toHaveProperty('details');
});

it('what makes a checkout or its payment needs a number, and may be found done before', () => {
	const made = taskOf(createCheckout, CHECKOUT).call;
	const billed = taskOf(createInvoice, { checkout: HASH, method: '1' }).call;
	const answer = { orderid: '1', status: 'Created', url: 'https://a.se' };
	for (const number of ['x111222', '111222x']) {
		expect(made.result(verified({ ...answer, number }))).toHaveProperty('open');
		expect(billed.result(verified({ ...answer, number }))).toHaveProperty('open');
	}
	expect(billed).toMatchObject({ kind: 'change', acceptDoneBefore: true });
	const changed = taskOf(updateCheckout, {
		...{ temporaryNumber: '111222', checkout: HASH, rows: ROWS },
	}).call;
	expect(changed).toMatchObject({ kind: 'change', acceptDoneBefore: true });
	const updated = taskOf(update, { rowsFrom: 'define', rows: ROWS }).call;
	expect(updated).toMatchObject({ kind: 'change', acceptDoneBefore: true });
});

it.each<[string, Operation, object, object]>([
	['a currency', createCheckout, { ...CHECKOUT, currency: 'kronor' }, {}],
	['a customer', createCheckout, { ...CHECKOUT, customer: { email: 'nobody' } }, {}],
	['terms', createCheckout, CHECKOUT, { language: 'xx' }],
	['terms', create, CARD, { language: 'xx' }],
	[
		'an address to report to',
		create,
		{ ...CARD, resumeUrl: 'http://a.se' },
		{ reportToWait: true },
	],
	['a checkout', createInvoice, { checkout: 'x', method: '1' }, {}],
	['a customer', update, { customer: { email: 'nobody' } }, {}],
	['rows', update, { rowsFrom: 'define', rows: { row: [{ description: 'A' }] } }, {}],
])('%s that cannot be used stops it', (_, operation, fields, options) => {
	expect(problemOf(operation, fields, options)).not.toBe('none');
});

it('a checkout takes the customer and the address along', () => {
	const sent = sentFor(createCheckout, { ...CHECKOUT, customer: BUYER, shipTo: ADDRESS });
	expect(sent.Customer).toMatchObject({
		Billing: { firstname: ADDRESS.firstName },
		Shipping: { firstname: ADDRESS.firstName },
	});
});

it.each([
	['https://n8n.se/webhook-waiting/1', 'https://n8n.se/webhook-waiting/1/qvickly'],
	['https://n8n.se/webhook-waiting/1/', 'https://n8n.se/webhook-waiting/1/qvickly'],
	['https://n8n.se/w/1?signature=a/b', 'https://n8n.se/w/1/qvickly?signature=a/b'],
	['https://n8n.se/w/1/?signature=a?#c?d', 'https://n8n.se/w/1/qvickly?signature=a?'],
	['https://n8n.se/w/1#c?d', 'https://n8n.se/w/1/qvickly'],
	['http://localhost:5678/w/1', 'http://localhost:5678/w/1/qvickly'],
])('a payment is reported to the execution at %s', (resumeUrl, callbackurl) => {
	const sent = sentFor(create, { ...CARD, resumeUrl }, { reportToWait: true });
	expect(sent.PaymentData).toMatchObject({ callbackurl });
});

it.each(['xhttps://n8n.se/', 'xhttp://localhost/', 'http://localhost.se/', 'http://n8n.se/', ''])(
	'no payment is reported to %j',
	(resumeUrl) => {
		const options = { reportToWait: true };
		expect(problemOf(create, { ...CARD, resumeUrl }, options)).toContain('cannot report to');
	},
);

it('a list with one element is no type', () => {
	expect(readType('card')).toBe('card');
	expect(readType(['card'])).toBeUndefined();
});

it('a check shows what is rounded', () => {
	const preview = (adjustments: object) => {
		const rows = { row: [{ ...ROWS.row[0], unitPrice: '99.50' }] };
		return taskOf(create, { ...CARD, rows, adjustments }, { checkOnly: true }).preview;
	};
	expect(preview({ toWhole: true })).toMatchObject({ total: '100.00', rounding: '0.50' });
	expect(preview({})).toMatchObject({ total: '99.50', rounding: '0.00' });
});

it('a payment may have been cancelled before it is to be cancelled or credited', () => {
	const { call } = taskOf(cancelOrCredit);
	expect(call).toMatchObject({ kind: 'change', acceptDoneBefore: true });
	const cancelled = info({ status: 'Cancelled' });
	const action = (ledHere: LedHere) => lookUpOf(call, cancelled, ledHere);
	expect(action({ code: '5220', doubt: false })).toMatchObject({ items: [{ action: 'none' }] });
	for (const ledHere of [{ code: '5220', doubt: true }, { doubt: false }])
		expect(action(ledHere)).toMatchObject({ items: [{ action: 'cancelled' }] });
});

it('what may move money tells that an answer can take a while', () => {
	const told = (['read', 'list', 'change', 'once'] as const).map((kind) =>
		settingFields(kind).some(({ description }) => description?.includes('can take a while')),
	);
	expect(told).toEqual([false, false, true, true]);
});
