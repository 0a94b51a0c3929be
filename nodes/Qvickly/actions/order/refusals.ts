import type { Meaning, Meanings } from '../../api/refusals';
import { PAYMENT_REFUSALS } from '../payment/paymentNumber';
import {
	CART_REFUSALS,
	INVOICE_REFUSALS,
	notOpen,
	REPORT,
	settlesTry,
	TYPE_UNKNOWN,
	URL_REFUSALS,
} from './checkoutRefusals';

export { ADDRESS_REFUSALS, CART_REFUSALS } from './checkoutRefusals';

// What Qvickly's codes mean for payments that are made, changed or copied. Source: Qvickly's page
// "Error codes", which does not say what function gives which code.

const EMAIL_INVALID = settlesTry(
	"Qvickly does not accept the customer's email address",
	"Correct 'Email'.",
);

const BANKID = settlesTry(
	'Qvickly requires that the customer signs with BankID',
	"Turn on 'Customer Can Sign with BankID', and send the customer to the url that comes back.",
);

const SEE_MESSAGE =
	"Read Qvickly's own message in the error's details. If it does not help, ask Qvickly's support, with the log ID.";

const aboutFee = (reason: string) =>
	settlesTry(reason, "Choose another 'Fee'. The operation 'Get Fees' of 'Account' lists them.");

/** What a payment's customer and terms can meet. */
export const TERMS_REFUSALS: Meanings = {
	...INVOICE_REFUSALS,
	...URL_REFUSALS,
	2203: EMAIL_INVALID,
	2204: settlesTry('Qvickly does not accept one of the values', SEE_MESSAGE),
	2501: settlesTry("the account requires the customer's phone number", "Fill in 'Phone'."),
	2551: settlesTry('the merchant account may not use price lists', REPORT),
	2552: settlesTry('Qvickly does not know the price list', REPORT),
	2553: settlesTry(
		'a date is not written as Qvickly wants it',
		"Write dates like 2026-01-31, such as the one of 'Activate On'.",
	),
	2554: settlesTry('the due date has passed', "Correct 'Due Days'."),
	5014: notOpen('payments with saved cards'),
	5101: BANKID,
	5102: BANKID,
	5103: BANKID,
	5207: TYPE_UNKNOWN,
	5217: settlesTry('Qvickly misses something that it requires', SEE_MESSAGE),
	5224: settlesTry(
		'the card provider is not set up for the merchant account',
		"Choose another 'Type', or ask Qvickly's support to set it up.",
	),
	6012: settlesTry(
		'Qvickly takes only SEK for this type of payment',
		"Set 'Currency' to SEK, or choose another 'Type'.",
	),
	6023: settlesTry('Qvickly does not take this currency', "Choose another 'Currency'."),
	6036: notOpen('Swish payments of this kind'),
	9103: settlesTry(
		'Qvickly received no currency, language, country or order ID',
		"Fill in 'Currency', 'Language', 'Country' and 'Order ID'.",
	),
	9104: settlesTry("Qvickly received no email address of the customer's", "Fill in 'Email'."),
	9108: settlesTry('Qvickly received no payment plan', "Choose a 'Payment Plan'."),
	9110: settlesTry(
		'Qvickly does not accept the payment plan',
		"Choose another 'Payment Plan'. The operation 'Get Payment Plans' of 'Account' lists those that fit.",
	),
	9121: settlesTry('Qvickly cannot read when to cancel it', "Correct 'Cancel After'."),
	9200: EMAIL_INVALID,
	9201: settlesTry(
		"Qvickly does not accept the customer's name",
		"Correct 'First Name' and 'Last Name', or 'Company'.",
	),
	20100: TYPE_UNKNOWN,
	61101: aboutFee('Qvickly does not know the fee'),
	61102: aboutFee('the fee is no longer valid'),
	61103: aboutFee('the fee is for another country'),
	61104: aboutFee('the fee is for another currency'),
	61105: aboutFee('the fee is for smaller or larger amounts'),
};

const CARD_NOT_SAVED = settlesTry(
	'Qvickly finds no such saved card',
	"Give 'Saved Card' the number of the payment with which the customer saved the card.",
);

// The documentation says only that it failed, not that nothing was made or charged.
const CARD_NOT_CHARGED: Meaning = {
	reason: 'the saved card could not be charged',
	advice: 'If nothing was charged, ask the customer to pay in another way, as with a pay link.',
	settles: 'nothing',
};

const PROVIDER_FAILED: Meaning = {
	reason: 'something failed at the card or Swish provider',
	advice: "If this keeps happening, give Qvickly's support the log ID.",
	settles: 'nothing',
};

const ORDER_ID_MISSING = settlesTry('Qvickly received no order ID', "Fill in 'Order ID'.");

/** What addPayment can meet. */
export const CREATE_REFUSALS: Meanings = {
	...CART_REFUSALS,
	...TERMS_REFUSALS,
	4100: CARD_NOT_SAVED,
	4102: CARD_NOT_CHARGED,
	4103: CARD_NOT_CHARGED,
	5050: CARD_NOT_SAVED,
	5051: CARD_NOT_CHARGED,
	5199: settlesTry(
		'a payment with this order ID exists already, perhaps with another amount',
		"Look it up by its payment number, or in Qvickly's portal. Use another 'Order ID' only if this is a new order.",
	),
	5203: ORDER_ID_MISSING,
	6034: PROVIDER_FAILED,
	6501: PROVIDER_FAILED,
	6502: PROVIDER_FAILED,
	6503: PROVIDER_FAILED,
	6504: PROVIDER_FAILED,
	8900: PROVIDER_FAILED,
};

/** What updatePayment can meet. */
export const UPDATE_REFUSALS: Meanings = {
	...PAYMENT_REFUSALS,
	...CART_REFUSALS,
	...TERMS_REFUSALS,
	5199: settlesTry(
		'another payment has this order ID already',
		"Give 'New Order ID' one that no other payment has.",
	),
	// The look-up tells its status, and whether it has what was to be set already.
	5202: {
		reason: 'its status does not allow that',
		advice:
			"Look the payment up with the operation 'Get': it can only be updated while its status is Created.",
		settles: 'before',
	},
	5215: settlesTry(
		'the new amount is above the original one',
		'Lower the amount, or cancel the payment and create a new one.',
	),
	5216: settlesTry(
		'it is a bank payment, and Qvickly cannot update those',
		'Credit it, and create a new one.',
	),
	6009: ORDER_ID_MISSING,
};

/** What duplicatePayment can meet. */
export const DUPLICATE_REFUSALS: Meanings = {
	...PAYMENT_REFUSALS,
	5199: settlesTry(
		"a payment with the copy's order ID exists already",
		"It has probably been duplicated before. Look for the copy in Qvickly's portal.",
	),
	11111: settlesTry(
		'Qvickly finds no payment with this number',
		"Check 'Payment Number': it is the number that Qvickly gave the payment, not the shop's order number.",
	),
	11112: settlesTry(
		"the method is not the original payment's",
		"Set 'Method' to the one that the original payment has.",
	),
};

/** What getPaymentplans can meet. */
export const PLAN_REFUSALS: Meanings = {
	5301: settlesTry('no payment plan fits', "Check the option 'Amount', or remove it."),
	5302: settlesTry('Qvickly received no currency, country or language', REPORT),
};
