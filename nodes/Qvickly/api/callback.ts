import { attempt } from './attempt';
import { readAnswer, toText, type VerifiedData } from './answer';
import { canonicalJson } from './canonicalJson';
import { parseExactly } from './exactJson';
import { rawMember } from './rawMember';
import { spellStatus } from './status';

/** What a call of a callback address turned out to be. Only `payment` says anything about one. */
export type Callback =
	| { kind: 'payment'; event: PaymentEvent; data: VerifiedData }
	/** Signed, but about no payment: a checkout that is not finished, or an error. */
	| { kind: 'nothing' }
	/** Whoever sent it does not have the merchant's secret. */
	| { kind: 'forged'; reason: string }
	| { kind: 'unreadable'; reason: string };

/** What Qvickly reports. The fields are text. */
export interface PaymentEvent {
	/** Digits. */
	number: string;
	orderid: string;
	/** In the spelling of Qvickly's page "Status". */
	status: string;
	url: string;
}

/** How a callback came, to the letter: the signature covers the source text of `data`. */
export interface Call {
	/** The body; empty for a GET. */
	body: string;
	/** What stands in the address behind the question mark. */
	query: string;
}

/** Bytes; a callback is some hundred. */
const LONGEST = 100_000;

/**
 * Reads a callback and checks its signature, before anything else is believed.
 *
 * @param call JSON in the body, or the fields `credentials` and `data` with JSON texts, as a form in
 *   the body or in the address. Content types are not looked at: Qvickly documents none
 * @param secret the merchant's secret, not empty
 * @returns never throws. Source: Qvickly's pages "Callbacks" and "Callback URL"
 */
export function readCallback({ body, query }: Call, secret: string): Callback {
	if (Buffer.byteLength(body) + query.length > LONGEST) {
		return { kind: 'unreadable', reason: `it is longer than ${LONGEST / 1000} kB` };
	}
	if (body.trimStart().startsWith('{')) return readSigned(body, secret);
	const fields = formFields(body.trim() === '' ? query : body);
	if (fields === undefined) {
		return {
			kind: 'unreadable',
			reason: 'it has neither JSON nor the fields credentials and data',
		};
	}
	const { credentials, data } = fields;
	const asSent = readSigned(envelope(credentials, data), secret);
	if (asSent.kind !== 'forged') return asSent;
	// On its way through a form, the text may have lost the escapes that Qvickly has signed.
	const canonical = rewritten(data);
	return canonical === undefined ? asSent : readSigned(envelope(credentials, canonical), secret);
}

const envelope = (credentials: string, data: string) =>
	`{"credentials":${credentials},"data":${data}}`;

function readSigned(text: string, secret: string): Callback {
	const answer = readAnswer(text, secret);
	if (answer.kind === 'unreadable') {
		return { kind: 'unreadable', reason: 'it is not a callback of Qvickly' };
	}
	if (answer.kind === 'unverified' || isRewritten(text)) {
		return { kind: 'forged', reason: 'its signature is wrong or missing' };
	}
	switch (answer.kind) {
		case 'refused':
			return answer.signed
				? { kind: 'nothing' }
				: { kind: 'forged', reason: 'it is an error without a right signature' };
		case 'verified':
			return ofPayment(answer.data);
	}
}

/** Whether a right signature is not as Qvickly writes it. @param text valid JSON of an object */
const isRewritten = (text: string) =>
	!/"[0-9a-f]{128}"/.test(String(rawMember(String(rawMember(text, 'credentials')), 'hash')));

function ofPayment(data: VerifiedData): Callback {
	const number = toText(data.number);
	const status = spellStatus(toText(data.status));
	if (!/^[1-9]\d*$/.test(number) || status === '') return { kind: 'nothing' };
	const event = { number, orderid: toText(data.orderid), status, url: toText(data.url) };
	return { kind: 'payment', event, data };
}

/** The two fields of a form, if each is there once. */
function formFields(text: string): { credentials: string; data: string } | undefined {
	const form = new URLSearchParams(text);
	const [credentials, ...others] = form.getAll('credentials');
	const [data, ...more] = form.getAll('data');
	// A text that closes its own object would move what the signature covers.
	return others.length + more.length === 0 && isJson(credentials) && isJson(data)
		? { credentials, data }
		: undefined;
}

const isJson = (text: string | undefined): text is string =>
	attempt((): unknown => JSON.parse(String(text))) !== undefined;

/** JSON text as Qvickly's PHP writes it; undefined if that cannot be told. */
const rewritten = (json: string) => attempt(() => canonicalJson(parseExactly(json)));
