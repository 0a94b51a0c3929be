import type { IDataObject } from 'n8n-workflow';

import { asObject, toText, type VerifiedData } from '../../api/answer';
import { inCurrency } from '../../api/money';
import type { Meanings } from '../../api/refusals';
import type { Details, Result } from '../operation';
import { customerName, methodText, orNull } from '../order/simplify';
import { lookedUpPayment, lookUp, readBasicResult } from '../payment/basicResult';
import { PAYMENT_REFUSALS, readPaymentNumber } from '../payment/paymentNumber';
import { vatByRate } from './vatByRate';

/** What a payment's look-up adds to its row in a settlement; `detailsError` says why it adds nothing. */
const NO_DETAILS = {
	...{ orderid: null, status: null, method: null, currency: null, total: null, net: null },
	...{ vat: null, customerNumber: null, customerName: null, detailsError: null },
};

/** As for every payment; but there is no field whose number could be corrected. */
const REFUSALS: Meanings = Object.fromEntries(
	Object.entries(PAYMENT_REFUSALS).map(([code, meaning]) => [
		code,
		{ ...meaning, advice: "Look the settlement up in its PDF, or in Qvickly's portal." },
	]),
);

export const paymentDetails: Details = {
	of(row) {
		const read = readPaymentNumber(row.number);
		if ('problem' in read) {
			return {
				problem: 'Qvickly gives no payment number in this row',
				advice: 'Look the settlement up in its PDF.',
			};
		}
		const { number } = read;
		return {
			subject: `payment ${number}`,
			number,
			call: {
				kind: 'read',
				request: lookUp(number),
				done: 'looked up',
				refusals: REFUSALS,
				result: (data) => detailsOf(data, number),
			},
		};
	},
	add: (row, details) => ({ ...row, ...NO_DETAILS, ...details }),
	miss: (row, problem) => ({ ...row, ...NO_DETAILS, detailsError: problem }),
};

function detailsOf(data: VerifiedData, number: string): Result {
	const payment = readBasicResult(lookedUpPayment(data, number), number);
	if ('open' in payment) return payment;
	const info = asObject(data.PaymentData) ?? {};
	const { withtax, withouttax } = asObject(asObject(data.Cart)?.Total) ?? {};
	const vat = vatByRate(data);
	const item: IDataObject = {
		orderid: payment.orderid,
		status: payment.status,
		method: methodText(info),
		currency: orNull(info.currency),
		total: inCurrency(toText(withtax)) ?? null,
		net: inCurrency(toText(withouttax)) ?? null,
		vat: vat ?? null,
		customerNumber: orNull(asObject(data.Customer)?.nr),
		customerName: customerName(data),
		detailsError: vat
			? null
			: "The payment's rows do not come to its sums, so there is no VAT by rate.",
	};
	return { items: [item] };
}
