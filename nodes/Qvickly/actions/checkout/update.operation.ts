import { asObject, toText } from '../../api/answer';
import { inCurrency } from '../../api/money';
import { parseExactly } from '../../api/exactJson';
import type { Operation } from '../operation';
import { cartFields } from '../order/cartFields';
import { CHECKOUT_REFUSALS, HASH_REFUSALS } from '../order/checkoutRefusals';
import { contains } from '../order/contains';
import { readPricedCart } from '../order/readCart';
import { write } from '../order/request';
import { currencyField, SENDING_OPTIONS } from '../order/termsFields';
import { readPaymentNumber } from '../payment/paymentNumber';
import { isProblem, show } from '../problem';
import { checkoutField, readHash } from './checkoutField';
import { lookUpCheckout, readCheckout } from './checkoutInfo';

/** Replaces the rows of a checkout that nobody has paid in. */
export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update checkout',
		description: 'Replace the rows of a checkout, as when the cart in the shop has changed',
	},
	toolDescription:
		'Replaces all rows of a checkout at Qvickly, which cannot be undone. Temporary_Number and Checkout_URL_or_Hash are what Create gave.',
	kind: 'change',
	done: 'updated',
	fields: [
		{
			displayName: 'Temporary Number',
			name: 'temporaryNumber',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 111222',
			description: "The checkout's own number, as Create gave it. It is no payment's.",
		},
		checkoutField,
		{ ...currencyField, displayOptions: { show: { rowsFrom: ['define', 'list'] } } },
		...cartFields(),
	],
	options: SENDING_OPTIONS,
	prepare(field, options) {
		const reading = readPaymentNumber(field('temporaryNumber'));
		if (isProblem(reading)) {
			return {
				problem: `${show(field('temporaryNumber'))} is no number of a checkout`,
				advice: "Give 'Temporary Number' what 'Create' gave as temporaryNumber.",
			};
		}
		const checkout = readHash(field('checkout'));
		if (isProblem(checkout)) return checkout;
		const sold = readPricedCart(field);
		if (isProblem(sold)) return sold;

		const temporaryNumber = reading.number;
		const { Articles, Cart } = sold;
		const data = { PaymentData: { number: temporaryNumber }, Articles, Cart };
		const { request, preview } = write('updateCheckout', data, options);
		const output = (status: string, orderid: string, url: string) => ({
			items: [{ temporaryNumber, orderid, status, url, total: inCurrency(sold.total) }],
		});
		return {
			subject: `checkout ${temporaryNumber}`,
			claim: `checkout ${temporaryNumber}`,
			variant: preview ? 'checked' : checkout.hash,
			preview,
			call: {
				kind: 'change',
				request,
				done: 'updated',
				refusals: CHECKOUT_REFUSALS,
				result(answer) {
					if (toText(answer.number) !== temporaryNumber) {
						return { open: `Qvickly answered about checkout "${toText(answer.number)}"` };
					}
					return output(toText(answer.status), toText(answer.orderid), toText(answer.url));
				},
				check: {
					request: lookUpCheckout(checkout.hash),
					refusals: HASH_REFUSALS,
					result(answer) {
						const info = readCheckout(answer);
						if ('open' in info) return info;
						if (info.temporaryNumber !== temporaryNumber) {
							return { open: `Qvickly answered about checkout "${info.temporaryNumber}"` };
						}
						const { Articles, Cart } = asObject(parseExactly(request.data)) ?? {};
						if (!contains(answer.Articles, Articles) || !contains(answer.Cart, Cart)) {
							return { notDone: 'it does not have these rows' };
						}
						const url = toText(field('checkout')).trim();
						return output(info.status, info.orderid, /^https?:/.test(url) ? url : '');
					},
				},
				acceptDoneBefore: true,
			},
		};
	},
};
