import type { IHttpRequestOptions } from 'n8n-workflow';

import { QvicklyApi } from '../../credentials/QvicklyApi.credentials';
import { SECRET } from '../api/answers';

const fields = {
	merchantId: '12345',
	secret: SECRET,
	testMode: false,
	baseUrl: 'https://api.qvickly.io',
};
const body = { function: 'getPaymentinfo', data: { number: '1000235' } };
const request = { method: 'POST', url: 'https://api.qvickly.io/', body };

/** What n8n is told about a request that is not signed; the secret must never be in it. */
async function refusal(changes: object, credential: object = {}): Promise<string> {
	const { authenticate } = new QvicklyApi();
	if (typeof authenticate !== 'function') throw new Error('is not a function');
	const options = { ...request, ...changes } as unknown as IHttpRequestOptions;
	const signed = authenticate({ ...fields, ...credential }, options);
	const error = await signed.then(
		() => new Error('was signed'),
		(reason: Error) => reason,
	);
	expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain(SECRET);
	return error.message;
}

const HOW_TO = 'Use method POST and a JSON body such as {"function": "getPaymentinfo"';

describe('a request is refused, with what to do, if its body is', () => {
	const form = new FormData();
	form.set('function', 'getPaymentinfo');
	const [NO_OBJECT, NO_FUNCTION, NO_DATA] = [
		'The body is not a JSON object.',
		'The body has no "function".',
		'"data" in the body is not a JSON object.',
	];
	it.each<[string, unknown, string]>([
		['missing', undefined, NO_OBJECT],
		['null', null, NO_OBJECT],
		['empty text', '', NO_OBJECT],
		['text that is not JSON', 'function=getPaymentinfo', NO_OBJECT],
		['JSON cut short', JSON.stringify(body).slice(0, -1), NO_OBJECT],
		['JSON of null', 'null', NO_OBJECT],
		['JSON of a list', '[]', NO_OBJECT],
		['JSON of text', '"getPaymentinfo"', NO_OBJECT],
		['a number', 1, NO_OBJECT],
		['a list', [body], NO_OBJECT],
		['a Buffer', Buffer.from(JSON.stringify(body)), NO_OBJECT],
		['a form', form, NO_OBJECT],
		['a query', new URLSearchParams({ function: 'getPaymentinfo', data: '{}' }), NO_OBJECT],
		['an empty object', {}, NO_FUNCTION],
		['without a function', { data: body.data }, NO_FUNCTION],
		['with an empty function', { ...body, function: '' }, NO_FUNCTION],
		['with a number for the function', { ...body, function: 1 }, NO_FUNCTION],
		['without data', { function: 'getAccountinfo' }, NO_DATA],
		['with null for data', { ...body, data: null }, NO_DATA],
		['with a list for data', { ...body, data: [1] }, NO_DATA],
		['with text for data', { ...body, data: 'number=1' }, NO_DATA],
		['with empty text for data', { ...body, data: '' }, NO_DATA],
		['with a number for data', { ...body, data: 1000235 }, NO_DATA],
		[
			'with members that Qvickly does not know',
			{ ...body, number: '1', a: 1 },
			'no "number", "a" beside',
		],
	])('%s', async (_, unsignable, problem) => {
		const message = await refusal({ body: unsignable });
		expect(message).toContain(problem);
		expect(message).toContain(HOW_TO);
	});

	it.each([[{}], ['{}'], [{ a: undefined }]])('with %j for data', async (data) => {
		const message = await refusal({ body: { ...body, data } });
		expect(message).toContain("'data' must be an object with at least one field");
	});

	it('with data that would be changed on the way', async () => {
		const message = await refusal({ body: { ...body, data: { Customer: { name: 'Łukasz' } } } });
		expect(message).toContain(`'data.Customer.name' has the character "Ł"`);
	});
});

it.each(['GET', 'get', 'PUT', 'DELETE', ''])(
	'a request with method "%s" is refused',
	async (method) => {
		expect(await refusal({ method })).toContain('Qvickly takes POST requests only');
	},
);

