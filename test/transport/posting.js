const { once } = require('node:events');
const { connect, createServer } = require('node:net');
const { PassThrough } = require('node:stream');

const { Deadlines } = require('../../nodes/Qvickly/transport/deadlines');
const { post } = require('../../nodes/Qvickly/transport/post');

/**
 * @typedef {Record<string, unknown> & { abortSignal: AbortSignal }} Asked What is asked of n8n's
 *   request helper
 * @typedef {(asked: Asked) => Promise<unknown>} Helper in place of n8n's own
 */

/**
 * A running node with this request helper.
 *
 * @param {Helper} httpRequest
 * @returns {import('n8n-workflow').IExecuteFunctions}
 */
const contextOf = (httpRequest) => /** @type {any} */ ({ helpers: { httpRequest } });

/**
 * Posts once.
 *
 * @param {Helper} httpRequest
 * @param {number} [maxAnswerBytes]
 * @param {Deadlines} [deadlines]
 */
async function posted(httpRequest, maxAnswerBytes, deadlines = new Deadlines(20, undefined)) {
	return await post(contextOf(httpRequest), 'https://a.se', 'BODY', deadlines, maxAnswerBytes);
}

/** Posts once, and the helper fails with this. @param {unknown} error */
const failing = async (error) => await posted(async () => await Promise.reject(error));

/** A failure as Node.js, and what wraps it, give it. @param {object} fields */
const failure = (fields) => Object.assign(new Error('MESSAGE BODY'), fields);

/** What Node.js fails with where none of a host's addresses can be connected to. */
async function failureToConnectToAny() {
	const addresses = ['127.0.0.1', '127.0.0.2'].map((address) => ({ address, family: 4 }));
	const socket = connect({
		port: 1,
		host: 'two.test',
		autoSelectFamily: true,
		lookup: (_host, _options, found) => found(null, addresses),
	});
	const [error] = await once(socket, 'error').catch((thrown) => [thrown]);
	return error;
}

/**
 * An answer with these chunks.
 *
 * @param {Array<string | Uint8Array>} chunks
 * @param {object} [response] what differs from status 200
 * @param {'end' | 'close' | 'error' | 'nothing'} [after] what comes after them
 */
function answering(chunks, response = {}, after = 'end') {
	const body = new PassThrough();
	for (const chunk of chunks) body.write(chunk);
	if (after === 'end') body.end();
	if (after === 'close') setImmediate(() => body.destroy());
	if (after === 'error') setImmediate(() => body.destroy(failure({ code: 'ECONNRESET' })));
	return { body, respond: async () => ({ statusCode: 200, headers: {}, body, ...response }) };
}

/**
 * A server that does what it likes with each connection.
 *
 * @param {(socket: import('node:net').Socket) => void} connected
 */
async function startServer(connected) {
	const server = createServer((socket) => {
		socket.on('error', () => {});
		connected(socket);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return { address: `127.0.0.1:${port}`, close: () => server.close() };
}

module.exports = {
	answering,
	contextOf,
	failing,
	failure,
	failureToConnectToAny,
	posted,
	startServer,
};
