import type { Operation } from '../operation';
import { creditCall } from './creditCall';
import { paymentNumberField, paymentTask } from './paymentNumber';

/** Pays a whole activated payment back. */
export const credit: Operation = {
	option: {
		name: 'Credit',
		value: 'credit',
		action: 'Credit payment',
		description:
			'Pay a whole payment back that has been activated, also called a refund. This moves money.',
	},
	toolDescription:
		"Credits (refunds) a whole payment at Qvickly that has been activated. This moves money and cannot be undone; call it once for each payment, and never again after an unclear answer. Payment_Number is Qvickly's own number of the payment, digits only, not the shop's order number; never guess it.",
	kind: 'once',
	done: 'credited',
	fields: [paymentNumberField],
	options: [],
	prepare: (field) => paymentTask(field, (number) => ({ call: creditCall(number) })),
};
