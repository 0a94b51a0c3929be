import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';

import { readAccount } from '../api/account';
import { Tries } from '../run/again';
import { isFailure, type Failure } from '../run/outcome';
import { settle } from '../run/settle';
import { connect } from '../transport/connect';
import { firstDay, newEntries, remember, type Memory } from './memory';
import { SOURCES, type Source } from './sources';

/** Seconds for a list. */
const TIMEOUT = 60;

/**
 * Asks for what is listed, and gives what was not listed before.
 *
 * @returns null where there is nothing new, and at the first time, which is where it begins
 * @throws NodeApiError if there is no answer: n8n then polls again later, and what was kept stays
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const name = context.getNodeParameter('event') as keyof typeof SOURCES;
	const source = SOURCES[name];
	const isManual = context.getMode() === 'manual';
	const kept = context.getWorkflowStaticData('node');
	const found = kept.memory as Memory | undefined;
	const memory = found?.source === name && !isManual ? found : undefined;
	const now = Date.now();
	const list = await listed(context, source, firstDay(memory, now, source));
	if (isManual) return newest(context, source, list);
	const fresh = newEntries(memory, list, source.idOf);
	// Written once, when nothing can fail any more: n8n keeps it with what it starts.
	kept.memory = remember(memory, name, now, list.map(source.idOf));
	return fresh.length === 0 ? null : [fresh.reverse().map((json) => ({ json }))];
}

async function listed(
	context: IPollFunctions,
	source: Source,
	since: string,
): Promise<IDataObject[]> {
	const account = readAccount(await context.getCredentials('qvicklyApi'));
	const send = connect(context, TIMEOUT, undefined);
	const outcome = await settle(
		source.task(since),
		async ({ request, maxAnswerBytes }) => await send(request, account, maxAnswerBytes),
		new Tries(1, undefined),
	);
	if (isFailure(outcome)) throw toError(context, outcome);
	return outcome.items;
}

/** What n8n shows, and by which it knows how long to wait before it polls again. */
function toError(context: IPollFunctions, { message, advice, closes, outcome }: Failure) {
	const cause = closes ? 'credential-invalid' : 'temporarily-unavailable';
	return new NodeApiError(
		context.getNode(),
		{},
		{
			message,
			description: advice,
			...(outcome !== 'refused' || closes ? { failure: { cause } } : {}),
		},
	);
}

/** One to build the workflow with. Qvickly lists the newest first. */
function newest(
	context: IPollFunctions,
	{ name }: Source,
	[first]: IDataObject[],
): INodeExecutionData[][] {
	if (first) return [[{ json: first }]];
	throw new NodeOperationError(context.getNode(), `There is no ${name} yet to show`, {
		description: 'The workflow starts once there is one. Until then, pin data to build it with.',
	});
}
