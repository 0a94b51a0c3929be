const { creditOf } = require('./credits');
const { refusalOf, stageOf, statusAfter } = require('./lifeCycle');
const { basicResult, cartFor } = require('./results');
const { paymentOf } = require('./seeds');
const { pageHash, pageOf } = require('./urls');

/**
 * The payments of some merchant accounts and the life that each may lead.
 *
 * @typedef {import('./lifeCycle').Change} Change
 * @typedef {import('./lifeCycle').Status} Status
 * @typedef {import('./seeds').Payment} Payment
 * @typedef {import('./seeds').Seed} Seed
 * @typedef {{ code: string } | { data: object, changed: boolean }} Outcome
 * @typedef {{ test: boolean, merchant: string }} Owner whose a payment is, and in which mode
 * @typedef {Pick<Payment, 'orderid' | 'method' | 'withtax' | 'currency' | 'status' | 'sections'>} Draft
 */

/** Where the numbers begin that the sandbox gives, far from those that tests choose. */
const FIRST = {
	customer: 1001,
	checkout: 6_000_000_001,
	payment: 7_000_000_001,
	credit: 8_000_000_001,
};

class Payments {
	/** @type {Map<string, Payment>} */
	#byKey = new Map();
	/** How many payments have an order ID. @type {Map<string, number>} */
	#orders = new Map();
	#merchant;
	#next = { ...FIRST };

	/** Every change of status, in order. @type {Array<{ number: string, test: boolean, merchant: string, from: string, to: string }>} */
	changes = [];

	/** Every credit, in order; the amount in öre with tax. @type {Array<{ number: string, test: boolean, merchant: string, of: string, amount: number }>} */
	credits = [];

	/** Every payment that a call or a customer made, in order; withtax in öre. @type {Array<{ number: string, test: boolean, merchant: string, orderid: string, method: number, withtax: number }>} */
	creations = [];

	/** Every update of a payment or a checkout, in order. @type {Array<{ number: string, test: boolean, merchant: string, sections: string[] }>} */
	updates = [];

	/** Where the customers' pages are, if the sandbox has them. @type {string | undefined} */
	pages;

	/** @param {string} merchant the ID of the account whose payments are meant where none is named */
	constructor(merchant) {
		this.#merchant = merchant;
	}

	/** @param {Seed[]} seeds */
	add(seeds) {
		for (const seed of seeds) this.#keep(paymentOf(seed, this.#merchant, this.pages));
	}

