import type { IDataObject } from 'n8n-workflow';

import { asObject, toText, type VerifiedData } from '../../api/answer';
import { inCurrency } from '../../api/money';
import type { Operation } from '../operation';
import { customerName, methodText, orNull, simplifyField } from '../order/simplify';
import { lookedUpPayment, lookUp, readBasicResult, type BasicResult } from './basicResult';
import { PAYMENT_REFUSALS, paymentNumberField, paymentTask } from './paymentNumber';

/** Looks a payment up. Source: Qvickly's page "getPaymentinfo". */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get payment',
		description: 'Look up the status, amount and customer of a payment',
	},
	toolDescription:
		"Looks a payment up at Qvickly: its status, amount, method and customer. It changes nothing. Payment_Number is Qvickly's own number of the payment, digits only, not the shop's order number; never guess it.",
	kind: 'read',
	done: 'looked up',
	fields: [paymentNumberField, simplifyField],
	options: [],
	prepare(field) {
		const isSimple = field('simple') !== false;
		return paymentTask(field, (number) => ({
			call: {
				kind: 'read',
				request: lookUp(number),
				done: 'looked up',
				refusals: PAYMENT_REFUSALS,
				result(data) {
					const payment = readBasicResult(lookedUpPayment(data, number), number);
					if ('open' in payment) return payment;
					return { items: [isSimple ? simplified(data, payment) : { ...(data as IDataObject) }] };
				},
			},
			variant: String(isSimple),
		}));
	},
};

/** What is asked for most, with names that say what it is. What Qvickly leaves out is null. */
export function simplified(data: VerifiedData, payment: BasicResult): IDataObject {
	const info = asObject(data.PaymentData) ?? {};
	const { withtax, tax } = asObject(asObject(data.Cart)?.Total) ?? {};
	const settlement = asObject(data.Settlement);
	const { number, orderid, status, url } = payment;
	return {
		number,
		orderid,
		status,
		method: methodText(info),
		currency: orNull(info.currency),
		total: inCurrency(toText(withtax)) ?? null,
		tax: inCurrency(toText(tax)) ?? null,
		url,
		relatedPayment: orNull(info.paymentid_related),
		settlementNumber: orNull(settlement?.number),
		settlementDate: orNull(settlement?.date),
		customerName: customerName(data),
	};
}
