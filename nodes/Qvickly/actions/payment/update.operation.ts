import type { IDataObject } from 'n8n-workflow';

import { asObject } from '../../api/answer';
import { isProblem, noValueOf } from '../problem';
import type { Operation, Problem } from '../operation';
import { cartFields } from '../order/cartFields';
import { customerField, shippingAddressField } from '../order/customerFields';
import { readPricedCart } from '../order/readCart';
import { readCustomer, readWholeAddress } from '../order/readCustomer';
import { readOrderId, write } from '../order/request';
import { currencyField, SENDING_OPTIONS } from '../order/termsFields';
import { TYPES, type Type } from '../order/types';
import { paymentNumberField, paymentTask } from './paymentNumber';
import { updateCall } from './updateCall';

/** Types that a pay link can be fixed to. Source: Qvickly's page "Paylink flow". */
const FIXABLE: Type[] = ['card', 'invoice', 'partPayment', 'swish'];

const CART_SHOWN = { rowsFrom: ['define', 'list'] };

/** Changes a payment that has not been activated: its order ID, its rows, or its addresses. */
export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update payment',
		description: 'Change the order ID, the rows or the addresses of a payment not yet activated',
	},
	toolDescription:
		"Changes a payment at Qvickly that is not activated yet: its order ID, rows or addresses. Rows that are given replace all rows before, which cannot be undone. Payment_Number is Qvickly's own number of the payment, digits only, not the shop's order number; never guess it.",
	kind: 'change',
	done: 'updated',
	fields: [
		paymentNumberField,
		...cartFields({}, true),
		{ ...currencyField, displayOptions: { show: CART_SHOWN } },
		{
			...customerField({}),
			description: 'The new address, whole: it replaces the one before',
		},
		shippingAddressField(),
	],
	options: [
		...SENDING_OPTIONS,
		{
			displayName: 'Fix the Method of a Pay Link',
			name: 'fixMethod',
			type: 'options',
			options: [
				{ name: 'Card', value: 'card' },
				{ name: 'Invoice', value: 'invoice' },
				{ name: 'Part Payment', value: 'partPayment' },
				{ name: 'Swish', value: 'swish' },
			],
			default: 'invoice',
			description: 'How the customer is to pay, where the link left it open',
		},
		{
			displayName: 'New Order ID',
			name: 'newOrderId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2026-1001',
			description: "The shop's own number of the order",
		},
	],
	prepare(field, options) {
		return paymentTask(field, (number) => {
			const wanted = readWanted(field, options);
			if (isProblem(wanted)) return wanted;
			const { PaymentData, ...parts } = wanted;
			const data = { PaymentData: { number, ...PaymentData }, ...parts };
			const { request, preview } = write('updatePayment', data, options);
			return {
				call: updateCall(number, request),
				variant: preview ? 'checked' : 'sent',
				claim: `payment ${number}`,
				preview,
			};
		});
	},
};

interface Wanted {
	PaymentData: Record<string, string>;
}

/** What is to be changed; only that is sent, as what is left out stays as it is. */
function readWanted(
	field: (name: string) => unknown,
	options: IDataObject,
): (Wanted & Record<string, unknown>) | Problem {
	const order = 'newOrderId' in options ? readOrderId(options.newOrderId) : {};
	if (isProblem(order)) return order;
	const method = 'fixMethod' in options ? readMethod(options.fixMethod) : {};
	if (isProblem(method)) return method;
	const buyer = readCustomer(asObject(field('customer')) ?? {}, asObject(field('shipTo')) ?? {});
	if (isProblem(buyer)) return buyer;
	const gap = readWholeAddress(buyer);
	if (gap) return gap;
	const rows = readRows(field);
	if (isProblem(rows)) return rows;
	const parts = { ...buyer, ...rows };
	const PaymentData = { ...order, ...method };
	if (Object.keys({ ...parts, ...PaymentData }).length > 0) return { PaymentData, ...parts };
	return {
		problem: 'nothing is to be changed',
		advice: "Set 'Rows From', 'Customer', 'Shipping Address', or the option 'New Order ID'.",
	};
}

function readRows(field: (name: string) => unknown): object | Problem {
	const from = field('rowsFrom');
	if (from === 'keep') return {};
	const sold = readPricedCart(field);
	if (isProblem(sold)) return sold;
	return { Articles: sold.Articles, Cart: sold.Cart };
}

/** A fixed method means that the customer goes on to sign. */
function readMethod(value: unknown): Record<string, string> | Problem {
	const type = FIXABLE.find((one) => one === value);
	return type
		? { method: TYPES[type], bankid: 'true' }
		: noValueOf('Fix the Method of a Pay Link', value);
}
