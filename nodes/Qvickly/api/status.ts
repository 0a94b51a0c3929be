/**
 * The statuses of a payment, in the spelling of Qvickly's page "Status". Its answers, and its own
 * documentation, also have others of some: `Canceled`, `Partpayment`.
 */
const SPELLINGS = [
	'Approved',
	'Cancelled',
	'Created',
	'Credited',
	'Denied',
	'Factoring',
	'FactoringWithRegress',
	'FactoringWithoutRegress',
	'Failed',
	'Handling',
	'Manual',
	'Paid',
	'PartPayment',
	'Pending',
	'Rejected',
	'Sent',
	'Service',
	'WaitingForBankIDIdentification',
	'WaitingForPurchase',
];

/** Statuses of a payment that can be activated. */
export const TO_ACTIVATE: readonly string[] = [
	'Approved',
	'Created',
	'FactoringWithRegress',
	'FactoringWithoutRegress',
];

/** Statuses of a payment that was activated, and is not said to be paid. */
export const ACTIVATED: readonly string[] = [
	'Factoring',
	'Handling',
	'PartPayment',
	'Sent',
	'Service',
];

const BY_LOWER_CASE = new Map(SPELLINGS.map((status) => [status.toLowerCase(), status]));

/**
 * A status in one spelling, so that a workflow can compare it.
 *
 * @param status as an answer gives it
 * @returns the spelling of Qvickly's page; a status that is not on it, unchanged
 */
export function spellStatus(status: string): string {
	const lower = status.trim().toLowerCase();
	return BY_LOWER_CASE.get(lower === 'canceled' ? 'cancelled' : lower) ?? status.trim();
}
