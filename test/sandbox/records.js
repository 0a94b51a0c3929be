/** Where the numbers begin that the sandbox gives, far from those that tests choose. */
const FIRST = {
	customer: 1001,
	checkout: 6_000_000_001,
	payment: 7_000_000_001,
	credit: 8_000_000_001,
};

/** What came of calls and customers, in order, whatever was answered. */
class Records {
	#next = { ...FIRST };

	/** Every change of status. @type {Array<{ number: string, test: boolean, merchant: string, from: string, to: string }>} */
	changes = [];

	/** Every credit; the amount in öre with tax. @type {Array<{ number: string, test: boolean, merchant: string, of: string, amount: number }>} */
	credits = [];

	/** Every payment that a call or a customer made; withtax in öre. @type {Array<{ number: string, test: boolean, merchant: string, orderid: string, method: number, withtax: number }>} */
	creations = [];

	/** Every update of a payment or a checkout. @type {Array<{ number: string, test: boolean, merchant: string, sections: string[] }>} */
	updates = [];

	/** Every note in the log of an invoice. @type {Array<{ number: string, test: boolean, merchant: string, hash: string, text: string }>} */
	notes = [];

	/** A number that nothing has had, not even something pretended. @param {keyof typeof FIRST} kind */
	nextNumber = (kind) => String(this.#next[kind]++);

	/** The number of a customer that has none. */
	nextCustomer = () => this.nextNumber('customer');
}

module.exports = { Records };
