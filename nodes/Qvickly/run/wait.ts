import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../actions/operation';
import { invalid, isFailure, type Failure, type Outcome } from './outcome';

/**
 * When an operation that waits would wait no longer; worked out before anything else is done.
 *
 * @returns undefined for an operation that does not wait, or why it cannot
 */
export function waitLimit(
	context: IExecuteFunctions,
	{ wait, option }: Operation,
	count: number,
): Date | Failure | undefined {
	if (!wait) return undefined;
	if (count > 1) {
		return invalid(
			`'${option.name}' waits for one item, as the whole execution waits with it, and there are ${count}`,
			"Put it into a 'Loop Over Items' with batches of 1, or give each item to a sub-workflow.",
		);
	}
	const until = wait.until((name) => context.getNodeParameter(name, 0));
	return 'problem' in until ? invalid(until.problem, until.advice) : until.date;
}

/** Lets the execution sleep, if there is still something to wait for. */
export async function waitIfOpen(
	context: IExecuteFunctions,
	{ wait }: Operation,
	outcome: Outcome | undefined,
	limit: Date,
): Promise<void> {
	const item = outcome && !isFailure(outcome) ? outcome.items[0] : undefined;
	if (!wait || !item || wait.isOver(item)) return;
	// A tool gives what is true now: the agent would sleep with it, and then run again as a whole.
	if (context.getNode().type.endsWith('Tool')) return;
	// At the limit n8n passes the input on, whatever was returned here: so the input has to tell.
	const { data } = context.getExecuteData();
	data.main = (data.main ?? []).map((items) =>
		(items ?? []).map((one) => ({ ...one, json: { ...one.json, ...wait.ifNothing } })),
	);
	await context.putExecutionToWait(limit);
}
