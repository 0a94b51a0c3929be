const { firstStatus } = require('./lifeCycle');
const { pageHash } = require('./urls');

/**
 * @typedef {import('./lifeCycle').Status} Status
 * @typedef {{
 *   number: string, merchant: string, test: boolean, orderid: string, status: Status, url: string,
 *   hash: string, method: number, credits: number, credited: number, withtax: number, rows: number,
 *   currency: string, customer: 'person' | 'company', overCredit: string, settlement?: object,
 *   activated?: boolean, acquirerDown?: boolean, testPerson?: boolean, creditOf?: string,
 *   sections?: import('./sections').Sections,
 *   numbers?: boolean, cancelledAs?: string, without?: string[], infoWithout?: string[],
 * }} Payment
 *   `credits` counts those of this payment, `credited` is what they come to, and `withtax` what the
 *   payment comes to, in öre with tax; `rows` counts its articles. `overCredit` is the code that
 *   refuses to credit more than that. `activated: false` tells Handling as a credit check's result
 *   from that of an activated payment. `testPerson` may not pay in live mode. `creditOf` is the
 *   number of the payment that this one credits. `sections` are what requests said of it, and go
 *   before `rows`, `currency` and `customer`. `hash` is the end of its page's address.
 *   As for answers: with `numbers` whole numbers are JSON numbers, `cancelledAs` is how Cancelled is
 *   spelled, `without` names what is left out of basic results, `infoWithout` what getPaymentinfo
 *   leaves out of PaymentData.
 * @typedef {Partial<Omit<Payment, 'number'>> & { number: string | number }} Seed
 */

/** @type {Pick<Payment, 'withtax' | 'rows' | 'currency' | 'customer' | 'overCredit' | 'credits' | 'credited'>} */
const DEFAULTS = {
	withtax: 12500,
	rows: 3,
	currency: 'SEK',
	customer: 'person',
	overCredit: '5214',
	credits: 0,
	credited: 0,
};

/**
 * @param {Seed} seed
 * @param {string} owner the ID of the merchant whose it is, if the seed does not say
 * @param {string | undefined} pages where the sandbox has pages of its own
 * @returns {Payment}
 */
function paymentOf(seed, owner, pages) {
	const number = String(seed.number);
	const { method = 1, test = false, merchant = owner } = seed;
	const hash = seed.hash ?? pageHash(number, test, merchant);
	const page = pages
		? `${pages}/pay/${hash}`
		: `https://api.qvickly.io/invoice/${number}/${Number(number).toString(16)}`;
	return {
		...DEFAULTS,
		...seed,
		...{ number, method, test, merchant, hash },
		orderid: seed.orderid ?? `order-${number}`,
		status: seed.status ?? firstStatus(method),
		url: seed.url ?? page,
	};
}

module.exports = { paymentOf };