	/** @param {Payment} payment */
	#keep(payment) {
		this.#byKey.set(key(payment.number, payment), payment);
		if (!payment.creditOf) this.#countOrder(payment, 1);
	}

	/** @param {Payment} payment @param {number} more */
	#countOrder(payment, more) {
		const order = key(payment.orderid, payment);
		this.#orders.set(order, (this.#orders.get(order) ?? 0) + more);
	}

	/**
	 * @param {string | number} number
	 * @param {boolean} [test]
	 * @param {string} [merchant] the account's ID
	 * @returns {Payment | undefined}
	 */
	get(number, test = false, merchant = this.#merchant) {
		return this.#byKey.get(key(String(number), { test, merchant }));
	}

	/** All of a merchant in one mode, in the order in which they came. @param {Owner} owner */
	all({ test, merchant }) {
		return [...this.#byKey.values()].filter(
			(one) => one.test === test && one.merchant === merchant,
		);
	}

	/** @param {string} hash the end of its page's address @returns {Payment | undefined} */
	byHash(hash) {
		return [...this.#byKey.values()].find((payment) => payment.hash === hash);
	}

	/** Whether a payment has an order ID. @param {string} orderid @param {Owner} owner */
	hasOrder(orderid, owner) {
		return (this.#orders.get(key(orderid, owner)) ?? 0) > 0;
	}

	/**
	 * What is true of a payment, whatever has been answered about it. `rows` are its articles.
	 *
	 * @param {string | number} number
	 * @param {boolean} [test]
	 * @param {string} [merchant] the account's ID
	 * @returns {(Pick<Payment, 'status' | 'credits' | 'credited' | 'orderid' | 'method' | 'withtax'>
	 *   & { stage: import('./lifeCycle').Stage, rows: import('./sections').Fields[] }) | undefined}
	 */
	truth(number, test, merchant) {
		const payment = this.get(number, test, merchant);
		if (payment === undefined) return undefined;
		const { status, credits, credited, orderid, method, withtax } = payment;
		const { Articles: rows } = cartFor(payment);
		return { status, stage: stageOf(payment), credits, credited, orderid, method, withtax, rows };
	}

	/** @param {Payment} payment @param {'cancel' | 'activate'} change @returns {Outcome} */
	change(payment, change) {
		const code = refusalOf(payment, change);
		if (code) return { code };
		this.turn(payment, statusAfter(payment, change), { activated: change === 'activate' });
		return { data: basicResult(payment), changed: true };
	}

	/** Gives a payment another status. @param {Payment} payment @param {Status} to @param {Partial<Payment>} [also] */
	turn(payment, to, also) {
		const { number, test, merchant, status: from } = payment;
		Object.assign(payment, { status: to, ...also });
		this.changes.push({ number, test, merchant, from, to });
	}

	/** @param {Payment} payment @param {unknown} data of the request @returns {Outcome} */
	credit(payment, data) {
		const code = refusalOf(payment, 'credit');
		if (code) return { code };
		const credit = creditOf(data, payment);
		if ('code' in credit) return credit;
		const { amount, sections } = credit;
		if (payment.credited + amount > payment.withtax) return { code: payment.overCredit };
		payment.credits++;
		payment.credited += amount;
		const { number: of, test, merchant } = payment;
		const number = this.nextNumber('credit');
		this.credits.push({ number, test, merchant, of, amount });
		const seed = {
			...payment,
			...{ number, status: /** @type {const} */ ('Credited'), hash: undefined, url: undefined },
			...{
				creditOf: of,
				withtax: amount,
				credits: 0,
				credited: 0,
				settlement: undefined,
				sections,
			},
		};
		const added = paymentOf(seed, merchant, this.pages);
		this.#keep(added);
		return { data: basicResult(added), changed: true };
	}

	/** What a change would answer, without one. @param {Payment} payment @param {Change} change @returns {Outcome} */
	pretend(payment, change) {
		const number = change === 'credit' ? this.nextNumber('credit') : payment.number;
		const status = statusAfter(payment, change);
		return { data: basicResult({ ...payment, number, status }), changed: false };
	}

	/** Makes a payment. @param {Owner} owner @param {Draft} draft @param {boolean} pretend whether to make none @returns {Payment} */
	create({ test, merchant }, draft, pretend) {
		const number = this.nextNumber('payment');
		const hash = pageHash(number, test, merchant);
		const url = this.pages ? undefined : pageOf({ ...draft, merchant, hash });
		const payment = paymentOf(
			{ ...draft, number, hash, url, test, merchant },
			merchant,
			this.pages,
		);
		if (pretend) return payment;
		this.#keep(payment);
		const { orderid, method, withtax } = payment;
		this.creations.push({ number, test, merchant, orderid, method, withtax });
		return payment;
	}

	/** @param {Payment} payment @param {Partial<Payment>} changed @param {string[]} sections what the request named */
	update(payment, changed, sections) {
		this.#countOrder(payment, -1);
		Object.assign(payment, changed);
		this.#countOrder(payment, 1);
		const { number, test, merchant } = payment;
		this.updates.push({ number, test, merchant, sections });
	}

	/** A number that nothing has had, not even something pretended. @param {keyof typeof FIRST} kind */
	nextNumber = (kind) => String(this.#next[kind]++);

	/** The number of a customer that has none. */
	nextCustomer = () => this.nextNumber('customer');
}

/** @param {string} value a number or an order ID @param {Owner} owner */
const key = (value, { test, merchant }) => `${test ? 'test' : 'live'} ${value} ${merchant}`;

module.exports = { Payments };
