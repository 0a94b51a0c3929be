/** Qvickly's "internal error, try again", which leaves open what was done. */
export const INTERNAL_ERROR = '9008';

/** What a refusal means to the person who built the workflow. */
export interface Explanation {
	/** What happened, a sentence's second half after "Payment 1000235 was not cancelled: ". */
	reason: string;
	/** What to do next, whole sentences. */
	advice: string;
}

const CHECK_CREDENTIAL =
	"Open the Qvickly API credential and compare 'Merchant ID' and 'Secret' with API credentials in Qvickly's portal.";
const REPORT =
	"Update this node. If this keeps happening, report it to the node's maintainers with the code and the log ID.";
const CHECK_NUMBER =
	"Check 'Payment Number': it is the number that Qvickly gave the payment, not the shop's order number.";

/** Source: Qvickly's page "Error codes" and the plugins that meet them. */
const EXPLANATIONS = new Map<string, Explanation>(
	Object.entries({
		5198: { reason: 'Qvickly finds its number invalid', advice: CHECK_NUMBER },
		5200: { reason: 'Qvickly received no payment number', advice: CHECK_NUMBER },
		5201: {
			reason: 'it does not exist at this merchant',
			advice: `${CHECK_NUMBER} A payment made in test mode is only found with 'Test Mode' on in the credential, a live one only with it off.`,
		},
		5202: {
			reason: 'its status does not allow that',
			advice:
				"Look the payment up in Qvickly's portal. One that has been activated has to be credited instead.",
		},
		5209: {
			reason: 'it has already been activated',
			advice:
				"It can no longer be cancelled. Credit it instead, in Qvickly's portal or with function creditPayment.",
		},
		5220: {
			reason: 'it was already cancelled',
			advice:
				"Nothing is left to do. To let such payments pass, set 'If Already Cancelled' to 'Return the Payment'.",
		},
		5221: {
			reason: 'it belongs to a test person, and this is live mode',
			advice: "Turn on 'Test Mode' in the credential for payments of test persons.",
		},
		5222: {
			reason: 'Qvickly has not activated the merchant account yet',
			advice: "Ask Qvickly's support to activate the account.",
		},
		5261: {
			reason: 'the card acquirer did not release the reservation',
			advice: "Try again later. If this keeps happening, give Qvickly's support the log ID.",
		},
		8705: {
			reason: 'Qvickly does not offer this in test mode',
			advice: "Turn off 'Test Mode' in the credential to do it with live payments.",
		},
		9001: { reason: 'Qvickly does not know the function', advice: REPORT },
		9002: { reason: 'Qvickly does not offer the function to integrations', advice: REPORT },
		9003: {
			reason: 'Qvickly could not read the request',
			advice: `Check that no proxy between n8n and Qvickly changes requests. ${REPORT}`,
		},
		9004: { reason: 'a parameter is missing', advice: REPORT },
		9005: { reason: 'Qvickly finds the request invalid', advice: REPORT },
		9008: {
			reason: 'Qvickly met an internal problem',
			advice: 'Run it again later: a payment that was cancelled after all is not cancelled twice.',
		},
		9009: { reason: 'Qvickly finds the request invalid', advice: REPORT },
		9010: { reason: 'Qvickly received no merchant ID or no signature', advice: CHECK_CREDENTIAL },
		9011: {
			reason: 'Qvickly does not accept the credentials',
			advice: `The merchant ID is probably wrong. ${CHECK_CREDENTIAL}`,
		},
		9012: {
			reason: 'the merchant account may not use this API',
			advice: "Check 'Merchant ID', or ask Qvickly's support to turn the API on for the account.",
		},
		9013: {
			reason: 'Qvickly does not accept the signature',
			advice: `The secret is probably wrong, or belongs to another merchant ID. ${CHECK_CREDENTIAL}`,
		},
	}),
);

/**
 * Explains a refusal.
 *
 * @param code Qvickly's code, digits as text
 * @returns the explanation from the table, or one that leaves the word to Qvickly's own message
 */
export function explainRefusal(code: string): Explanation {
	return (
		EXPLANATIONS.get(code) ?? {
			reason: `Qvickly refused it with code ${code}`,
			advice: "Qvickly's own message says why. Look it up in Qvickly's portal before trying again.",
		}
	);
}

/** Whether a code is one whose meaning is known. */
export const isExplained = (code: string) => EXPLANATIONS.has(code);
