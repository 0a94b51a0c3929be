import { createHmac } from 'crypto';

import type { Account } from './account';
import { canonicalJson, UnsignableError } from './canonicalJson';
import { VERSION } from './version';

/** What a Qvickly function is called with. */
export interface QvicklyRequest {
	/** Qvickly's spelling, such as `cancelPayment`. */
	function: string;
	/** The function's parameters: an object that is not empty. */
	data: unknown;
}

const API_VERSION = '2.5.0';

/**
 * Qvickly's signature of a text.
 *
 * @param text the JSON text of `data`, to the letter as it stands in the request or answer
 * @param secret the merchant's secret
 * @returns HMAC-SHA512, 128 hexadecimal digits in lower case. Source: Qvickly's page "Creating hash"
 */
export function signature(text: string, secret: string): string {
	return createHmac('sha512', secret).update(text).digest('hex');
}

/**
 * A complete, signed request body.
 *
 * @param request the function and its data
 * @param account the merchant to sign for
 * @param milliseconds the time of the request, since 1970
 * @returns JSON text to send as it is; encoding it once more would break the signature
 * @throws UnsignableError if the data has no form that Qvickly would sign the same way
 */
export function signedEnvelope(
	request: QvicklyRequest,
	account: Account,
	milliseconds = Date.now(),
): string {
	const data = canonicalJson(request.data);
	if (!data.startsWith('{')) {
		throw new UnsignableError(
			'data',
			'must be an object with at least one field: Qvickly refuses calls without data. If the function needs none, send any field, such as {"time": "1700000000"}.',
		);
	}
	const credentials = {
		id: account.merchantId,
		hash: signature(data, account.secret),
		version: API_VERSION,
		client: `n8n:Qvickly:${VERSION}`,
		language: account.language,
		test: String(account.testMode),
		time: (milliseconds / 1000).toFixed(4),
	};
	return `{"credentials":${JSON.stringify(credentials)},"data":${data},"function":${JSON.stringify(request.function)}}`;
}
