import type { Task } from '../actions/operation';
import { isFailure, type Failure, type Outcome } from './outcome';

/** A failure that speaks for a whole run, and the item to show it at. */
export interface RunFailure {
	failure: Failure;
	item: number;
	/** What became of which payments: all their numbers, by the name of the group. */
	groups?: Record<string, string[]>;
}

/** How many items or payments are named one by one. */
const NAMED = 10;

/** One failure for all items that cannot be used; undefined if all can. */
export function summariseInvalid(plans: Array<Task | Failure>): RunFailure | undefined {
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
 * @param plans what to do for each item
 * @param outcomes what became of each item, in the same order
 */
export function summariseRun(
	plans: Array<Task | Failure>,
	outcomes: Outcome[],
	done: string,
): RunFailure | undefined {
	const failures = outcomes.filter(isFailure);
	const first = failures.find(({ outcome }) => outcome !== 'notAttempted') ?? failures[0];
	if (!first) return undefined;
	const item = outcomes.indexOf(first);
	if (outcomes.length === 1) return { item, failure: first };
	const groups: Record<string, string[]> = {};
	plans.forEach((plan, index) => {
		if (!isFailure(plan)) (groups[groupOf(outcomes[index]!, done)] ??= []).push(plan.key);
	});
	const counts = Object.entries(groups).map(
		([group, keys]) => `${keys.length} ${group} (${list(keys)})`,
	);
	const again =
		first.outcome === 'refused' || first.outcome === 'alreadyDone'
			? "Take it out of the list, or set 'On Error' to continue, and run the list again"
			: 'Run the list again';
	return {
		item,
		failure: {
			...first,
			advice: `${first.advice} Of ${outcomes.length} items: ${counts.join(', ')}. ${again}: that is safe, nothing is ${done} twice.`,
		},
		groups,
	};
}

function groupOf(outcome: Outcome, done: string): string {
	if (!isFailure(outcome)) return done;
	switch (outcome.outcome) {
		case 'refused':
			return `not ${done}`;
		case 'alreadyDone':
			return `${done} before`;
		case 'unknown':
			return `perhaps ${done}`;
		default:
			return 'not attempted';
	}
}

function list(texts: string[], separator = ', '): string {
	const more = texts.length - NAMED;
	return texts.slice(0, NAMED).join(separator) + (more > 0 ? `${separator}and ${more} more` : '');
}
