const { createHmac } = require('node:crypto');

const { decode, encode, toLatin1 } = require('./phpJson');

/**
 * @typedef {{ id: string, secret: string }} Merchant
 * @typedef {{
 *   function: string, name: string, number: string, orderid: string, customer: string,
 *   order: string, subject: string, merchant: Merchant, test: boolean,
 *   language: string, hash: string, data: unknown,
 * }} Request `order` is the hash of a checkout's order, `hash` the signature. `subject` is what it is
 *   about: a number, or else an order ID, an order's hash, a customer, or what is asked for
 * @typedef {Partial<Request> & { code: string }} RefusedRequest
 */

/**
 * What a request asks for and in whose name, or why Qvickly would refuse it unread.
 *
 * @param {string} method
 * @param {string} contentType
 * @param {string} body
 * @param {Merchant[]} merchants
 * @returns {Request | RefusedRequest}
 */
function readRequest(method, contentType, body, merchants) {
	/** @type {unknown} */
	let read;
	try {
		read = decode(body);
	} catch {
		return { code: '9003' };
	}
	const name = text(read, 'function');
	const credentials = member(read, 'credentials');
	const data = member(read, 'data');
	const payment = member(data, 'PaymentData');
	const id = text(credentials, 'id');
	const merchant = merchants.find((one) => one.id === id);
	const about = {
		number: text(data, 'number') || text(payment, 'number'),
		orderid: text(payment, 'orderid'),
		order: text(data, 'hash') || text(payment, 'hash'),
		customer: customerOf(data),
	};
	const request = {
		function: name,
		name: name.toLowerCase(),
		...about,
		subject: about.number || about.orderid || about.order || about.customer || askedFor(data),
		test: ['true', '1', 'TRUE'].includes(text(credentials, 'test')),
		language: text(credentials, 'language'),
		hash: text(credentials, 'hash'),
		merchant,
		data,
	};
	if (method !== 'POST' || !/^application\/json\b/.test(contentType) || name === '') {
		return { ...request, code: '9003' };
	}
	// Qvickly's own PHP module tests that an empty merchant ID is a wrong one, not a missing one.
	if (member(credentials, 'id') === undefined || request.hash === '') {
		return { ...request, code: '9010' };
	}
	if (merchant === undefined) return { ...request, code: '9011' };
	if (!(data instanceof Map) || data.size === 0) return { ...request, code: '9004' };
	if (sign(written(data), merchant.secret) !== request.hash) return { ...request, code: '9013' };
	return { ...request, merchant };
}

/** What tells other reads apart. */
const ASKED_FOR = [
	...['settlementId', 'fromDate', 'dueDate', 'name', 'currency', 'country', 'orgnum'],
];

/** @param {unknown} data */
const askedFor = (data) => ASKED_FOR.map((name) => text(data, name)).find(Boolean) ?? '';

/** @param {unknown} data */
function customerOf(data) {
	const customer = member(data, 'Customer');
	return (
		text(data, 'customerno') || text(customer, 'nr') || text(customer, 'pno') || text(data, 'pno')
	);
}

/** What Qvickly signs of some data: nothing, where PHP cannot write it. @param {unknown} data */
function written(data) {
	try {
		return encode(toLatin1(data));
	} catch {
		return '';
	}
}

/** @param {unknown} value @param {string} key @returns {unknown} */
const member = (value, key) => (value instanceof Map ? value.get(key) : undefined);

/** @param {unknown} value @param {string} key */
const text = (value, key) => {
	const found = member(value, key);
	return typeof found === 'string' || typeof found === 'bigint' || found === true
		? String(found)
		: '';
};

/** A value as PHP makes text of it. @param {unknown} value @param {string} key */
function figure(value, key) {
	const found = member(value, key);
	if (found === true) return '1';
	const isFloat = typeof found === 'object' && found !== null && !(found instanceof Map);
	return isFloat ? encode(found) : text(value, key);
}

/** Qvickly's signature of a text. @param {string} signed @param {string} secret */
const sign = (signed, secret) =>
	createHmac('sha512', secret).update(signed, 'latin1').digest('hex');

module.exports = { figure, member, readRequest, sign, text };
