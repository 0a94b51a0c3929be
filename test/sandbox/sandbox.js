const { setTimeout: sleep } = require('node:timers/promises');

const fastify = require('fastify');

const { accountOf } = require('./account');
const { answer } = require('./answer');
const { Callbacks } = require('./callbacks');
const { callOf, isChange } = require('./calls');
const { injectFault, pickFault } = require('./faults');
const { perform } = require('./functions');
const { servePages } = require('./pages');
const { Payments } = require('./payments');
const { readRequest } = require('./request');

/**
 * @typedef {import('./request').Merchant} Merchant
 * @typedef {import('./request').Request} Request
 * @typedef {import('./request').RefusedRequest} RefusedRequest
 * @typedef {import('./payments').Outcome} Outcome
 * @typedef {import('./calls').Call} Call
 * @typedef {import('./faults').FaultPlan} FaultPlan
 * @typedef {{
 *   merchants?: Merchant[], payments?: import('./payments').Seed[], latency?: number, port?: number,
 *   faults?: FaultPlan, onCall?: (call: Call) => unknown, late?: number,
 *   account?: Partial<import('./account').Account>, pages?: boolean,
 *   checkouts?: import('./checkouts').CheckoutSeed[], callbacks?: import('./callbacks').Ways,
 * }} Options `latency` and `late`, until a late call is carried out, are in milliseconds; port 0
 *   takes a free one. With `pages` the url of each payment is a page of the sandbox where a tester
 *   plays the customer. `callbacks` tells how payments are reported to the addresses that they have
 */

/** Longer than the shortest timeout of the node. */
const LATE = 1_200;

/** The account that the sandbox knows unless told otherwise. */
const MERCHANT = { id: '12345', secret: '123456789012' };

/**
 * A local server that speaks Qvickly's protocol as strictly as Qvickly: it computes the signature
 * over what PHP would write after reading `data` and converting it to ISO-8859-1, keeps payments
 * in their life cycle with test and live apart, and always answers with HTTP 200.
 *
 * @param {Options} [options]
 */
async function startSandbox(options = {}) {
	const merchants = options.merchants ?? [MERCHANT];
	const [merchant = MERCHANT] = merchants;
	const payments = new Payments(merchant.id);
	const secretOf = (/** @type {string} */ id) =>
		merchants.find((one) => one.id === id)?.secret ?? merchant.secret;
	const callbacks = new Callbacks(options.callbacks ?? {}, secretOf);
	payments.onFinish = (payment) => callbacks.report(payment);
	/** @type {Call[]} */
	const calls = [];
	const state = {
		latency: options.latency ?? 0,
		late: options.late ?? LATE,
		faults: options.faults,
		onCall: options.onCall,
		account: accountOf(options.account),
		/** Whether refusals come inside signed data. Qvickly's documentation shows them there and at the top. */
		refuseInData: false,
		/** Gives the code to refuse a call with, however good it is. @type {((request: Request) => string | undefined) | undefined} */
		refuse: undefined,
		/** Requests under way now, and the most there ever were at the same time. */
		underWay: 0,
		most: 0,
	};
	/** @type {Map<string, number>} */
	const seen = new Map();
	/** What is still to be carried out. @type {Set<() => void>} */
	const late = new Set();
	let logid = 1000;

	/** @param {Request | RefusedRequest} request @param {boolean} pretend @returns {Outcome} */
	const act = (request, pretend) => {
		if ('code' in request) return { code: request.code };
		const code = state.refuse?.(request);
		return code ? { code } : perform(request, { payments, account: state.account, pretend });
	};

	const server = fastify({ bodyLimit: 10_000_000, forceCloseConnections: true });
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body));
	server.all('/*', async (http, reply) => {
		state.most = Math.max(state.most, ++state.underWay);
		reply.raw.once('close', () => state.underWay--);
		const { latency } = state;
		if (latency > 0) await sleep(latency);
		const body = String(http.body ?? '');
		const request = readRequest(http.method, String(http.headers['content-type']), body, merchants);
		const key = `${request.function} ${request.subject}`;
		const earlier = seen.get(key) ?? 0;
		seen.set(key, earlier + 1);
		const fault = pickFault(state.faults, { ...request, earlier });
		const result = act(request, fault?.before ?? false);
		const call = callOf({ request, result, fault, http, body });
		calls.push(call);
		state.onCall?.(call);
		logid++;
		/** @param {import('./answer').Result} other */
		const answerWith = (other) => answer(other, request, String(logid), state.refuseInData);
		const text = answerWith(result);
		const carryOut = () => {
			const finish = () => {
				if (late.delete(finish)) call.changed = isChange(act(request, false));
			};
			late.add(finish);
			setTimeout(finish, state.late).unref();
		};
		if (fault) {
			const { name } = request;
			return await injectFault(fault, { http, reply, text, result, answerWith, carryOut, name });
		}
		return reply.type('page' in result ? 'text/html' : 'application/json').send(text);
	});
	if (options.pages) servePages(server, payments);
	const url = await server.listen({ port: options.port ?? 0, host: '127.0.0.1' });
	if (options.pages) payments.servePagesAt(url);
	payments.add(options.payments ?? []);
	payments.checkouts.add(options.checkouts ?? []);
	const finishLate = () => {
		for (const finish of late) finish();
	};
	return {
		url,
		calls,
		payments,
		callbacks,
		state,
		merchant,
		/** Carries out now what was to be carried out late. */
		finishLate,
		/** Stops it, after finishLate(). */
		close: async () => {
			finishLate();
			callbacks.close();
			await server.close();
		},
	};
}

module.exports = { startSandbox, MERCHANT };
