import type { IDataObject } from 'n8n-workflow';

import { asObject, toText, type VerifiedData } from '../../api/answer';
import { inCurrency } from '../../api/money';
import type { Operation } from '../operation';
import { HASH_REFUSALS } from '../order/checkoutRefusals';
import { customerName, orNull, simplifyField } from '../order/simplify';
import { isProblem } from '../problem';
import { checkoutField, readHash } from './checkoutField';
import { lookUpCheckout, readCheckout, type CheckoutInfo } from './checkoutInfo';

/** Looks a checkout up, and the payment that was made in it. Source: Qvickly's page "getOrderInfo". */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get checkout',
		description: 'Look up a checkout, and the payment that was made in it',
	},
	toolDescription:
		'Looks a checkout up at Qvickly: its status, rows and total, and the payment that was made in it. It changes nothing. Checkout_URL_or_Hash is what Create gave.',
	kind: 'read',
	done: 'looked up',
	fields: [checkoutField, simplifyField],
	options: [],
	prepare(field) {
		const checkout = readHash(field('checkout'));
		if (isProblem(checkout)) return checkout;
		const isSimple = field('simple') !== false;
		return {
			subject: `checkout ${checkout.hash}`,
			variant: String(isSimple),
			call: {
				kind: 'read',
				request: lookUpCheckout(checkout.hash),
				done: 'looked up',
				refusals: HASH_REFUSALS,
				result(data) {
					const info = readCheckout(data);
					if ('open' in info) return info;
					return { items: [isSimple ? simplified(data, info) : { ...(data as IDataObject) }] };
				},
			},
		};
	},
};

/** What is asked for most. What there is not, or not yet, is null. */
function simplified(data: VerifiedData, info: CheckoutInfo): IDataObject {
	const { method_name, currency, url } = asObject(data.PaymentData) ?? {};
	const { withtax, tax } = asObject(asObject(data.Cart)?.Total) ?? {};
	const { payment } = info;
	return {
		temporaryNumber: info.temporaryNumber,
		orderid: info.orderid,
		status: info.status,
		number: payment?.number ?? null,
		paymentStatus: orNull(payment?.status),
		method: orNull(method_name),
		currency: orNull(currency),
		total: inCurrency(toText(withtax)) ?? null,
		tax: inCurrency(toText(tax)) ?? null,
		url: orNull(url) ?? orNull(payment?.url),
		customerName: customerName(data),
	};
}
