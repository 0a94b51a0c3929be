const { Checkouts } = require('./checkouts');
const { finish, isCheckout } = require('./finishing');
const { refusalOf, stageOf, statusAfter } = require('./lifeCycle');
const { Lists } = require('./lists');
const { OrderIds, key } = require('./orderIds');
const { Records } = require('./records');
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
 * @typedef {{ code: string } | { data: object, changed: boolean } | { page: string, changed: boolean }} Outcome
 *   `page` is an answer that is no JSON
 * @typedef {import('./orderIds').Owner} Owner
 * @typedef {Pick<Payment, 'orderid' | 'method' | 'withtax' | 'currency' | 'status' | 'sections'>
 *   & Partial<Pick<Payment, 'rows' | 'customer'>>} Draft
 */

class Payments extends Records {
	/** @type {Map<string, Payment>} */
	#byKey = new Map();
	#orders = new OrderIds();
	lists = new Lists();
	#merchant;

	/** Where the customers' pages are, if the sandbox has them. @type {string | undefined} */
	pages;

	/** Told of each payment whose customer, or credit check, has done something. @type {(payment: Payment) => void} */
	onFinish = () => {};

	/** @param {string} merchant the ID of the account whose payments are meant where none is named */
	constructor(merchant) {
		super();
		this.#merchant = merchant;
		this.checkouts = new Checkouts(merchant);
	}

	/** Has pages of its own from now on. @param {string} url the sandbox's */
	servePagesAt(url) {
		this.pages = url;
		this.checkouts.pages = url;
	}

	/** @param {Seed[]} seeds */
	add(seeds) {
		for (const seed of seeds) this.keep(paymentOf(seed, this.#merchant, this.pages));
	}

	/** Takes a payment in, or in place of the one with its number. @param {Payment} payment */
	keep(payment) {
		this.#byKey.set(key(payment.number, payment), payment);
		if (!payment.creditOf) this.#orders.count(payment, 1);
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
	hasOrder = (orderid, owner) => this.#orders.has(orderid, owner);

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
		this.keep(payment);
		const { orderid, method, withtax } = payment;
		this.creations.push({ number, test, merchant, orderid, method, withtax });
		return payment;
	}

	/**
	 * What the customer behind a payment's page, or a checkout's, does or meets; the pages call this
	 * and nothing else. A checkout becomes a payment with a number of its own.
	 *
	 * @param {string | number} number
	 * @param {import('./finishing').Ending} ending
	 * @param {{ test?: boolean, merchant?: string, method?: number }} [how] `method` is what the
	 *   customer chose, where there is a choice; an invoice unless told otherwise
	 * @returns {Outcome} 5202 where the customer has nothing to do (any more)
	 */
	finish(number, ending, { test = false, merchant = this.#merchant, method = 1 } = {}) {
		const subject = this.get(number, test, merchant) ?? this.checkouts.get(number, test, merchant);
		if (!subject) return { code: '5201' };
		const outcome = finish(this, subject, ending, method);
		// A checkout that became no payment is not told of.
		const payment = isCheckout(subject) ? subject.payment : subject;
		if (!('code' in outcome) && payment) this.onFinish(payment);
		return outcome;
	}

	/** @param {Payment} payment @param {Partial<Payment>} changed @param {string[]} sections what the request named */
	update(payment, changed, sections) {
		this.#orders.count(payment, -1);
		Object.assign(payment, changed);
		this.#orders.count(payment, 1);
		const { number, test, merchant } = payment;
		this.updates.push({ number, test, merchant, sections });
	}
}

module.exports = { Payments };
