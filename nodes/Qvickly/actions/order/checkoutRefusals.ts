import type { Meaning, Meanings } from '../../api/refusals';

// What Qvickly's codes mean for checkouts, and what those share with payments made at once: the
// cart, the customer, the addresses. Source: Qvickly's page "Error codes", which does not say what
// function gives which code.

/** A code that says that the call was turned down. */
export const settlesTry = (reason: string, advice: string): Meaning => ({
	reason,
	advice,
	settles: 'try',
});

const REPORT_REST = "report this to the node's maintainers with the code and the log ID.";

export const REPORT = `Update this node. If that does not help, ${REPORT_REST}`;

const CHECK_CART = `If you gave a complete cart, correct it. If the node computed it, update this node; if that does not help, ${REPORT_REST}`;

/** What a cart can meet. */
export const CART_REFUSALS: Meanings = {
	9102: settlesTry('the net total is not the sum of the rows, shipping and handling', CHECK_CART),
	9105: settlesTry('a row has no net amount', CHECK_CART),
	9106: settlesTry('the cart lacks a total', CHECK_CART),
	9107: settlesTry('the total is not net, VAT and rounding together', CHECK_CART),
	9109: settlesTry('the cart has no rows', 'Add at least one row.'),
	9111: settlesTry('a total is not a whole number of öre', CHECK_CART),
	9112: settlesTry('a row has no VAT rate', CHECK_CART),
	9113: settlesTry('the rounding is more than 50 öre', CHECK_CART),
	9114: settlesTry('the totals do not fit the rows and their VAT', CHECK_CART),
	9120: {
		reason: 'Qvickly gave an error that it does not explain',
		advice: "Ask Qvickly's support what it means, with the code and the log ID.",
		settles: 'nothing',
	},
};

const CHECK_ID = 'Check the personal or organisation number.';

/** What a personal or organisation number can meet. */
export const ADDRESS_REFUSALS: Meanings = {
	2207: settlesTry(
		'Qvickly does not accept this test person',
		"Turn on 'Test Mode' in the credential for test persons, and use the number of a real customer in live mode.",
	),
	8010: settlesTry('Qvickly finds no person or organisation with this number', CHECK_ID),
	8011: settlesTry('Qvickly finds no organisation with this number', CHECK_ID),
	8012: settlesTry(
		'Qvickly finds no person with this number',
		`${CHECK_ID} A person whose identity is protected cannot be found.`,
	),
	9014: settlesTry(
		'Qvickly received no personal or organisation number',
		'Give the personal or organisation number.',
	),
	9015: settlesTry('the personal or organisation number is too short', CHECK_ID),
	9016: settlesTry('the personal or organisation number is invalid', CHECK_ID),
};

const DENIED = settlesTry(
	'the credit check said no',
	'Offer the customer another way to pay, such as card or Swish. Trying again does not help.',
);

const differs = (what: string) =>
	settlesTry(
		`the ${what} is not the registered one`,
		"Qvickly requires the customer's registered name and address for this. The operation 'Get Address' of 'Customer' gives them.",
	);

const CHOOSE_TYPE = 'Choose another way to pay.';
export const TYPE_UNKNOWN = settlesTry('Qvickly does not accept the type of payment', CHOOSE_TYPE);

export const notOpen = (what: string) =>
	settlesTry(
		`the merchant account is not open for ${what}`,
		`${CHOOSE_TYPE} Or ask Qvickly's support to open the account for it.`,
	);

const FACTORING_NOT_OPEN = notOpen('invoices with factoring');
const HANDLING_NOT_OPEN = notOpen('invoices with handling');

