import type { IDataObject } from 'n8n-workflow';
import fc from 'fast-check';

import { callFunction } from '../../nodes/Qvickly/actions/api/callFunction.operation';
import { exchangeRate } from '../../nodes/Qvickly/actions/lookup/exchangeRate.operation';
import { vatRate } from '../../nodes/Qvickly/actions/lookup/vatRate.operation';
import type { Result } from '../../nodes/Qvickly/actions/operation';
import { getMany } from '../../nodes/Qvickly/actions/payment/getMany.operation';
import { get } from '../../nodes/Qvickly/actions/settlement/get.operation';
import { paymentDetails } from '../../nodes/Qvickly/actions/settlement/paymentDetails';
import { received, taskOf } from './tasks';

/** An amount as it stands in the text of an answer, and as it is written there. */
interface Written {
	text: string;
	json: string;
}

/** JSON has a number for it. */
const isNumber = (text: string) => /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);

const whole = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map(String);
const spelled = fc.oneof(
	whole,
	fc
		.tuple(whole, fc.constantFrom(1, 2, 3, 6), fc.nat(999_999))
		.map(([start, places, part]) => `${start}.${String(part).padStart(6, '0').slice(0, places)}`),
	fc.constantFrom(
		...['12', '12.3', '12.30', '-0.05', '1.10', '12345678901234567890.12', '0', '-0', '-0.00'],
		...['0.005', '100.0500', '1e3', '1E-7', '-1.5e21', '9007199254740993', '0.1', '123456789.01'],
		...['12,50', '1 000', '1.000,00', 'n/a', '', '.5', '5.', '+5', '007.50', '12.50 kr', '--5'],
	),
);
const amount: fc.Arbitrary<Written> = fc.tuple(spelled, fc.boolean()).map(([text, asNumber]) => ({
	text,
	json: asNumber && isNumber(text) ? text : JSON.stringify(text),
}));

