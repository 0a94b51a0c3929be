import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../actions/operation';
import { isTool } from './errors';
import { invalid, type Failure } from './outcome';

/** So many runs of a node are remembered, which are far more than its workers can lose at once. */
const REMEMBERED = 1000;

/** Milliseconds after which it is noted again: n8n may lose one of two notes that are made at once. */
const AGAIN = 250;

/** As one may fail where the first notes of two executions are made at once. */
const ATTEMPTS = 3;

/**
 * Notes that a run of the node begins, in n8n's database, before it sends what must not be sent
 * twice. In queue mode n8n 1 runs an execution again, from its start, whose worker was lost.
 *
 * @returns whether this very run has begun before, or why that cannot be known
 */
export async function begin(
	context: IExecuteFunctions,
	{ kind, option }: Operation,
): Promise<{ before: boolean } | Failure> {
	const execution = context.getExecutionId();
	const node = context.getNode();
	// What an agent calls has no number of its own among the runs.
	if (kind !== 'once' || !execution || isTool(node)) return { before: false };
	const run = `${execution} ${context.getWorkflowDataProxy(0).$runIndex} ${node.name}`;
	const note = async () =>
		await context.helpers.checkProcessedAndRecord([run], 'node', {
			mode: 'entries',
			maxEntries: REMEMBERED,
		});
	for (let attempt = 1; ; attempt++) {
		try {
			const { processed } = await note();
			void sleep(AGAIN)
				.then(note)
				.catch(() => {});
			return { before: processed.length > 0 };
		} catch (error) {
			const { code, message } = error as Error & { code?: string };
			// There is no database, as where workflows are only tested, or it does not have the workflow, as of
			// a sub-workflow whose JSON stands in a field and names another one.
			if (code === 'ERR_ASSERTION' || /foreign key/i.test(message)) return { before: false };
			if (attempt < ATTEMPTS) continue;
			return invalid(
				`n8n's database did not take the note that '${option.name}' begins: ${message}`,
				'Nothing was sent. Run it again.',
			);
		}
	}
}
