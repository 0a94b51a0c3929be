import {
	deepCopy,
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { isFailure, type Failure, type Outcome } from './outcome';

/**
 * The output items of an input item, linked to it. A failed one gives one error item.
 *
 * @param item index of the input item
 */
export function outputItems(outcome: Outcome, item: number): INodeExecutionData[] {
	return isFailure(outcome)
		? [errorItem(outcome, item)]
		: // Items of their own, as equal input items share an outcome, and later nodes may write on them.
			outcome.items.map((json) => ({ json: deepCopy(json), pairedItem: { item } }));
}

/**
 * The output item of a failed input item.
 *
 * Its one field is `error`, and the item's own `error` stays unset: only so does every n8n move it to
 * the error output with the input item's fields. Any field beside `error`, other than a text
 * `message`, makes n8n before 2.34.4 and 2.35.3 take the item for a success (n8n-io/n8n#35939).
 */
export function errorItem(failure: Failure, item: number): INodeExecutionData {
	const { outcome, number, refusal } = failure;
	return {
		json: {
			error: {
				message: failure.message,
				description:
					outcome === 'invalid'
						? `Nothing was sent for it. ${describe(failure)}`
						: describe(failure),
				details: {
					outcome,
					...(number !== undefined && { number }),
					...(refusal && { code: refusal.code, message: refusal.message, logid: refusal.logid }),
				},
			},
		},
		pairedItem: { item },
	};
}

/** Whether it is an agent that runs the node. */
export const isTool = ({ type }: INode): boolean => type.endsWith('Tool');

/**
 * The error that ends the node.
 *
 * @param item index of the failed input item, if it is one item's
 * @param data what else to keep in the error, shown in its details
 */
export function nodeError(node: INode, failure: Failure, item?: number, data?: IDataObject) {
	const { refusal } = failure;
	const description = describe(failure);
	// A model that uses the node as a tool gets the message alone.
	const message = isTool(node) ? `${failure.message}. ${description}` : failure.message;
	const options = { message, description, itemIndex: item };
	const error =
		failure.outcome === 'invalid'
			? new NodeOperationError(node, message, options)
			: // Under a name of our own, as n8n takes a "code" for an HTTP status.
				new NodeApiError(node, { qvickly: refusal ? { ...refusal } : null }, options);
	// n8n replaces a message that has a word such as "eexist" somewhere in it, also in a value.
	error.message = message;
	if (data) error.context.data = data;
	return error;
}

function describe({ advice, refusal }: Failure): string {
	if (!refusal) return advice;
	const { code, message, logid } = refusal;
	const log = logid && `, log ID ${logid}`;
	return message
		? `${advice} Qvickly's own words: "${message}" (code ${code}${log}).`
		: `${advice} Qvickly's code: ${code}${log}.`;
}
