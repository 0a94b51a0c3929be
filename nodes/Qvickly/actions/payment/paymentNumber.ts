import type { INodeProperties } from 'n8n-workflow';

import type { Meanings } from '../../api/refusals';
import type { Problem, Task } from '../operation';
import { show } from '../problem';

export const paymentNumberField: INodeProperties = {
	displayName: 'Payment Number',
	name: 'number',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1000235',
	description: "Qvickly's number of the payment: digits only, not the shop's order number",
};

const ADVICE =
	"Give 'Payment Number' the digits of Qvickly's payment number, such as 1000235. If it comes from an expression, check that it points at the right field.";

/**
 * Reads a payment number that may come from a form, JSON, a CSV or a spreadsheet cell.
 *
 * @param value text with digits, white space around them allowed, or a whole number
 * @returns the number, digits as text without a leading zero; or what is wrong with the value.
 *   Nothing is guessed: `1e6`, `1 000` or `1000.0` as text are refused, as what is done to a payment
 *   by mistake is often for good
 */
export function readPaymentNumber(value: unknown): { number: string } | Problem {
	if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) {
		return { problem: 'the payment number is empty', advice: ADVICE };
	}
	const text = typeof value === 'string' ? value.trim() : String(value);
	const readable = typeof value === 'string' || typeof value === 'number';
	if (readable && /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text))) {
		return { number: text };
	}
	return { problem: `${show(value)} is not a payment number`, advice: ADVICE };
}

/**
 * The task of an item about one payment.
 *
 * @param field gives the values of the item's fields
 * @param wish what is to be done to the payment with this number, or what is wrong with the rest
 */
export function paymentTask(
	field: (name: string) => unknown,
	wish: (number: string) => Omit<Task, 'subject' | 'number'> | Problem,
): Task | Problem {
	const reading = readPaymentNumber(field('number'));
	if ('problem' in reading) return reading;
	const { number } = reading;
	const wanted = wish(number);
	return 'problem' in wanted ? wanted : { subject: `payment ${number}`, number, ...wanted };
}

const CHECK_NUMBER =
	"Check 'Payment Number': it is the number that Qvickly gave the payment, not the shop's order number.";

/** Refusals that every call about one payment may meet. Source: Qvickly's page "Error codes". */
export const PAYMENT_REFUSALS: Meanings = {
	5198: {
		reason: 'Qvickly finds its number invalid',
		advice: CHECK_NUMBER,
		settles: 'matter',
	},
	5200: {
		reason: 'Qvickly received no payment number',
		advice: CHECK_NUMBER,
		settles: 'matter',
	},
	5201: {
		reason: 'it does not exist at this merchant',
		advice: `${CHECK_NUMBER} A payment made in test mode is only found with 'Test Mode' on in the credential, a live one only with it off.`,
		settles: 'matter',
	},
};
