import { attempt } from './attempt';
import { readAccount, safeUrl, type Account } from './account';
import { encodeRequest, signedEnvelope, type QvicklyRequest } from './envelope';

/** The parts of an HTTP request's options that matter here, in both shapes that n8n uses. */
export interface HttpRequest {
	method?: string;
	url?: string;
	/** The older name of `url`, used by the HTTP Request node. */
	uri?: unknown;
	baseURL?: string;
	headers?: object;
	body?: unknown;
	/** Whether certificates are checked: the older name, and the newer one, which says the opposite. */
	rejectUnauthorized?: boolean;
	skipSslCertificateValidation?: boolean;
}

const HOW_TO =
	'Use method POST and a JSON body such as {"function": "getPaymentinfo", "data": {"number": "1000235"}}.';

/** Headers of the body as it was before it was signed, with which it would arrive cut, and of another host. */
const DROPPED = /^(content-(type|length|encoding)|transfer-encoding|host)$/i;

/**
 * Turns a request whose body is `{ function, data }` into the signed request that Qvickly takes.
 * A `credentials` block that is already there is replaced, so signing twice does no harm.
 *
 * @param request n8n's request options; the body an object or JSON text. `data` may itself be JSON
 *   text, as the key-value body of the HTTP Request node can hold nothing else
 * @param credential the fields of a Qvickly API credential
 * @returns the request with the signed body as text, its content type, method and absolute address,
 *   which is left by no redirect; all else as it was
 * @throws Error saying what to change, for anything that cannot be signed
 */
export function signRequest<T extends HttpRequest>(
	request: T,
	credential: Readonly<Record<string, unknown>>,
): T {
	const account = readAccount(credential);
	const url = addressOf(request, account);
	if (request.rejectUnauthorized === false || request.skipSslCertificateValidation === true) {
		throw new Error(
			"Signed requests are not sent where certificates are not checked: anybody on the way could take them. Turn 'Ignore SSL Issues' off.",
		);
	}
	if ((request.method ?? 'POST').toUpperCase() !== 'POST') {
		throw new Error(`Qvickly takes POST requests only, not ${request.method}. ${HOW_TO}`);
	}
	const otherHeaders = Object.entries(request.headers ?? {}).filter(
		([name]) => !DROPPED.test(name),
	);
	return {
		...request,
		url,
		uri: undefined,
		baseURL: undefined,
		...NO_REDIRECTS,
		form: undefined,
		formData: undefined,
		// Certificates that the caller trusts, beside those that everybody does.
		agentOptions: undefined,
		method: 'POST',
		headers: { ...Object.fromEntries(otherHeaders), 'Content-Type': 'application/json' },
		body: signedEnvelope(readBody(request.body), account),
	};
}

/** In the words of both shapes of options; n8n's helper for the older one needs the first three. */
const NO_REDIRECTS = {
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
	disableFollowRedirect: true,
};

/**
 * Where a request goes: absolute, so that what is checked here is what is sent. It never leaves the
 * credential's own host, as the signature of a look-up of test payments is also that of a live
 * cancellation.
 */
function addressOf({ url, uri, baseURL }: HttpRequest, account: Account): string {
	const target = String(url ?? uri ?? '').trim();
	const base = baseURL ?? account.baseUrl;
	const isPath = /^\/(?!\/)/.test(target);
	const address = safeUrl(isPath ? base.replace(/\/+$/, '') + target : target || base);
	const [asked, own] = [new URL(address).origin, new URL(account.baseUrl).origin];
	if (asked === own) return address;
	throw new Error(
		`This credential signs for ${own} only, and the request goes to ${asked}. Correct the request's URL; if Qvickly is to be reached there, set 'Base URL' in the Qvickly API credential to it.`,
	);
}

function readBody(body: unknown): QvicklyRequest {
	const { function: name, data, ...others } = readObject(body, 'The body');
	if (typeof name !== 'string' || name === '') {
		throw new Error(`The body has no "function". ${HOW_TO}`);
	}
	const unknown = Object.keys(others).filter((key) => key !== 'credentials');
	if (unknown.length > 0) {
		throw new Error(
			`Qvickly knows no "${unknown.join('", "')}" beside "function" and "data". ${HOW_TO}`,
		);
	}
	return encodeRequest(name, readObject(data, '"data" in the body'));
}

function readObject(value: unknown, what: string): Record<string, unknown> {
	// A byte order mark comes from files that were read as text.
	const read: unknown =
		typeof value === 'string'
			? attempt((): unknown => JSON.parse(value.replace(/^\uFEFF/, '')))
			: value;
	if (Object.prototype.toString.call(read) !== '[object Object]') {
		throw new Error(`${what} is not a JSON object. ${HOW_TO}`);
	}
	return read as Record<string, unknown>;
}
