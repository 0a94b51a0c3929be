import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';

import { readAccount, type Account } from '../api/account';
import { Tries } from '../run/again';
import { isFailure, type Failure } from '../run/outcome';
import { settle } from '../run/settle';
import { connect } from '../transport/connect';
import { firstDay, newEntries, remember, type Memory } from './memory';
import { SOURCES, type Source } from './sources';

/** Seconds for a list. */
const TIMEOUT = 60;

/**
 * What the first poll of a trigger has seen, until there is something kept: where n8n keeps cursors
 * itself, it does not keep what the poll at the activation says.
 */
const beginnings = new Map<string, Memory>();

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
	const account = readAccount(await context.getCredentials('qvicklyApi'));
	const { merchantId, testMode, baseUrl } = account;
	// Another merchant counts anew: what is kept of one says nothing of another.
	const whose = `${merchantId}${testMode ? '-test' : ''}`;
	const of = `${name} ${whose} ${baseUrl}`;
	const kept = context.getWorkflowStaticData('node');
	const trigger = `${context.getWorkflow().id} ${context.getNode().id}`;
	const valid = (memory?: Memory) =>
		memory?.source === of && Array.isArray(memory.ids) ? memory : undefined;
	const stored = () => valid(kept.memory as Memory | undefined);
	const known = () => stored() ?? valid(beginnings.get(trigger));
	const now = Date.now();
	const since = firstDay(isManual ? undefined : known(), now, source);
	const list = await listed(context, source, account, since);
	const idOf = (item: IDataObject) => `${whose}-${source.idOf(item)}`;
	const items = list.map((item) => ({ ...item, eventId: idOf(item) }));
	if (isManual) return newest(context, source, items);
	// Looked at again, as another poll may have ended meanwhile; and written at once, when nothing can
	// fail any more: n8n keeps it with what it starts.
	const memory = known();
	const fresh = newEntries(memory, items, ({ eventId }) => eventId);
	const ids = items.map(({ eventId }) => eventId);
	if (stored()) beginnings.delete(trigger);
	const next = remember(memory, of, since, now, ids);
	if (!memory) beginnings.set(trigger, next);
	kept.memory = next;
	return fresh.length === 0 ? null : [fresh.reverse().map((json) => ({ json }))];
}

async function listed(
	context: IPollFunctions,
	source: Source,
	account: Account,
	since: string,
): Promise<IDataObject[]> {
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
