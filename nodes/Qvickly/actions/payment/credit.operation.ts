import type { Operation } from '../operation';
import { cartFields } from '../order/cartFields';
import { readPricedCart } from '../order/readCart';
import { write } from '../order/request';
import { CHECK_ONLY, currencyField, REPLACE_CHARACTERS } from '../order/termsFields';
import { isProblem, noValueOf } from '../problem';
import { creditCall, wholeOf } from './creditCall';
import { paymentNumberField, paymentTask } from './paymentNumber';

const PART = { scope: ['part'] };

/** Pays an activated payment back, all of it or a part. */
export const credit: Operation = {
	option: {
		name: 'Credit',
		value: 'credit',
		action: 'Credit payment',
		description:
			'Pay a payment back that has been activated, all of it or some rows, also called a refund. This moves money.',
	},
	toolDescription:
		"Credits (refunds) a payment at Qvickly that has been activated. This moves money and cannot be undone; call it once for each payment, and never again after an unclear answer. Payment_Number is Qvickly's own number of the payment, digits only, not the shop's order number; never guess it.",
	kind: 'once',
	done: 'credited',
	fields: [
		paymentNumberField,
		{
			displayName: 'How Much',
			name: 'scope',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'All of It', value: 'whole' },
				{ name: 'Part of It', value: 'part', description: 'The rows that are paid back' },
			],
			default: 'whole',
		},
		...cartFields(PART),
		{ ...currencyField, displayOptions: { show: { ...PART, rowsFrom: ['define', 'list'] } } },
	],
	options: [
		CHECK_ONLY,
		{ ...REPLACE_CHARACTERS, displayOptions: { show: { '/scope': ['part'] } } },
	],
	prepare: (field, options) =>
		paymentTask(field, (number) => {
			const scope = field('scope');
			const data = scope === 'whole' ? wholeOf(number) : readPart(field, number);
			if (isProblem(data)) return data;
			const { request, preview } = write('creditPayment', data, options);
			return { call: creditCall(number, undefined, request), preview };
		}),
};

function readPart(field: (name: string) => unknown, number: string): object {
	if (field('scope') !== 'part') {
		return noValueOf('How Much', field('scope'));
	}
	const sold = readPricedCart(field);
	if (isProblem(sold)) return sold;
	const { Articles, Cart } = sold;
	return { PaymentData: { number, partcredit: 'true' }, Articles, Cart };
}
