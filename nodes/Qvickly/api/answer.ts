import { timingSafeEqual } from 'crypto';

import { signature } from './envelope';
import { parsedExactly } from './exactJson';
import { rawMember } from './rawMember';

declare const verified: unique symbol;

/** The `data` of an answer whose signature was found right. Only `readAnswer` makes one. */
export type VerifiedData = Readonly<Record<string, unknown>> & { readonly [verified]: true };

/** Qvickly's own refusal. */
export interface Refusal {
	kind: 'refused';
	/** Qvickly's code, digits as text, such as `5201`. */
	code: string;
	/** Qvickly's own words, in the credential's language. */
	message: string;
	/** Qvickly's number for the call in its log, for its support. */
	logid: string;
	/** Whether it came in data with a right signature. Refusals at the top level have none. */
	signed: boolean;
}

/** What an answer's text turned out to be. */
export type Answer =
	| { kind: 'verified'; data: VerifiedData }
	| Refusal
	/** It reads like a success, but its signature is missing or wrong, or it has some other code. */
	| { kind: 'unverified' }
	/** It is nothing that Qvickly sends: not JSON, cut short, or of another shape. */
	| { kind: 'unreadable'; text: string };

/** Qvickly's codes. Others, such as an HTTP status, are somebody else's, between Qvickly and n8n. */
const REFUSAL_CODE = /^[1-9]\d{3,5}$/;

/**
 * Reads the text of an answer and checks its signature.
 *
 * @param text the answer's body to the letter; the signature covers the source text of `data`
 * @param secret the merchant's secret
 * @returns what it is; `verified` only if the signature is right and there is no refusal in it.
 *   Source: Qvickly's pages "Response payload" and "Errors"
 */
export function readAnswer(text: string, secret: string): Answer {
	const body = asObject(parsedExactly(text));
	if (body === undefined) return { kind: 'unreadable', text };
	const data = asObject(body.data);
	// Qvickly's documentation shows refusals at the top level and inside data; both are real.
	const withCode = [body, data].filter(hasCode);
	const refusal = withCode.find((part) => REFUSAL_CODE.test(toText(part!.code)));
	const source = rawMember(text, 'data')!;
	const isSigned = () => isSignedBy(secret, source, asObject(body.credentials)?.hash);
	if (refusal !== undefined) {
		return {
			kind: 'refused',
			code: toText(refusal.code),
			message: shown(refusal.message),
			logid: shown(refusal.logid ?? asObject(body.credentials)?.logid),
			signed: refusal === data && isSigned(),
		};
	}
	if (data === undefined) return { kind: 'unreadable', text };
	if (withCode.length > 0 || !isSigned()) return { kind: 'unverified' };
	sources.set(data, source);
	return { kind: 'verified', data: data as VerifiedData };
}

const sources = new WeakMap<object, string>();

/** The text that verified data was read from, to the letter: reading it loses the order of keys that are whole numbers. */
export const sourceOf = (data: VerifiedData): string => sources.get(data)!;

/** Whether a part has a code. Qvickly's own clients take 0 for none. */
const hasCode = (part: Readonly<Record<string, unknown>> | undefined) =>
	![0, '0'].includes((part?.code ?? 0) as number);

/** Whether the hash is that of `data`. @param source to the letter as it stands in the answer */
function isSignedBy(secret: string, source: string, hash: unknown): boolean {
	const right = Buffer.from(signature(source, secret));
	const given = Buffer.from(toText(hash).toLowerCase());
	return given.length === right.length && timingSafeEqual(given, right);
}

/**
 * A value of an answer as text. Qvickly mixes text and numbers for the same field.
 *
 * @param value text or a number; anything else has no text
 */
export function toText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Text to show to the user: a signature that somebody echoes stays out of it, and so does a page. */
function shown(value: unknown): string {
	return toText(value)
		.replace(/[0-9a-f]{64,}/gi, '…')
		.slice(0, 300);
}

/** The value if it is an object or a list, for reading its members. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
	return typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)
		: undefined;
}
