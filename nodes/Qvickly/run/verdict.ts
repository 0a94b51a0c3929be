import type { IDataObject } from 'n8n-workflow';

import type { Read, Result } from '../actions/operation';
import type { Refusal } from '../api/answer';
import { meaningOf, type Meaning } from '../api/refusals';
import type { Reply } from '../transport/connect';

/** What one try of a call came to: a signed answer proves it done, or none does. */
export type Verdict = { kind: 'done'; items: IDataObject[] } | Unproven;

/** A try that is not proved to have done it. */
export type Unproven = Why &
	(
		| {
				/**
				 * - `notDone`: a signed answer says that it is not done
				 * - `unclear`: it may have been carried out, or may yet be
				 * - `neverArrived`: the request certainly never reached Qvickly
				 */
				kind: 'notDone' | 'unclear' | 'neverArrived';
		  }
		/** Qvickly refused it, which settles the try. */
		| { kind: 'refused'; refusal: Refusal; meaning: Meaning }
	);

interface Why {
	/** A sentence's second half. */
	reason: string;
	/** What to do next, whole sentences, where the answer tells. */
	advice?: string;
	/** Qvickly's own words, where it gave any, and what they mean. */
	refusal?: Refusal;
	meaning?: Meaning;
	/** The HTTP status, where something else than Qvickly answered. */
	status?: number;
	/** Seconds to wait, where the other side asked for that. */
	retryAfter?: number;
	/** What to do if it happens again and again, a whole sentence. */
	cure?: string;
}

const CHECK_ADDRESS = "If this keeps happening, check 'Base URL' in the credential.";
const REPORT = "If this keeps happening, report it to the node's maintainers.";

/**
 * What a reply means for the call that it answers.
 *
 * @param call reads answers, and gives the meanings of its refusals
 */
export function judge(call: Pick<Read, 'refusals' | 'result' | 'page'>, reply: Reply): Verdict {
	switch (reply.kind) {
		case 'verified':
			return ofResult(call.result(reply.data));
		case 'refused': {
			const meaning = meaningOf(call.refusals, reply.code, reply.signed);
			const { reason, settles } = meaning;
			const answered = reason.startsWith('Qvickly') ? reason : `Qvickly answered that ${reason}`;
			const kind = settles === 'nothing' ? 'unclear' : 'refused';
			return { kind, reason: answered, refusal: reply, meaning };
		}
		case 'noAnswer': {
			const { reason, status, retryAfter, stopped } = reply;
			if (!reply.mayHaveArrived) return { kind: 'neverArrived', reason };
			const cure = stopped ? undefined : CHECK_ADDRESS;
			return { kind: 'unclear', reason, status, retryAfter, cure };
		}
		case 'unreadable':
			if (call.page) return ofResult(call.page(reply.text));
			return {
				kind: 'unclear',
				reason: 'what came is not an answer of Qvickly',
				cure: CHECK_ADDRESS,
			};
		case 'unverified':
			return {
				kind: 'unclear',
				reason: "the signature of Qvickly's answer is wrong or missing",
				cure: CHECK_ADDRESS,
			};
	}
}

function ofResult(result: Result): Verdict {
	if ('items' in result) return { kind: 'done', items: result.items };
	if ('notDone' in result) {
		return { kind: 'notDone', reason: result.notDone, advice: result.advice };
	}
	return { kind: 'unclear', reason: result.open, cure: REPORT };
}
