import type { IDataObject } from 'n8n-workflow';

import { asObject, toText } from '../../api/answer';
import { encodeRequest, type QvicklyRequest } from '../../api/envelope';
import { inCurrency } from '../../api/money';
import { plainTexts } from '../../api/text';
import type { Problem } from '../operation';
import { show } from '../problem';

/** What is sent, and what is given if it is only checked. */
export interface Written {
	request: QvicklyRequest;
	preview?: IDataObject;
}

/** The parts of a request that hold text which people have written. */
const TEXTS = ['Articles', 'Customer', 'PaymentInfo'];

/**
 * Writes a request down.
 *
 * @param name the function
 * @param data its parameters
 * @param options 'Check Only' and 'Replace Characters That Qvickly Cannot Store'
 * @throws UnsignableError naming the place of a character that cannot be stored
 */
export function write(name: string, data: object, options: IDataObject): Written {
	const replaced = options.replaceCharacters !== false;
	const parts = Object.entries(data).map(([key, part]: [string, unknown]) => [
		key,
		replaced && TEXTS.includes(key) ? plainTexts(part) : part,
	]);
	const plain = Object.fromEntries(parts) as IDataObject;
	const request = encodeRequest(name, plain);
	if (options.checkOnly !== true) return { request };
	const { withtax, tax, rounding } = asObject(asObject(plain.Cart)?.Total) ?? {};
	const sums = { total: withtax, tax, rounding: rounding ?? '0' };
	const amounts = Object.entries(sums).map(([key, öre]) => [key, inCurrency(toText(öre))]);
	return {
		request,
		preview: {
			checkOnly: true,
			...(plain.Cart !== undefined && (Object.fromEntries(amounts) as IDataObject)),
			function: name,
			data: plain,
		},
	};
}

/** Reads the shop's number of an order: nothing in it is changed, as it is compared later. */
export function readOrderId(value: unknown): { orderid: string } | Problem {
	// As Qvickly gives it back. A number beyond the safe ones has lost digits.
	const isText = typeof value === 'string' || Number.isSafeInteger(value);
	const orderid = isText ? String(value).trim().normalize('NFC') : '';
	if (orderid !== '' && orderid.length <= 255) return { orderid };
	return {
		problem:
			orderid === '' && (isText || !value)
				? 'the order ID is empty'
				: `${show(value)} cannot be an order ID`,
		advice:
			"Give 'Order ID' the shop's own number of the order, at most 255 characters. If it comes from an expression, check that it points at the right field.",
	};
}

/** Reads the currency of all amounts. */
export function readCurrency(value: unknown): { currency: string } | Problem {
	return /^[A-Z]{3}$/.test(toText(value))
		? { currency: toText(value) }
		: { problem: `${show(value)} is no currency`, advice: "Choose one of the list in 'Currency'." };
}
