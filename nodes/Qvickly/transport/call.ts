import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Account } from '../api/account';
import { readAnswer, type Answer } from '../api/answer';
import { signedEnvelope, type QvicklyRequest } from '../api/envelope';
import { INTERNAL_ERROR } from '../api/refusals';
import type { Settings } from '../actions/settings';
import { Deadlines } from './deadlines';
import { post, type NoAnswer } from './post';

/** What a call came to after all its tries. */
export interface Reply {
	answer: Answer | NoAnswer;
	/** Whether an earlier try may have been carried out, though no definite answer came. */
	mayHaveRunBefore: boolean;
}

/** Makes one call, with its retries. Never throws for what happens on the way. */
export type Call = (request: QvicklyRequest) => Promise<Reply>;

/** Seconds before the first retry; each further wait is twice as long. */
const FIRST_WAIT = 0.5;

/** Seconds. If the other side asks for a longer wait, the call ends instead. */
const LONGEST_WAIT = 60;

/**
 * The way to Qvickly for one run of the node.
 *
 * @param context the running node, for n8n's request helper and its cancel signal
 * @param account whom to sign for, and where Qvickly is
 * @param settings how often to try and how long to wait
 */
export function connect(context: IExecuteFunctions, account: Account, settings: Settings): Call {
	const cancel = context.getExecutionCancelSignal();
	const deadlines = new Deadlines(settings.timeout, cancel);

	const attempt = async (request: QvicklyRequest): Promise<Answer | NoAnswer> => {
		const body = signedEnvelope(request, account);
		const outcome = await post(context, account.baseUrl, body, deadlines);
		return outcome.kind === 'received' ? readAnswer(outcome.text, account.secret) : outcome;
	};

	return async (request) => {
		let mayHaveRunBefore = false;
		for (let retry = 0; ; retry++) {
			const answer = await attempt(request);
			const wait = waitBeforeRetry(answer, retry);
			if (wait === undefined || retry >= settings.retries || cancel?.aborted) {
				return { answer, mayHaveRunBefore };
			}
			mayHaveRunBefore ||= answer.kind !== 'noAnswer' || answer.mayHaveArrived;
			await sleepUnlessCancelled(wait, cancel);
			if (cancel?.aborted) return { answer, mayHaveRunBefore };
		}
	};
}

/** Seconds to wait before trying again; undefined where that is no use. */
function waitBeforeRetry(answer: Answer | NoAnswer, retry: number): number | undefined {
	const unclear =
		answer.kind === 'unreadable' ||
		(answer.kind === 'refused' && answer.code === INTERNAL_ERROR) ||
		(answer.kind === 'noAnswer' && answer.worthRetrying);
	if (!unclear) return undefined;
	const asked = answer.kind === 'noAnswer' ? (answer.retryAfter ?? 0) : 0;
	return asked > LONGEST_WAIT ? undefined : Math.max(asked, FIRST_WAIT * 2 ** retry);
}

async function sleepUnlessCancelled(seconds: number, cancel: AbortSignal | undefined) {
	let stop = () => {};
	const cancelled = new Promise<void>((resolve) => (stop = resolve));
	cancel?.addEventListener('abort', stop);
	await Promise.race([sleep(seconds * 1000), cancelled]);
	cancel?.removeEventListener('abort', stop);
}
