import { NodeOperationError, type IDataObject, type ILoadOptionsFunctions } from 'n8n-workflow';

import type { Problem, Task } from '../actions/operation';
import { readAccount } from '../api/account';
import { ask } from './ask';
import { isFailure } from './outcome';

/** Seconds: somebody is waiting in front of the editor. */
const TIMEOUT = 15;

/**
 * Reads what the editor offers in a list.
 *
 * @param task a read
 * @throws NodeOperationError whose message is all that the editor shows beside the field
 */
export async function listChoices(
	context: ILoadOptionsFunctions,
	task: Task | Problem,
): Promise<IDataObject[]> {
	const account = readAccount(await context.getCredentials('qvicklyApi'));
	const outcome = await ask(context, account, task as Task, TIMEOUT, 0);
	if (!isFailure(outcome)) return outcome.items;
	const { message, advice } = outcome;
	throw new NodeOperationError(context.getNode(), `${message}. ${advice}`);
}
