import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { Deadlines } from './deadlines';

/** What has n8n's request helper: a running node, or one whose lists are loaded. */
export interface Requesting {
	helpers: Pick<IExecuteFunctions['helpers'], 'httpRequest'>;
}

/** A try that ended without an answer from Qvickly. */
export interface NoAnswer {
	kind: 'noAnswer';
	/** What happened instead, a sentence's second half. */
	reason: string;
	/** False if the request certainly never reached Qvickly. */
	mayHaveArrived: boolean;
	/** The HTTP status, where something else than Qvickly answered. */
	status?: number;
	/** Seconds to wait, where the other side asked for that. */
	retryAfter?: number;
	/** Whether it was the execution that was stopped. */
	stopped?: true;
}

/** The text of an answer with HTTP status 2xx. */
export interface Received {
	kind: 'received';
	text: string;
}

/** What most functions answer is a few kB. */
const MAX_ANSWER_BYTES = 1_000_000;

/** Codes of failures that only come before the first byte is sent: address, look-up, connection, certificate, n8n's own ban. */
const NEVER_SENT =
	/^(ERR_INVALID_URL|ECONNREFUSED|ENOTFOUND|EAI_\w+|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+|ERR_TLS_CERT_\w+|Ssrf\w+)$/;

/** System calls that come before anything is sent. Other codes, such as EHOSTUNREACH, come later too. */
const BEFORE_SENDING = /^(connect|getaddrinfo)$/;

const noAnswer = (reason: string, more: Partial<NoAnswer> = {}): NoAnswer => ({
	kind: 'noAnswer',
	reason,
	mayHaveArrived: true,
	...more,
});

/**
 * Sends one request and reads what comes back, once.
 *
 * @param context has n8n's request helper
 * @param url where to
 * @param body JSON text, signed
 * @param deadlines of the run; reading the answer counts as well
 * @param maxAnswerBytes the longest answer to read
 * @returns never throws: what goes wrong is a value. It holds nothing of the request, whose
 *   signature must not reach an error
 */
export async function post(
	context: Requesting,
	url: string,
	body: string,
	deadlines: Deadlines,
	maxAnswerBytes = MAX_ANSWER_BYTES,
): Promise<Received | NoAnswer> {
	const stopped = (mayHaveArrived: boolean) =>
		noAnswer('the execution was stopped', { mayHaveArrived, stopped: true });
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
			const text = await readText(response.body as NodeJS.ReadableStream, maxAnswerBytes);
			if (text === undefined) {
				return noAnswer(`the answer was larger than ${maxAnswerBytes / 1e6} MB`);
			}
			return readStatus(response) ?? { kind: 'received', text };
		});
	} catch (error) {
		if (deadlines.isStopped) return stopped(true);
		if (timedOut)
			return noAnswer(
				`no answer came within ${deadlines.seconds} second${deadlines.seconds === 1 ? '' : 's'}`,
			);
		const { code, syscall } = cause(error);
		return NEVER_SENT.test(code) || BEFORE_SENDING.test(syscall) || isHandshaking(error)
			? noAnswer(`no connection could be made (${code})`, { mayHaveArrived: false })
			: noAnswer(`the connection broke${code && ` (${code})`}`);
	}
}

/** Without the byte order mark that an answer may begin with. */
const UTF_8 = new TextDecoder();

/** The whole text of an answer; undefined if it is too long to be one. */
async function readText(
	body: NodeJS.ReadableStream,
	maxBytes: number,
): Promise<string | undefined> {
	return await new Promise((resolve, reject) => {
		const chunks: Uint8Array[] = [];
		let bytes = 0;
		body.on('data', (chunk: Uint8Array) => {
			bytes += chunk.length;
			chunks.push(chunk);
			if (bytes <= maxBytes) return;
			resolve(undefined);
			(body as NodeJS.ReadableStream & { destroy(): void }).destroy();
		});
		body.on('end', () => resolve(UTF_8.decode(Buffer.concat(chunks))));
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
		status: statusCode,
		...(retryAfter !== undefined && { retryAfter }),
	});
}

/** Seconds until the time that a Retry-After header gives, as whole seconds or as a date. */
function readRetryAfter(header: unknown): number | undefined {
	if (typeof header !== 'string') return undefined;
	if (/^\d+$/.test(header)) return Number(header);
	// A date begins with its day of the week; Date.parse also makes one of "1.5".
	const seconds = /^[A-Z]/i.test(header) ? (Date.parse(header) - Date.now()) / 1000 : NaN;
	return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/**
 * Whether the TLS handshake was not finished, as where no TLS is spoken at all: the request waits
 * for it. The code does not tell, as a wrong version number can come after the request as well.
 */
const isHandshaking = (error: unknown) =>
	(error as { request?: { socket?: { secureConnecting?: unknown } } } | undefined)?.request?.socket
		?.secureConnecting === true;

/** A failure can be its own cause. */
const DEEPEST = 5;

/** The failure's code and system call, looked for in what wraps it too; empty if it has none. */
function cause(error: unknown, depth = 0): { code: string; syscall: string } {
	const failure = (error ?? {}) as Partial<
		Record<'code' | 'syscall' | 'name' | 'cause' | 'errors', unknown>
	>;
	// What n8n's protection against calls into its network throws has a name alone.
	const name = String(failure.name).startsWith('Ssrf') ? failure.name : undefined;
	// A failure to connect to any of a host's addresses holds that of each.
	const inner = failure.cause ?? (failure.errors as unknown[] | undefined)?.[0];
	const found = depth > DEEPEST ? { code: '', syscall: '' } : cause(inner, depth + 1);
	return {
		code: [failure.code, name].find((code) => typeof code === 'string') ?? found.code,
		syscall: typeof failure.syscall === 'string' ? failure.syscall : found.syscall,
	};
}
