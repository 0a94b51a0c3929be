import { ACTIVATED, TO_ACTIVATE } from '../api/status';

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
const ENDED = ['Cancelled', 'Denied', 'Failed', 'Rejected'];

/** The credit check goes on. */
const PENDING = ['Pending', 'Manual'];

/** The statuses of a payment, in the order in which they can come. */
const STAGES: ReadonlyArray<readonly string[]> = [
	['WaitingForPurchase', 'WaitingForBankIDIdentification'],
	PENDING,
	TO_ACTIVATE,
	ACTIVATED,
	['Paid', 'Credited', ...ENDED],
];

/** How far a payment is; below all where that is not known. */
const stageOf = (status: string) => STAGES.findIndex((statuses) => statuses.includes(status));

/** Whether a look-up does not have yet what is reported: it may if Qvickly reports again. */
export function isBehind(looked: string, reported: string): boolean {
	// What was activated did not end before: such a report is old.
	if (ACTIVATED.includes(looked) && ENDED.includes(reported)) return false;
	return stageOf(looked) < stageOf(reported);
}

const named = (status: string): EventName | undefined =>
	// What a callback calls Denied, a look-up calls Rejected.
	status === 'Rejected' ? 'denied' : EVENTS.find(([, spelled]) => spelled === status)?.[0];

/** An event in the spelling of a status. */
export const statusOf = (name: EventName) => EVENTS.find(([value]) => value === name)![1];

/**
 * What has happened to a payment, for all that is known: callbacks may be old, come twice, and in any
 * order, so what a look-up says goes before what they say.
 *
 * @param reported the callback's status
 * @param looked the status of the look-up, which is not behind; undefined if there was none
 * @returns the events that the workflow may be started for, one of them at most; none where the
 *   callback no longer holds and the look-up has no word for it either
 */
export function eventsOf(reported: string, looked = reported): EventName[] {
	const isPending = PENDING.includes(reported) && PENDING.includes(looked);
	// What can be activated is Created and Approved; what was activated has been so.
	const isOpen = TO_ACTIVATE.includes(reported) && [...TO_ACTIVATE, ...ACTIVATED].includes(looked);
	const statuses = isPending || isOpen ? [reported, looked] : [looked];
	return statuses.flatMap((status) => named(status) ?? []);
}
