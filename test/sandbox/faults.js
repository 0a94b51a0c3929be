const { createHash } = require('node:crypto');

/**
 * What can go wrong between the node and Qvickly, each before or after the call is carried out.
 *
 * @typedef {import('./answer').Result} Result
 * @typedef {{ name: string, before: boolean }} Fault
 * @typedef {{
 *   function?: string, number?: string, orderid?: string, customer?: string, subject?: string,
 *   earlier: number,
 * }} PlannedCall `customer` is a customer's number or else person or organisation number. `subject` is
 *   what tells calls of a function apart: the number, or else the order ID, a checkout's hash or the
 *   customer. `earlier` counts the calls of the same function and subject so far.
 * @typedef {(call: PlannedCall) => string | undefined} FaultPlan
 *   Gives the name of the fault to inject, or none. A name ends in ":before" if the call is not to be carried out, not even
 *   late; what the answer then says is as if it had been.
 * @typedef {{
 *   http: import('fastify').FastifyRequest, reply: import('fastify').FastifyReply, text: string,
 *   result: Result, answerWith: (result: Result) => string,
 *   carryOut: () => void, name: string | undefined,
 * }} Exchange `carryOut` does what was asked for, but late; `name` is the function in lower case
 */

/** What a proxy may answer in Qvickly's place: JSON with data, but unsigned. */
const UNSIGNED = '{"data":{"error":"upstream timed out"}}';

/** A refusal with a code that no list of codes has. */
const UNKNOWN_CODE = '{"code":5040,"message":"The request could not be completed now."}';

/** More than any answer has. */
const OVERSIZED = Buffer.from(`{"padding":"${'x'.repeat(2_000_000)}"}`);

/** @param {import('fastify').FastifyReply} reply @param {string | Buffer} text */
const sendJson = (reply, text) => reply.type('application/json').send(text);

/** What makes something of an order ID that the caller gave. */
const OF_ORDERS = ['addpayment', 'initcheckout'];

/** What an answer says, said of the payment with the next number. @param {any} data @param {boolean} ofOrder whether of another order too @returns {object} */
function ofNextPayment(data, ofOrder) {
	if (Array.isArray(data)) return data.map((one) => ofNextPayment(one, ofOrder));
	if (data.PaymentData) return { ...data, PaymentData: ofNextPayment(data.PaymentData, ofOrder) };
	const number = String(BigInt(data.number ?? 0) + 1n);
	return { ...data, number, ...(ofOrder && { orderid: `${data.orderid}-other` }) };
}

/** @type {Record<string, (exchange: Exchange) => unknown>} */
const FAULTS = {
	silence: ({ http, reply }) => {
		reply.hijack();
		const timer = setTimeout(() => http.raw.socket.destroy(), 20_000);
		http.raw.socket.once('close', () => clearTimeout(timer));
	},
	late: ({ http, reply, carryOut }) => {
		reply.hijack();
		carryOut();
		const timer = setTimeout(() => http.raw.socket.destroy(), 20_000);
		http.raw.socket.once('close', () => clearTimeout(timer));
	},
	reset: ({ http, reply }) => {
		reply.hijack();
		http.raw.socket.resetAndDestroy();
	},
	truncated: ({ http, reply, text }) => {
		reply.hijack();
		reply.raw.writeHead(200, {
			'content-type': 'application/json',
			'content-length': text.length + 50,
		});
		reply.raw.write(text.slice(0, -5), () => http.raw.socket.destroy());
	},
	cutShort: ({ reply, text }) => sendJson(reply, text.slice(0, Math.max(0, text.length - 20))),
	html: ({ reply }) =>
		reply.type('text/html').send('<html><body><h1>Maintenance</h1></body></html>'),
	empty: ({ reply }) => reply.send(''),
	otherJson: ({ reply }) => sendJson(reply, '{"status":"ok"}'),
	oversized: ({ reply }) => sendJson(reply, OVERSIZED),
	internalError: ({ reply, answerWith }) => sendJson(reply, answerWith({ code: '9008' })),
	badSignature: ({ reply, text }) =>
		sendJson(
			reply,
			text.replace(
				/"hash":"./,
				(start) => `${start.slice(0, -1)}${start.endsWith('0') ? '1' : '0'}`,
			),
		),
	noSignature: ({ reply, text }) => sendJson(reply, text.replace(/"hash":"[0-9a-f]*",?/, '')),
	errorObject: ({ reply }) => sendJson(reply, UNSIGNED),
	unsignedUnderWay: ({ reply, carryOut }) => {
		carryOut();
		return sendJson(reply, UNSIGNED);
	},
	unknownCodeUnderWay: ({ reply, carryOut }) => {
		carryOut();
		return sendJson(reply, UNKNOWN_CODE);
	},
	otherPayment: ({ reply, result, answerWith, name = '' }) => {
		const data = 'data' in result ? result.data : {};
		return sendJson(reply, answerWith({ data: ofNextPayment(data, OF_ORDERS.includes(name)) }));
	},
	redirect: ({ http, reply }) => reply.redirect(`http://${http.headers.host}/elsewhere`, 307),
	...Object.fromEntries(
		[400, 403, 404, 408, 429, 500, 502, 503, 504].map((status) => [
			`http${status}`,
			/** @param {Exchange} exchange */
			({ reply }) => reply.code(status).type('text/plain').send('try again'),
		]),
	),
	retryAfter: ({ reply }) => reply.code(429).header('retry-after', '1').send(''),
	retryMuchLater: ({ reply }) => reply.code(503).header('retry-after', '3600').send(''),
};

/** Those that say, or seem to say, that a further try cannot help. */
const INCURABLE = [
	...['http400', 'http403', 'http404', 'redirect', 'retryMuchLater'],
	'unknownCodeUnderWay',
];

/** Those after which a further try can help. */
const CURABLE = Object.keys(FAULTS).filter((name) => !INCURABLE.includes(name));

/**
 * @param {FaultPlan | undefined} plan
 * @param {PlannedCall} call
 * @returns {Fault | undefined}
 */
function pickFault(plan, call) {
	const name = plan?.(call);
	return name === undefined ? undefined : { name, before: /^late$|UnderWay$|:before$/.test(name) };
}

/**
 * Faults by chance: the same seed gives the same faults for the same calls, in whatever order
 * they come.
 *
 * @param {string} seed
 * @param {number} rate share of the calls that meet a fault, 0 to 1
 * @param {string[]} names the faults to draw from, each as likely as the others
 * @returns {FaultPlan}
 */
function seededFaults(seed, rate, names) {
	return ({ function: name, number, subject = number, earlier }) => {
		const dice = createHash('sha256').update(`${seed} ${name} ${subject} ${earlier}`).digest();
		if (dice.readUInt32BE(0) / 2 ** 32 >= rate) return undefined;
		return names[dice.readUInt32BE(4) % names.length];
	};
}

/** @param {Fault} fault @param {Exchange} exchange */
function injectFault({ name }, exchange) {
	const inject = FAULTS[name.replace(/:before$/, '')];
	if (!inject) throw new Error(`There is no fault "${name}"`);
	return inject(name.endsWith(':before') ? { ...exchange, carryOut: () => {} } : exchange);
}

module.exports = { CURABLE, FAULTS, injectFault, pickFault, seededFaults };
