import { attempt } from './attempt';

/** Whom a request is signed for, and where it goes: the checked fields of a Qvickly API credential. */
export interface Account {
	/** Qvickly's number for the merchant, digits as text. */
	merchantId: string;
	/** The key of every signature. Must never reach an error, a log or an output. */
	secret: string;
	/** Whether requests act on the merchant's test payments. */
	testMode: boolean;
	/** Language of Qvickly's own messages. */
	language: 'en' | 'sv';
	/** The one checked, absolute address that requests are posted to, such as `https://api.qvickly.io`. */
	baseUrl: string;
}

export const DEFAULT_BASE_URL = 'https://api.qvickly.io';

/**
 * Checks the fields of a credential.
 *
 * @param fields as the user filled them in; the text may have spaces around it, an expression may
 *   have given a number or `"true"`
 * @throws Error naming the field, if one is missing or the address is not safe to send to
 */
export function readAccount(fields: Readonly<Record<string, unknown>>): Account {
	return {
		merchantId: requiredText(fields.merchantId, 'Merchant ID'),
		secret: requiredText(fields.secret, 'Secret'),
		testMode: yesOrNo(fields.testMode, 'Test Mode'),
		language: fields.language === 'sv' ? 'sv' : 'en',
		baseUrl: safeUrl(addressText(fields.baseUrl) || DEFAULT_BASE_URL),
	};
}

/** Takes nothing for text that is none: it would be sent as another merchant's. */
function requiredText(value: unknown, field: string): string {
	const text = typeof value === 'string' ? value.trim() : (value ?? '');
	if (text === '') {
		throw new Error(
			`'${field}' is empty in the Qvickly API credential. Copy it from Qvickly's portal.`,
		);
	}
	// A number beyond the safe ones has lost digits.
	if (typeof text === 'string' || Number.isSafeInteger(text)) return String(text);
	throw new Error(
		`'${field}' in the Qvickly API credential must be text or a whole number of at most 15 digits, but is of type ${typeof value}`,
	);
}

/**
 * An address that was cleared is Qvickly's. One that is missing is an expression that gave nothing:
 * n8n fills in what was never set. That is not taken for the live one.
 */
function addressText(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	throw new Error(
		`'Base URL' in the Qvickly API credential must be text, but is ${JSON.stringify(value) ?? 'empty'}`,
	);
}

/**
 * Never guesses, as a test mode that is taken for off acts on live payments. n8n itself fills in a
 * field that was never set; one that is missing is an expression that gave nothing.
 */
function yesOrNo(value: unknown, field: string): boolean {
	const text = String(value).trim().toLowerCase();
	if (text === 'true' || text === 'false') return text === 'true';
	throw new Error(
		`'${field}' in the Qvickly API credential must be true or false, but is ${JSON.stringify(value) ?? 'empty'}`,
	);
}

/** One reading for everybody: URL parsers mend or drop what is kept out here, each in its own way. */
const WHOLE_ADDRESS = /^https?:\/\/[^\s\p{C}\\?#@/][^\s\p{C}\\?#@]*$/iu;

/**
 * Lets an address through only if nobody on the way can read or change what is sent there:
 * Qvickly's signature covers `data` alone, not the function or the test flag.
 *
 * @param address absolute URL; https, or http to this machine (for the sandbox). It may have a path,
 *   but no user name, query or fragment
 * @returns the address unchanged
 * @throws Error quoting the address otherwise, without a user name or password in it
 */
export function safeUrl(address: string): string {
	// Not `URL.canParse`: once Node.js 20 has optimised it, it says no to hosts beyond ASCII.
	const url = WHOLE_ADDRESS.test(address) && attempt(() => new URL(address));
	const { protocol, hostname } = url || NO_URL;
	const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
	if (protocol === 'https:' || loopback) return address;
	const shown = address.replace(/(https?:[\\/]*)?.*@/is, '$1…@');
	throw new Error(
		`The address ${JSON.stringify(shown)} is not safe to sign for: it must start with https:// and go on with a host, without user name, "?", "#", spaces or invisible characters. Qvickly's is ${DEFAULT_BASE_URL}`,
	);
}

const NO_URL = { protocol: '', hostname: '' };
