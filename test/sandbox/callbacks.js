const { encode } = require('./phpJson');
const { sign } = require('./request');
const { spelled, urlsOf } = require('./results');

/**
 * The calls by which Qvickly tells a shop that a payment's status has changed.
 *
 * @typedef {import('./seeds').Payment} Payment
 * @typedef {'json' | 'form' | 'query'} Shape
 * @typedef {{
 *   shape?: Shape, escaped?: boolean, order?: string[], copies?: number,
 *   wait?: (minutes: number) => number,
 * }} Ways How they are made. `shape` goes before the payment's own returnmethod, of which POST is JSON;
 *   `escaped: false` sends the slashes of a form or an address as if they had lost their escapes on
 *   the way; `order` is that of the members of data; each is sent `copies` times at once; `wait` gives
 *   the milliseconds that so many minutes take
 * @typedef {{ method: string, url: string, headers: Record<string, string>, body?: string }} Report
 * @typedef {{
 *   number: string, status: string, url: string, report: Report, answer: number, at: number,
 * }} Sent One try. `answer` is the HTTP status, 0 for none; `at` counts the tries of one report from 0
 */

/** The members of data in the order of the callback log. */
const ORDER = ['number', 'status', 'url', 'orderid', 'carddata'];

const CARD = {
	maskedcardno: '476173******0416',
	cardholdername: 'CARDHOLDER',
	bin: '21591',
	expirymonth: '12',
	expiryyear: '2022',
};

/** Minutes from one try to the next. Source: Qvickly's page "Callback URL" */
const PLAN = [
	...Array(10).fill(1),
	...Array(10).fill(60),
	...Array(7).fill(24 * 60),
	...Array(3).fill(30 * 24 * 60),
];

/** Minutes as long as they are. */
const REAL = (/** @type {number} */ minutes) => minutes * 60_000;

/** Milliseconds that a shop may take to answer. */
const PATIENCE = 30_000;

/** What is told of a payment. @param {Payment} payment */
const factsOf = (payment) => ({
	number: payment.number,
	status: spelled(payment),
	url: payment.url,
	orderid: payment.orderid,
	...(payment.method === 8 && ['Paid', 'Created'].includes(payment.status) && { carddata: CARD }),
});

/**
 * A callback as it is sent.
 *
 * @param {Record<string, unknown>} facts the members of data
 * @param {string} secret
 * @param {string} url
 * @param {Pick<Ways, 'shape' | 'escaped' | 'order'>} [ways]
 * @returns {Report}
 */
function reportOf(facts, secret, url, { shape = 'json', escaped = true, order = ORDER } = {}) {
	const rest = Object.keys(facts).filter((name) => !order.includes(name));
	const members = [...order, ...rest].flatMap((name) =>
		facts[name] === undefined ? [] : [[name, facts[name]]],
	);
	const data = encode(php(Object.fromEntries(members)));
	const credentials = `{"hash":"${sign(data, secret)}"}`;
	if (shape === 'json') {
		const body = `{"credentials":${credentials},"data":${data}}`;
		return { method: 'POST', url, headers: { 'content-type': 'application/json' }, body };
	}
	const sent = escaped ? data : data.replaceAll('\\/', '/');
	const form = new URLSearchParams({ credentials, data: sent }).toString();
	if (shape === 'form') {
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		return { method: 'POST', url, headers, body: form };
	}
	return { method: 'GET', url: `${url}${url.includes('?') ? '&' : '?'}${form}`, headers: {} };
}

/** A value as phpJson.js knows it. @param {unknown} value @returns {unknown} */
function php(value) {
	if (typeof value === 'number') return BigInt(value);
	if (typeof value !== 'object' || value === null) return value;
	return new Map(Object.entries(value).map(([key, one]) => [key, php(one)]));
}

/** Reports to the addresses that payments have, which have to be of this machine. */
class Callbacks {
	/** Every try, in the order of the answers. @type {Sent[]} */
	sent = [];

	/** @type {Payment[] | undefined} */
	#held;
	/** @type {Set<NodeJS.Timeout>} */
	#timers = new Set();
	/** @type {Set<Promise<void>>} */
	#underWay = new Set();
	#secretOf;

	/** @param {Ways} ways may be changed at any time @param {(merchant: string) => string} secretOf */
	constructor(ways, secretOf) {
		this.ways = ways;
		this.#secretOf = secretOf;
	}

	/** Keeps what is to be reported, until release(). */
	hold() {
		this.#held = [];
	}

	/** Reports what was kept, the last first if so wanted, each once the one before is answered. @param {{ backwards?: boolean }} [how] */
	async release({ backwards = false } = {}) {
		const held = this.#held ?? [];
		this.#held = undefined;
		for (const one of backwards ? held.reverse() : held) {
			this.report(one);
			await this.idle();
		}
	}

	/** Reports a payment as it is now, if it has an address for that. @param {Payment} payment */
	report(payment) {
		if (this.#held) return void this.#held.push({ ...payment });
		const { callbackurl: url } = urlsOf(payment);
		const own = payment.sections?.PaymentData;
		if (!own?.callbackurl && !payment.sections?.Card?.callbackurl) return;
		if (!isLoopback(url)) return;
		const { shape = own?.returnmethod === 'GET' ? 'query' : 'json', copies = 1 } = this.ways;
		const report = reportOf(factsOf(payment), this.#secretOf(payment.merchant), url, {
			...this.ways,
			shape,
		});
		const { number } = payment;
		for (let copy = 0; copy < copies; copy++) {
			this.#start({ number, status: spelled(payment), url, report, at: 0 });
		}
	}

	/** Until nothing is under way; what is to be tried again later does not count. */
	async idle() {
		while (this.#underWay.size > 0) await Promise.all(this.#underWay);
	}

	/** Sends nothing more. */
	close() {
		for (const timer of this.#timers) clearTimeout(timer);
		this.#timers.clear();
	}

	/** @param {Omit<Sent, 'answer'>} one */
	#start(one) {
		const trying = this.#try(one).finally(() => this.#underWay.delete(trying));
		this.#underWay.add(trying);
	}

	/** Stops at success, and where there is nothing any more. @param {Omit<Sent, 'answer'>} one */
	async #try(one) {
		const answer = await send(one.report);
		this.sent.push({ ...one, answer });
		const minutes = PLAN[one.at];
		if ((answer >= 200 && answer < 300) || answer === 404 || minutes === undefined) return;
		const timer = setTimeout(
			() => {
				this.#timers.delete(timer);
				this.#start({ ...one, at: one.at + 1 });
			},
			(this.ways.wait ?? REAL)(minutes),
		);
		timer.unref();
		this.#timers.add(timer);
	}
}

/** @param {string} url */
const isLoopback = (url) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

/** @param {Report} report @returns {Promise<number>} the HTTP status, 0 if there was no answer */
async function send({ url, ...init }) {
	const signal = AbortSignal.timeout(PATIENCE);
	const response = await fetch(url, { ...init, signal, redirect: 'manual' }).catch(() => undefined);
	await response?.arrayBuffer().catch(() => {});
	return response?.status ?? 0;
}

module.exports = { Callbacks, PLAN, factsOf, reportOf };
