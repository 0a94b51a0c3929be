import { toText } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import type { Meanings } from '../../api/refusals';
import { spellStatus, TO_ACTIVATE } from '../../api/status';
import type { Change, Operation, Result } from '../operation';
import { itsStatus, lookedUpPayment, lookUp, readBasicResult } from './basicResult';
import { expectAmount, expectedAmountField } from './expectedAmount';
import { ifAlready } from './ifAlready';
import { PAYMENT_REFUSALS, paymentNumberField, paymentTask } from './paymentNumber';

const ifAlreadyActivated = ifAlready('Activated');

/** The refusal of a payment that is not in a state to be activated, as when it has been already. */
const NOT_OPEN = '5208';

/** Source: Qvickly's page "Error codes". */
const REFUSALS: Meanings = {
	...PAYMENT_REFUSALS,
	5202: {
		reason: 'its status does not allow that',
		advice: "Look the payment up with the operation 'Get'.",
		settles: 'try',
	},
	5206: {
		reason: 'its credit check said no',
		advice: 'Cancel it, and offer the customer another way to pay.',
		settles: 'try',
	},
	5207: {
		reason: 'the customer has not finished it yet',
		advice:
			"Wait until the customer has chosen how to pay and is done; Qvickly's callback says so. Then run it again.",
		settles: 'try',
	},
	[NOT_OPEN]: {
		reason: 'it was already activated, or cannot be yet',
		advice:
			"Nothing is left to do. To let such payments pass, set 'If Already Activated' to 'Return the Payment'.",
		settles: 'before',
	},
	5210: { reason: 'it is cancelled', advice: 'Create a new payment.', settles: 'matter' },
	5221: {
		reason: 'it belongs to a test person, and this is live mode',
		advice: "Turn on 'Test Mode' in the credential for payments of test persons.",
		settles: 'try',
	},
	5223: {
		reason: 'it is a credit',
		advice: 'Nothing is left to do: credits are activated by themselves.',
		settles: 'matter',
	},
	5260: {
		reason: 'the card acquirer did not capture the amount',
		advice: "Look the payment up, and try again later. Give Qvickly's support the log ID.",
		settles: 'try',
	},
	61117: {
		reason: 'it is a credit that is cancelled',
		advice: 'Nothing is left to do.',
		settles: 'matter',
	},
	61118: {
		reason: 'it is a credit that is not open',
		advice: 'Nothing is left to do.',
		settles: 'matter',
	},
};

/** The statuses that a payment has only once it is activated. */
const ACTIVATED = ['Factoring', 'Paid', 'PartPayment', 'Sent', 'Service'];

/** What some statuses mean for a payment that Qvickly does not activate, and what to wait for. */
const WAITING: Readonly<Record<string, { notDone: string; advice: string }>> = {
	...fromEach(['Pending', 'Manual'], (status) => ({
		notDone: `its credit check is not finished, ${itsStatus(status)}`,
		advice: "Wait until Qvickly's callback says Approved, then run it again.",
	})),
	...fromEach(['Denied', 'Rejected'], (status) => ({
		notDone: `its credit check said no, ${itsStatus(status)}`,
		advice: 'Cancel it, and offer the customer another way to pay.',
	})),
	...fromEach(['WaitingForPurchase', 'WaitingForBankIDIdentification'], (status) => ({
		notDone: `the customer has not finished it yet, ${itsStatus(status)}`,
		advice: "Wait until Qvickly's callback says that the customer is done, then run it again.",
	})),
};

/** Makes a payment due: sends the invoice, or captures the card's reserved amount. */
export const activate: Operation = {
	option: {
		name: 'Activate',
		value: 'activate',
		action: 'Activate payment',
		description:
			'Send the invoice or capture the card amount, once the goods are shipped. This moves money.',
	},
	toolDescription:
		"Activates a payment at Qvickly: sends the invoice, or captures the reserved card amount. This moves money and cannot be undone. Payment_Number is Qvickly's own number of the payment, digits only, not the shop's order number; never guess it.",
	kind: 'change',
	done: 'activated',
	fields: [paymentNumberField],
	options: [expectedAmountField, ifAlreadyActivated.field],
	prepare(field, options) {
		return paymentTask(field, (number) => {
			const choice = ifAlreadyActivated.read(options);
			if ('problem' in choice) return choice;
			const expected = expectAmount(number, options);
			if ('problem' in expected) return expected;
			const { first, variant } = expected;
			const call = activateCall(number, choice.accept);
			return { first, call, variant: `${choice.accept} ${variant}` };
		});
	},
};

/** The call of activatePayment. Source: Qvickly's page "activatePayment". */
function activateCall(number: string, acceptDoneBefore: boolean): Change {
	return {
		kind: 'change',
		request: encodeRequest('activatePayment', { number }),
		done: 'activated',
		refusals: REFUSALS,
		result: (data) => activated(data, number, true),
		check: {
			request: lookUp(number),
			refusals: PAYMENT_REFUSALS,
			result(data, { code }) {
				const payment = lookedUpPayment(data, number);
				const result = activated(payment, number, code === NOT_OPEN);
				if (code !== NOT_OPEN || !('notDone' in result)) return result;
				const status = spellStatus(toText(payment.status));
				// That it cannot be activated, and that nothing is in the way, contradict each other.
				return TO_ACTIVATE.includes(status)
					? { open: result.notDone }
					: (WAITING[status] ?? result);
			},
		},
		acceptDoneBefore,
	};
}

/**
 * @param provesHandling whether the status Handling proves it. It is an activated invoice's, but
 *   also the credit check's before that
 */
function activated(
	payment: Readonly<Record<string, unknown>>,
	number: string,
	provesHandling: boolean,
): Result {
	const read = readBasicResult(payment, number);
	if ('open' in read) return read;
	if (ACTIVATED.includes(read.status)) return { items: [{ ...read }] };
	if (read.status !== 'Handling') return { notDone: itsStatus(read.status) };
	return provesHandling
		? { items: [{ ...read }] }
		: { open: `${itsStatus(read.status)}, which it can be before and after` };
}

function fromEach<T>(names: string[], value: (name: string) => T): Record<string, T> {
	return Object.fromEntries(names.map((name) => [name, value(name)]));
}