/** So many millionths; undefined for what is no plain decimal number. */
function exactly(text: string, places = 6): bigint | undefined {
	const [, sign, start, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
	if (start === undefined || /[1-9]/.test(part.slice(places))) return undefined;
	const size = BigInt(start + part.slice(0, places).padEnd(places, '0'));
	return sign ? -size : size;
}

/** The output of an amount that Qvickly writes in the currency. */
function expectKronor(shown: unknown, { text }: Written) {
	if (exactly(text, 2) === undefined) return expect(shown).toBe(text || null);
	expect(shown).toMatch(/^-?\d+\.\d{2}$/);
	expect(exactly(shown as string)).toBe(exactly(text));
}

/** The output of an amount that Qvickly writes in hundredths of the currency. */
function expectÖre(shown: unknown, { text }: Written) {
	if (!/^-?\d+$/.test(text)) return expect(shown).toBeNull();
	expect(shown).toMatch(/^-?\d+\.\d{2}$/);
	expect(exactly(shown as string)! * 100n).toBe(exactly(text));
}

/** The output of an amount whose unit Qvickly does not document. */
const expectAsItIs = (shown: unknown, { text }: Written) => expect(shown).toBe(text || null);

/** The one item of an answer with this text. */
function itemOf(result: Result): IDataObject {
	if (!('items' in result)) throw new Error(JSON.stringify(result));
	expect(result.items).toHaveLength(1);
	return result.items[0]!;
}

const holds = (count: number, check: (...amounts: Written[]) => void) =>
	fc.assert(
		fc.property(fc.array(amount, { minLength: count, maxLength: count }), (amounts) =>
			check(...amounts),
		),
		{ numRuns: 500 },
	);

describe('no amount is another one in the output than in the text of the answer', () => {
	it('in a settlement', () => {
		holds(11, (...amounts) => {
			const [toPay, payout, stateIn, stateToPay, statePayout, fee, vat, ...row] = amounts;
			const [paidIn, capital, due, paidOut] = row;
			const text = `{"SettlementId":"5","Paid":{"Paidin":${stateIn!.json},"Topay":${stateToPay!.json},
				"Payout":${statePayout!.json},"TotalFee":${fee!.json},"TotalFeeVAT":${vat!.json},
				"Invoices":[{"id":"7","paidin":${paidIn!.json},"paidinCapital":${capital!.json},
				"topay":${due!.json},"payout":${paidOut!.json}}]},
				"TotalTopay":${toPay!.json},"TotalPayout":${payout!.json}}`;
			const of = (output: string) =>
				itemOf(taskOf(get, { settlementId: '5', output }).call.result(received(text)));
			const item = of('invoices');
			expectKronor(item.settlementToPay, toPay!);
			expectKronor(item.settlementPayout, payout!);
			expectKronor(item.stateFee, fee!);
			expectKronor(item.stateFeeVat, vat!);
			expectKronor(item.paidIn, paidIn!);
			expectKronor(item.paidInCapital, capital!);
			expectKronor(item.toPay, due!);
			expectKronor(item.payout, paidOut!);
			const all = of('summary');
			const [state] = all.states as IDataObject[];
			expectKronor(all.toPay, toPay!);
			expectKronor(all.payout, payout!);
			expectKronor(state!.paidIn, stateIn!);
			expectKronor(state!.toPay, stateToPay!);
			expectKronor(state!.payout, statePayout!);
			expectKronor(state!.fee, fee!);
			expectKronor(state!.feeVat, vat!);
			expect(item.difference).toBe(all.difference);
			// What cannot be read is not summed up, and that is said.
			const odd = [stateIn, stateToPay, statePayout, fee, vat, paidIn, due, paidOut].some(
				(one) => one!.text !== '' && exactly(one!.text, 2) === undefined,
			);
			const isCompared = amounts.every((one) => one.text !== '');
			if (odd && isCompared) expect(item.difference).toContain('not all amounts can be read');
		});
	});

	it('in the payments of a customer, and in the details of a row', () => {
		holds(3, (total, net, left) => {
			const payment = `{"PaymentData":{"number":"7","status":"Paid"},"PaymentInfo":{"balancedue":${left!.json}},
				"Cart":{"Total":{"withtax":${total!.json},"withouttax":${net!.json}}}}`;
			const list = taskOf(getMany, { by: 'customer', customerNumber: '1' });
			const item = itemOf(list.call.result(received(`[${payment}]`)));
			expectÖre(item.total, total!);
			expectÖre(item.balanceDue, left!);
			const details = paymentDetails.of({ number: '7' });
			if ('problem' in details) throw new Error(details.problem);
			const added = itemOf(details.call.result(received(payment)));
			expectÖre(added.total, total!);
			expectÖre(added.net, net!);
		});
	});

	it('in the invoices of a person', () => {
		holds(2, (due, left) => {
			const text = `[{"invoiceid_real":7,"topay":${due!.json},"balancedue":${left!.json}}]`;
			const list = taskOf(getMany, { by: 'pno', pno: '5501011018' });
			const item = itemOf(list.call.result(received(text)));
			expectKronor(item.toPay, due!);
			expectAsItIs(item.balanceDueUnknownUnit, left!);
		});
	});

	it('in what is overdue', () => {
		holds(1, (due) => {
			const list = taskOf(getMany, { by: 'overdue', dueFrom: '2026-01-31' });
			const item = itemOf(list.call.result(received(`[{"number":"7","topay":${due!.json}}]`)));
			expectAsItIs(item.toPayUnknownUnit, due!);
		});
	});

	it('in a rate, which is given to the letter or not at all', () => {
		holds(1, (rate) => {
			const isRate = /^\d+(\.\d+)?$/.test(rate!.text);
			const exchange = taskOf(exchangeRate, { currency: 'EUR' }).call.result(
				received(`{"rate":${rate!.json},"result":"0"}`),
			);
			const vat = taskOf(vatRate, { country: 'SE' }).call.result(
				received(`{"result":${rate!.json}}`),
			);
			if (isRate && /[1-9]/.test(rate!.text)) expect(itemOf(exchange).rate).toBe(rate!.text);
			else expect(exchange).not.toHaveProperty('items');
			if (isRate) expect(itemOf(vat).rate).toBe(rate!.text);
			else expect(vat).not.toHaveProperty('items');
		});
	});

	it('in what a function that is called by its name answers', () => {
		holds(3, (first, second, third) => {
			const text = `[{"a":${first!.json},"b":[${second!.json},{"c":${third!.json}}]}]`;
			const { call } = taskOf(callFunction, { function: 'getFees', data: '{}' });
			const { a, b } = itemOf(call.result(received(text)));
			const [given, { c }] = b as [unknown, { c: unknown }];
			expect([a, given, c].map(String)).toEqual([first, second, third].map((one) => one!.text));
		});
	});
});
