import { createHmac } from 'crypto';

import type { Account } from './account';
import { canonicalJson, UnsignableError } from './canonicalJson';
import { VERSION } from './version';

/** A call of a Qvickly function, its data written down as it will be signed and sent. */
export interface QvicklyRequest {
	/** Qvickly's spelling, such as `cancelPayment`. */
	function: string;
	/** Canonical JSON text of an object that is not empty. */
	data: string;
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
 * Writes a call down, so that nothing is left that could go wrong when it is sent.
 *
 * @param name the function, in Qvickly's spelling
 * @param data its parameters
 * @throws UnsignableError if the data has no form that Qvickly would sign the same way
 */
export function encodeRequest(name: string, data: unknown): QvicklyRequest {
	const text = canonicalJson(data);
	if (!text.startsWith('{')) {
		throw new UnsignableError(
			'data',
			'must be an object with at least one field: Qvickly refuses calls without data. If the function needs none, send any field, such as {"time": "1700000000"}.',
		);
	}
	return { function: name, data: text };
}

/**
 * A complete, signed request body.
 *
 * @param request the call
 * @param account the merchant to sign for
 * @param milliseconds the time of the request, since 1970
 * @returns JSON text to send as it is; encoding it once more would break the signature
 */
export function signedEnvelope(
	request: QvicklyRequest,
	account: Account,
	milliseconds = Date.now(),
): string {
	const credentials = {
		id: account.merchantId,
		hash: signature(request.data, account.secret),
		version: API_VERSION,
		client: `n8n:Qvickly:${VERSION}`,
		language: account.language,
		test: String(account.testMode),
		time: (milliseconds / 1000).toFixed(4),
	};
	return `{"credentials":${JSON.stringify(credentials)},"data":${request.data},"function":${JSON.stringify(request.function)}}`;
}
