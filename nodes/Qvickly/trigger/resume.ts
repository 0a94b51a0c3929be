import type { IWebhookDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { RESUME_PATH } from '../actions/order/readTerms';
import { readPaymentNumber } from '../actions/payment/paymentNumber';
import { outcomeOf, waitForPayment } from '../actions/payment/wait.operation';
import { isFailure } from '../run/outcome';
import { answer, lookUpPayment, NOTHING, notYet, type OfPayment } from './callbacks';

/** Wakes an execution up that waits for this payment, once it is decided; else it sleeps on. */
export async function resume(
	context: IWebhookFunctions,
	{ event, account }: OfPayment,
): Promise<IWebhookResponseData> {
	// As it was when it went to sleep: n8n would work the field out anew, and in a loop as in its first round.
	const kept = (name: string) => context.evaluateExpression(`{{ $json.${name} }}`);
	const waited = readPaymentNumber(kept('waitedFor'));
	if ('problem' in waited)
		return answer(context, 503, 'this execution does not wait for a payment');
	// A report may be old: what a look-up says is what is given.
	const look = async (number: string) =>
		await lookUpPayment(context, account, number, waitForPayment);
	const found = await look(event.number);
	if (isFailure(found)) return answer(context, 503, found.message);
	const json = found.items[0]!;
	if (waited.number !== event.number) {
		// Qvickly may give an order another number once the customer has chosen how to pay.
		const first = await look(waited.number);
		if (isFailure(first)) return answer(context, 503, first.message);
		const { orderid } = first.items[0]!;
		if (orderid === '' || orderid !== json.orderid) return NOTHING;
		if (!['', 'paid', 'accepted'].includes(String(json.outcome))) return NOTHING;
	}
	if (!waitForPayment.wait!.isOver(json)) {
		return outcomeOf(event.status) === '' ? NOTHING : notYet(context, event);
	}
	// At the limit n8n goes on by itself, and n8n 1 would do so beside this.
	if (Date.parse(String(kept('waitedUntil'))) - Date.now() < GOING_ON) {
		return answer(context, 503, 'the time to wait is over');
	}
	const { path } = context.getRequestObject();
	return isFirst(`${path} ${event.number}`) ? { workflowData: [[{ json }]] } : NOTHING;
}

/** Milliseconds before the limit in which it is left to n8n to go on. */
const GOING_ON = 1000;

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
