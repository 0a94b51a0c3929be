import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { QvicklyApi } from '../../credentials/QvicklyApi.credentials';
import { readAccount } from '../../nodes/Qvickly/api/account';
import { hashOf, SECRET } from '../api/answers';

const fields: ICredentialDataDecryptedObject = {
	merchantId: '12345',
	secret: SECRET,
	testMode: true,
	language: 'sv',
	baseUrl: 'https://api.qvickly.io',
};

const request: IHttpRequestOptions = {
	method: 'POST',
	url: 'https://api.qvickly.io/',
	body: { function: 'getPaymentinfo', data: { number: '1000235', url: 'a/å' } },
};

/** Signs a request as n8n does: on a copy of the credential type, which keeps fields alone. */
async function sign(
	changes: Partial<Record<keyof IHttpRequestOptions | 'uri', unknown>> = {},
	credential: ICredentialDataDecryptedObject = {},
) {
	const { authenticate } = { ...new QvicklyApi() };
	if (typeof authenticate !== 'function') throw new Error('is not a function any more');
	return await authenticate({ ...fields, ...credential }, {
		...request,
		...changes,
	} as IHttpRequestOptions);
}

/** The body of a request that was signed. */
const bodyOf = ({ body }: IHttpRequestOptions) =>
	JSON.parse(body as string) as {
		credentials: Record<string, string>;
		data: unknown;
		function: string;
	};

const TEXT = '{"number":"1000235","url":"a\\/\\u00e5"}';

describe('a request is signed', () => {
	it('with the fields of the credential', async () => {
		expect(bodyOf(await sign()).credentials).toMatchObject({
			id: '12345',
			hash: hashOf(TEXT),
			test: 'true',
			language: 'sv',
		});
	});

	it.each<[string, unknown]>([
		['an object', request.body],
		['JSON text', JSON.stringify(request.body)],
		['JSON text with white space', JSON.stringify(request.body, null, 2)],
		['an object whose data is JSON text', { function: 'getPaymentinfo', data: TEXT }],
		[
			'JSON text whose data is JSON text',
			JSON.stringify({ function: 'getPaymentinfo', data: TEXT }),
		],
		['JSON text after a byte order mark', '\uFEFF' + JSON.stringify(request.body)],
		['an object without prototype', Object.assign(Object.create(null), request.body)],
	])('when its body is %s', async (_, body) => {
		const signed = await sign({ body });
		expect(signed.body).toContain(`"data":${TEXT},"function":"getPaymentinfo"}`);
		expect(bodyOf(signed).credentials.hash).toBe(hashOf(TEXT));
	});

	it('but not with a byte order mark elsewhere in its text taken away', async () => {
		const body = '{"function":"getPaymentinfo","data":{"number":"1\uFEFF"}}';
		await expect(sign({ body })).rejects.toThrow('(U+FEFF), which Qvickly cannot store');
	});

	it('for a path below an address that ends in slashes', async () => {
		const { url } = await sign({ url: '/', baseURL: 'https://api.qvickly.io//' });
		expect(url).toBe('https://api.qvickly.io/');
	});

	it('in place of credentials that are there already', async () => {
		const body = {
			...(request.body as object),
			credentials: { id: '1', hash: '2', test: 'false', more: 3 },
		};
		const { credentials } = bodyOf(await sign({ body }));
		expect(credentials).toMatchObject({ id: '12345', hash: hashOf(TEXT), test: 'true' });
		expect(credentials).not.toHaveProperty('more');
	});

	it('twice as well as once', async () => {
		const once = await sign();
		const twice = await sign({ ...once });
		expect(bodyOf(twice)).toEqual({
			...bodyOf(once),
			credentials: { ...bodyOf(once).credentials, time: expect.any(String) },
		});
	});

	it.each(['content-type', 'Content-Type', 'CONTENT-TYPE'])(
		'with its header %s replaced and the others kept',
		async (name) => {
			const headers = { accept: 'text/plain', [name]: 'text/plain', 'X-Other': '1' };
			expect((await sign({ headers })).headers).toEqual({
				accept: 'text/plain',
				'X-Other': '1',
				'Content-Type': 'application/json',
			});
		},
	);

	it.each([
		'content-length',
		'Content-Length',
		'TRANSFER-ENCODING',
		'Content-Encoding',
		'content-encoding',
		'Host',
		'host',
	])('without its header %s, which would cut the signed body', async (name) => {
		expect((await sign({ headers: { [name]: '5', 'X-Other': '1' } })).headers).toEqual({
			'X-Other': '1',
			'Content-Type': 'application/json',
		});
	});

	it('so that no redirect is followed, in the words of both shapes of options', async () => {
		const wanted = { followRedirect: true, followAllRedirects: true, maxRedirects: 21 };
		expect(await sign(wanted)).toMatchObject({
			followRedirect: false,
			followAllRedirects: false,
			maxRedirects: 0,
			disableFollowRedirect: true,
		});
	});

	it.each<[string, Parameters<typeof sign>[0], string]>([
		['its url', {}, 'https://api.qvickly.io/'],
		['its uri', { url: undefined, uri: 'https://api.qvickly.io/a' }, 'https://api.qvickly.io/a'],
		['its url without spaces', { url: ' https://api.qvickly.io\n' }, 'https://api.qvickly.io'],
		['its base', { url: '', baseURL: 'https://api.qvickly.io/a' }, 'https://api.qvickly.io/a'],
		[
			'base and path',
			{ url: '/b', baseURL: 'https://api.qvickly.io/a/' },
			'https://api.qvickly.io/a/b',
		],
		['the path at the credential’s', { url: '/b' }, 'https://api.qvickly.io/b'],
		['the credential’s', { url: undefined }, 'https://api.qvickly.io'],
		['its url in capitals', { url: 'HTTPS://API.QVICKLY.IO' }, 'HTTPS://API.QVICKLY.IO'],
	])('for one absolute address and no other: %s', async (_, changes, url) => {
		const { uri, baseURL, ...signed } = (await sign(changes)) as IHttpRequestOptions & {
			uri: unknown;
		};
		expect(signed.url).toBe(url);
		expect([uri, baseURL]).toEqual([undefined, undefined]);
	});

	it('for the very address that the node posts to, where that has a path', async () => {
		const baseUrl = ' https://gateway.example/qvickly/v2 ';
		const { url } = await sign({ url: '', baseURL: baseUrl.trim() }, { baseUrl });
		expect(url).toBe(readAccount({ ...fields, baseUrl }).baseUrl);
		expect(url).toBe('https://gateway.example/qvickly/v2');
	});

	it('with its other options kept', async () => {
		const options = {
			timeout: 5,
			json: true,
			encoding: 'text',
			qs: { a: 1 },
			returnFullResponse: true,
		};
		expect(await sign(options)).toMatchObject({ ...options, method: 'POST', url: request.url });
	});

	it('without changing the one that was given', async () => {
		const headers = Object.freeze({ 'content-type': 'text/plain' });
		const body = Object.freeze({ function: 'getAccountinfo', data: Object.freeze({ time: '1' }) });
		const signed = await sign({ headers, body });
		expect(signed.headers).not.toBe(headers);
		expect(signed.body).not.toBe(body);
	});

	it.each(['POST', 'post', undefined])('as a POST when its method is %s', async (method) => {
		const signed = await sign({ method });
		expect(signed.method).toBe('POST');
		expect(bodyOf(signed).credentials.hash).toBe(hashOf(TEXT));
	});
});
