const messages = require('./messages');
const { encode } = require('./phpJson');
const { sign } = require('./request');

/**
 * @typedef {import('./request').Request} Request
 * @typedef {{ code: string } | { data: object } | { page: string }} Result
 */

/**
 * The text of an answer.
 *
 * @param {Result} result
 * @param {Partial<Request>} request
 * @param {string} logid
 * @param {boolean} refuseInData
 */
function answer(result, request, logid, refuseInData) {
	if ('page' in result) return result.page;
	const content = 'code' in result ? refusal(result.code, request, logid) : result.data;
	if ('code' in result && !refuseInData) return encode(content);
	const data = encode(content);
	const hash = sign(data, request.merchant?.secret ?? '');
	return `{"credentials":${encode({ hash, logid })},"data":${data}}`;
}

/** @param {string} code @param {Partial<Request>} request @param {string} logid */
function refusal(code, request, logid) {
	const language = request.language === 'sv' ? 'sv' : 'en';
	const message = messages[code]?.[language].replace('%s', request.number ?? '') ?? '';
	return { code, message, logid };
}

module.exports = { answer };
