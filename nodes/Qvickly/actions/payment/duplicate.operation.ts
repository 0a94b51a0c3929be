import { toText } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import { spellStatus } from '../../api/status';
import type { Operation } from '../operation';
import { methodField, readMethod } from '../order/method';
import { DUPLICATE_REFUSALS } from '../order/refusals';
import { isProblem } from '../problem';
import { paymentNumberField, paymentTask } from './paymentNumber';

/** Makes a new payment like another one. Source: Qvickly's page "duplicatePayment". */
export const duplicate: Operation = {
	option: {
		name: 'Duplicate',
		value: 'duplicate',
		action: 'Duplicate payment',
		description: 'Make a new payment with the rows, amount and customer of another one',
	},
	toolDescription:
		"Makes a new payment at Qvickly like another one, which bills the customer again. This may move money and cannot be undone; never call it again after an unclear answer. Payment_Number is Qvickly's own number of the payment to copy, digits only, not the shop's order number; never guess it.",
	kind: 'once',
	done: 'duplicated',
	fields: [
		paymentNumberField,
		{
			...methodField,
			description: `The method of the payment that is copied. ${methodField.description}`,
		},
	],
	options: [],
	prepare: (field) =>
		paymentTask(field, (number) => {
			const method = readMethod(field('method'));
			if (isProblem(method)) return method;
			return {
				call: {
					kind: 'once',
					request: encodeRequest('duplicatePayment', { PaymentData: { number, ...method } }),
					done: 'duplicated',
					trace: 'a new payment like it',
					refusals: DUPLICATE_REFUSALS,
					result(data) {
						const copy = toText(data.number);
						const status = spellStatus(toText(data.status));
						if (!/^[1-9]\d*$/.test(copy) || copy === number) {
							return { open: 'Qvickly answered without the number of a new payment' };
						}
						if (status === '') return { open: 'Qvickly answered without a status' };
						const { orderid, url } = data;
						return {
							items: [
								{
									number: copy,
									orderid: toText(orderid),
									status,
									url: toText(url),
									copyOf: number,
								},
							],
						};
					},
				},
			};
		}),
};
