const { creditOf } = require('./credits');
const { firstStatus, refusalOf, stageOf, statusAfter } = require('./lifeCycle');
const { basicResult } = require('./results');

/**
 * The payments of some merchant accounts and the life that each may lead.
 *
 * @typedef {import('./lifeCycle').Change} Change
 * @typedef {import('./lifeCycle').Status} Status
 * @typedef {{
 *   number: string, merchant: string, test: boolean, orderid: string, status: Status, url: string,
 *   method: number, credits: number, credited: number, withtax: number, rows: number,
 *   currency: string, customer: 'person' | 'company', overCredit: string, settlement?: object,
 *   activated?: boolean, acquirerDown?: boolean, testPerson?: boolean, creditOf?: string,
 *   numbers?: boolean, cancelledAs?: string, without?: string[], infoWithout?: string[],
 * }} Payment
 *   `credits` counts those of this payment, `credited` is what they come to, and `withtax` what the
 *   payment comes to, in öre with tax; `rows` counts its articles. `overCredit` is the code that
 *   refuses to credit more than that. `activated: false` tells Handling as a credit check's result
 *   from that of an activated payment. `testPerson` may not pay in live mode. `creditOf` is the
 *   number of the payment that this one credits.
 *   As for answers: with `numbers` whole numbers are JSON numbers, `cancelledAs` is how Cancelled is
 *   spelled, `without` names what is left out of basic results, `infoWithout` what getPaymentinfo
 *   leaves out of PaymentData.
 * @typedef {Partial<Omit<Payment, 'number'>> & { number: string | number }} Seed
 * @typedef {{ code: string } | { data: object, changed: boolean }} Outcome
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

/** Credits get numbers of their own, far from those that tests choose. */
const FIRST_CREDIT = 8_000_000_001;

class Payments {
	/** @type {Map<string, Payment>} */
	#byKey = new Map();
	#merchant;
	#nextCredit = FIRST_CREDIT;

	/** Every change of status, in order. @type {Array<{ number: string, test: boolean, merchant: string, from: string, to: string }>} */
	changes = [];

	/** Every credit, in order; the amount in öre with tax. @type {Array<{ number: string, test: boolean, merchant: string, of: string, amount: number }>} */
	credits = [];

	/** @param {string} merchant the ID of the account whose payments are meant where none is named */
	constructor(merchant) {
		this.#merchant = merchant;
	}

	/** @param {Seed[]} seeds */
	add(seeds) {
		for (const seed of seeds) this.#add(seed);
	}

	/** @param {Seed} seed */
	#add(seed) {
		const number = String(seed.number);
		const {
			method = 1,
			test = false,
			merchant = this.#merchant,
			orderid = `order-${number}`,
			status = firstStatus(method),
			url = `https://api.qvickly.io/invoice/${number}/${Number(number).toString(16)}`,
		} = seed;
		/** @type {Payment} */
		const payment = {
			...DEFAULTS,
			...seed,
			...{ number, method, test, merchant, orderid, status, url },
		};
		this.#byKey.set(key(number, test, merchant), payment);
		return payment;
	}

	/**
	 * @param {string | number} number
	 * @param {boolean} [test]
	 * @param {string} [merchant] the account's ID
	 * @returns {Payment | undefined}
	 */
	get(number, test = false, merchant = this.#merchant) {
		return this.#byKey.get(key(String(number), test, merchant));
	}

	/**
	 * What is true of a payment, whatever has been answered about it.
	 *
	 * @param {string | number} number
	 * @param {boolean} [test]
	 * @param {string} [merchant] the account's ID
	 * @returns {(Pick<Payment, 'status' | 'credits' | 'credited'> & { stage: import('./lifeCycle').Stage }) | undefined}
	 */
	truth(number, test, merchant) {
		const payment = this.get(number, test, merchant);
		if (payment === undefined) return undefined;
		const { status, credits, credited } = payment;
		return { status, stage: stageOf(payment), credits, credited };
	}

	/** @param {Payment} payment @param {'cancel' | 'activate'} change @returns {Outcome} */
	change(payment, change) {
		const code = refusalOf(payment, change);
		if (code) return { code };
		const { number, test, merchant, status: from } = payment;
		const to = statusAfter(payment, change);
		Object.assign(payment, { status: to, activated: change === 'activate' });
		this.changes.push({ number, test, merchant, from, to });
		return { data: basicResult(payment), changed: true };
	}

	/** @param {Payment} payment @param {unknown} data of the request @returns {Outcome} */
	credit(payment, data) {
		const code = refusalOf(payment, 'credit');
		if (code) return { code };
		const credit = creditOf(data, payment.withtax);
		if ('code' in credit) return credit;
		const { amount } = credit;
		if (payment.credited + amount > payment.withtax) return { code: payment.overCredit };
		payment.credits++;
		payment.credited += amount;
		const { number: of, test, merchant } = payment;
		const number = this.#creditNumber();
		this.credits.push({ number, test, merchant, of, amount });
		const added = this.#add({
			...payment,
			...{ number, status: 'Credited', url: undefined, settlement: undefined },
			...{ creditOf: of, withtax: amount, credits: 0, credited: 0 },
		});
		return { data: basicResult(added), changed: true };
	}

	/** What a change would answer, without one. @param {Payment} payment @param {Change} change @returns {Outcome} */
	pretend(payment, change) {
		const number = change === 'credit' ? this.#creditNumber() : payment.number;
		const status = statusAfter(payment, change);
		return { data: basicResult({ ...payment, number, status }), changed: false };
	}

	/** A number that no credit has had, not even a pretended one. */
	#creditNumber = () => String(this.#nextCredit++);
}

/** @param {string} number @param {boolean} test @param {string} merchant */
const key = (number, test, merchant) => `${test ? 'test' : 'live'} ${number} ${merchant}`;

module.exports = { Payments };
