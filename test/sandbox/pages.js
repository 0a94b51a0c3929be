const { NOT_FOUND, pageOf } = require('./html');
const { isCheckout } = require('./finishing');

/** @typedef {import('./finishing').Ending} Ending */

const ENDINGS = ['paid', 'denied', 'cancelled', 'failed'];

/**
 * A page of its own behind each payment's url, where a tester plays the customer.
 *
 * @param {import('fastify').FastifyInstance} server
 * @param {import('./payments').Payments} payments
 */
function servePages(server, payments) {
	/** @param {import('fastify').FastifyRequest} http */
	const subjectOf = ({ params }) => {
		const { hash } = /** @type {{ hash: string }} */ (params);
		return payments.byHash(hash) ?? payments.checkouts.byHash(hash);
	};
	/** @param {import('fastify').FastifyReply} reply */
	const html = (reply) =>
		reply
			.type('text/html; charset=utf-8')
			.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");

	// Pay links are also given out with what is to come first: /pay or /nin; checkouts with /test.
	for (const path of ['/pay/:hash', '/pay/:hash/*']) {
		server.get(path, (http, reply) => {
			const subject = subjectOf(http);
			if (!subject) return html(reply).code(404).send(NOT_FOUND);
			if (isCheckout(subject) && subject.status === 'WaitingForPurchase') {
				subject.status = 'CheckoutLoaded';
			}
			return html(reply).send(pageOf(subject));
		});
		server.post(path, (http, reply) => {
			const subject = subjectOf(http);
			if (!subject) return html(reply).code(404).send(NOT_FOUND);
			const chosen = new URLSearchParams(String(http.body)).get('ending') ?? '';
			const [ending = '', method] = chosen.split(' ');
			if (!ENDINGS.includes(ending)) return html(reply).code(400).send(pageOf(subject));
			const { number, test, merchant } = subject;
			const how = { test, merchant, ...(method && { method: Number(method) }) };
			payments.finish(number, /** @type {Ending} */ (ending), how);
			return reply.redirect(http.url, 303);
		});
	}
}

module.exports = { servePages };
