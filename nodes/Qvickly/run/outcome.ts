import type { IDataObject } from 'n8n-workflow';

import type { Call, Task } from '../actions/operation';
import type { Refusal } from '../api/answer';
import type { Meaning } from '../api/refusals';
import type { Unproven } from './verdict';

/** What became of an item: proof that it is done, or why that cannot be said. */
export type Outcome = { items: IDataObject[] } | Failure;

/** Why an item is not known to be done. */
export interface Failure {
	/**
	 * - `invalid`: the item or the node's settings cannot be used; nothing was sent for it
	 * - `refused`: Qvickly answered, and this run did not do it
	 * - `alreadyDone`: it had been done before this run, and the user wants that to fail
	 * - `unreached`: Qvickly could not be reached, so it is not done
	 * - `unanswered`: it was only asked for, and no answer came that can be trusted
	 * - `unknown`: it may be done all the same
	 * - `notAttempted`: the run ended before its turn; nothing was sent for it
	 */
	outcome:
		| 'invalid'
		| 'refused'
		| 'alreadyDone'
		| 'unreached'
		| 'unanswered'
		| 'unknown'
		| 'notAttempted';
	/** What happened, quoting the user's value: a whole sentence without its full stop. */
	message: string;
	/** What to do next, whole sentences. */
	advice: string;
	/** The payment's number, where the item got that far and is about a payment. */
	number?: string;
	/** Qvickly's own words, where it gave any. */
	refusal?: Refusal;
	/** Why every further call for the same account would be refused as well. */
	closes?: Meaning;
}

/** Whether something is a failure and not what it stands in place of. */
export function isFailure(value: object): value is Failure {
	return 'outcome' in value;
}

/** The item or the node's settings cannot be used. */
export const invalid = (message: string, advice: string): Failure => ({
	outcome: 'invalid',
	message,
	advice,
});

/** The same, of one item. @param problem a whole sentence without its full stop */
export const ofItem = (item: number, problem: string, advice: string) =>
	invalid(`Item ${item}: ${problem}`, `${advice} (Items are counted from 0.)`);

/** Qvickly does not do it. @param verdict says why; `cause` the refusal that led there */
export function refused(
	task: Task,
	call: Call,
	verdict: Unproven,
	cause: Unproven = verdict,
): Failure {
	const { meaning, reason, advice = meaning?.advice } = verdict;
	return {
		outcome: 'refused',
		message: `${isNot(task, call)}: ${meaning?.reason ?? reason}`,
		advice: advice ?? "Look it up in Qvickly's portal, and run it again if it is still to be done.",
		...about(task, cause),
	};
}

/** It had been done before this run. @param verdict a refusal that says so */
export function alreadyDone(task: Task, call: Call, verdict: Unproven): Failure {
	return {
		outcome: 'alreadyDone',
		message: `${capitalised(task.subject)} had already been ${call.done} before`,
		advice: verdict.meaning!.advice,
		...about(task, verdict),
	};
}

/** No try can have arrived. */
export function unreached(task: Task, call: Call, verdict: Unproven): Failure {
	return {
		outcome: 'unreached',
		message: `${isNot(task, call)}: ${verdict.reason}`,
		advice:
			"Qvickly was not reached. Check n8n's network and 'Base URL' in the credential, and run it again.",
		...about(task),
	};
}

/** The execution was stopped before anything was sent for this call. */
export function stoppedBefore(task: Task, call: Call): Failure {
	return {
		outcome: 'notAttempted',
		message: `${isNot(task, call)}: the execution was stopped`,
		advice: 'Run it again.',
		...about(task),
	};
}

/** Something was only asked for, in vain. */
export function unanswered(task: Task, call: Call, verdict: Unproven): Failure {
	return {
		outcome: 'unanswered',
		message: `${isNot(task, call)}: ${verdict.reason}`,
		advice: `Nothing was changed. ${after(verdict)}Run it again.${cure(verdict)}`,
		...about(task, verdict),
	};
}

/**
 * Some try may have been carried out, or may yet be.
 *
 * @param found what a look-up came to, if there was one
 */
