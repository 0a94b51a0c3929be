const { creditOf } = require('./credits');

/**
 * The payments of one merchant account and the life that each may lead.
 *
 * @typedef {'Created' | 'Pending' | 'Paid' | 'Factoring' | 'Handling' | 'Cancelled' | 'Credited'} Status
 * @typedef {{
 *   number: string, orderid: string, status: Status, url: string, test: boolean, method: number,
 *   acquirerDown?: boolean, creditOf?: string,
 * }} Payment `creditOf` is the number of the payment that this one credits
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

	/** Every change of status, in order. @type {Array<{ number: string, test: boolean, from: string, to: string }>} */
	changes = [];

	/** Every credit, in order; the amount in öre with tax. @type {Array<{ number: string, test: boolean, of: string, amount: number }>} */
	credits = [];

	/** @param {Seed[]} seeds */
	add(seeds) {
		for (const seed of seeds) {
			const number = String(seed.number);
			const { method = 1, test = false } = seed;
			const status = PAID_AT_ONCE.includes(method) ? 'Paid' : 'Created';
			const url = `https://api.qvickly.io/invoice/${number}/${Number(number).toString(16)}`;
			/** @type {Payment} */
			const payment = { orderid: `order-${number}`, status, url, ...seed, number, method, test };
			this.#byKey.set(key(number, test), payment);
		}
	}

	/** @param {string | number} number @param {boolean} [test] @returns {Payment | undefined} */
	get(number, test = false) {
		return this.#byKey.get(key(String(number), test));
	}

	/** @param {Payment} payment @param {Status} to */
	#change(payment, to) {
		this.changes.push({ number: payment.number, test: payment.test, from: payment.status, to });
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
		return { data: basicResult({ ...payment, status }), changed: false };
	}

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
		const { number: of, test, orderid } = payment;
		const earlier = this.credits.filter((one) => one.of === of && one.test === test);
		const credited = earlier.reduce((sum, one) => sum + one.amount, 0);
		if (credited + credit.amount > Number(TOTAL.withtax)) return { code: '5214' };
		const number = String(FIRST_CREDIT + this.credits.length);
		this.credits.push({ number, test, of, amount: credit.amount });
		this.add([{ number, test, orderid, status: 'Credited', creditOf: of }]);
		return { data: basicResult(/** @type {Payment} */ (this.get(number, test))), changed: true };
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

/** @param {string} number @param {boolean} test */
const key = (number, test) => `${test ? 'test' : 'live'} ${number}`;

/** @param {Payment} payment */
const basicResult = ({ number, orderid, status, url }) => ({ number, status, orderid, url });

module.exports = { Payments };
