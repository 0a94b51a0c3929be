import type { Task } from '../actions/operation';
import type { Account } from '../api/account';
import { connect } from '../transport/connect';
import type { Requesting } from '../transport/post';
import { Tries } from './again';
import type { Outcome } from './outcome';
import { settle } from './settle';

/**
 * Does what a task wants where no workflow runs: for the editor, a trigger, or an execution that waits.
 *
 * @param task a read
 * @param timeout seconds that a try may take
 * @param retries further tries
 */
export async function ask(
	context: Requesting,
	account: Account,
	task: Task,
	timeout: number,
	retries: number,
): Promise<Outcome> {
	const send = connect(context, timeout, undefined);
	return await settle(
		task,
		async ({ request, maxAnswerBytes }) => await send(request, account, maxAnswerBytes),
		new Tries(retries),
	);
}
