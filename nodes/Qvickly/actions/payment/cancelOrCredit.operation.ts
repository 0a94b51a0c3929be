import type { Operation } from '../operation';
import { ACTIVATED, cancelCall } from './cancelCall';
import { creditCall } from './creditCall';
import { paymentNumberField, paymentTask } from './paymentNumber';

/**
 * Undoes a payment, whatever its state: cancels it, and only where Qvickly says that it has been
 * activated, credits it. To ask for the status first would not do: it may change in between, and
 * some statuses stand for both.
 */
export const cancelOrCredit: Operation = {
	option: {
		name: 'Cancel or Credit',
		value: 'cancelOrCredit',
		action: 'Cancel or credit payment',
		description:
			'Cancel a payment, or credit it in whole if it has been activated. This may move money.',
	},
	toolDescription:
		"Undoes a payment at Qvickly: cancels it, or credits (refunds) all of it if it has been activated. This may move money and cannot be undone; never call it again after an unclear answer. Payment_Number is Qvickly's own number of the payment, digits only, not the shop's order number; never guess it.",
	kind: 'once',
	done: 'cancelled or credited',
	fields: [paymentNumberField],
	options: [],
	prepare: (field) =>
		paymentTask(field, (number) => ({
			call: cancelCall(number, true, ({ orderid, status, url }, before) => ({
				number,
				orderid,
				status,
				action: before ? 'none' : 'cancelled',
				creditNumber: '',
				url,
			})),
			then: {
				code: ACTIVATED,
				call: creditCall(number, ({ orderid, status, creditNumber, url }) => ({
					number,
					orderid,
					status,
					action: 'credited',
					creditNumber,
					url,
				})),
			},
		})),
};
