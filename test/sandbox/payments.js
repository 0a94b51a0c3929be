const { creditOf } = require('./credits');

/**
 * The payments of some merchant accounts and the life that each may lead.
 *
 * @typedef {'Created' | 'Pending' | 'Paid' | 'Factoring' | 'Handling' | 'Cancelled' | 'Credited'} Status
 * @typedef {{
 *   number: string, merchant: string, test: boolean, orderid: string, status: Status, url: string,
 *   method: number, credits: number, credited: number, acquirerDown?: boolean, creditOf?: string,
 * }} Payment `credits` counts those of this payment, `credited` is what they come to in öre with
 *   tax; `creditOf` is the number of the payment that this one credits
 * @typedef {Partial<Omit<Payment, 'number'>> & { number: string | number }} Seed
 * @typedef {{ code: string } | { data: object, changed: boolean }} Outcome
 */

const ACTIVATED = { 1: 'Factoring', 2: 'Handling' };
const PAID_AT_ONCE = [16, 24, 32, 1024];

/** The amounts of every payment, in öre. */
const TOTAL = { withouttax: '10000', tax: '2500', rounding: '0', withtax: '12500' };

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
		for (const seed of seeds) {
			const number = String(seed.number);
			const { method = 1, test = false, merchant = this.#merchant } = seed;
			this.#byKey.set(key(number, test, merchant), {
				orderid: `order-${number}`,
				status: PAID_AT_ONCE.includes(method) ? 'Paid' : 'Created',
				url: `https://api.qvickly.io/invoice/${number}/${Number(number).toString(16)}`,
				credits: 0,
				credited: 0,
				...seed,
				...{ number, method, test, merchant },
			});
		}
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
	 * @returns {Pick<Payment, 'status' | 'credits' | 'credited'> | undefined}
	 */
	truth(number, test, merchant) {
		const payment = this.get(number, test, merchant);
		if (payment === undefined) return undefined;
		const { status, credits, credited } = payment;
		return { status, credits, credited };
	}

	/** @param {Payment} payment @param {Status} to */
	#change(payment, to) {
		const { number, test, merchant, status: from } = payment;
		this.changes.push({ number, test, merchant, from, to });
		payment.status = to;
		return { data: basicResult(payment), changed: true };
	}

	/** @param {Payment} payment @returns {Outcome} */
	cancel(payment) {
		if (payment.status === 'Cancelled') return { code: '5220' };
		if (payment.status !== 'Created' && payment.status !== 'Pending') return { code: '5209' };
		if (payment.acquirerDown) return { code: '5261' };
		return this.#change(payment, 'Cancelled');
	}

	/** What a change would answer, without one. @param {Payment} payment @param {Status} status @returns {Outcome} */
	pretend(payment, status) {
		const number = status === 'Credited' ? this.#creditNumber() : payment.number;
		return { data: basicResult({ ...payment, number, status }), changed: false };
	}

	/** A number that no credit has had, not even a pretended one. */
	#creditNumber = () => String(this.#nextCredit++);

	/** @param {Payment} payment @returns {Outcome} */
	activate(payment) {
		if (payment.creditOf) return { code: '5223' };
		if (payment.status === 'Cancelled') return { code: '5210' };
		if (payment.status !== 'Created') return { code: '5208' };
		if (payment.acquirerDown) return { code: '5260' };
		const to = ACTIVATED[/** @type {1 | 2} */ (payment.method)] ?? 'Paid';
		return this.#change(payment, /** @type {Status} */ (to));
	}

	/** @param {Payment} payment @param {unknown} data of the request @returns {Outcome} */
	credit(payment, data) {
		if (payment.creditOf) return { code: '5212' };
		if (payment.status === 'Cancelled') return { code: '5211' };
		if (['Created', 'Pending'].includes(payment.status)) return { code: '5205' };
		const credit = creditOf(data, Number(TOTAL.withtax));
		if ('code' in credit) return credit;
		const { number: of, test, merchant, orderid } = payment;
		if (payment.credited + credit.amount > Number(TOTAL.withtax)) return { code: '5214' };
		payment.credits++;
		payment.credited += credit.amount;
		const number = this.#creditNumber();
		this.credits.push({ number, test, merchant, of, amount: credit.amount });
		this.add([{ number, test, merchant, orderid, status: 'Credited', creditOf: of }]);
		const added = /** @type {Payment} */ (this.get(number, test, merchant));
		return { data: basicResult(added), changed: true };
	}

	/** @param {Payment} payment @returns {Outcome} */
	info({ number, orderid, status, url, method }) {
		return {
			changed: false,
			data: {
				PaymentData: {
					method: String(method),
					currency: 'SEK',
					country: 'SE',
					language: 'sv',
					autoactivate: '0',
					orderid,
					status,
					number,
					url,
				},
				Customer: {
					nr: '1',
					Billing: { firstname: 'Testperson', lastname: 'Åberg', city: 'Malmö' },
				},
				Articles: [
					{ artnr: 'A/1', title: 'Köttbullar', quantity: '1', taxrate: '25', withouttax: '10000' },
				],
				Cart: { Total: TOTAL },
			},
		};
	}
}

/** @param {string} number @param {boolean} test @param {string} merchant */
const key = (number, test, merchant) => `${test ? 'test' : 'live'} ${number} ${merchant}`;

/** @param {Payment} payment */
const basicResult = ({ number, orderid, status, url }) => ({ number, status, orderid, url });

module.exports = { Payments };
