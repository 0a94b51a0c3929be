const { cartOf } = require('./cart');
const { key } = require('./orderIds');
const { customerFor } = require('./results');
const { checkoutPage, pageHash } = require('./urls');

/**
 * Checkouts: a page where the customer chooses how to pay, which becomes a payment only then.
 *
 * @typedef {import('./sections').Sections} Sections
 * @typedef {{
 *   number: string, hash: string, test: boolean, merchant: string, orderid: string,
 *   status: 'WaitingForPurchase' | 'CheckoutLoaded' | 'Step2Loaded' | 'Cancelled' | 'Failed',
 *   url: string, withtax: number, currency: string, sections: Sections,
 *   payment?: import('./seeds').Payment,
 * }} Checkout `number` is temporary: that of no payment. `payment` is what it became.
 * @typedef {{ number: string | number } & Partial<Omit<Checkout, 'number'>>
 *   & { customer?: 'person' | 'company', rows?: number }} CheckoutSeed
 * @typedef {import('./orderIds').Owner} Owner
 */

class Checkouts {
	/** @type {Map<string, Checkout>} */
	#byKey = new Map();
	#merchant;

	/** Every one that a call made; withtax in öre. @type {Array<{ number: string, test: boolean, merchant: string, orderid: string, hash: string, withtax: number }>} */
	creations = [];

	/** Where the customers' pages are, if the sandbox has them. @type {string | undefined} */
	pages;

	/** @param {string} merchant the ID of the account whose checkouts are meant where none is named */
	constructor(merchant) {
		this.#merchant = merchant;
	}

	/** @param {CheckoutSeed[]} seeds */
	add(seeds) {
		for (const seed of seeds) this.#keep(this.#checkoutOf(seed));
	}

	/** @param {Checkout} checkout */
	#keep(checkout) {
		this.#byKey.set(key(checkout.number, checkout), checkout);
	}

	/** @param {CheckoutSeed} seed @returns {Checkout} */
	#checkoutOf({ customer = 'person', rows = 3, ...seed }) {
		const number = String(seed.number);
		const { test = false, merchant = this.#merchant, withtax = 12500 } = seed;
		const { hash = pageHash('checkout', number, test, merchant) } = seed;
		const isOwn = this.pages && `${this.pages}/pay/${hash}`;
		return {
			...{ orderid: `order-${number}`, status: 'WaitingForPurchase', currency: 'SEK', ...seed },
			...{ number, hash, test, merchant, withtax },
			url: seed.url ?? (isOwn || checkoutPage(merchant, hash, test)),
			sections: {
				Customer: customerFor({ customer }),
				...cartOf(withtax, rows),
				...seed.sections,
			},
		};
	}

	/** @param {string | number} number @param {boolean} [test] @param {string} [merchant] the account's ID */
	get(number, test = false, merchant = this.#merchant) {
		return this.#byKey.get(key(String(number), { test, merchant }));
	}

	/** @param {string} hash @param {Owner} [owner] anyone, if not given @returns {Checkout | undefined} */
	byHash(hash, owner) {
		const found = [...this.#byKey.values()].find((checkout) => checkout.hash === hash);
		const isTheirs = !owner || (owner.test === found?.test && owner.merchant === found.merchant);
		return isTheirs ? found : undefined;
	}

	/** Makes a checkout. @param {CheckoutSeed} seed @param {boolean} pretend whether to make none */
	create(seed, pretend) {
		const checkout = this.#checkoutOf(seed);
		if (pretend) return checkout;
		this.#keep(checkout);
		const { number, test, merchant, orderid, hash, withtax } = checkout;
		this.creations.push({ number, test, merchant, orderid, hash, withtax });
		return checkout;
	}
}

module.exports = { Checkouts };
