const { createHmac } = require('node:crypto');

/**
 * A caller of Qvickly's protocol that shares no code with the node or the sandbox: data is given
 * as the very text that is signed and sent.
 *
 * @typedef {{ url: string, merchant: { id: string, secret: string } }} Service
 * @typedef {{
 *   credentials?: Record<string, unknown>, secret?: string, signed?: string, body?: string,
 *   method?: string, type?: string, signal?: AbortSignal,
 * }} Changes `signed` is the text to sign instead of data; `body` replaces the whole body;
 *   credentials that are undefined are left out
 * @typedef {{
 *   status: number, headers: Headers, text: string,
 *   code: string | undefined, message: string, logid: string,
 *   data: any, source: string, hash: string,
 * }} Answer `code`, `message`, `logid` as they stand at the top; `source` is the text of data
 */

/** @param {string} text @param {string} secret */
const sign = (text, secret) => createHmac('sha512', secret).update(text).digest('hex');

/**
 * @param {Service} service
 * @param {string} name the function
 * @param {string} data JSON text
 * @param {Changes} [changes]
 */
function envelope({ merchant }, name, data, changes = {}) {
	const credentials = {
		id: merchant.id,
		hash: sign(changes.signed ?? data, changes.secret ?? merchant.secret),
		version: '2.5.0',
		client: 'n8n:Contract:1.0.0',
		language: 'en',
		test: 'true',
		time: '1700000000.1234',
		...changes.credentials,
	};
	return `{"credentials":${JSON.stringify(credentials)},"data":${data},"function":"${name}"}`;
}

/**
 * Makes one call, in test mode and English unless changed.
 *
 * @param {Service} service
 * @param {string} name
 * @param {string} data
 * @param {Changes} [changes]
 * @returns {Promise<Answer>} whatever came, if it is JSON or not
 */
async function ask(service, name, data, changes = {}) {
	const method = changes.method ?? 'POST';
	const response = await fetch(service.url, {
		method,
		headers: { 'content-type': changes.type ?? 'application/json' },
		body: method === 'GET' ? undefined : (changes.body ?? envelope(service, name, data, changes)),
		signal: changes.signal,
		redirect: 'manual',
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, ...read(text) };
}

/** @param {string} text */
function read(text) {
	/** @type {any} */
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		// Told by the missing parts.
	}
	return {
		code: json?.code === undefined ? undefined : String(json.code),
		message: String(json?.message ?? ''),
		logid: String(json?.logid ?? ''),
		data: json?.data,
		source: /"data":(.*)}$/s.exec(text)?.[1] ?? '',
		hash: String(json?.credentials?.hash ?? ''),
	};
}

/** Qvickly itself, if the environment names an account there. @returns {Service | undefined} */
function realService() {
	const { QVICKLY_MERCHANT_ID: id, QVICKLY_SECRET: secret, QVICKLY_URL: url } = process.env;
	if (id && secret) return { url: url || 'https://api.qvickly.io', merchant: { id, secret } };
	console.warn(
		'Skipped the contract suite against Qvickly itself: set QVICKLY_MERCHANT_ID and QVICKLY_SECRET to run it. It changes nothing there.',
	);
	return undefined;
}

/** Shows what came of samples, where somebody asks for it. @param {string[]} lines */
function showSamples(lines) {
	if (process.env.SHOW_SAMPLES) console.log(lines.join('\n'));
}

module.exports = { showSamples, ask, envelope, realService, sign };
