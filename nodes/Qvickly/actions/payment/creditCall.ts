import { toText } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import type { Meanings } from '../../api/refusals';
import { spellStatus } from '../../api/status';
import type { Once } from '../operation';
import { CART_REFUSALS } from '../order/refusals';
import type { BasicResult } from './basicResult';
import { PAYMENT_REFUSALS } from './paymentNumber';

/** A credit: `number` is the payment's, `creditNumber` the credit's own; the rest is the credit's. */
export interface CreditResult extends BasicResult {
	creditNumber: string;
}

const MORE_THAN_LEFT = {
	reason: 'nothing, or too little, is left of it to credit',
	advice:
		"It has probably been credited before, by this workflow or in Qvickly's portal. Look it up there.",
	settles: 'try',
} as const;

const REFUND_FAILED = {
	reason: 'the refund at the payment provider failed',
	advice: "Ask Qvickly's support whether it went through after all, with the log ID.",
	settles: 'nothing',
} as const;

const FEE = {
	reason: 'Qvickly does not accept its invoice fee being credited like that',
	advice: "Credit it in Qvickly's portal.",
	settles: 'try',
} as const;

/** Source: Qvickly's page "Error codes". */
export const CREDIT_REFUSALS: Meanings = {
	...PAYMENT_REFUSALS,
	...CART_REFUSALS,
	5204: MORE_THAN_LEFT,
	5205: {
		reason: 'it has not been activated yet',
		advice:
			"Cancel it instead, with the operation 'Cancel' or 'Cancel or Credit'. For a part payment that is activated, ask Qvickly's support.",
		settles: 'try',
	},
	5211: {
		reason: 'it is cancelled',
		advice: 'Nothing is left to credit.',
		settles: 'try',
	},
	5212: {
		reason: 'it is a credit itself',
		advice: "Give 'Payment Number' the number of the payment that is to be credited.",
		settles: 'try',
	},
	5213: MORE_THAN_LEFT,
	5214: MORE_THAN_LEFT,
	5218: {
		reason: 'it counts as paid, and Qvickly cannot credit it',
		advice: "Pay the money back in another way, or ask Qvickly's support.",
		settles: 'try',
	},
	5219: {
		reason: 'Qvickly could not credit it',
		advice: "Ask Qvickly's support, with the log ID.",
		settles: 'nothing',
	},
	5290: REFUND_FAILED,
	5291: REFUND_FAILED,
	5292: REFUND_FAILED,
	5297: {
		reason: 'the payment provider cannot refund it',
		advice: "Ask Qvickly's support, with the log ID.",
		settles: 'try',
	},
	5298: { ...REFUND_FAILED, reason: 'the payout could not be made' },
	61106: FEE,
	61107: FEE,
	61108: FEE,
	61109: FEE,
	61110: FEE,
	61111: FEE,
};

/** What creditPayment takes for a whole payment. */
export const wholeOf = (number: string) => ({ PaymentData: { number, partcredit: 'false' } });

/**
 * The call of creditPayment. Source: Qvickly's page "creditPayment", and the plugins that call it: the
 * number stands in PaymentData.
 *
 * @param number of the payment
 * @param output what to give for the credit
 * @param request if not all of it is credited
 */
export function creditCall(
	number: string,
	output: (credit: CreditResult) => object = (credit) => ({ ...credit }),
	request = encodeRequest('creditPayment', wholeOf(number)),
): Once {
	return {
		kind: 'once',
		request,
		done: 'credited',
		trace: 'a credit of it',
		refusals: CREDIT_REFUSALS,
		result(data) {
			const creditNumber = toText(data.number);
			const status = spellStatus(toText(data.status));
			if (!/^[1-9]\d*$/.test(creditNumber) || creditNumber === number) {
				return { open: 'Qvickly answered without the number of a credit' };
			}
			// The documentation's text says Paid, all its samples Credited.
			if (status !== 'Credited' && status !== 'Paid') {
				return { open: `Qvickly answered about a credit with status "${status}"` };
			}
			const credit = { orderid: toText(data.orderid), status, url: toText(data.url) };
			return { items: [{ ...output({ number, creditNumber, ...credit }) }] };
		},
	};
}
