import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { asObject } from '../api/answer';
import { isFailure } from '../run/outcome';
import { answer, lookUpPayment, NOTHING, notYet, type OfPayment } from './callbacks';
import { EVENTS, eventsOf, isBehind, statusOf } from './events';

/** Starts the workflow with a payment whose status has changed, if it is to be started for that. */
export async function start(
	context: IWebhookFunctions,
	{ event, data, account }: OfPayment,
): Promise<IWebhookResponseData> {
	const { number, orderid, status, url } = event;
	let payment: IDataObject | undefined;
	if (context.getNodeParameter('lookUp', true) !== false) {
		const found = await lookUpPayment(context, account, number);
		if (isFailure(found)) return answer(context, 503, found.message);
		payment = found.items[0];
		if (isBehind(String(payment?.status), status)) return notYet(context, event);
	}
	const names = eventsOf(status, payment?.status as string | undefined);
	const withCard = context.getNodeParameter('options.cardData', false) === true;
	const card = withCard ? asObject(data.carddata) : undefined;
	const item = payment ?? { number, orderid, status, url };
	const chosen = context.getNodeParameter('events', []) as string[];
	const isAll = chosen.includes('all');
	const name = names.find((one) => isAll || chosen.includes(one));
	if (name === undefined && !isAll) return NOTHING;
	const json = {
		...item,
		event: status,
		eventId: `${number}-${name ? statusOf(name) : String(item.status)}`,
		...(card && { card: card as IDataObject }),
	};
	if (context.getNodeParameter('options.outputs', false) !== true) {
		return { workflowData: [[{ json }]] };
	}
	if (name === undefined) return NOTHING;
	const outputs = EVENTS.map(([value]) => value).filter((one) => isAll || chosen.includes(one));
	return { workflowData: outputs.map((one) => (one === name ? [{ json }] : [])) };
}
