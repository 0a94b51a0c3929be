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
	const item = plans.indexOf(first);
	const failure: Failure =
		bad.length === 1
			? first
			: {
					...first,
					message: `${bad.length} of ${plans.length} items cannot be used`,
					advice: `${list(
						bad.map(({ message }) => message),
						'. ',
					)}. (Items are counted from 0.) ${first.advice}`,
				};
	return {
		item,
		failure: { ...failure, advice: `No request was sent for any item. ${failure.advice}` },
	};
}

/**
 * One failure for a run that did not do all it should: the first one, with what became of all
 * others; undefined if it did.
 */
export function summariseRun(outcomes: Outcome[], done: string): RunFailure | undefined {
	const failures = outcomes.filter(isFailure);
	const first = failures.find(({ outcome }) => outcome !== 'notAttempted') ?? failures[0];
	if (!first) return undefined;
	const groups: Record<string, string[]> = {
		[done]: [],
		[`not ${done}`]: [],
		[`perhaps ${done}`]: [],
		'not attempted': [],
	};
	for (const outcome of outcomes) {
		groups[groupOf(outcome, done)]!.push(
			isFailure(outcome) ? outcome.number! : outcome.json.number!,
		);
	}
	const counts = Object.entries(groups)
		.filter(([, numbers]) => numbers.length > 0)
		.map(([group, numbers]) => `${numbers.length} ${group} (${list(numbers)})`);
	const advice = `${first.advice} Of ${outcomes.length} items: ${counts.join(', ')}. Running all of them again is safe: nothing is ${done} twice.`;
	return { item: outcomes.indexOf(first), failure: { ...first, advice }, groups };
}

function groupOf(outcome: Outcome, done: string): string {
	if (!isFailure(outcome)) return done;
	if (outcome.outcome === 'notAttempted') return 'not attempted';
	return `${outcome.outcome === 'unknown' ? 'perhaps' : 'not'} ${done}`;
}

function list(texts: string[], separator = ', '): string {
	const more = texts.length - NAMED;
	return texts.slice(0, NAMED).join(separator) + (more > 0 ? `${separator}and ${more} more` : '');
}
