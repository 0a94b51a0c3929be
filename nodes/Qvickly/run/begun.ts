import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../actions/operation';
import { isTool } from './errors';
import { perhapsBefore, type Failure } from './outcome';

/** So many notes are kept, which are far more than n8n's workers can lose at once. */
const REMEMBERED = 1000;

/** Milliseconds, on average, until it is seen whether a note is there. */
const SOON = 250;

/** How often a note is made where the first ones of two executions are made at once, or one gets lost. */
const ATTEMPTS = 5;

/** Where what began is counted, in the data of an execution that outlive its waits. */
const COUNT = 'qvicklyBegun';

/** Whether an execution began before, by its data: n8n reads them anew whenever it runs one again. */
const attempts = new WeakMap<object, boolean>();

/**
 * Notes in n8n's database that the node begins, before it sends what must not be sent twice. In queue
 * mode n8n 1 runs an execution again whose worker was lost: from its start, from its last wait, or
 * from the last node that it has saved. So two notes are made: of the execution, by how often it was
 * taken up, and of the node's run in it. What an earlier attempt did is then in doubt for good,
 * also in later runs of the node, whose numbers may have changed.
 *
 * @returns whether this very execution has begun before, or why that cannot be known
 */
export async function begin(
	context: IExecuteFunctions,
	{ kind, option }: Operation,
): Promise<{ before: boolean } | Failure> {
	const execution = context.getExecutionId();
	const node = context.getNode();
	// What an agent calls has no number of its own among the runs.
	if (kind !== 'once' || !execution || isTool(node)) return { before: false };
	const data = context.getContext('flow');
	const { $runIndex } = context.getWorkflowDataProxy(0);
	const notes = [noteOf(context, 'node', `${execution} ${$runIndex} ${node.name}`)];
	if (!attempts.has(data)) {
		data[COUNT] = Number(data[COUNT] ?? 0) + 1;
		notes.push(noteOf(context, 'workflow', `${execution} ${data[COUNT]}`));
		attempts.set(data, false);
	}
	const found = await Promise.all(notes.map(make));
	const problem = found.find((one) => typeof one === 'string');
	if (problem !== undefined) {
		return perhapsBefore(
			`n8n's database did not take the note that '${option.name}' begins: ${problem}`,
		);
	}
	if (found.includes(true)) attempts.set(data, true);
	return { before: attempts.get(data)! };
}

/** Makes a note. @returns whether it was there before */
type Note = () => Promise<boolean>;

const noteOf =
	(context: IExecuteFunctions, scope: 'node' | 'workflow', text: string): Note =>
	async () => {
		const options = { mode: 'entries', maxEntries: REMEMBERED } as const;
		const { processed } = await context.helpers.checkProcessedAndRecord([text], scope, options);
		return processed.length > 0;
	};

/** @returns whether the note was there before, or why it could not be made */
async function make(note: Note): Promise<boolean | string> {
	for (let attempt = 1; ; attempt++) {
		try {
			const found = await note();
			if (!found) void keep(note);
			return found;
		} catch (error) {
			const { code, message } = error as Error & { code?: string };
			// There is no database, as where workflows are only tested, or it does not have the workflow, as of
			// a sub-workflow whose JSON stands in a field and names another one.
			if (code === 'ERR_ASSERTION' || /foreign key/i.test(message)) return false;
			if (attempt === ATTEMPTS) return message;
			await sleep(Math.random() * SOON);
		}
	}
}

/** Makes a note again until it is there: n8n may lose all but one of those that are made at once. */
async function keep(note: Note): Promise<void> {
	for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
		await sleep(Math.random() * 2 * SOON);
		if (await note().catch(() => {})) return;
	}
}