/** What an invoice can meet, also one that is made from a checkout. */
export const INVOICE_REFUSALS: Meanings = {
	...ADDRESS_REFUSALS,
	1001: DENIED,
	2103: DENIED,
	2401: differs('first name'),
	2402: differs('last name'),
	2403: differs('street'),
	2404: differs('postal code'),
	2405: differs('city'),
	2406: differs('country'),
	5000: TYPE_UNKNOWN,
	5001: FACTORING_NOT_OPEN,
	5002: HANDLING_NOT_OPEN,
	5003: notOpen('part payments'),
	5004: notOpen('card payments'),
	5005: notOpen('bank payments'),
	5006: notOpen('cash payments'),
	5007: settlesTry(
		'the amount is above the maximum',
		"Lower the amount, or choose another way to pay. Qvickly's support knows the account's limits.",
	),
	5008: settlesTry(
		'the amount is below the minimum',
		"Raise the amount, or choose another way to pay. Qvickly's support knows the account's limits.",
	),
	6035: settlesTry(
		'Qvickly does not accept the billing address',
		"Check 'Street', 'Postal Code', 'City' and 'Country'.",
	),
	20101: FACTORING_NOT_OPEN,
	20102: HANDLING_NOT_OPEN,
	20103: settlesTry(
		'the name or the address is incomplete',
		"Fill in 'First Name' and 'Last Name', or 'Company'; and 'Street', 'Postal Code' and 'City'.",
	),
	20104: notOpen('invoices and part payments'),
};

const fillIn = (name: string) => `Give '${name}' a whole address, which begins with https://.`;
const urlInvalid = (name: string) => settlesTry(`'${name}' is invalid`, fillIn(name));
const urlMissing = (name: string) => settlesTry(`'${name}' is empty`, fillIn(name));

/** What the addresses that the customer or Qvickly comes back to can meet. */
export const URL_REFUSALS: Meanings = {
	6021: urlMissing('Cancel URL'),
	6024: urlInvalid('Accept URL'),
	6025: urlInvalid('Callback URL'),
	6026: urlInvalid('Cancel URL'),
	6027: urlMissing('Accept URL'),
};

const NOT_FOUND = settlesTry(
	'Qvickly finds no such checkout; it may have expired',
	'Check its number or url. If it has expired, create a new checkout.',
);

const NO_HASH = settlesTry(
	"Qvickly received no checkout's hash",
	"Give the checkout's url as the operation 'Create' of 'Checkout' gave it, or the hash at its end.",
);

/** What initCheckout and updateCheckout can meet. */
export const CHECKOUT_REFUSALS: Meanings = {
	...CART_REFUSALS,
	...URL_REFUSALS,
	6028: urlInvalid('Terms URL'),
	6029: urlInvalid('Privacy Policy URL'),
	50000: settlesTry(
		'the merchant account is not open for checkouts',
		"Ask Qvickly's support to open the account for them.",
	),
	50010: settlesTry('the postal code is missing', "Fill in 'Postal Code' of the customer."),
	50011: settlesTry(
		'the postal code does not fit the personal number',
		"Correct 'Postal Code' or 'Personal Number' of the customer.",
	),
	50012: NOT_FOUND,
	50013: NOT_FOUND,
	50014: urlMissing('Terms URL'),
	50015: { ...NO_HASH, advice: REPORT },
	50016: settlesTry(
		'Qvickly does not take this currency in a checkout',
		"Set 'Currency' to SEK, or ask Qvickly's support for another.",
	),
	50017: settlesTry(
		'Qvickly does not take this country in a checkout',
		"Set 'Country' to SE, or ask Qvickly's support for another.",
	),
	50018: settlesTry(
		'Qvickly does not offer a checkout in this language',
		"Set 'Language' to Swedish or English.",
	),
};

const HASH_UNKNOWN: Meaning = { ...NO_HASH, reason: 'Qvickly finds nothing with this hash' };

/** What a look-up by a checkout's hash can meet. */
export const HASH_REFUSALS: Meanings = {
	6010: HASH_UNKNOWN,
	6011: HASH_UNKNOWN,
	50012: NOT_FOUND,
	50015: NO_HASH,
};

/** What createInvoiceFromOrderHash can meet. */
export const CREATE_INVOICE_REFUSALS: Meanings = {
	...HASH_REFUSALS,
	...INVOICE_REFUSALS,
	6022: settlesTry(
		'it is already paid',
		"Look the checkout up with its operation 'Get': the payment is there.",
	),
};
