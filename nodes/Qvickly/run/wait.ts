import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../actions/operation';
import { isTool } from './errors';
import { invalid, isFailure, type Failure, type Outcome } from './outcome';
import type { Plan } from './setup';

/**
 * When an operation that waits would wait no longer; worked out before anything is sent.
 *
 * @returns undefined for an operation that does not wait, or has nothing to wait for, or why it cannot
 */
export async function waitLimit(
	context: IExecuteFunctions,
	{ wait, option }: Operation,
	plans: Array<Plan | Failure>,
): Promise<Date | Failure | undefined> {
	if (!wait) return undefined;
	if (plans.length > 1) {
		return invalid(
			`'${option.name}' waits for one item, as the whole execution waits with it, and there are ${plans.length}`,
			"Put it into a 'Loop Over Items' with batches of 1. A sub-workflow does not help: n8n ends the workflow that waits for it with the first item.",
		);
	}
	const [plan] = plans;
	if (!plan || isFailure(plan)) return undefined;
	const { dependsOnItem } = await context.getCredentials('qvicklyApi', 0);
	if (dependsOnItem === 'yes') {
		return invalid(
			`'${option.name}' cannot use a credential with expressions, as n8n does not work them out when Qvickly reports`,
			'Choose a credential without expressions.',
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
	if (isTool(context.getNode())) return;
	// At the limit n8n passes the input on, whatever was returned here: so the input has to tell. The
	// one item of it, as with 'Execute Once' there may be more.
	const told = wait.ifNothing(item, limit);
	const input = context.getInputData().map((one) => ({ ...one, json: { ...one.json, ...told } }));
	context.getExecuteData().data.main = [input];
	await context.putExecutionToWait(limit);
}
