import { readAccount, safeUrl } from './account';
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
}

const HOW_TO =
	'Use method POST and a JSON body such as {"function": "getPaymentinfo", "data": {"number": "1000235"}}.';

/**
 * Turns a request whose body is `{ function, data }` into the signed request that Qvickly takes.
 * A `credentials` block that is already there is replaced, so signing twice does no harm.
 *
 * @param request n8n's request options; the body an object or JSON text. `data` may itself be JSON
 *   text, as the key-value body of the HTTP Request node can hold nothing else
 * @param credential the fields of a Qvickly API credential
 * @returns the request with the signed body as text, its content type and method; all else as it was
 * @throws Error saying what to change, for anything that cannot be signed
 */
export function signRequest<T extends HttpRequest>(
	request: T,
	credential: Readonly<Record<string, unknown>>,
): T {
	const account = readAccount(credential);
	const target = String(request.url ?? request.uri ?? '');
	safeUrl(absoluteUrl(target, request.baseURL ?? account.baseUrl));
	if ((request.method ?? 'POST').toUpperCase() !== 'POST') {
		throw new Error(`Qvickly takes POST requests only, not ${request.method}. ${HOW_TO}`);
	}
	const otherHeaders = Object.entries(request.headers ?? {}).filter(
		([name]) => name.toLowerCase() !== 'content-type',
	);
	return {
		...request,
		method: 'POST',
		headers: { ...Object.fromEntries(otherHeaders), 'Content-Type': 'application/json' },
		body: signedEnvelope(readBody(request.body), account),
	};
}

/** Where a request goes, by the rules that n8n's own helper follows: it also trims, for example. */
function absoluteUrl(url: string, base: string): string {
	try {
		return new URL(url, base).href;
	} catch {
		return base + url;
	}
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
	const read = typeof value === 'string' ? parse(value) : value;
	if (Object.prototype.toString.call(read) !== '[object Object]') {
		throw new Error(`${what} is not a JSON object. ${HOW_TO}`);
	}
	return read as Record<string, unknown>;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
