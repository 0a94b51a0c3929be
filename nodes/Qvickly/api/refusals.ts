/** What a refusal means to the person who built the workflow, and what it settles. */
export interface Meaning {
	/** What happened, a sentence's second half after "Payment 1000235 was not cancelled: ". */
	reason: string;
	/** What to do next, whole sentences. */
	advice: string;
	/**
	 * - `nothing`: the call may have been carried out all the same
	 * - `before`: it says that the thing had been done before, which is looked up
	 * - `try`: this try was not carried out, and will not be
	 * - `matter`: nor was, or will be, any other try of this call
	 * - `account`: this try was not carried out, and all others for this account would be refused too
	 */
	settles: 'nothing' | 'before' | 'try' | 'matter' | 'account';
}

/** Meanings by Qvickly's codes. */
export type Meanings = Readonly<Record<string, Meaning>>;

const CHECK_CREDENTIAL =
	"Open the Qvickly API credential and compare 'Merchant ID' and 'Secret' with API credentials in Qvickly's portal.";
const REPORT =
	"Update this node. If this keeps happening, report it to the node's maintainers with the code and the log ID.";

/** Refusals that mean the same for every function. Source: Qvickly's page "Error codes". */
export const COMMON_MEANINGS: Meanings = {
	5222: {
		reason: 'Qvickly has not activated the merchant account yet',
		advice: "Ask Qvickly's support to activate the account.",
		settles: 'account',
	},
	8705: {
		reason: 'Qvickly does not offer this in test mode',
		advice: "Turn off 'Test Mode' in the credential to do it with live payments.",
		settles: 'account',
	},
	9001: { reason: 'Qvickly does not know the function', advice: REPORT, settles: 'account' },
	9002: {
		reason: 'Qvickly does not offer the function to integrations',
		advice: REPORT,
		settles: 'account',
	},
	9003: {
		reason: 'Qvickly could not read the request',
		advice: `Check that no proxy between n8n and Qvickly changes requests. ${REPORT}`,
		settles: 'try',
	},
	9004: { reason: 'a parameter is missing', advice: REPORT, settles: 'try' },
	9005: { reason: 'Qvickly finds the request invalid', advice: REPORT, settles: 'try' },
	9008: {
		reason: 'Qvickly met an internal problem',
		advice: 'Wait some minutes first.',
		settles: 'nothing',
	},
	9009: { reason: 'Qvickly finds the request invalid', advice: REPORT, settles: 'try' },
	9010: {
		reason: 'Qvickly received no merchant ID or no signature',
		advice: CHECK_CREDENTIAL,
		settles: 'account',
	},
	9011: {
		reason: 'Qvickly does not accept the credentials',
		advice: `The merchant ID is probably wrong. ${CHECK_CREDENTIAL}`,
		settles: 'account',
	},
	9012: {
		reason: 'the merchant account may not use this API',
		advice: "Check 'Merchant ID', or ask Qvickly's support to turn the API on for the account.",
		settles: 'account',
	},
	9013: {
		reason: 'Qvickly does not accept the signature',
		advice: `The secret is probably wrong, or belongs to another merchant ID. ${CHECK_CREDENTIAL}`,
		settles: 'account',
	},
	20616: {
		reason: 'Qvickly does not accept the credentials',
		advice: CHECK_CREDENTIAL,
		settles: 'account',
	},
};

/**
 * What a refusal means for a call.
 *
 * @param own the meanings that are the call's own; they go before the common ones
 * @param code Qvickly's code, digits as text
 * @param signed whether the refusal came with a right signature
 * @returns its meaning. A code that is not known settles nothing unless it is signed: it may be
 *   somebody else's, between Qvickly and n8n, while the call is still under way
 */
export function meaningOf(own: Meanings, code: string, signed: boolean): Meaning {
	const known = [own, COMMON_MEANINGS].find((meanings) => Object.hasOwn(meanings, code));
	return (
		known?.[code] ?? {
			reason: `Qvickly refused it with code ${code}`,
			advice: "Look the code up in Qvickly's documentation, or ask its support.",
			settles: signed ? 'try' : 'nothing',
		}
	);
}
