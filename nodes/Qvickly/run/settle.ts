import type { Task } from '../actions/operation';
import { explainRefusal } from '../api/refusals';
import { INTERNAL_ERROR, type Call, type Reply } from '../transport/call';
import type { Failure, Outcome } from './outcome';

/**
 * Makes a task's call and finds out what is true. A task counts as done only on a signed answer
 * that says so: its own, or that of its check.
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
	const reply = await call(task.request);
	const { answer } = reply;
	let doubt = describeAnswer(reply);
	if (answer.kind === 'verified') {
		const result = task.result(answer.data);
		if ('json' in result) return result;
		doubt = 'notDone' in result ? result.notDone : result.unrelated;
	} else if (!isAnswered(reply)) {
		return unanswered(task, done, reply);
	} else if (answer.kind === 'refused' && !isOpen(task, reply)) {
		return refused(task, done, reply);
	}

	const check = await call(task.check.request);
	const truth =
		check.answer.kind === 'verified'
			? task.check.result(check.answer.data)
			: { unrelated: describeAnswer(check) };
	if ('json' in truth) return truth;
	if ('unrelated' in truth) {
		return maybe(task, done, reply, `${doubt}; asked for its status, ${truth.unrelated}`);
	}
	if (answer.kind !== 'refused' && retries > 0) return await settle(task, done, call, retries - 1);
	if (answer.kind === 'refused' && answer.code !== task.check.alreadyDone) {
		return refused(task, done, reply);
	}
	return {
		outcome: 'refused',
		message: `${task.subject} was not ${done}: ${truth.notDone}`,
		advice: `That is what Qvickly says on being asked, after this: ${doubt}. Look it up in Qvickly's portal before trying again.`,
		number: task.key,
		...refusalOf(reply),
	};
}

/** Whether Qvickly gave an answer that can be gone by, if only to doubt it. */
const isAnswered = ({ answer }: Reply) =>
	answer.kind === 'verified' ||
	answer.kind === 'unverified' ||
	(answer.kind === 'refused' && answer.code !== INTERNAL_ERROR);

/** Whether a refusal leaves open that it is done: as Qvickly says so, or by an earlier, unclear try. */
const isOpen = ({ check }: Task, { answer, mayHaveRunBefore }: Reply) =>
	mayHaveRunBefore ||
	(answer.kind === 'refused' && answer.code === check.alreadyDone && check.acceptAlreadyDone);

function refused(task: Task, done: string, reply: Reply): Failure {
	const { refusal } = refusalOf(reply);
	const { reason, advice } = explainRefusal(refusal?.code ?? '');
	return {
		outcome: 'refused',
		message: `${task.subject} was not ${done}: ${reason}`,
		advice,
		number: task.key,
		refusal,
	};
}

function unanswered(task: Task, done: string, reply: Reply): Failure {
	const { answer, mayHaveRunBefore } = reply;
	if (mayHaveRunBefore || answer.kind !== 'noAnswer' || answer.mayHaveArrived) {
		return maybe(task, done, reply, describeAnswer(reply));
	}
	return {
		outcome: 'unreached',
		message: `${task.subject} was not ${done}: ${answer.reason}`,
		advice: "Check n8n's network and 'Base URL' in the credential, and run it again.",
		number: task.key,
	};
}

function maybe(task: Task, done: string, reply: Reply, reason: string): Failure {
	return {
		outcome: 'unknown',
		message: `${task.subject} may have been ${done}: ${reason}`,
		advice: `To find out, run it again: that is safe, nothing is ${done} twice. Or look it up in Qvickly's portal.`,
		number: task.key,
		...refusalOf(reply),
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

const refusalOf = ({ answer }: Reply) => (answer.kind === 'refused' ? { refusal: answer } : {});
