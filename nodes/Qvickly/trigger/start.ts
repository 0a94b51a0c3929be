import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { asObject } from '../api/answer';
import { isFailure } from '../run/outcome';
import { answer, lookUpPayment, NOTHING, type OfPayment } from './callbacks';
import { ENDED, EVENTS, eventOf, type EventName } from './events';

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
		// The report is ahead of the look-up: nothing is lost if it comes again.
		if (String(payment?.status).startsWith('WaitingFor') && !ENDED.includes(status)) {
			return answer(context, 503, `payment ${number} is not ${status} yet`);
		}
	}
	const name = eventOf(status, payment?.status as string | undefined);
	const withCard = context.getNodeParameter('options.cardData', false) === true;
	const card = withCard ? asObject(data.carddata) : undefined;
	const item = payment ?? { number, orderid, status, url };
	return output(context, name, {
		...item,
		event: status,
		eventId: `${number}-${String(item.status)}`,
		...(card && { card: card as IDataObject }),
	});
}

function output(
	context: IWebhookFunctions,
	name: EventName | undefined,
	json: IDataObject,
): IWebhookResponseData {
	const chosen = context.getNodeParameter('events', []) as string[];
	const isAll = chosen.includes('all');
	if (!isAll && (name === undefined || !chosen.includes(name))) return NOTHING;
	if (context.getNodeParameter('options.outputs', false) !== true) {
		return { workflowData: [[{ json }]] };
	}
	if (name === undefined) return NOTHING;
	const names = EVENTS.map(([value]) => value).filter((value) => isAll || chosen.includes(value));
	return { workflowData: names.map((value) => (value === name ? [{ json }] : [])) };
}
