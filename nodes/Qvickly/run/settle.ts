import type { Call, Change, LedHere, Once, Read, Task } from '../actions/operation';
import type { Reply } from '../transport/connect';
import { asksForPeace, mayBeSentAgain, type Tries } from './again';
import {
	alreadyDone,
	isFailure,
	refused,
	stillUnknown,
	stoppedBefore,
	unanswered,
	unknown,
	unreached,
	type Outcome,
} from './outcome';
import { judge, type Unproven, type Verdict } from './verdict';

/** Sends a call once, for the account of the item. */
export type SendOnce = (call: Pick<Call, 'request' | 'maxAnswerBytes'>) => Promise<Reply>;

/** What all tries of a call came to. */
interface Ending {
	/** On the last one. */
	verdict: Verdict;
	/** Whether any of them may have arrived. */
	sent: boolean;
	/** Whether any of them may have been carried out, or may yet be, for all that is known. */
	doubt: boolean;
}

/** Why what must not be sent twice is not sent. */
const BEGUN_BEFORE: Unproven = {
	kind: 'unclear',
	reason: 'n8n has noted that this execution had begun before, as when it loses a worker',
};

/**
 * Does what one item wants, and finds out what is true. It counts as done only on a signed answer
 * that says so: the call's own, or that of a look-up. It counts as not done only if no try of this
 * run can have done it, not even one that is still under way at Qvickly.
 *
 * @param task what to do
 * @param send the way to Qvickly
 * @param tries the item's further tries
 * @param isInDoubt whether it may be done already, for all that is known: by an earlier run of the
 *   node in the same execution; what must not be sent twice is then not sent
 */
export async function settle(
	task: Task,
	send: SendOnce,
	tries: Tries,
	isInDoubt = false,
): Promise<Outcome> {
	if (task.preview) return { items: [task.preview] };
	if (task.first) {
		const looked = await settleCall(task, task.first, send, tries);
		if (isFailure(looked)) return isInDoubt ? stillUnknown(task, looked) : looked;
	}
	const outcome = await settleCall(task, task.call, send, tries, isInDoubt);
	const { then } = task;
	if (!then || !isFailure(outcome) || outcome.outcome !== 'refused') return outcome;
	return outcome.refusal?.code === then.code
		? await settleCall(task, then.call, send, tries, isInDoubt)
		: outcome;
}

async function settleCall(
	task: Task,
	call: Call,
	send: SendOnce,
	tries: Tries,
	isInDoubt = false,
): Promise<Outcome> {
	if (isInDoubt && call.kind === 'once') {
		return await findOnce(task, call, BEGUN_BEFORE, send, tries);
	}
	const { verdict, sent, doubt } = await makeTries(call, send, tries);
	if (verdict.kind === 'done') return { items: verdict.items };
	if (!sent && !isInDoubt) {
		return tries.isStopped ? stoppedBefore(task, call) : unreached(task, call, verdict);
	}
	if (call.kind === 'change') {
		return await settleChange(task, call, verdict, doubt || isInDoubt, send, tries);
	}
	if (verdict.kind === 'refused' || verdict.kind === 'notDone') return refused(task, call, verdict);
	return call.kind === 'once'
		? await findOnce(task, call, verdict, send, tries)
		: unanswered(task, call, verdict);
}

/** Looks for what may have been done, where there is a way to: not finding it proves nothing. */
async function findOnce(
	task: Task,
	call: Once,
	verdict: Unproven,
	send: SendOnce,
	tries: Tries,
): Promise<Outcome> {
	if (!call.find || tries.isStopped || asksForPeace(verdict)) return unknown(task, call, verdict);
	await tries.pause(verdict.retryAfter);
	const look: Read = { kind: 'read', done: 'looked up', ...call.find };
	const { verdict: found } = await makeTries(look, send, tries);
	return found.kind === 'done' ? { items: found.items } : unknown(task, call, verdict, found);
}

async function makeTries(call: Call, send: SendOnce, tries: Tries): Promise<Ending> {
	let sent = false;
	let doubt = false;
	for (;;) {
		const verdict = judge(call, await send(call));
		sent ||= verdict.kind !== 'neverArrived';
		doubt ||= verdict.kind === 'unclear';
		const again = mayBeSentAgain(call.kind, verdict) && (await tries.take(verdict.retryAfter));
		if (!again) return { verdict, sent, doubt };
	}
}

/** What is true of a change that no answer has proved: refused for certain, or to be looked up. */
async function settleChange(
	task: Task,
	call: Change,
	verdict: Unproven,
	doubt: boolean,
	send: SendOnce,
	tries: Tries,
): Promise<Outcome> {
	const settles = verdict.meaning?.settles;
	if (verdict.kind === 'refused' && settles !== 'before' && !doubt) {
		return refused(task, call, verdict);
	}
	if (tries.isStopped || asksForPeace(verdict)) return unknown(task, call, verdict);
	// What is still under way may need the time.
	if (verdict.kind === 'unclear') await tries.pause(verdict.retryAfter);

	const code = verdict.refusal?.code;
	const { verdict: found } = await makeTries(lookUp(call, { code, doubt }), send, tries);
	if (found.kind === 'done') {
		const isOld = settles === 'before' && !doubt;
		return isOld && !call.acceptDoneBefore
			? alreadyDone(task, call, verdict)
			: { items: found.items };
	}
	if (settles === 'matter' && agrees(found, code)) return refused(task, call, verdict);
	return found.kind === 'notDone' && !doubt
		? refused(task, call, found, verdict)
		: unknown(task, call, verdict, found);
}

/** Whether a look-up agrees with the refusal that led to it, as where there is no such payment. */
const agrees = (found: Unproven, code: string | undefined) =>
	found.kind === 'notDone' || (found.kind === 'refused' && found.refusal.code === code);

/** The read that tells what is true of a change. */
const lookUp = (call: Change, ledHere: LedHere): Read => ({
	kind: 'read',
	request: call.check.request,
	done: 'looked up',
	refusals: call.check.refusals,
	result: (data) => call.check.result(data, ledHere),
});
