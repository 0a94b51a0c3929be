import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Account } from '../api/account';
import type { Meaning } from '../api/refusals';
import { connect } from '../transport/connect';
import { Tries } from './again';
import { begin } from './begun';
import { addDetails } from './details';
import { earlierTries, toKeep, type Earlier } from './earlier';
import { nodeError, outputItems } from './errors';
import {
	isFailure,
	mishap,
	notAttempted,
	perhapsBefore,
	type Failure,
	type Outcome,
} from './outcome';
import { pool } from './pool';
import { sameCalls } from './sameCalls';
import { settle } from './settle';
import {
	readPlans,
	readSetup,
	type FindOperation,
	type Plan,
	type Setup,
	type Wish,
} from './setup';
import { waitIfOpen, waitLimit } from './wait';
import { summariseInvalid, summariseRun, type RunFailure } from './summary';

/**
 * Runs an operation for all input items: reads and checks every item first, makes each call,
 * several at a time, and gives the output items of each input item, in order and linked to it.
 *
 * @param find gives the operation that the user chose
 * @returns the output items; a failed input item gives one error item
 * @throws NodeOperationError before anything is sent, or NodeApiError after what was under way is
 *   finished, if an item fails and the node's error mode is to stop. In the other modes it throws
 *   nothing, whatever goes wrong: n8n would pass the input items on as successes
 */
export async function run(
	context: IExecuteFunctions,
	find: FindOperation,
): Promise<INodeExecutionData[]> {
	const stopOnFailure = !context.continueOnFail();
	const count = context.getInputData().length;
	const outcomes: Outcome[] = [];
	let earlier: Earlier = [];
	let failed: RunFailure | undefined;
	try {
		earlier = earlierTries(context);
		failed = await runAll(context, find, count, stopOnFailure, earlier, outcomes);
	} catch (error) {
		failed = { failure: mishap(error) };
	}
	if (failed && stopOnFailure) {
		throw nodeError(context.getNode(), failed.failure, failed.item, failed.groups);
	}
	return Array.from({ length: count }, (_, item) =>
		outputItems(outcomes[item] ?? earlier[item] ?? failed!.failure, item),
	).flat();
}

/**
 * @param earlier what earlier tries did, to be added to
 * @param outcomes to be filled with what becomes of each item
 * @returns a failure that speaks for all items that have no outcome, or for the whole run where a
 *   failure has to stop it
 */
async function runAll(
	context: IExecuteFunctions,
	find: FindOperation,
	count: number,
	stopOnFailure: boolean,
	earlier: Earlier,
	outcomes: Outcome[],
): Promise<RunFailure | undefined> {
	const setup = readSetup(context, find);
	if (isFailure(setup)) return { failure: setup };
	const begun = await begin(context, setup.operation);
	if (isFailure(begun)) return { failure: begun };
	const plans = await readPlans(context, setup, count);
	if (isFailure(plans)) return { failure: inDoubt(plans, begun) };
	const limit = await waitLimit(context, setup.operation, plans);
	if (limit && isFailure(limit)) return { failure: limit };
	const invalid = summariseInvalid(plans);
	if (invalid && begun.before) return { failure: inDoubt(invalid.failure, begun) };
	if (invalid && stopOnFailure) return invalid;

	hintAtTestMode(context, plans);
	const settled = await settleAll(context, setup, plans, stopOnFailure, earlier, begun.before);
	plans.forEach((plan, item) => {
		outcomes.push(isFailure(plan) ? (earlier[item] ?? plan) : settled.get(plan)!);
	});
	if (limit) await waitIfOpen(context, setup.operation, outcomes[0], limit);
	// When the execution was stopped from outside, n8n keeps what is returned, but no error.
	const stopped = context.getExecutionCancelSignal?.()?.aborted;
	return stopOnFailure && !stopped ? summariseRun(plans, outcomes, setup.operation) : undefined;
}

/** Where nothing can be read, what was sent before cannot be told either. */
const inDoubt = (failure: Failure, { before }: { before: boolean }) =>
	before
		? perhapsBefore(`n8n had begun this execution before, and now: ${failure.message}`)
		: failure;

/**
 * Settles what the items want until all is settled, one fails where that has to stop the run, or
 * the execution is cancelled. After a refusal that is the account's, nothing more is sent for it.
 *
 * @param begunBefore whether all of it may have been sent before: then nobody may be told that
 *   nothing was sent, so it goes on to the end
 * @returns what became of each plan
 */
async function settleAll(
	context: IExecuteFunctions,
	{ settings }: Setup,
	plans: Array<Plan | Failure>,
	stopOnFailure: boolean,
	earlier: Earlier,
	begunBefore: boolean,
): Promise<Map<Plan, Outcome>> {
	const stop = context.getExecutionCancelSignal?.();
	const send = connect(context, settings.timeout, stop);
	const closed = new Map<Account, Meaning>();
	const settled = new Map<Plan, Outcome>();
	let failed = false;

	const outcomeOf = async ({ task, account }: Wish, before?: Outcome): Promise<Outcome> => {
		if (before && !isFailure(before)) return before;
		if (closed.has(account) && !begunBefore)
			return before ?? notAttempted(task, closed.get(account));
		const tries = new Tries(settings.retries, stop);
		const outcome = await settle(
			task,
			async ({ request, maxAnswerBytes }) => await send(request, account, maxAnswerBytes),
			tries,
			begunBefore || before !== undefined,
		).catch((error: unknown) => mishap(error, task));
		if (isFailure(outcome) && outcome.closes) closed.set(account, outcome.closes);
		return outcome;
	};
	const work = async (group: Plan[]): Promise<void> => {
		const [plan] = group;
		const outcome = await outcomeOf(plan!, earlier[plan!.item]);
		failed ||= isFailure(outcome);
		for (const one of group) {
			settled.set(one, outcome);
			earlier[one.item] = toKeep(outcome);
		}
	};
	const groups = sameCalls(plans);
	await pool(groups, settings.maxParallelRequests, work, () => {
		return !begunBefore && ((failed && stopOnFailure) || stop?.aborted === true);
	});
	for (const plan of groups.flat()) {
		if (settled.has(plan)) continue;
		settled.set(plan, earlier[plan.item] ?? notAttempted(plan.task, closed.get(plan.account)));
	}
	// A run that fails gives nobody its items.
	if (failed && stopOnFailure) return settled;
	await addDetails(settled, settings.maxParallelRequests, outcomeOf);
	return settled;
}

function hintAtTestMode(context: IExecuteFunctions, plans: Array<Plan | Failure>): void {
	const modes = plans.flatMap((plan) => (isFailure(plan) ? [] : plan.account.testMode));
	if (!modes.includes(true)) return;
	const where = modes.includes(false) ? ' for some items' : '';
	// n8n before 1.79 has no hints.
	context.addExecutionHints?.({
		message: `'Test Mode' is on in the credential${where}: only test payments can be found and changed.`,
		location: 'outputPane',
	});
}
