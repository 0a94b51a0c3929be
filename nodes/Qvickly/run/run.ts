import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Operation, Task } from '../actions/operation';
import { connect } from '../transport/call';
import { errorItem, isFailure, nodeError, type Failure, type Outcome } from './outcome';
import { pool } from './pool';
import { settle } from './settle';
import { readItem, readSetup, type Setup } from './setup';
import { summariseInvalid, summariseRun } from './summary';

/**
 * Runs an operation for all input items: reads and checks every item first, makes each call once,
 * several at a time, and gives one output item for each input item, in order.
 *
 * @param operation what the user chose; undefined if this version of the node does not have it
 * @returns the output items; those of failed items are error items
 * @throws NodeOperationError before anything is sent, or NodeApiError after what was under way is
 *   finished, if an item fails and the node's error mode is to stop
 */
export async function run(
	context: IExecuteFunctions,
	operation: Operation | undefined,
): Promise<INodeExecutionData[]> {
	const stopOnFailure = !context.continueOnFail();
	const items = context.getInputData();
	const setup = await readSetup(context, operation);
	if (isFailure(setup)) {
		if (stopOnFailure) throw nodeError(context.getNode(), setup);
		return items.map((_, item) => errorItem(setup, item));
	}
	const plans = items.map((_, item) => readItem(context, setup, item));
	const invalid = summariseInvalid(plans);
	if (stopOnFailure && invalid) throw nodeError(context.getNode(), invalid.failure, invalid.item);

	const settled = await settleAll(context, setup, plans, stopOnFailure);
	const outcomes = plans.map(
		(plan): Outcome => (isFailure(plan) ? plan : (settled.get(plan.key) ?? notAttempted(plan))),
	);
	// When the execution was stopped from outside, n8n keeps what is returned, but no error.
	const stopped = context.getExecutionCancelSignal()?.aborted;
	const failed = stopOnFailure && !stopped && summariseRun(plans, outcomes, setup.operation.done);
	if (failed) throw nodeError(context.getNode(), failed.failure, failed.item, failed.groups);
	return outcomes.map((outcome, item) =>
		isFailure(outcome) ? errorItem(outcome, item) : { json: outcome.json, pairedItem: { item } },
	);
}

/**
 * Settles each task once, however many items ask for it, until all are settled, one fails where
 * that has to stop the run, or the execution is cancelled.
 *
 * @returns the outcomes by the tasks' keys; tasks that were not attempted are missing
 */
async function settleAll(
	context: IExecuteFunctions,
	setup: Setup,
	plans: Array<Task | Failure>,
	stopOnFailure: boolean,
): Promise<Map<string, Outcome>> {
	const tasks = new Map<string, Task>();
	for (const plan of plans) if (!isFailure(plan)) tasks.set(plan.key, plan);
	const settled = new Map<string, Outcome>();
	const { account, operation, settings } = setup;
	if (account.testMode) {
		context.addExecutionHints({
			message: "'Test Mode' is on in the credential: only test payments can be found and changed.",
			location: 'outputPane',
		});
	}
	const call = connect(context, account, settings);
	const cancel = context.getExecutionCancelSignal();
	let failed = false;
	await pool(
		[...tasks.values()],
		settings.maxParallelRequests,
		async (task) => {
			const outcome = await settle(task, operation.done, call, settings.retries);
			settled.set(task.key, outcome);
			failed ||= isFailure(outcome);
		},
		() => (failed && stopOnFailure) || cancel?.aborted === true,
	);
	return settled;
}

function notAttempted({ key, subject }: Task): Failure {
	return {
		outcome: 'notAttempted',
		message: `Nothing was sent for ${subject} this time: the run ended before its turn`,
		advice: 'Run it again.',
		number: key,
	};
}
