import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Operation, Task } from '../actions/operation';
import { readSettings, type Settings } from '../actions/settings';
import { readAccount, type Account } from '../api/account';
import type { Failure } from './outcome';

/** What a run needs beside its items. */
export interface Setup {
	operation: Operation;
	account: Account;
	settings: Settings;
	/** The values in 'Options'. */
	options: IDataObject;
}

/** Reads credential and options, once for all items: expressions there see the first item. */
export async function readSetup(
	context: IExecuteFunctions,
	operation: Operation | undefined,
): Promise<Setup | Failure> {
	try {
		if (!operation) {
			throw new RangeError("This version of the node does not have what 'Operation' is set to");
		}
		const options = context.getNodeParameter('options', 0, {}) as IDataObject;
		const account = readAccount(await context.getCredentials('qvicklyApi'));
		return { operation, account, settings: readSettings(options), options };
	} catch (error) {
		return invalid(
			(error as Error).message,
			"Correct the node's settings or the Qvickly API credential, and run it again.",
		);
	}
}

/** Reads and checks what an operation needs of an item. */
export function readItem(
	context: IExecuteFunctions,
	{ operation, options }: Setup,
	item: number,
): Task | Failure {
	const problem = (what: string, advice: string) =>
		invalid(`Item ${item}: ${what}`, `${advice} (Items are counted from 0.)`);
	try {
		const plan = operation.prepare((name) => context.getNodeParameter(name, item), options);
		return 'problem' in plan ? problem(plan.problem, plan.advice) : plan;
	} catch (error) {
		return problem((error as Error).message, "Check the expressions in the node's fields.");
	}
}

const invalid = (message: string, advice: string): Failure => ({
	outcome: 'invalid',
	message,
	advice,
});
