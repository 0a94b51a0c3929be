import type { IExecuteFunctions } from 'n8n-workflow';

import { isFailure, type Outcome } from './outcome';

/** What is done, or perhaps done, by the index of its item. */
export type Earlier = Array<Outcome | undefined>;

/** By what n8n runs the node with, which is the same object each time that it tries again. */
const known = new WeakMap<object, Earlier>();

/**
 * What earlier tries of this node did to its items, to be added to. With 'Retry On Fail' n8n runs the
 * whole node again and throws away what it gave before; without this the last try would deny what
 * the first one did.
 */
export function earlierTries(context: IExecuteFunctions): Earlier {
	const key = context.getNode().retryOnFail ? context.getExecuteData?.() : undefined;
	if (key === undefined) return [];
	const earlier = known.get(key) ?? [];
	known.set(key, earlier);
	return earlier;
}

/** What a later try has to know of an outcome. */
export const toKeep = (outcome: Outcome): Outcome | undefined =>
	!isFailure(outcome) || outcome.outcome === 'unknown' ? outcome : undefined;
