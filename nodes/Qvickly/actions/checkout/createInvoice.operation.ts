import { toText } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import { spellStatus } from '../../api/status';
import type { Operation, Result } from '../operation';
import { CREATE_INVOICE_REFUSALS, HASH_REFUSALS } from '../order/checkoutRefusals';
import { methodField, readMethod } from '../order/method';
import { isProblem } from '../problem';
import { checkoutField, readHash } from './checkoutField';
import { lookUpCheckout, readCheckout } from './checkoutInfo';

/** Makes a payment out of a checkout that the customer did not finish. */
export const createInvoice: Operation = {
	option: {
		name: 'Create Invoice',
		value: 'createInvoice',
		action: 'Create invoice from checkout',
		description: 'Make the payment of a checkout that the customer has not finished',
	},
	toolDescription:
		'Makes the payment of a checkout at Qvickly, which bills the customer. This may move money and cannot be undone; a checkout comes to one payment only, however often it is called. Checkout_URL_or_Hash is what Create gave.',
	kind: 'change',
	done: 'invoiced',
	fields: [checkoutField, methodField],
	options: [],
	prepare(field) {
		const checkout = readHash(field('checkout'));
		if (isProblem(checkout)) return checkout;
		const method = readMethod(field('method'));
		if (isProblem(method)) return method;
		const { hash } = checkout;
		const output = (payment: Readonly<Record<string, unknown>>, before: boolean): Result => {
			const { number, orderid, status, url } = payment;
			if (!/^[1-9]\d*$/.test(toText(number))) {
				return { open: 'Qvickly answered without a payment number' };
			}
			const result = {
				number: toText(number),
				orderid: toText(orderid),
				status: spellStatus(toText(status)),
				url: toText(url),
			};
			if (result.status === '') return { open: 'Qvickly answered without a status' };
			return { items: [{ ...result, alreadyCreated: before }] };
		};
		return {
			subject: `checkout ${hash}`,
			claim: `checkout ${hash}`,
			call: {
				kind: 'change',
				request: encodeRequest('createInvoiceFromOrderHash', { hash, ...method }),
				done: 'invoiced',
				refusals: CREATE_INVOICE_REFUSALS,
				result: (data) => output(data, ['1', 'true'].includes(toText(data.alreadycreated))),
				check: {
					request: lookUpCheckout(hash),
					refusals: HASH_REFUSALS,
					result(data) {
						const info = readCheckout(data);
						if ('open' in info) return info;
						return info.payment
							? output({ ...info.payment }, true)
							: { notDone: 'no payment has been made in it' };
					},
				},
				acceptDoneBefore: true,
			},
		};
	},
};
