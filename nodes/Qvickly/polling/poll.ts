import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';

import { readAccount } from '../api/account';
import { ask } from '../run/ask';
import { isFailure, type Failure } from '../run/outcome';
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
	const begun = performance.now();
	const account = readAccount(await context.getCredentials('qvicklyApi'));
	// Another merchant counts anew: what is kept of one says nothing of another.
	const whose = `${account.merchantId}${account.testMode ? '-test' : ''}`;
	const memory = memoryOf(context, `${name} ${whose} ${account.baseUrl}`);
	const now = Date.now();
	const since = firstDay(isManual ? undefined : memory.read(), now, source);
	const outcome = await ask(context, account, source.task(since), TIMEOUT, 1);
	if (isFailure(outcome)) throw toError(context, outcome);
	const items = outcome.items.map((item) => {
		return { ...item, eventId: `${whose}-${source.idOf(item)}` };
	});
	if (isManual) return newest(context, source, items);
	const what = `${triggerOf(context)} ${memory.source}`;
	if ((given.get(what) ?? -Infinity) > begun - HANDING) return null;
	// Read again, as another poll may have ended meanwhile; and written at once, when nothing can fail
	// any more: n8n keeps it with what it starts.
	const before = memory.read();
	const fresh = newEntries(before, items, ({ eventId }) => eventId);
	const ids = items.map(({ eventId }) => eventId);
	memory.write(remember(before, memory.source, since, now, ids));
	if (fresh.length === 0) return null;
	given.set(what, performance.now());
	return [fresh.reverse().map((json) => ({ json }))];
}

/**
 * When triggers last gave something of a source, in milliseconds of a clock that nobody sets. Where
 * n8n keeps cursors itself, a poll that began before that does not know of it: it leaves all to the
 * next one.
 */
const given = new Map<string, number>();

/** Milliseconds from when n8n reads what a poll gets to know until it polls. */
const HANDING = 1000;

const triggerOf = (context: IPollFunctions) =>
	`${context.getWorkflow().id} ${context.getNode().id}`;

/**
 * What the first poll of a trigger has seen, until there is something kept: where n8n keeps cursors
 * itself, it does not keep what the poll at the activation says.
 */
const beginnings = new Map<string, Memory>();

/** What a trigger keeps between two polls, as long as they are of the same source. */
function memoryOf(context: IPollFunctions, source: string) {
	const kept = context.getWorkflowStaticData('node') as { memory?: Memory };
	const trigger = triggerOf(context);
	const valid = (memory?: Memory) =>
		memory?.source === source && Array.isArray(memory.ids) ? memory : undefined;
	const read = () => valid(kept.memory) ?? valid(beginnings.get(trigger));
	const write = (memory: Memory) => {
		if (valid(kept.memory)) beginnings.delete(trigger);
		else if (!read()) beginnings.set(trigger, memory);
		kept.memory = memory;
	};
	return { source, read, write };
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
