import type { IDataObject } from 'n8n-workflow';

import { asObject, toText, type VerifiedData } from '../../api/answer';
import { encodeRequest, type QvicklyRequest } from '../../api/envelope';
import { inCurrency } from '../../api/money';
import { spellStatus } from '../../api/status';
import type { Once, Result } from '../operation';
import { LONGEST_LIST } from '../order/lists';
import { CREATE_REFUSALS } from '../order/refusals';
import { TYPES, WINDOW_TYPES, type Type } from '../order/types';

/** A payment that is to be made. */
export interface NewPayment {
	orderid: string;
	type: Type;
	currency: string;
	/** Öre with VAT. */
	total: bigint;
	/** What Qvickly lists the customer's payments by, if anything was given for it. */
	customerNumber: string;
	/** Whether the customer has to be led past the form for an address, which would drop the other one. */
	skipsForm: boolean;
}

/** Statuses of a payment that was turned down at once. */
const NOT_MADE = ['Cancelled', 'Denied', 'Failed', 'Rejected'];

/** The call of addPayment. Source: Qvickly's pages "addPayment" and "getInvoicesByCustomer". */
export function createCall(request: QvicklyRequest, payment: NewPayment): Once {
	const { orderid, customerNumber } = payment;
	return {
		kind: 'once',
		request,
		done: 'created',
		trace: `a payment with order ID ${orderid}`,
		refusals: CREATE_REFUSALS,
		result: (data) => created(data, payment),
		...(customerNumber && {
			find: {
				request: encodeRequest('getInvoicesByCustomer', { customerno: customerNumber }),
				refusals: {},
				result: (data) => found(data, payment),
				maxAnswerBytes: LONGEST_LIST,
			},
		}),
	};
}

function created(answer: Readonly<Record<string, unknown>>, payment: NewPayment): Result {
	const { orderid, type, total, skipsForm } = payment;
	const number = toText(answer.number);
	const url = toText(answer.url);
	const status = spellStatus(toText(answer.status));
	if (!/^[1-9]\d*$/.test(number)) return { open: 'Qvickly answered without a payment number' };
	if (toText(answer.orderid) !== orderid) {
		return {
			open: `Qvickly answered about payment ${number} of order "${toText(answer.orderid)}"`,
		};
	}
	if (status === '') return { open: 'Qvickly answered without a status' };
	if (NOT_MADE.includes(status)) {
		return {
			notDone: `Qvickly made it as payment ${number} with status "${status}"`,
			advice: 'Offer the customer another way to pay.',
		};
	}
	const isWaiting =
		status.startsWith('WaitingFor') || (status === 'Created' && WINDOW_TYPES.includes(type));
	const item: IDataObject = {
		number,
		orderid,
		status,
		url,
		customerActionNeeded: isWaiting,
		payUrl: isWaiting && url !== '' ? `${url}${type === 'payLink' && skipsForm ? '/pay' : ''}` : '',
		total: inCurrency(total),
	};
	return { items: [item] };
}

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;

/** Whether a payment is from before this run, as where an order ID is used each month. No date tells nothing. */
const isOld = ({ PaymentInfo }: Readonly<Record<string, unknown>>) =>
	Date.parse(toText(asObject(PaymentInfo)?.paymentdate)) < Date.now() - TWO_DAYS;

/** A status that no payment has from the start. */
const LATER = 'Credited';

/** The payment in a list of the customer's: a new one of this order, like the one that was sent. */
function found(data: VerifiedData, payment: NewPayment): Result {
	const { type, currency, total } = payment;
	if (!Array.isArray(data)) return { open: 'Qvickly answered without a list' };
	const those = data
		.map((one) => asObject(one) ?? {})
		.filter((one) => !isOld(one))
		.map(({ PaymentData, Cart }) => ({ info: asObject(PaymentData) ?? {}, cart: Cart }))
		.filter(
			({ info, cart }) =>
				toText(info.method) === TYPES[type] &&
				spellStatus(toText(info.status)) !== LATER &&
				toText(info.currency) === currency &&
				toText(asObject(asObject(cart)?.Total)?.withtax) === String(total),
		)
		.map(({ info }) => created(info, payment))
		// One of another order is none.
		.filter((result) => 'items' in result);
	if (those.length === 1) {
		return { items: those[0]!.items.map((item) => ({ ...item, foundByOrderId: true })) };
	}
	return {
		notDone:
			those.length === 0
				? `the customer has no payment of this order and amount`
				: `the customer has ${those.length} payments of this order and amount`,
	};
}
