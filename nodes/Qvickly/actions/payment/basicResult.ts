import { asObject, toText, type VerifiedData } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import { spellStatus } from '../../api/status';

/** What most of Qvickly's functions answer: a payment, all text; `orderid` and `url` may be empty. */
export interface BasicResult {
	/** Digits. */
	number: string;
	/** The shop's order number. */
	orderid: string;
	/** In the spelling of Qvickly's page "Status". */
	status: string;
	/** Of the invoice's PDF, or of the payment window. */
	url: string;
}

/**
 * Reads an answer that has to be about one payment.
 *
 * @param payment the part of the answer that has the fields
 * @param number of the payment
 * @returns the fields, or why the answer proves nothing about the payment
 */
export function readBasicResult(
	payment: Readonly<Record<string, unknown>>,
	number: string,
): BasicResult | { open: string } {
	if (toText(payment.number) !== number) {
		return { open: `Qvickly answered about payment "${toText(payment.number)}"` };
	}
	const status = spellStatus(toText(payment.status));
	if (status === '') return { open: 'Qvickly answered without a status' };
	return { number, orderid: toText(payment.orderid), status, url: toText(payment.url) };
}

/** The call of getPaymentinfo, which reads and changes nothing. */
export const lookUp = (number: string) => encodeRequest('getPaymentinfo', { number });

/** The payment in getPaymentinfo's answer. Qvickly's samples leave its number out. */
export const lookedUpPayment = (
	data: VerifiedData,
	number: string,
): Readonly<Record<string, unknown>> => ({
	number: data.number ?? number,
	...asObject(data.PaymentData),
});

/** How a status is quoted as the reason why something is not done. */
export const itsStatus = (status: string) => `its status at Qvickly is "${status}"`;
