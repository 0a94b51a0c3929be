const { ask } = require('./client');

/**
 * Requests for tests: what is needed to make something, and no more.
 *
 * @typedef {Record<string, any>} Fields
 */

/** 125 kr with tax. @type {{ Articles: Fields[], Cart: Fields }} */
const CART = {
	Articles: [{ title: 'Köttbullar', taxrate: '25', withouttax: '10000' }],
	Cart: { Total: { withouttax: '10000', tax: '2500', withtax: '12500' } },
};

/** @type {Fields} */
const PAYMENT_DATA = { currency: 'SEK', country: 'SE', language: 'sv', orderid: 'A-1' };

/** The test person that is approved. @type {Fields} */
const PERSON = {
	pno: '550101-1018',
	Billing: {
		firstname: 'Testperson',
		lastname: 'Approved',
		street: 'Testgatan 1',
		zip: '123 45',
		city: 'Teststad',
		country: 'SE',
		email: 'person@example.com',
	},
};

/** What addPayment needs for a method. @param {number} method @param {Fields} [paymentData] @param {Fields} [sections] */
const order = (method, paymentData, sections) => ({
	PaymentData: {
		method: String(method),
		...PAYMENT_DATA,
		...(method === 4 && { paymentplanid: '1' }),
		...paymentData,
	},
	...([1, 2, 4].includes(method) && { Customer: PERSON }),
	...CART,
	...sections,
});

/** What initCheckout needs. @param {Fields} [paymentData] @param {Fields} [sections] */
const checkout = (paymentData, sections) => ({
	CheckoutData: { terms: 'https://shop.example/terms' },
	PaymentData: { ...PAYMENT_DATA, ...paymentData },
	...CART,
	...sections,
});

/** JSON as PHP writes it, so that its signature is right. @param {unknown} value */
const json = (value) =>
	JSON.stringify(value)
		.replace(/\//g, '\\/')
		.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Calls a function of a sandbox, in test mode unless changed. @param {import('./client').Service} service */
const caller =
	(service) =>
	/** @param {string} name @param {object} data @param {Parameters<typeof ask>[3]} [changes] */
	async (name, data, changes) =>
		await ask(service, name, json(data), changes);

module.exports = { CART, PAYMENT_DATA, PERSON, caller, checkout, order };
