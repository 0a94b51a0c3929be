import type { INodeProperties } from 'n8n-workflow';

import { toText } from '../../api/answer';
import type { Problem } from '../operation';
import { show } from '../problem';

export const checkoutField: INodeProperties = {
	displayName: 'Checkout URL or Hash',
	name: 'checkout',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://checkout.qvickly.io/12345/2a6b47a5ee34a4210f4bd96b3c7c427d',
	description: "The checkout's address, as Create gave it, or the hash at its end",
};

/** Reads what tells a checkout from others: the last part of its address, which may end in /test. */
export function readHash(value: unknown): { hash: string } | Problem {
	const found = /(?:^|\/)([0-9a-z]{16,})(?:\/test)?\/?(?:[?#].*)?$/i.exec(toText(value).trim());
	const hash = found?.[1];
	return hash !== undefined
		? { hash }
		: {
				problem: `${show(value)} is no address of a checkout, nor its hash`,
				advice: "Give 'Checkout URL or Hash' the url that 'Create' gave.",
			};
}
