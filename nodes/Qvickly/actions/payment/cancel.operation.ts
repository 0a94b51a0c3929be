import { asObject, toText } from '../../api/answer';
import type { Operation, Result } from '../operation';
import { paymentNumberField, readPaymentNumber } from './paymentNumber';

/** Qvickly's function cancelPayment. Source: its page "cancelPayment". */
export const cancel: Operation = {
	option: {
		name: 'Cancel',
		value: 'cancel',
		action: 'Cancel payment',
		description: 'Withdraw a payment that has not been activated yet. This cannot be undone.',
	},
	toolDescription:
		"Cancels a payment at Qvickly that has not been activated yet. Cancelling cannot be undone. Payment_Number is Qvickly's own number of the payment, digits only, not the shop's order number; never guess it.",
	done: 'cancelled',
	fields: [paymentNumberField],
	options: [
		{
			displayName: 'If Already Cancelled',
			name: 'ifAlreadyCancelled',
			type: 'options',
			options: [
				{
					name: 'Fail',
					value: 'fail',
					description:
						'Treat it as failed. A list that is run again then fails at what was cancelled before.',
				},
				{
					name: 'Return the Payment',
					value: 'return',
					description: 'Look the payment up and return it like one cancelled now',
				},
			],
			default: 'return',
			description: 'What to do with a payment that was cancelled before this run',
		},
	],
	prepare(parameter, options) {
		const reading = readPaymentNumber(parameter('number'));
		if ('problem' in reading) return reading;
		const { ifAlreadyCancelled = 'return' } = options;
		if (ifAlreadyCancelled !== 'return' && ifAlreadyCancelled !== 'fail') {
			return {
				problem: `${JSON.stringify(ifAlreadyCancelled)} is no value of 'If Already Cancelled'`,
				advice: "Choose one in the list; an expression there has to give 'return' or 'fail'.",
			};
		}
		const { number } = reading;
		return {
			key: number,
			subject: `payment ${number}`,
			request: { function: 'cancelPayment', data: { number } },
			result: (data) => cancelledPayment(data, number),
			check: {
				request: { function: 'getPaymentinfo', data: { number } },
				result: (data) => {
					const payment = asObject(data.PaymentData);
					// Qvickly's samples leave the number out of this answer.
					return cancelledPayment({ number, ...payment }, number);
				},
				alreadyDone: '5220',
				neverDone: '5209',
				acceptAlreadyDone: ifAlreadyCancelled === 'return',
			},
		};
	},
};

function cancelledPayment(payment: Readonly<Record<string, unknown>>, number: string): Result {
	const status = toText(payment.status).trim();
	if (toText(payment.number) !== number) {
		return { unrelated: `Qvickly answered about payment "${toText(payment.number)}"` };
	}
	if (status === '') return { unrelated: 'Qvickly answered without a status' };
	// Qvickly writes "Cancelled", and calls the other spelling a mistake that does occur.
	if (!/^cancell?ed$/i.test(status)) {
		return { notDone: `its status at Qvickly is "${status}"` };
	}
	return { json: { number, orderid: toText(payment.orderid), status, url: toText(payment.url) } };
}
