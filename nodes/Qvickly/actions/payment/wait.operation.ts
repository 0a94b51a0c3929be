import type { IDataObject } from 'n8n-workflow';

import { ACTIVATED, TO_ACTIVATE } from '../../api/status';
import { HOW_LONG, readMinutes } from '../order/duration';
import { show } from '../problem';
import type { Operation } from '../operation';
import { lookedUpPayment, lookUp, readBasicResult } from './basicResult';
import { simplified } from './get.operation';
import { PAYMENT_REFUSALS, paymentNumberField, paymentTask } from './paymentNumber';

/** What the customer has done, by status. What is not here has not been decided. */
const OUTCOMES: Readonly<Record<string, string>> = {
	Paid: 'paid',
	// An amount that is reserved, or an invoice that is agreed on: it is for the shop to go on.
	...Object.fromEntries([...TO_ACTIVATE, ...ACTIVATED].map((status) => [status, 'accepted'])),
	Cancelled: 'cancelled',
	Denied: 'denied',
	Rejected: 'denied',
	Failed: 'failed',
};

/** The outcome that a status stands for; empty if nothing is decided. */
export const outcomeOf = (status: string): string => OUTCOMES[status] ?? '';

/** A payment of this method is Created before the customer has seen it. */
const CHOSEN_LATER = 'Pay with Qvickly';

/** Lets the workflow sleep until the customer of a payment has done something about it. */
export const waitForPayment: Operation = {
	option: {
		name: 'Wait for Payment',
		value: 'waitForPayment',
		action: 'Wait for payment',
		description: 'Go on when the customer has paid, given up, or let the time pass',
	},
	toolDescription:
		"Tells whether the customer of a payment at Qvickly has paid or given up: outcome is empty while neither is so, as a tool does not wait. It changes nothing. Payment_Number is Qvickly's own number of the payment, digits only, not the shop's order number; never guess it.",
	kind: 'read',
	done: 'looked up',
	fields: [
		paymentNumberField,
		{
			displayName: 'Wait at Most',
			name: 'waitLimit',
			type: 'string',
			required: true,
			default: '3 days',
			placeholder: 'e.g. 3 days',
			description: 'After that the workflow goes on with the outcome timedOut',
		},
	],
	options: [],
	prepare: (field) =>
		paymentTask(field, (number) => ({
			call: {
				kind: 'read',
				request: lookUp(number),
				done: 'looked up',
				refusals: PAYMENT_REFUSALS,
				result(data) {
					const payment = readBasicResult(lookedUpPayment(data, number), number);
					if ('open' in payment) return payment;
					const item = simplified(data, payment);
					const isOpen = payment.status === 'Created' && item.method === CHOSEN_LATER;
					const outcome = isOpen ? '' : outcomeOf(payment.status);
					return { items: [{ ...item, outcome }] };
				},
			},
		})),
	wait: {
		until(field) {
			const given = field('waitLimit');
			const minutes = readMinutes(given);
			if (minutes !== undefined) {
				return { date: new Date(Date.now() + minutes * 60_000) };
			}
			return {
				problem: `${show(given)} in 'Wait at Most' is no length of time`,
				advice: `Give 'Wait at Most' ${HOW_LONG}.`,
			};
		},
		isOver: (item: IDataObject) => item.outcome !== '',
		ifNothing: ({ number }, until) => ({
			outcome: 'timedOut',
			waitedFor: number,
			waitedUntil: until.toISOString(),
		}),
	},
};
