import { asObject, toText, type VerifiedData } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import { spellStatus } from '../../api/status';

/** The call of getOrderInfo, which reads and changes nothing. */
export const lookUpCheckout = (hash: string) => encodeRequest('getOrderInfo', { hash });

/** What a checkout has come to, all text; empty where there is nothing yet. */
export interface CheckoutInfo {
	temporaryNumber: string;
	orderid: string;
	status: string;
	/** The payment that was made in it. */
	payment?: { number: string; orderid: string; status: string; url: string };
}

/** Reads getOrderInfo's answer. Source: Qvickly's page "getOrderInfo". */
export function readCheckout(data: VerifiedData): CheckoutInfo | { open: string } {
	const info = asObject(data.PaymentData) ?? {};
	const temporaryNumber = toText(info.number);
	if (temporaryNumber === '') return { open: 'Qvickly answered without a checkout' };
	const { number, orderid, status, url } = asObject(info.order) ?? {};
	const isMade = /^[1-9]\d*$/.test(toText(number));
	return {
		temporaryNumber,
		orderid: toText(info.orderid),
		status: toText(info.status) || toText(data.status),
		...(isMade && {
			payment: {
				number: toText(number),
				orderid: toText(orderid),
				status: spellStatus(toText(status)),
				url: toText(url),
			},
		}),
	};
}
