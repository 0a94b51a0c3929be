import { asObject, toText } from '../../api/answer';
import { inCurrency } from '../../api/money';
import type { Operation } from '../operation';
import { cartFields } from '../order/cartFields';
import { CHECKOUT_REFUSALS } from '../order/checkoutRefusals';
import { customerField, shippingAddressField } from '../order/customerFields';
import { readCart } from '../order/readCart';
import { readCustomer } from '../order/readCustomer';
import { readTerms } from '../order/readTerms';
import { readCurrency, readOrderId, write } from '../order/request';
import { currencyField, orderIdField } from '../order/termsFields';
import { isProblem } from '../problem';
import { CHECKOUT_OPTIONS, readCheckoutData, termsUrlField } from './terms';

/** Makes a page on which the customer fills in an address and chooses how to pay. */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create checkout',
		description: 'Make a page on which the customer gives an address and chooses how to pay',
	},
	toolDescription:
		"Creates a checkout at Qvickly: a page on which the customer pays. Call it once for each order, and never call it again after an unclear answer. Order_ID is the shop's own number of the order; never make one up.",
	kind: 'once',
	done: 'created',
	fields: [
		orderIdField,
		currencyField,
		termsUrlField,
		...cartFields(),
		customerField({}),
		shippingAddressField(),
	],
	options: CHECKOUT_OPTIONS,
	prepare(field, options) {
		const order = readOrderId(field('orderid'));
		if (isProblem(order)) return order;
		const money = readCurrency(field('currency'));
		if (isProblem(money)) return money;
		const checkout = readCheckoutData(field('termsUrl'), options);
		if (isProblem(checkout)) return checkout;
		const buyer = readCustomer(asObject(field('customer')) ?? {}, asObject(field('shipTo')) ?? {});
		if (isProblem(buyer)) return buyer;
		const terms = readTerms(options);
		if (isProblem(terms)) return terms;
		const sold = readCart(field, money.currency);
		if (isProblem(sold)) return sold;

		const { orderid } = order;
		const { Articles, Cart, total } = sold;
		const data = {
			...checkout,
			...terms,
			PaymentData: { ...money, orderid, ...terms.PaymentData },
			...buyer,
			...{ Articles, Cart },
		};
		const { request, preview } = write('initCheckout', data, options);
		return {
			subject: `the checkout for order ${orderid}`,
			claim: `the order ID ${JSON.stringify(orderid)}`,
			preview,
			call: {
				kind: 'once',
				request,
				done: 'created',
				trace: `a checkout with order ID ${orderid}`,
				refusals: CHECKOUT_REFUSALS,
				result(answer) {
					const temporaryNumber = toText(answer.number);
					const url = toText(answer.url);
					if (!/^[1-9]\d*$/.test(temporaryNumber) || url === '') {
						return { open: 'Qvickly answered without the address of a checkout' };
					}
					if (toText(answer.orderid) !== orderid) {
						return { open: `Qvickly answered about order "${toText(answer.orderid)}"` };
					}
					const status = toText(answer.status);
					return {
						items: [{ temporaryNumber, orderid, status, url, total: inCurrency(total) }],
					};
				},
			},
		};
	},
};
