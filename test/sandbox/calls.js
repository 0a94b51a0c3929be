/**
 * @typedef {{
 *   function: string, number: string, orderid: string, merchant: string, test: boolean,
 *   code: string | undefined, changed: boolean, fault: string | undefined, hash: string, body: string, path: string,
 *   headers: Record<string, unknown>,
 * }} Call One request and what came of it. `code` is the refusal's, `changed` whether something was
 *   changed, if only late; `fault` is the injected fault's name.
 */

/** @param {import('./payments').Outcome} outcome */
const isChange = (outcome) => !('code' in outcome) && outcome.changed;

/**
 * @param {{
 *   request: import('./request').Request | import('./request').RefusedRequest,
 *   result: import('./payments').Outcome, fault: import('./faults').Fault | undefined,
 *   http: import('fastify').FastifyRequest, body: string,
 * }} exchange
 * @returns {Call}
 */
const callOf = ({ request, result, fault, http, body }) => ({
	function: request.function ?? '',
	number: request.number ?? '',
	orderid: request.orderid ?? '',
	merchant: request.merchant?.id ?? '',
	test: request.test ?? false,
	code: 'code' in result ? result.code : undefined,
	changed: isChange(result),
	fault: fault?.name,
	hash: request.hash ?? '',
	path: http.url,
	headers: http.headers,
	body,
});

module.exports = { callOf, isChange };
