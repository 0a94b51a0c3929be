import { httpRequest, type Node } from './nodes';
import { account, sandbox } from './running';
import { deploy, fields, newPayments, recorded } from './workflow';

const start = (node: Node) => deploy([node], ['Webhook > HTTP Request']);

const jsonBody = (contentType: object) => ({ sendBody: true, ...contentType });

/** A look-up as JSON text, which changes nothing. */
const lookUp = (number: string) =>
	jsonBody({
		contentType: 'json',
		specifyBody: 'json',
		jsonBody: JSON.stringify({ function: 'getPaymentinfo', data: { number } }),
	});

/** Each way of writing { function: getPaymentinfo, data: { number } } in the node. */
const bodies: Array<[string, (number: string) => object]> = [
	[
		'a JSON body',
		(number) =>
			jsonBody({
				contentType: 'json',
				specifyBody: 'json',
				jsonBody: JSON.stringify({ function: 'getPaymentinfo', data: { number } }, null, 2),
			}),
	],
	[
		'a raw body',
		(number) =>
			jsonBody({
				contentType: 'raw',
				rawContentType: 'application/json',
				body: `{ "function": "getPaymentinfo", "data": { "number": "${number}" } }`,
			}),
	],
	[
		'a key-value body with data as JSON text',
		(number) =>
			jsonBody({
				contentType: 'json',
				specifyBody: 'keypair',
				bodyParameters: {
					parameters: [
						{ name: 'function', value: 'getPaymentinfo' },
						{ name: 'data', value: JSON.stringify({ number }) },
					],
				},
			}),
	],
];

describe('the HTTP Request node with the predefined credential type Qvickly API', () => {
	afterEach(() => {
		sandbox.state.faults = undefined;
	});

	it.each(bodies)('gets the payment with %s', async (_, body) => {
		const [number = ''] = newPayments(1);
		const { post } = await start(httpRequest(body(number)));
		const { status, output } = await post({});
		expect(status).toBe('success');
		expect(fields(output('HTTP Request'))).toEqual([
			expect.objectContaining({
				data: expect.objectContaining({
					PaymentData: expect.objectContaining({ number, status: 'Created' }),
				}),
			}),
		]);
		expect(recorded([number])).toMatchObject({
			cancelled: [],
			calls: [{ function: 'getPaymentinfo', code: undefined }],
		});
	});

	it('signs text beyond ASCII so that Qvickly takes it', async () => {
		const [number = ''] = newPayments(1);
		const body = { function: 'getPaymentinfo', data: { number, note: 'Räksmörgås / "é" ½' } };
		const { post } = await start(
			httpRequest(
				jsonBody({ contentType: 'json', specifyBody: 'json', jsonBody: JSON.stringify(body) }),
			),
		);
		expect((await post({})).status).toBe('success');
		expect(recorded([number]).calls).toMatchObject([{ code: undefined }]);
	});

	it.each([
		['Content-Length', '5'],
		['transfer-encoding', 'chunked'],
		['Content-Encoding', 'gzip'],
	])('sends the signed body whole, whatever the node says in %s', async (name, value) => {
		const [number = ''] = newPayments(1);
		const headers = { sendHeaders: true, headerParameters: { parameters: [{ name, value }] } };
		const { post } = await start(httpRequest({ ...lookUp(number), ...headers }));
		expect((await post({})).status).toBe('success');
		expect(recorded([number]).calls).toMatchObject([{ code: undefined }]);
	});

	it('follows no redirect, though the node is told to', async () => {
		const [number = ''] = newPayments(1);
		const options = { redirect: { redirect: { followRedirects: true } } };
		const { post } = await start(httpRequest({ ...lookUp(number), options }));
		sandbox.state.faults = () => 'redirect';
		const before = sandbox.calls.length;
		const { status } = await post({});
		expect(status).toBe('error');
		expect(sandbox.calls.slice(before)).toMatchObject([{ fault: 'redirect', path: '/' }]);
	});

	it.each([
		['a GET without a body', { method: 'GET' }, 'POST'],
		['a POST without a body', {}, 'JSON body'],
		[
			'a body without a function',
			jsonBody({ contentType: 'json', specifyBody: 'json', jsonBody: '{"data":{"number":"1"}}' }),
			'"function"',
		],
		[
			'a form body',
			jsonBody({
				contentType: 'form-urlencoded',
				bodyParameters: { parameters: [{ name: 'number', value: '1' }] },
			}),
			'JSON body',
		],
		[
			'text beyond ISO-8859-1',
			jsonBody({
				contentType: 'json',
				specifyBody: 'json',
				jsonBody: '{"function":"getPaymentinfo","data":{"number":"1","note":"漢"}}',
			}),
			'data.note',
		],
		['an address that is not https', { ...lookUp('1'), url: 'http://api.qvickly.io' }, 'https://'],
		[
			'another host than that of the credential',
			{ ...lookUp('1'), url: 'https://other.example' },
			`signs for ${account.baseUrl} only, and the request goes to https://other.example`,
		],
	])('refuses %s with a message that says what to do, and sends nothing', async (_, body, hint) => {
		const before = sandbox.calls.length;
		const { post } = await start(httpRequest(body));
		const { status, error } = await post({});
		expect(status).toBe('error');
		expect(`${error.message} ${error.description}`).toContain(hint);
		expect(sandbox.calls).toHaveLength(before);
	});
});
