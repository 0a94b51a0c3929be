import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { Refusal } from '../api/answer';

/** What became of an item: proof that it is done, or why that cannot be said. */
export type Outcome = { json: IDataObject } | Failure;

/** Why an item is not known to be done. */
export interface Failure {
	/**
	 * - `invalid`: the item or the node's settings cannot be used; nothing was sent for it
	 * - `refused`: Qvickly answered, and this run did not do it
	 * - `alreadyDone`: it had been done before this run, and the user wants that to fail
	 * - `unreached`: Qvickly could not be reached; this run sent nothing for it
	 * - `unknown`: it may be done all the same
	 * - `notAttempted`: the run ended before its turn; nothing was sent for it
	 */
	outcome: 'invalid' | 'refused' | 'alreadyDone' | 'unreached' | 'unknown' | 'notAttempted';
	/** What happened, quoting the user's value: a whole sentence without its full stop. */
	message: string;
	/** What to do next, whole sentences. */
	advice: string;
	/** The task's key, where the item got that far. */
	number?: string;
	/** Qvickly's own words, where it gave any. */
	refusal?: Refusal;
}

/** Whether something is a failure and not what it stands in place of. */
export function isFailure(value: object): value is Failure {
	return 'outcome' in value;
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
	const isTool = node.type.endsWith('Tool');
	const message = isTool ? `${failure.message}. ${description}` : failure.message;
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
	return `${advice} Qvickly's own words: "${message}" (code ${code}${log}).`.replace('"" ', '');
}
