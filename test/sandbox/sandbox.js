const fastify = require('fastify');

const { injectFault, pickFault } = require('./faults');
const { perform } = require('./functions');
const messages = require('./messages');
const { Payments } = require('./payments');
const { encode } = require('./phpJson');
const { readRequest, sign } = require('./request');

/**
 * @typedef {import('./request').Merchant} Merchant
 * @typedef {import('./request').Request} Request
 * @typedef {{
 *   function: string, number: string, merchant: string, test: boolean, code: string | undefined,
 *   changed: boolean, fault: string | undefined, hash: string, body: string, path: string,
 *   headers: Record<string, unknown>,
 * }} Call One request and what came of it. `code` is the refusal's, `fault` the injected fault's name.
 * @typedef {import('./faults').FaultPlan} FaultPlan
 * @typedef {{
 *   merchants?: Merchant[], payments?: import('./payments').Seed[], latency?: number, port?: number,
 *   faults?: FaultPlan, onCall?: (call: Call) => unknown,
 * }} Options `latency` is in milliseconds; port 0 takes a free one
 */

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
	const payments = new Payments();
	payments.add(options.payments ?? []);
	/** @type {Call[]} */
	const calls = [];
	const state = {
		latency: options.latency ?? 0,
		faults: options.faults,
		onCall: options.onCall,
		/** Whether refusals come inside signed data. Qvickly's documentation shows them there and at the top. */
		refuseInData: false,
		/** Requests under way now, and the most there ever were at the same time. */
		underWay: 0,
		most: 0,
	};
	/** @type {Map<string, number>} */
	const seen = new Map();
	/** Calls that are still to be carried out. @type {Array<Promise<unknown>>} */
	const late = [];
	let logid = 1000;

	/** @param {Request} request @param {boolean} pretend */
	const act = (request, pretend) => perform(request, payments, pretend);

	const server = fastify({ bodyLimit: 10_000_000, forceCloseConnections: true });
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body));
	server.all('/*', async (http, reply) => {
		state.most = Math.max(state.most, ++state.underWay);
		reply.raw.once('close', () => state.underWay--);
		const { latency } = state;
		if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
		const body = String(http.body ?? '');
		const request = readRequest(http.method, String(http.headers['content-type']), body, merchants);
		const key = `${request.function} ${request.number}`;
		const earlier = seen.get(key) ?? 0;
		seen.set(key, earlier + 1);
		const fault = pickFault(state.faults, { ...request, earlier });
		const outcome = 'code' in request ? undefined : act(request, fault?.before ?? false);
		const result = 'code' in request ? request : outcome;
		const number = request.number ?? '';
		/** @type {Call} */
		const call = {
			function: request.function ?? '',
			number,
			merchant: request.merchant?.id ?? '',
			test: request.test ?? false,
			code: result && 'code' in result ? result.code : undefined,
			changed: outcome !== undefined && 'changed' in outcome && outcome.changed,
			fault: fault?.name,
			hash: request.hash ?? '',
			path: http.url,
			headers: http.headers,
			body,
		};
		calls.push(call);
		state.onCall?.(call);
		logid++;
		/** @param {Result} other */
		const answerWith = (other) => answer(other, request, String(logid), state.refuseInData);
		const text = answerWith(result);
		/** @param {number} delay milliseconds */
		const carryOut = (delay) => {
			if ('code' in request) return;
			late.push(new Promise((resolve) => setTimeout(() => resolve(act(request, false)), delay)));
		};
		if (fault) {
			return await injectFault(fault, { http, reply, text, result, answerWith, carryOut });
		}
		return reply.header('content-type', 'application/json').send(text);
	});
	const url = await server.listen({ port: options.port ?? 0, host: '127.0.0.1' });
	return {
		url,
		calls,
		payments,
		state,
		merchant: merchants[0] ?? MERCHANT,
		/** Stops it, once calls that were to be carried out late are. */
		close: async () => {
			await Promise.all(late);
			await server.close();
		},
	};
}

/** @typedef {{ code: string } | { data: object } | undefined} Result undefined: nothing to say */

/**
 * @param {Result} result
 * @param {Partial<Request>} request
 * @param {string} logid
 * @param {boolean} refuseInData
 */
function answer(result, request, logid, refuseInData) {
	if (result === undefined) return '';
	const content = 'code' in result ? refusal(result.code, request, logid) : result.data;
	if ('code' in result && !refuseInData) return encode(content);
	const data = encode(content);
	const hash = sign(data, request.merchant?.secret ?? '');
	return `{"credentials":${encode({ hash, logid })},"data":${data}}`;
}

/** @param {string} code @param {Partial<Request>} request @param {string} logid */
function refusal(code, request, logid) {
	const language = request.language === 'sv' ? 'sv' : 'en';
	const message = messages[code]?.[language].replace('%s', request.number ?? '');
	return { code, message, logid };
}

module.exports = { startSandbox, MERCHANT };