describe('a request is refused where its address is not safe:', () => {
	it.each<[string, object]>([
		['http as url', { url: 'http://api.qvickly.io/' }],
		['http as uri', { url: undefined, uri: 'http://api.qvickly.io/' }],
		['http after a space', { url: ' http://api.qvickly.io/' }],
		['http with a line break in it', { url: 'ht\ntp://api.qvickly.io/' }],
		['http as base with a path', { baseURL: 'http://api.qvickly.io', url: '/' }],
		['http as base without url', { baseURL: 'http://api.qvickly.io', url: undefined }],
		[
			'http as url over a safe base',
			{ baseURL: 'https://api.qvickly.io', url: 'http://evil.example' },
		],
		['one slash', { url: 'https:/api.qvickly.io' }],
		['no slash', { url: 'https:api.qvickly.io' }],
		['a line break in the host', { url: 'https://api.qvick\nly.io' }],
		['a query', { url: 'https://api.qvickly.io/?a=1' }],
		['a user', { url: 'https://user:pw@api.qvickly.io/' }],
		['without scheme over an http base', { baseURL: 'http://localhost', url: '//evil.example' }],
		['a host that begins like a loopback', { url: 'http://localhost.evil.example/' }],
		['another scheme', { url: 'ftp://localhost/' }],
		['rubbish as base', { baseURL: 'rubbish', url: '/' }],
		['an empty base', { baseURL: '', url: '/' }],
		['an empty base alone', { baseURL: '', url: '' }],
	])('%s', async (_, address) => {
		expect(await refusal(address)).toMatch(/^The address ".*" is not safe to sign for/);
	});

	it('the base URL of the credential, even if the request goes elsewhere', async () => {
		expect(await refusal({}, { baseUrl: 'http://evil.example' })).toContain(
			'"http://evil.example"',
		);
	});
});

// The signature of a look-up of test payments is also that of a live cancellation of the payment.
describe('a request is refused where it leaves the host of the credential:', () => {
	it.each<[string, object, string]>([
		['as url', { url: 'https://evil.example/' }, 'https://evil.example'],
		['as uri', { url: undefined, uri: 'https://evil.example/' }, 'https://evil.example'],
		['after a space', { url: ' https://evil.example/' }, 'https://evil.example'],
		['as base', { baseURL: 'https://evil.example', url: '/' }, 'https://evil.example'],
		['as base alone', { baseURL: 'https://evil.example', url: '' }, 'https://evil.example'],
		[
			'as url over the own base',
			{ baseURL: 'https://api.qvickly.io', url: 'https://evil.example' },
			'https://evil.example',
		],
		['a subdomain', { url: 'https://a.api.qvickly.io' }, 'https://a.api.qvickly.io'],
		['another port', { url: 'https://api.qvickly.io:8443' }, 'https://api.qvickly.io:8443'],
		['this machine', { url: 'http://localhost:4010' }, 'http://localhost:4010'],
	])('%s', async (_, address, other) => {
		expect(await refusal(address)).toBe(
			`This credential signs for https://api.qvickly.io only, and the request goes to ${other}. Correct the request's URL; if Qvickly is to be reached there, set 'Base URL' in the Qvickly API credential to it.`,
		);
	});
});

it.each([
	['merchantId', 'Merchant ID'],
	['secret', 'Secret'],
])('a request is refused if the credential has no %s', async (name, shown) => {
	expect(await refusal({}, { [name]: '' })).toContain(
		`'${shown}' is empty in the Qvickly API credential`,
	);
});

it.each([{ rejectUnauthorized: false }, { skipSslCertificateValidation: true }])(
	'a request with %j is refused: anybody on the way could take it',
	async (options) => {
		expect(await refusal(options)).toMatch(
			/^Signed requests are not sent .* 'Ignore SSL Issues' off/,
		);
	},
);
