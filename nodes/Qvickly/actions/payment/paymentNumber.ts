import type { INodeProperties } from 'n8n-workflow';

import type { Problem } from '../operation';

/** A payment number that was checked: digits as text, without a leading zero. */
export type PaymentNumber = string & { readonly checked: 'payment number' };

export const paymentNumberField: INodeProperties = {
	displayName: 'Payment Number',
	name: 'number',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1000235',
	description:
		"Qvickly's number of the payment to cancel: digits only, not the shop's order number. Cancelling cannot be undone.",
};

const ADVICE =
	"Give 'Payment Number' the digits of Qvickly's payment number, such as 1000235. If it comes from an expression, check that it points at the right field.";

/**
 * Reads a payment number that may come from a form, JSON, a CSV or a spreadsheet cell.
 *
 * @param value text with digits, white space around them allowed, or a whole number
 * @returns the number, or what is wrong with the value. Nothing is guessed: `1e6`, `1 000` or
 *   `1000.0` as text are refused, as a payment that is cancelled by mistake stays cancelled
 */
export function readPaymentNumber(value: unknown): { number: PaymentNumber } | Problem {
	if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) {
		return { problem: 'the payment number is empty', advice: ADVICE };
	}
	const text = typeof value === 'string' ? value.trim() : String(value);
	const readable = typeof value === 'string' || typeof value === 'number';
	if (readable && /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text))) {
		return { number: text as PaymentNumber };
	}
	return { problem: `${show(value)} is not a payment number`, advice: ADVICE };
}

/** The value as the user would recognise it, at most 60 characters. */
function show(value: unknown): string {
	const asJson = typeof value === 'string' || typeof value === 'object';
	const text = asJson ? JSON.stringify(value) : String(value);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
