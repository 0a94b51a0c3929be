import type { INodeProperties } from 'n8n-workflow';

import { toText } from '../../api/answer';
import type { Problem } from '../operation';
import { show } from '../problem';

/** A way to pay, out of those that the account has. */
export const methodField: INodeProperties & { description: string } = {
	displayName: 'Method Name or ID',
	name: 'method',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getMethods' },
	required: true,
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

/** Reads Qvickly's number of a method. */
export function readMethod(value: unknown): { method: string } | Problem {
	const method = toText(value).trim();
	if (/^[1-9]\d*$/.test(method)) return { method };
	return {
		problem: `${show(value)} in 'Method' is no method`,
		advice: "Choose one in the list, or give Qvickly's number of it, such as 1 for an invoice.",
	};
}
