import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { get } from '../actions/payment/get.operation';
import type { Operation } from '../actions/operation';
import { readAccount, type Account } from '../api/account';
import { readCallback, type Callback, type PaymentEvent } from '../api/callback';
import { ask } from '../run/ask';
import { invalid, type Outcome } from '../run/outcome';

/** Seconds: Qvickly waits for the answer. */
const LOOK_UP_TIMEOUT = 10;

/** A callback that says something about a payment, and in whose name. */
export type OfPayment = Callback & { kind: 'payment' } & { account: Account };

/**
 * Takes a call of a callback address: nothing comes of it unless it is signed with the merchant's secret.
 *
 * @param act what to do with it then
 * @returns never throws, as that would start or end an execution. The answer is 200 where all is well or
 *   nothing is to be done, 400 for what is unreadable, 401 for what is not signed, and 503 if the node
 *   could not tell, upon which Qvickly reports again
 */
export async function receive(
	context: IWebhookFunctions,
	act: (callback: OfPayment) => Promise<IWebhookResponseData>,
): Promise<IWebhookResponseData> {
	try {
		const account = await accountOf(context);
		if ('problem' in account) return answer(context, 401, account.problem);
		const callback = readCallback(await received(context), account.secret);
		switch (callback.kind) {
			case 'unreadable':
				return answer(context, 400, callback.reason);
			case 'forged':
				return answer(context, 401, callback.reason);
			case 'nothing':
				return NOTHING;
			case 'payment':
				return await act({ ...callback, account });
		}
	} catch (error) {
		return answer(context, 503, `the node failed: ${(error as Error).message}`);
	}
}

/** Answered with 200, and nothing starts, or wakes up. */
export const NOTHING: IWebhookResponseData = { webhookResponse: 'OK' };

/** The merchant's account, or why there is none to check a signature with. */
async function accountOf(context: IWebhookFunctions): Promise<Account | { problem: string }> {
	try {
		return readAccount(await context.getCredentials('qvicklyApi'));
	} catch (error) {
		return { problem: (error as Error).message };
	}
}

/** The request, as it came. */
async function received(context: IWebhookFunctions) {
	const request = context.getRequestObject();
	// A form in several parts n8n has read by itself, and nothing is left of it.
	if (request.rawBody === undefined && request.readable) await request.readRawBody?.();
	const url = request.originalUrl ?? request.url ?? '';
	return {
		body: request.rawBody?.toString('utf8') ?? '',
		query: url.includes('?') ? url.slice(url.indexOf('?') + 1) : '',
	};
}

/** The payment as an operation gives it, 'Get' unless told otherwise. */
export async function lookUpPayment(
	context: IWebhookFunctions,
	account: Account,
	number: string,
	operation: Operation = get,
): Promise<Outcome> {
	const task = operation.prepare((name) => (name === 'number' ? number : true), {});
	if ('problem' in task) return invalid(task.problem, task.advice);
	return await ask(context, account, task, LOOK_UP_TIMEOUT, 1);
}

/** Answers with an HTTP status of its own, which n8n only sends if the node does. */
export function answer(
	context: IWebhookFunctions,
	status: 400 | 401 | 503,
	reason: string,
): IWebhookResponseData {
	const { name } = context.getNode();
	context.logger.warn(`"${name}" answered a call with ${status}: ${reason}`);
	context.getResponseObject().status(status).send(TEXTS[status]).end();
	return { noWebhookResponse: true };
}

/** The look-up is behind the report: nothing is lost if Qvickly reports again. */
export const notYet = (context: IWebhookFunctions, { number, status }: PaymentEvent) =>
	answer(context, 503, `payment ${number} is not ${status} yet`);

const TEXTS = { 400: 'Bad Request', 401: 'Unauthorized', 503: 'Service Unavailable' } as const;
