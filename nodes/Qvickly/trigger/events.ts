/** What Qvickly reports of a payment, in the order of its life. Source: its page "Callbacks". */
export const EVENTS = [
	['paid', 'Paid', 'The customer has paid, or the payment is captured'],
	['created', 'Created', 'A card amount is reserved, or an invoice signed: it can be activated'],
	['pending', 'Pending', 'The credit check goes on'],
	['approved', 'Approved', 'The credit check said yes'],
	['denied', 'Denied', 'The credit check said no'],
	[
		'cancelled',
		'Cancelled',
		'It was cancelled, by the customer, in the portal or by its time limit',
	],
	['failed', 'Failed', 'It could not be paid'],
] as const;

export type EventName = (typeof EVENTS)[number][0];

/** What a payment ends as that was never paid. */
export const ENDED = ['Cancelled', 'Denied', 'Failed', 'Rejected'];

const named = (status: string): EventName | undefined =>
	EVENTS.find(([, spelled]) => spelled === status)?.[0];

/**
 * What has happened to a payment, for all that is known: callbacks may be old, come twice, and in any
 * order, so what a look-up says goes before what they say.
 *
 * @param reported the callback's status
 * @param looked the status of the look-up; undefined if there was none
 * @returns undefined where the callback no longer holds and the look-up has no word for it either
 */
export function eventOf(reported: string, looked?: string): EventName | undefined {
	if (looked === undefined) return named(reported);
	if (looked === 'Credited') return undefined;
	return named(looked) ?? (ENDED.includes(reported) ? undefined : named(reported));
}
