import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Operation, Task } from '../actions/operation';
import { readSettings, type Settings } from '../actions/settings';
import { readAccount, type Account } from '../api/account';
import type { Failure } from './outcome';

/** What a run needs beside its items. */
export interface Setup {
	account: Account;
	settings: Settings;
	/** The values in 'Options'. */
	options: IDataObject;
}

/** Reads credential and options, once for all items. */
export async function readSetup(context: IExecuteFunctions): Promise<Setup | Failure> {
	try {
		const options = context.getNodeParameter('options', 0, {}) as IDataObject;
		const account = readAccount(await context.getCredentials('qvicklyApi'));
		return { account, settings: readSettings(options), options };
	} catch (error) {
		return invalid(
			(error as Error).message,
			"Nothing was sent. Correct the node's settings and run it again.",
		);
	}
}

/** Reads and checks what an operation needs of an item. */
export function readItem(
	context: IExecuteFunctions,
	operation: Operation,
	options: IDataObject,
	item: number,
): Task | Failure {
	try {
		const plan = operation.prepare((name) => context.getNodeParameter(name, item), options);
		if (!('problem' in plan)) return plan;
		return invalid(`Item ${item}: ${plan.problem}`, `Nothing was sent for it. ${plan.advice}`);
	} catch (error) {
		const { message } = error as Error;
		return invalid(
			`Item ${item}: ${message}`,
			"Nothing was sent for it. Check the expressions in the node's fields.",
		);
	}
}

const invalid = (message: string, advice: string): Failure => ({
	outcome: 'invalid',
	message,
	advice,
});
