const { once } = require('node:events');
const { createServer } = require('node:http');

/**
 * A shop on this machine that is called, by workflows or by Qvickly.
 *
 * @typedef {{ method: string, path: string, type: string | undefined, body: string }} Received
 */

/** Starts one that answers with 200 until `answer` is put in place. */
async function startShop() {
	const shop = {
		url: '',
		/** @type {Received[]} */
		received: [],
		/** Gives the HTTP status to answer with. @type {(received: Received) => number | Promise<number>} */
		answer: () => 200,
		/** Ends it at once. */
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => (body += chunk));
		request.on('end', async () => {
			const { method = '', url: path = '', headers } = request;
			const received = { method, path, type: headers['content-type'], body };
			shop.received.push(received);
			const status = await shop.answer(received);
			response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	shop.url = `http://127.0.0.1:${port}/`;
	return shop;
}

module.exports = { startShop };
