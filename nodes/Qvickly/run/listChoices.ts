import { NodeOperationError, type IDataObject, type ILoadOptionsFunctions } from 'n8n-workflow';

import type { Problem, Task } from '../actions/operation';
import { readAccount } from '../api/account';
import { connect } from '../transport/connect';
import { Tries } from './again';
import { isFailure } from './outcome';
import { settle } from './settle';

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
	const send = connect(context, TIMEOUT, undefined);
	const outcome = await settle(
		task as Task,
		async ({ request }) => await send(request, account),
		new Tries(0, undefined),
	);
	if (!isFailure(outcome)) return outcome.items;
	const { message, advice } = outcome;
	throw new NodeOperationError(context.getNode(), `${message}. ${advice}`);
}
