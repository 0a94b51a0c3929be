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
 */
export async function settle(task: Task, done: string, call: Call): Promise<Outcome> {
	const reply = await call(task.request);
	const { answer } = reply;
	if (answer.kind === 'verified') {
		const result = task.result(answer.data);
		if ('json' in result) return result;
		return await check(
			task,
			done,
			call,
			reply,
			'notDone' in result ? result.notDone : result.unrelated,
		);
	}
	if (answer.kind === 'unverified') {
		return await check(task, done, call, reply, describeAnswer(reply));
	}
	if (answer.kind === 'refused' && answer.code !== INTERNAL_ERROR) {
		const already = answer.code === task.check.alreadyDone && task.check.acceptAlreadyDone;
		// A try before this one that got no clear answer may have worked.
		return already || reply.mayHaveRunBefore
			? await check(task, done, call, reply, describeAnswer(reply))
			: refused(task, done, reply);
	}
	return unanswered(task, done, reply);
}

/** Asks Qvickly what is true, where an answer alone does not prove it. */
async function check(
	task: Task,
	done: string,
	call: Call,
	first: Reply,
	doubt: string,
): Promise<Outcome> {
	const second = await call(task.check.request);
	const result =
		second.answer.kind === 'verified'
			? task.check.result(second.answer.data)
			: { unrelated: describeAnswer(second) };
	if ('json' in result) return result;
	if ('unrelated' in result) {
		const reason = `${doubt}; asked for its status, ${result.unrelated}`;
		return { ...maybe(task, done, reason), ...refusalOf(first) };
	}
	const { alreadyDone } = task.check;
	if (first.answer.kind === 'refused' && first.answer.code !== alreadyDone) {
		return refused(task, done, first);
	}
	return {
		outcome: 'refused',
		message: `${task.subject} was not ${done}: ${result.notDone}`,
		advice: `That is what Qvickly says on being asked, after this: ${doubt}. Look it up in Qvickly's portal before trying again.`,
		number: task.key,
		...refusalOf(first),
	};
}

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
		return { ...maybe(task, done, describeAnswer(reply)), ...refusalOf(reply) };
	}
	return {
		outcome: 'unreached',
		message: `${task.subject} was not ${done}: ${answer.reason}`,
		advice: "Check n8n's network and 'Base URL' in the credential, and run it again.",
		number: task.key,
	};
}

function maybe(task: Task, done: string, reason: string): Failure {
	return {
		outcome: 'unknown',
		message: `${task.subject} may have been ${done}: ${reason}`,
		advice: `To find out, run it again: that is safe, nothing is ${done} twice. Or look it up in Qvickly's portal.`,
		number: task.key,
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
