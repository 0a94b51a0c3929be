import type { Task } from '../actions/operation';
import type { Refusal } from '../api/answer';
import { explainRefusal, INTERNAL_ERROR, isExplained } from '../api/refusals';
import type { Call, Reply } from '../transport/call';
import type { Failure, Outcome } from './outcome';

/**
 * Makes a task's call and finds out what is true. A task counts as done only on a signed answer
 * that says so: its own, or that of its check. It counts as not done only if no try of this run
 * can have done it, not even one that is still under way at Qvickly.
 *
 * @param task what to do
 * @param done what doing it is called, such as "cancelled"
 * @param call the way to Qvickly
 * @param retries how often to do it again where it proved not done after an answer that could not
 *   be trusted
 */
export async function settle(
	task: Task,
	done: string,
	call: Call,
	retries: number,
): Promise<Outcome> {
	let mayBeDone = false;
	for (let retry = 0; ; retry++) {
		const reply = await call(task.request);
		const { answer } = reply;
		mayBeDone ||= reply.mayHaveRunBefore;
		let doubt = describeAnswer(reply);
		if (answer.kind === 'verified') {
			const result = task.result(answer.data);
			if ('json' in result) return result;
			doubt = 'notDone' in result ? result.notDone : result.unrelated;
		} else if (!isAnswered(reply)) {
			return unanswered(task, done, reply, mayBeDone);
		} else if (answer.kind === 'refused' && !mayBeDone && !needsCheck(task, answer)) {
			return refused(task, done, answer);
		}

		const check = await call(task.check.request);
		const truth =
			check.answer.kind === 'verified'
				? task.check.result(check.answer.data)
				: { unrelated: describeAnswer(check) };
		const { alreadyDone, neverDone, acceptAlreadyDone } = task.check;
		if ('json' in truth) {
			const wasDoneBefore = answer.kind === 'refused' && answer.code === alreadyDone && !mayBeDone;
			return wasDoneBefore && !acceptAlreadyDone ? refused(task, done, answer) : truth;
		}
		const found = 'notDone' in truth ? truth.notDone : truth.unrelated;
		const unknown = maybe(task, done, reply, `${doubt}; asked for its status, ${found}`);
		if ('unrelated' in truth) return unknown;
		if (answer.kind === 'refused') {
			const isCertain = answer.code === neverDone || (!mayBeDone && answer.code !== alreadyDone);
			return isCertain ? refused(task, done, answer) : unknown;
		}
		if (retry < retries) continue;
		return mayBeDone ? unknown : proven(task, done, doubt, found);
	}
}

/** Whether Qvickly gave an answer that can be gone by, if only to doubt it. */
const isAnswered = ({ answer }: Reply) =>
	answer.kind === 'verified' ||
	answer.kind === 'unverified' ||
	(answer.kind === 'refused' && answer.code !== INTERNAL_ERROR);

/** Whether a refusal alone does not say what is true. */
const needsCheck = ({ check }: Task, { code }: Refusal) =>
	code === check.alreadyDone || !isExplained(code);

function refused(task: Task, done: string, refusal: Refusal): Failure {
	const { reason, advice } = explainRefusal(refusal.code);
	const before = refusal.code === task.check.alreadyDone;
	return {
		outcome: before ? 'alreadyDone' : 'refused',
		message: before
			? `${capitalised(task.subject)} had already been ${done} before`
			: `${capitalised(task.subject)} was not ${done}: ${reason}`,
		advice,
		number: task.key,
		refusal,
	};
}

function unanswered(task: Task, done: string, reply: Reply, mayBeDone: boolean): Failure {
	const { answer } = reply;
	if (mayBeDone || answer.kind !== 'noAnswer' || answer.mayHaveArrived) {
		return maybe(task, done, reply, describeAnswer(reply));
	}
	return {
		outcome: 'unreached',
		message: `Nothing was sent for ${task.subject} this time: ${answer.reason}`,
		advice: "Check n8n's network and 'Base URL' in the credential, and run it again.",
		number: task.key,
	};
}

function proven(task: Task, done: string, doubt: string, found: string): Failure {
	return {
		outcome: 'refused',
		message: `${capitalised(task.subject)} was not ${done}: ${found}`,
		advice: `Qvickly's first answer could not be trusted (${doubt}), so the node asked for the status. If this keeps happening, look it up in Qvickly's portal and tell Qvickly's support.`,
		number: task.key,
	};
}

function maybe(task: Task, done: string, { answer }: Reply, reason: string): Failure {
	return {
		outcome: 'unknown',
		message: `${capitalised(task.subject)} may have been ${done}: ${reason}`,
		advice: `To find out, run it again (nothing is ${done} twice), or look it up in Qvickly's portal. If this keeps happening, check 'Base URL' in the credential.`,
		number: task.key,
		...(answer.kind === 'refused' && { refusal: answer }),
	};
}

function describeAnswer({ answer }: Reply): string {
	switch (answer.kind) {
		case 'noAnswer':
			return answer.reason;
		case 'refused':
			return `Qvickly answered that ${explainRefusal(answer.code).reason}`;
		case 'unreadable':
			return 'what came is not an answer of Qvickly';
		default:
			return "the signature of Qvickly's answer is wrong or missing";
	}
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
