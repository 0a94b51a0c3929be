const { request } = require('node:http');
const { gzipSync } = require('node:zlib');

/** Milliseconds to wait for an answer. */
const PATIENCE = 10_000;

/**
 * Sends a request, to the letter.
 *
 * @param {string} url
 * @param {{ method?: string, headers?: Record<string, string>, body?: string | Buffer, query?: string }} what
 *   `query` goes behind the address
 * @param {number} [patience] milliseconds to wait for an answer
 * @returns {Promise<number>} the HTTP status; 0 if there was no answer
 */
async function sendRaw(
	url,
	{ method = 'POST', headers = {}, body = '', query },
	patience = PATIENCE,
) {
	const address = query === undefined ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
	const hasBody = method !== 'GET' && method !== 'HEAD';
	const length = { 'content-length': String(Buffer.byteLength(body)) };
	const all = { ...headers, ...(hasBody && length) };
	return await new Promise((resolve) => {
		const sent = request(address, { method, agent: false, headers: all }, (response) => {
			response.resume();
			for (const event of ['end', 'error']) {
				response.once(event, () => resolve(response.statusCode ?? 0));
			}
		});
		sent.once('error', () => resolve(0));
		sent.setTimeout(patience, () => sent.destroy());
		sent.end(hasBody ? body : undefined);
	});
}

/** Prints what requests were answered with, if SHOW_ANSWERS is set. @param {Array<[string, number, number?]>} table */
function showAnswers(table) {
	if (!process.env.SHOW_ANSWERS) return;
	const rows = table.map((row) => `| ${row.join(' | ')} |`).join('\n');
	process.stdout.write(`\n| request | trigger | waiting |\n| --- | --- | --- |\n${rows}\n`);
}

module.exports = { packed: gzipSync, sendRaw, showAnswers };
