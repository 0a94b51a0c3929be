import type { Operation } from '../operation';
import { cancelCall } from './cancelCall';
import { ifAlready } from './ifAlready';
import { paymentNumberField, paymentTask } from './paymentNumber';

const ifAlreadyCancelled = ifAlready('Cancelled');

/** Withdraws a payment that has not been activated. */
export const cancel: Operation = {
	option: {
		name: 'Cancel',
		value: 'cancel',
		action: 'Cancel payment',
		description: 'Withdraw a payment that has not been activated yet. This cannot be undone.',
	},
	toolDescription:
		"Cancels a payment at Qvickly that has not been activated yet. Cancelling cannot be undone. Payment_Number is Qvickly's own number of the payment, digits only, not the shop's order number; never guess it.",
	kind: 'change',
	done: 'cancelled',
	fields: [paymentNumberField],
	options: [ifAlreadyCancelled.field],
	prepare(field, options) {
		return paymentTask(field, (number) => {
			const choice = ifAlreadyCancelled.read(options);
			if ('problem' in choice) return choice;
			return { call: cancelCall(number, choice.accept), variant: String(choice.accept) };
		});
	},
};
