import type { Account } from '../api/account';
import { readAnswer, type Answer } from '../api/answer';
import { signedEnvelope, type QvicklyRequest } from '../api/envelope';
import { Deadlines } from './deadlines';
import { post, type NoAnswer, type Requesting } from './post';

/** What one try of a call came to. */
export type Reply = Answer | NoAnswer;

/**
 * Signs a call, sends it once, and reads the answer.
 *
 * @param maxAnswerBytes the longest answer to read
 * @returns never throws for what happens on the way
 */
export type Send = (
	request: QvicklyRequest,
	account: Account,
	maxAnswerBytes?: number,
) => Promise<Reply>;

/**
 * The way to Qvickly for one run of the node.
 *
 * @param context the running node, for n8n's request helper
 * @param timeout seconds that a try may take
 * @param stop the execution's cancel signal
 */
export function connect(context: Requesting, timeout: number, stop: AbortSignal | undefined): Send {
	const deadlines = new Deadlines(timeout, stop);
	return async (request, account, maxAnswerBytes) => {
		const body = signedEnvelope(request, account);
		const outcome = await post(context, account.baseUrl, body, deadlines, maxAnswerBytes);
		return outcome.kind === 'received' ? readAnswer(outcome.text, account.secret) : outcome;
	};
}
