const { createHash } = require('node:crypto');

/**
 * Where Qvickly has the page of a payment or checkout.
 *
 * @typedef {{ method: number, status: string, merchant: string, hash: string }} Paged
 */

/** @type {Record<number, (path: string) => string>} */
const OF_METHOD = {
	8: (path) => `https://api.qvickly.io/swedbankpay/${path}`,
	16: (path) => `https://api.qvickly.io/bank/${path}`,
	512: (path) => `https://api.qvickly.io/invoice-swish/${path}/`,
	1024: (path) => `https://api.qvickly.io/invoice-swish/${path}/`,
	2048: (path) => `https://my.qvickly.io/pwq/${path}`,
};

/** The method of links that let the customer choose how to pay, alone or with others. */
const PAY_LINK = 256;

/** @param {Paged} payment */
function pageOf({ method, status, merchant, hash }) {
	const path = `${merchant}/${hash}`;
	if (status === 'WaitingForBankIDIdentification') return `https://api.qvickly.io/bankidv6/${path}`;
	if (method & PAY_LINK) return `https://pay.qvickly.io/${path}`;
	const waits = status === 'WaitingForPurchase' || method === 2048;
	return (waits && OF_METHOD[method]?.(path)) || `https://api.qvickly.io/invoice/${path}`;
}

/** @param {string} merchant @param {string} hash @param {boolean} test */
const checkoutPage = (merchant, hash, test) =>
	`https://checkout.qvickly.io/${merchant}/${hash}${test ? '/test' : ''}`;

/** What tells a page from all others: a date and 32 hexadecimal digits. @param {Array<string | boolean>} of */
const pageHash = (...of) =>
	new Date().toISOString().slice(0, 10).replaceAll('-', '') +
	createHash('sha256').update(of.join(' ')).digest('hex').slice(0, 32);

module.exports = { PAY_LINK, checkoutPage, pageHash, pageOf };