export function unknown(task: Task, call: Call, verdict: Unproven, found?: Unproven): Failure {
	const asked = call.kind === 'once' ? 'looked for' : 'asked for its status';
	const status = found ? `; ${asked}, ${found.reason}` : '';
	return {
		outcome: 'unknown',
		message: `${capitalised(task.subject)} may have been ${call.done}: ${verdict.reason}${status}`,
		advice: `${after(verdict)}${howToFindOut(call, task.then)}${cure(verdict)}`,
		...about(task, verdict, found),
	};
}

/**
 * Nothing is sent, and what an attempt before did is not known: n8n may run an execution again.
 *
 * @param why a whole sentence without its full stop
 */
export const perhapsBefore = (why: string): Failure => ({
	outcome: 'unknown',
	message: why,
	advice:
		"Nothing was sent this time. If n8n has run this execution before, look in Qvickly's portal for what that did, and take it out before you run it again.",
});

/** It was left unknown by an earlier run of the node, and this one got no further. */
export function stillUnknown(task: Task, failure: Failure): Failure {
	return {
		...failure,
		outcome: 'unknown',
		message: `${capitalised(task.subject)} may have been ${task.call.done} by an earlier try. ${failure.message}`,
		advice: howToFindOut(task.call, task.then),
	};
}

function howToFindOut(call: Call, then?: Task['then']): string {
	if (call.kind === 'once') {
		return `Before you run it again, look in Qvickly's portal for ${call.trace}: otherwise it could be done twice.`;
	}
	const { done } = call;
	return then
		? `To find out, look it up in Qvickly's portal, or run it again: it is ${then.call.done} only if Qvickly says that it cannot be ${done}.`
		: `To find out, run it again (nothing is ${done} twice), or look it up in Qvickly's portal.`;
}

/** The run ended before its turn. @param closed why, where that is the account's */
export function notAttempted({ subject, number }: Task, closed?: Meaning): Failure {
	const reason = closed?.reason ?? 'the run ended before its turn';
	return {
		outcome: 'notAttempted',
		message: `Nothing was sent for ${subject} this time: ${reason}`,
		advice: `${closed ? `${closed.advice} ` : ''}Run it again.`,
		...(number !== undefined && { number }),
	};
}

/** What is to be said of the task beside the message. */
function about({ number }: Task, ...verdicts: Array<Unproven | undefined>): Partial<Failure> {
	const refusal = verdicts[0]?.refusal;
	const closing = verdicts.map((verdict) => verdict?.meaning);
	const closes = closing.find((meaning) => meaning?.settles === 'account');
	return {
		...(number !== undefined && { number }),
		...(refusal && { refusal }),
		...(closes && { closes }),
	};
}

/** The advice that comes with a refusal that settled nothing; any other would contradict the doubt. */
const after = (verdict: Unproven) =>
	verdict.kind === 'unclear' && verdict.meaning ? `${verdict.meaning.advice} ` : '';

/** What to do if it happens again and again. */
const cure = (verdict: Unproven) => (verdict.cure ? ` ${verdict.cure}` : '');

const isNot = (task: Task, { done }: Call) =>
	`${capitalised(task.subject)} ${isRead(task.call) ? 'could not be' : 'was not'} ${done}`;

/** Whether a call changes nothing. */
export const isRead = ({ kind }: Call) => kind === 'read' || kind === 'list';

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Something went wrong inside the node or n8n, where nothing should.
 *
 * @param task what was being done, undefined if nothing was sent yet
 */
export function mishap(error: unknown, task?: Task): Failure {
	const reason = `the node failed: ${error instanceof Error ? error.message : String(error)}`;
	const advice = "Report this to the node's maintainers.";
	if (!task) return invalid(capitalised(reason), advice);
	const { subject, call, then } = task;
	if (isRead(call)) {
		return {
			outcome: 'unanswered',
			message: `${isNot(task, call)}: ${reason}`,
			advice: `${advice} Nothing was changed.`,
			...about(task),
		};
	}
	const done = then ? `${call.done} or ${then.call.done}` : call.done;
	return {
		outcome: 'unknown',
		message: `${capitalised(subject)} may have been ${done}: ${reason}`,
		advice: `${advice} ${howToFindOut(then?.call ?? call)}`,
		...about(task),
	};
}
