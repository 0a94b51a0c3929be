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

/** The statuses that others follow, in their order. Whatever is not here comes last. */
const ON_THE_WAY: readonly string[][] = [
	['WaitingForPurchase', 'WaitingForBankIDIdentification'],
	['Pending', 'Manual'],
	['Approved', 'Created'],
];

/** How far a payment is. */
function stageOf(status: string): number {
	const stage = ON_THE_WAY.findIndex((statuses) => statuses.includes(status));
	return stage === -1 ? ON_THE_WAY.length : stage;
}

/** Whether a look-up does not have yet what is reported: it may if Qvickly reports again. */
export const isBehind = (looked: string, reported: string): boolean =>
	stageOf(looked) < stageOf(reported);

const named = (status: string): EventName | undefined =>
	EVENTS.find(([, spelled]) => spelled === status)?.[0];

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
	if (looked === 'Credited') return [];
	// An invoice that the credit check has approved is Created as well.
	const isSameStage = ON_THE_WAY.some((stage) =>
		[reported, looked].every((one) => stage.includes(one)),
	);
	const holds = isSameStage || (named(looked) === undefined && !ENDED.includes(reported));
	return (holds ? [reported, looked] : [looked]).flatMap((status) => named(status) ?? []);
}
