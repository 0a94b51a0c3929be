import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { QvicklyApi } from '../../credentials/QvicklyApi.credentials';
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
		['an object without prototype', Object.assign(Object.create(null), request.body)],
	])('when its body is %s', async (_, body) => {
		const signed = await sign({ body });
		expect(signed.body).toContain(`"data":${TEXT},"function":"getPaymentinfo"}`);
		expect(bodyOf(signed).credentials.hash).toBe(hashOf(TEXT));
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
