import type { IDataObject } from 'n8n-workflow';

import type { Operation, Task } from '../actions/operation';
import { isFailure, isRead, type Failure, type Outcome } from './outcome';
import type { Plan } from './setup';

/** A failure that speaks for a whole run, and the item to show it at, if it is one's. */
export interface RunFailure {
	failure: Failure;
	item?: number;
	/** What became of the items, by the name of the group; what is done with all its fields. */
	groups?: Record<string, IDataObject[]>;
}

/** How many items or payments are named one by one. */
const NAMED = 10;

/** One failure for all items that cannot be used; undefined if all can. */
export function summariseInvalid(plans: Array<Plan | Failure>): RunFailure | undefined {
	const bad = plans.filter(isFailure);
	const first = bad[0];
	if (!first) return undefined;
	const messages = bad.map(({ message }) => message);
	const failure: Failure =
		bad.length === 1
			? { ...first, advice: `Nothing was sent for any item. ${first.advice}` }
			: {
					...first,
					message: `${bad.length} of ${plans.length} items cannot be used`,
					advice: `Nothing was sent for any item. ${list(messages, '; ')}. ${first.advice}`,
				};
	return { item: plans.indexOf(first), failure };
}

/**
 * One failure for a run that did not do all it should: the first one, with what became of all
 * others; undefined if it did.
 *
 * @param plans what to do for each item; none is unusable
 * @param outcomes what became of each item, in the same order
 */
export function summariseRun(
	plans: Array<Plan | Failure>,
	outcomes: Outcome[],
	operation: Operation,
): RunFailure | undefined {
	const failures = outcomes.filter(isFailure);
	const first = failures.find(({ outcome }) => outcome !== 'notAttempted') ?? failures[0];
	if (!first) return undefined;
	const item = outcomes.indexOf(first);
	const groups: Record<string, IDataObject[]> = {};
	const names: Record<string, string[]> = {};
	outcomes.forEach((outcome, index) => {
		const { task } = plans[index] as Plan;
		const isChecked = task.preview && !isFailure(outcome);
		const group = isChecked ? 'not sent but checked' : groupOf(outcome, operation.done);
		(groups[group] ??= []).push(kept(outcome, index, task));
		(names[group] ??= []).push(task.number ?? task.subject);
	});
	if (outcomes.length === 1) return { item, failure: first, groups };
	const real = outcomes.filter((_, index) => !(plans[index] as Plan).task.preview);
	const counts = Object.entries(names).map(
		([group, those]) => `${those.length} ${group} (${list(those)})`,
	);
	const advice = `${first.advice} Of ${outcomes.length} items: ${counts.join(', ')}. ${goOn(first, operation, plans as Plan[], real)}`;
	return { item, failure: { ...first, advice }, groups };
}

/** What the error keeps of an item. @param item its index */
function kept(outcome: Outcome, item: number, task: Task): IDataObject {
	const { number, preview, call } = task;
	const short = { item, ...(number !== undefined && { number }) };
	if (preview) return short;
	if (!isFailure(outcome)) {
		// What was only read can be asked for again; it may be much, and personal.
		return isRead(call) ? short : { ...outcome.items[0], item };
	}
	const { message, refusal } = outcome;
	// Of these there may be many, all with the same message.
	if (outcome.outcome === 'notAttempted') return short;
	return { ...short, message, ...(refusal && { code: refusal.code }) };
}

/** How to run the rest. */
function goOn(
	{ outcome, closes }: Failure,
	{ kind, done }: Operation,
	plans: Plan[],
	outcomes: Outcome[],
): string {
	const onlyReads = plans.every(({ task }) => isRead(task.call));
	if (kind === 'once' && !onlyReads) {
		const mayBeDone = (one: Outcome) => !isFailure(one) || one.outcome === 'unknown';
		if (!outcomes.some(mayBeDone)) return 'Then run the list again.';
		return `Before you run the list again, take out what is ${done} and what perhaps is: it could be done twice.`;
	}
	const isItems = (outcome === 'refused' || outcome === 'alreadyDone') && !closes;
	const again = isItems
		? "Take it out of the list, or set 'On Error' to continue, and run the list again"
		: 'Run the list again';
	return kind === 'change'
		? `${again}: that is safe, nothing is ${done} twice.`
		: `${again}: nothing is changed by it.`;
}

function groupOf(outcome: Outcome, done: string): string {
	if (!isFailure(outcome)) return done;
	switch (outcome.outcome) {
		case 'alreadyDone':
			return `${done} before`;
		case 'unknown':
			return `perhaps ${done}`;
		case 'unreached':
			return 'not reached';
		case 'unanswered':
			return 'without an answer';
		case 'notAttempted':
			return 'not attempted';
		default:
			return `not ${done}`;
	}
}

function list(texts: string[], separator = ', '): string {
	const more = texts.length - NAMED;
	return texts.slice(0, NAMED).join(separator) + (more > 0 ? `${separator}and ${more} more` : '');
}
