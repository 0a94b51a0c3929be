import type {
	IDataObject,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { RESUME_PATH } from '../actions/order/readTerms';
import { readPaymentNumber } from '../actions/payment/paymentNumber';
import { waitForPayment } from '../actions/payment/wait.operation';
import { isFailure } from '../run/outcome';
import { answer, lookUpPayment, NOTHING, notYet, type OfPayment } from './callbacks';
import { isBehind } from './events';

/** Wakes an execution up that waits for this payment, once it is decided; else it sleeps on. */
export async function resume(
	context: IWebhookFunctions,
	{ event, account }: OfPayment,
): Promise<IWebhookResponseData> {
	const waited = readPaymentNumber(context.getNodeParameter('number', ''));
	if ('problem' in waited) return NOTHING;
	// A report may be old: what a look-up says is what is given.
	const look = async (number: string) =>
		await lookUpPayment(context, account, number, waitForPayment);
	const found = await look(event.number);
	if (isFailure(found)) return answer(context, 503, found.message);
	const [json] = found.items;
	if (waited.number !== event.number) {
		// Qvickly may give an order another number once the customer has chosen how to pay.
		const first = await look(waited.number);
		if (isFailure(first)) return answer(context, 503, first.message);
		if (!mayReplace(first.items[0]!, json!)) return NOTHING;
	}
	if (!json || !waitForPayment.wait!.isOver(json)) {
		return isBehind(String(json?.status), event.status) ? notYet(context, event) : NOTHING;
	}
	const { path } = context.getRequestObject();
	return isFirst(`${path} ${event.number}`) ? { workflowData: [[{ json }]] } : NOTHING;
}

/** Whether a payment is what has come of another one's order. */
const mayReplace = (first: IDataObject, other: IDataObject): boolean =>
	first.orderid !== '' &&
	first.orderid === other.orderid &&
	['paid', 'accepted'].includes(String(other.outcome));

/** Milliseconds after which n8n itself knows that an execution does not wait any more. */
const WAKING_UP = 30_000;

/** What was woken up, and when. */
const woken = new Map<string, number>();

/** Whether a call is the one to wake it up: n8n 1 would run the rest of it once for each. */
function isFirst(execution: string): boolean {
	const now = Date.now();
	for (const [one, at] of woken) if (now - at > WAKING_UP) woken.delete(one);
	if (woken.has(execution)) return false;
	woken.set(execution, now);
	return true;
}

/** No other than Qvickly calls it, and only while an execution waits: nothing is to be registered. */
export const RESUME_WEBHOOKS: IWebhookDescription[] = (['POST', 'GET'] as const).map(
	(httpMethod) => ({
		name: httpMethod === 'POST' ? 'default' : 'setup',
		httpMethod,
		path: RESUME_PATH,
		restartWebhook: true,
		isFullPath: true,
		responseMode: 'onReceived',
	}),
);
