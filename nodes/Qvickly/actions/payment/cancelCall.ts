import { toText } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import type { Meanings } from '../../api/refusals';
import { spellStatus } from '../../api/status';
import type { Change, Result } from '../operation';
import {
	itsStatus,
	lookedUpPayment,
	lookUp,
	readBasicResult,
	type BasicResult,
} from './basicResult';
import { PAYMENT_REFUSALS } from './paymentNumber';

/** The refusal of a payment that has been activated: it cannot be cancelled any more, but credited. */
export const ACTIVATED = '5209';

/** The refusal of a payment that had been cancelled before. */
const CANCELLED_BEFORE = '5220';

/** Statuses of a payment that has not been activated, which contradict that it has. */
const NOT_ACTIVATED = ['Created', 'Approved', 'Pending', 'Manual'];

/** Source: Qvickly's page "Error codes". */
export const CANCEL_REFUSALS: Meanings = {
	...PAYMENT_REFUSALS,
	5202: {
		reason: 'its status does not allow that',
		advice: 'Look the payment up. One that has been activated has to be credited instead.',
		settles: 'try',
	},
	[ACTIVATED]: {
		reason: 'it has already been activated',
		advice: "It can no longer be cancelled. Credit it instead, with the operation 'Credit'.",
		settles: 'matter',
	},
	[CANCELLED_BEFORE]: {
		reason: 'it was already cancelled',
		advice:
			"Nothing is left to do. To let such payments pass, set 'If Already Cancelled' to 'Return the Payment'.",
		settles: 'before',
	},
	5221: {
		reason: 'it belongs to a test person, and this is live mode',
		advice: "Turn on 'Test Mode' in the credential for payments of test persons.",
		settles: 'try',
	},
	5261: {
		reason: 'the card acquirer did not release the reservation',
		advice: "Try again later. If this keeps happening, give Qvickly's support the log ID.",
		settles: 'try',
	},
};

/**
 * The call of cancelPayment. Source: Qvickly's page "cancelPayment".
 *
 * @param number of the payment
 * @param acceptDoneBefore whether it is fine with the user if it had been cancelled before
 * @param output what to give for the cancelled payment, and whether it had been cancelled before
 */
export function cancelCall(
	number: string,
	acceptDoneBefore: boolean,
	output: (payment: BasicResult, before: boolean) => object = (payment) => ({ ...payment }),
): Change {
	const cancelled = (payment: Readonly<Record<string, unknown>>, before = false): Result => {
		const read = readBasicResult(payment, number);
		if ('open' in read) return read;
		if (read.status !== 'Cancelled') return { notDone: itsStatus(read.status) };
		return { items: [{ ...output(read, before) }] };
	};
	return {
		kind: 'change',
		request: encodeRequest('cancelPayment', { number }),
		done: 'cancelled',
		refusals: CANCEL_REFUSALS,
		result: (data) => cancelled(data),
		check: {
			request: lookUp(number),
			refusals: PAYMENT_REFUSALS,
			result(data, { code, doubt }) {
				const payment = lookedUpPayment(data, number);
				const result = cancelled(payment, code === CANCELLED_BEFORE && !doubt);
				const isOpen = NOT_ACTIVATED.includes(spellStatus(toText(payment.status)));
				const contradicts = code === CANCELLED_BEFORE || (code === ACTIVATED && isOpen);
				return 'notDone' in result && contradicts ? { open: result.notDone } : result;
			},
		},
		acceptDoneBefore,
	};
}
