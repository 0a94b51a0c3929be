import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { Deadlines } from './deadlines';

/** A try that ended without an answer from Qvickly. */
export interface NoAnswer {
	kind: 'noAnswer';
	/** What happened instead, a sentence's second half. */
	reason: string;
	/** False if the request certainly never reached Qvickly. */
	mayHaveArrived: boolean;
	/** Whether trying again can help. */
	worthRetrying: boolean;
	/** Seconds to wait first, where the other side asked for that. */
	retryAfter?: number;
}

/** The text of an answer with HTTP status 2xx. */
export interface Received {
	kind: 'received';
	text: string;
}

/** Qvickly's longest answers are a few kB. */
const MAX_ANSWER_BYTES = 1_000_000;

/** Codes of failures before the first byte is sent: address lookup, connection, TLS, n8n's own ban. */
const NEVER_SENT =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+|ERR_TLS_\w+|SsrfBlocked\w+)$/;

const noAnswer = (reason: string, more: Partial<NoAnswer> = {}): NoAnswer => ({
	kind: 'noAnswer',
	reason,
	mayHaveArrived: true,
	worthRetrying: true,
	...more,
});

/**
 * Sends one request and reads what comes back, once.
 *
 * @param context the running node
 * @param url where to
 * @param body JSON text, signed
 * @param deadlines of the run; reading the answer counts as well
 * @returns never throws: what goes wrong is a value. It holds nothing of the request, whose
 *   signature must not reach an error
 */
export async function post(
	context: IExecuteFunctions,
	url: string,
	body: string,
	deadlines: Deadlines,
): Promise<Received | NoAnswer> {
	const stopped = (mayHaveArrived: boolean) =>
		noAnswer('the execution was stopped', { mayHaveArrived, worthRetrying: false });
	if (deadlines.isStopped) return stopped(false);
	let timedOut = false;
	try {
		return await deadlines.guard(async (abortSignal) => {
			abortSignal.addEventListener('abort', () => (timedOut = true));
			const response = (await context.helpers.httpRequest({
				method: 'POST',
				url,
				headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
				body,
				// As a stream, as nothing else lets an endless answer be left unread.
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				// A redirect would carry the signed request to another host.
				disableFollowRedirect: true,
				abortSignal,
			})) as IN8nHttpFullResponse;
			const text = await readText(response.body as NodeJS.ReadableStream);
			if (text === undefined) return noAnswer('the answer was larger than 1 MB');
			return readStatus(response) ?? { kind: 'received', text };
		});
	} catch (error) {
		if (deadlines.isStopped) return stopped(true);
		if (timedOut) return noAnswer(`no answer came within ${deadlines.seconds} seconds`);
		const code = errorCode(error);
		return NEVER_SENT.test(code)
			? noAnswer(`no connection could be made (${code})`, { mayHaveArrived: false })
			: noAnswer(`the connection broke${code && ` (${code})`}`);
	}
}

/** The whole text of an answer; undefined if it is too long to be one. */
async function readText(body: NodeJS.ReadableStream): Promise<string | undefined> {
	return await new Promise((resolve, reject) => {
		const chunks: Uint8Array[] = [];
		let bytes = 0;
		body.on('data', (chunk: Uint8Array) => {
			bytes += chunk.length;
			chunks.push(chunk);
			if (bytes <= MAX_ANSWER_BYTES) return;
			resolve(undefined);
			(body as NodeJS.ReadableStream & { destroy(): void }).destroy();
		});
		body.on('end', () => resolve(new TextDecoder().decode(Buffer.concat(chunks))));
		body.on('error', reject);
		// A connection can end without either of them.
		body.on('close', () => reject(new Error('closed')));
	});
}

/** Qvickly answers with HTTP 200 always, so any other status is somebody else's. */
function readStatus({ statusCode, headers }: IN8nHttpFullResponse): NoAnswer | undefined {
	if (statusCode >= 200 && statusCode < 300) return undefined;
	const retryAfter = readRetryAfter(headers['retry-after']);
	return noAnswer(`HTTP status ${statusCode} came instead of an answer`, {
		worthRetrying: statusCode === 408 || statusCode === 429 || statusCode >= 500,
		...(retryAfter !== undefined && { retryAfter }),
	});
}

/** Seconds until the time that a Retry-After header gives, as seconds or as a date. */
function readRetryAfter(header: unknown): number | undefined {
	if (typeof header !== 'string') return undefined;
	const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
	return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** The code of the failure, looked for in what wraps it too; empty if it has none. */
function errorCode(error: unknown): string {
	const { code, name, cause } = (error ?? {}) as {
		code?: unknown;
		name?: unknown;
		cause?: unknown;
	};
	if (typeof code === 'string') return code;
	// What n8n's protection against calls into its network throws has a name alone.
	if (typeof name === 'string' && name.startsWith('Ssrf')) return name;
	return cause === undefined ? '' : errorCode(cause);
}
