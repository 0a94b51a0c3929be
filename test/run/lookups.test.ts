import { callFunction } from '../../nodes/Qvickly/actions/api/callFunction.operation';
import { exchangeRate } from '../../nodes/Qvickly/actions/lookup/exchangeRate.operation';
import { vatRate } from '../../nodes/Qvickly/actions/lookup/vatRate.operation';
import { addLogNote } from '../../nodes/Qvickly/actions/payment/addLogNote.operation';
import { getMany } from '../../nodes/Qvickly/actions/payment/getMany.operation';
import { get } from '../../nodes/Qvickly/actions/settlement/get.operation';
import type { Reply } from '../../nodes/Qvickly/transport/connect';
import { taskOf } from '../actions/tasks';
import {
	http,
	noConnection,
	refusal,
	reset,
	settled,
	signed,
	textOf,
	unreadable,
	unverified,
} from './settling';

const rate = taskOf(exchangeRate, { currency: 'EUR' }, { date: '2026-01-31' });
const vat = taskOf(vatRate, { country: 'US' });
const settlement = taskOf(get, { settlementId: '5' });
const note = taskOf(addLogNote, { invoiceHash: '202405032367858ea08652', text: 'Sent' });
const call = (name: string) => taskOf(callFunction, { function: name, data: '{"number":"1"}' });

describe('a rate that Qvickly does not have', () => {
	it.each([-1, '-1'])('is an error, and not asked for again (result %j)', async (result) => {
		const { outcome } = await settled(rate, [signed({ rate: '11.45', result, date: 'x' })], 2);
		expect(outcome).toMatchObject({
			outcome: 'refused',
			message:
				'The exchange rate of EUR on 2026-01-31 could not be looked up: Qvickly has no rate of that currency for that day',
			advice: "Check 'Currency', or choose another 'Date'.",
		});
		const { outcome: none } = await settled(vat, [signed({ result })], 2);
		expect(textOf(none)).toMatch(/^The VAT rate of US could not be looked up: Qvickly has no rate/);
	});

	it('is no answer where it reads like one, and asked for again', async () => {
		for (const data of [{ rate: '', result: '0' }, { rate: '11.45' }, {}]) {
			const { outcome } = await settled(rate, [signed(data), signed(data)], 1);
			expect(outcome).toHaveProperty('outcome', 'unanswered');
		}
	});
});

describe('a settlement', () => {
	it.each<[string, object]>([
		['another one', { SettlementId: '6' }],
		['sums without rows', { SettlementId: '5', TotalPayout: '1' }],
		['no settlement', { code: 0 }],
	])('is asked for again where %s came', async (_, data) => {
		const whole = signed({ SettlementId: '5', TotalPayout: '0' });
		const { outcome, called } = await settled(settlement, [signed(data), whole], 1);
		expect(outcome).toEqual({ items: [] });
		expect(called).toHaveLength(2);
		const { outcome: none } = await settled(settlement, [signed(data)]);
		expect(textOf(none)).toMatch(/^Settlement 5 could not be looked up: .*Nothing was changed\./);
	});
});

describe('a note', () => {
	it.each<[string, Reply]>([
		['a broken connection', reset],
		['no right signature', unverified],
		['nothing of Qvickly', unreadable],
		['HTTP 503', http(503)],
		['another result', signed({ result: 'NOK' })],
	])('is written once, whatever is left open by %s', async (_, reply) => {
		const { outcome } = await settled(note, [reply], 3);
		expect(outcome).toHaveProperty('outcome', 'unknown');
		expect(textOf(outcome)).toMatch(
			/^Invoice 202405032367858ea08652 may have been given the note: .* look in Qvickly's portal for the note in its log/,
		);
	});

	it('is sent again where the try before never arrived', async () => {
		const { outcome } = await settled(note, [noConnection, signed({ result: 'OK' })], 1);
		expect(outcome).toEqual({ items: [{ hash: '202405032367858ea08652', result: 'OK' }] });
	});
});

describe('a function that is called by its name', () => {
	it.each(['getPaymentinfo', 'GETFEES', 'getorderbyhash'])('(%s) is sent again', async (name) => {
		const { called } = await settled(call(name), [reset, unverified, signed([])], 2);
		expect(called).toEqual([name, name, name]);
	});

	it.each(['creditPayment', 'CANCELpayment', 'getSomethingNew', 'updatestatuslogofinvoicebyhash'])(
		'(%s) is sent once',
		async (name) => {
			for (const reply of [reset, unverified, http(500)]) {
				const { outcome } = await settled(call(name), [reply], 3);
				expect(textOf(outcome)).toContain(`Function ${name} may have been carried out`);
				expect(textOf(outcome)).toContain(`look in Qvickly's portal for what ${name} does`);
			}
		},
	);

	it('keeps its item, if it is done once and Qvickly answers nothing', async () => {
		expect((await settled(call('uploadKalpForm'), [signed([])])).outcome).toEqual({ items: [{}] });
		expect((await settled(call('getFees'), [signed([])])).outcome).toEqual({ items: [] });
	});

	it.each(['8705', '9001', '9002', '9004', '9005', '9009'])(
		'ends no other item by the refusal %s',
		async (code) => {
			for (const name of ['getPaymentinfo', 'creditPayment']) {
				const { outcome } = await settled(call(name), [refusal(code)], 2);
				expect(outcome).toMatchObject({ outcome: 'refused', refusal: { code } });
				expect(outcome).not.toHaveProperty('closes');
			}
		},
	);

	it('ends all other items by a refusal of the account', async () => {
		const { outcome } = await settled(call('getPaymentinfo'), [refusal('9012')], 2);
		expect(outcome).toHaveProperty('closes.settles', 'account');
	});
});

describe('a list of payments', () => {
	it.each([
		[{ by: 'overdue', dueFrom: '2026-01-31' }, 'The list of overdue payments since 2026-01-31'],
		[{ by: 'customer', customerNumber: '123' }, 'The list of payments of customer 123'],
		[{ by: 'pno', pno: '550101-1018' }, 'The list of invoices of customer 550101-****'],
	])('by %j says what it is about', async (fields, subject) => {
		const task = taskOf(getMany, fields);
		for (const reply of [refusal('7022'), refusal('5555'), noConnection, http(404), unverified]) {
			const { outcome } = await settled(task, [reply]);
			expect(textOf(outcome)).toContain(`${subject} could not be looked up: `);
			expect(JSON.stringify(outcome)).not.toContain('1018');
		}
	});
});
