import type { IDataObject } from 'n8n-workflow';

import { eInvoiceRecipient } from '../../nodes/Qvickly/actions/lookup/eInvoiceRecipient.operation';
import type { Operation } from '../../nodes/Qvickly/actions/operation';
import { readTerms } from '../../nodes/Qvickly/actions/order/readTerms';
import { create } from '../../nodes/Qvickly/actions/payment/create.operation';
import { duplicate } from '../../nodes/Qvickly/actions/payment/duplicate.operation';
import { getMany } from '../../nodes/Qvickly/actions/payment/getMany.operation';
import { get as getSettlement } from '../../nodes/Qvickly/actions/settlement/get.operation';
import { problemOf, ROWS, sentFor, taskOf, verified } from './tasks';

const CARD = { type: 'card', orderid: '1', rowsFrom: 'define', rows: ROWS };

/** Text that holds what is wanted, and more before or behind it. */
const around = (right: string) => [`x${right}`, `${right}x`, `${right} ${right}`];

const OF_FIELDS: Array<[string, Operation, string, object, string]> = [
	['a method', duplicate, 'method', {}, '16'],
	['a customer number', getMany, 'customerNumber', { by: 'customer' }, '1234'],
	['an organisation number', eInvoiceRecipient, 'orgnum', {}, '556000-1234'],
	['a settlement', getSettlement, 'settlementId', {}, '1234'],
	['a currency', create, 'currency', CARD, 'SEK'],
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
