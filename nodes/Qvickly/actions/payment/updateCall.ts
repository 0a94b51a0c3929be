import { asObject, toText } from '../../api/answer';
import type { QvicklyRequest } from '../../api/envelope';
import { parseExactly } from '../../api/exactJson';
import type { Change, Result } from '../operation';
import { contains } from '../order/contains';
import { UPDATE_REFUSALS } from '../order/refusals';
import { itsStatus, lookedUpPayment, lookUp, readBasicResult } from './basicResult';
import { PAYMENT_REFUSALS } from './paymentNumber';

/** The refusal of a payment whose status does not let it be changed. */
const NOT_OPEN = '5202';

/**
 * The call of updatePayment. Source: Qvickly's page "updatePayment".
 *
 * @param number of the payment
 * @param request what is sent; a look-up finds it done if the payment has all of that
 */
export function updateCall(number: string, request: QvicklyRequest): Change {
	const sent = asObject(parseExactly(request.data)) ?? {};
	const payment = asObject(sent.PaymentData) ?? {};
	// What only leads the customer is not given back, and the number stands elsewhere too.
	const toBeFound = { ...sent, PaymentData: { ...payment, number: undefined, bankid: undefined } };
	return {
		kind: 'change',
		request,
		done: 'updated',
		refusals: UPDATE_REFUSALS,
		result(data) {
			const read = readBasicResult(data, number);
			if ('open' in read) return read;
			const wanted = toText(payment.orderid);
			if (wanted !== '' && read.orderid !== wanted) {
				return { open: `Qvickly answered with order ID "${read.orderid}"` };
			}
			return { items: [{ ...read }] };
		},
		check: {
			request: lookUp(number),
			refusals: PAYMENT_REFUSALS,
			result(data, { code }): Result {
				const read = readBasicResult(lookedUpPayment(data, number), number);
				if ('open' in read) return read;
				if (contains(data, toBeFound)) return { items: [{ ...read }] };
				return code === NOT_OPEN
					? {
							notDone: `${itsStatus(read.status)}, and only one that is "Created" can be changed`,
							advice:
								"Nothing was changed. Credit it in part, with the operation 'Credit', or make a new payment.",
						}
					: { notDone: 'it does not have what was to be set' };
			},
		},
		acceptDoneBefore: true,
	};
}
