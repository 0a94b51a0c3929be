import type { INodeProperties } from 'n8n-workflow';

import { toText } from '../../api/answer';
import type { Problem } from '../operation';
import { show } from '../problem';

/** A plan by which customers pay in parts, out of those that the account has. */
export const planField: INodeProperties = {
	displayName: 'Payment Plan Name or ID',
	name: 'planId',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getPaymentPlans' },
	required: true,
	displayOptions: { show: { type: ['partPayment'] } },
	default: '',
	description:
		'In how many parts, and at what cost. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** Reads Qvickly's number of a plan. */
export function readPlan(value: unknown): { paymentplanid: string } | Problem {
	const paymentplanid = toText(value).trim();
	if (/^\d+$/.test(paymentplanid)) return { paymentplanid };
	return {
		problem: `${show(value)} in 'Payment Plan' is no payment plan`,
		advice: "Choose one in the list. 'Get Payment Plans' of 'Account' gives their IDs.",
	};
}
