import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { asObject } from '../api/answer';
import { readAccount, type Account } from '../api/account';
import { readCallback, type PaymentEvent } from '../api/callback';
import { get } from '../actions/payment/get.operation';
import type { Task } from '../actions/operation';
import { Tries } from '../run/again';
import { isFailure, type Outcome } from '../run/outcome';
import { settle } from '../run/settle';
import { connect } from '../transport/connect';
import { EVENTS, eventOf, type EventName } from './events';

/** Seconds: Qvickly waits for the answer. */
const LOOK_UP_TIMEOUT = 10;

/**
 * Takes a call of the callback address: nothing starts unless it is signed with the merchant's secret.
 *
 * @returns never throws, as that would start the workflow with an error. The answer is 200 where all is
 *   well or nothing is to be done, 400 for what is unreadable, 401 for what is not signed, and 503 if
 *   the payment could not be looked up, upon which Qvickly reports again
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await handle(context);
	} catch (error) {
		return answer(context, 503, `the node failed: ${(error as Error).message}`);
	}
}

async function handle(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const account = await accountOf(context);
	if (account === undefined) return answer(context, 401, 'the credential has no secret');
	const callback = readCallback(await received(context), account.secret);
	switch (callback.kind) {
		case 'unreadable':
			return answer(context, 400, callback.reason);
		case 'forged':
			return answer(context, 401, callback.reason);
		case 'nothing':
			return {};
		case 'payment':
			break;
	}
	const { event, data } = callback;
	const found = await lookUp(context, account, event.number);
	if (found && isFailure(found)) return answer(context, 503, found.message);
	const payment = found?.items[0];
	const name = eventOf(event.status, payment?.status as string | undefined);
	return start(context, name, itemOf(context, event, payment, asObject(data.carddata)));
}

/** The merchant's account; undefined if the credential cannot be used. */
async function accountOf(context: IWebhookFunctions): Promise<Account | undefined> {
	try {
		return readAccount(await context.getCredentials('qvicklyApi'));
	} catch {
		return undefined;
	}
}

/** The request, as it came. */
async function received(context: IWebhookFunctions) {
	const request = context.getRequestObject();
	if (request.rawBody === undefined) await request.readRawBody?.();
	const url = request.originalUrl ?? request.url ?? '';
	return {
		body: request.rawBody?.toString('utf8') ?? '',
		query: url.includes('?') ? url.slice(url.indexOf('?') + 1) : '',
	};
}

/** The payment as 'Get' gives it; undefined if it is not to be looked up. */
async function lookUp(
	context: IWebhookFunctions,
	account: Account,
	number: string,
): Promise<Outcome | undefined> {
	if (context.getNodeParameter('lookUp', true) === false) return undefined;
	const task = get.prepare((name) => (name === 'number' ? number : true), {}) as Task;
	const send = connect(context, LOOK_UP_TIMEOUT, undefined);
	return await settle(
		task,
		async ({ request }) => await send(request, account),
		new Tries(1, undefined),
	);
}

function itemOf(
	context: IWebhookFunctions,
	event: PaymentEvent,
	payment: IDataObject | undefined,
	card: Readonly<Record<string, unknown>> | undefined,
): IDataObject {
	const withCard = context.getNodeParameter('options.cardData', false) === true;
	const { number, orderid, status, url } = event;
	const item = payment ?? { number, orderid, status, url };
	return {
		...item,
		event: status,
		eventId: `${number}-${String(item.status)}`,
		...(withCard && card && { card: card as IDataObject }),
	};
}

/** Starts the workflow, if it is to be started for that; all else is answered with 200. */
function start(
	context: IWebhookFunctions,
	name: EventName | undefined,
	json: IDataObject,
): IWebhookResponseData {
	const chosen = context.getNodeParameter('events', []) as string[];
	const isAll = chosen.includes('all');
	if (!isAll && (name === undefined || !chosen.includes(name))) return {};
	if (context.getNodeParameter('options.outputs', false) !== true) {
		return { workflowData: [[{ json }]] };
	}
	const names = EVENTS.map(([value]) => value).filter((value) => isAll || chosen.includes(value));
	if (name === undefined) return {};
	return { workflowData: names.map((value) => (value === name ? [{ json }] : [])) };
}

/** Answers with an HTTP status of its own, which n8n only sends if the node does. */
function answer(context: IWebhookFunctions, status: number, reason: string): IWebhookResponseData {
	context.logger.warn(`Qvickly Trigger answered a call with ${status}: ${reason}`);
	context.getResponseObject().status(status).send(TEXTS[status]).end();
	return { noWebhookResponse: true };
}

const TEXTS: Readonly<Record<number, string>> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	503: 'Service Unavailable',
};
