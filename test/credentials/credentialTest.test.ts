import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';

import { QvicklyApi } from '../../credentials/QvicklyApi.credentials';
import { MERCHANT, startSandbox } from '../sandbox/sandbox';

const { authenticate, test } = new QvicklyApi();

/** What n8n shows for an answer: the message of the first rule that fits, or that it is connected. */
function verdict(answer: unknown): string {
	for (const { type, properties } of test.rules ?? []) {
		if (type !== 'responseSuccessBody')
			throw new Error('does not apply to an answer with HTTP 200');
		const found = properties.key
			.split('.')
			.reduce((part, key) => (part as Record<string, unknown> | undefined)?.[key], answer);
		if (found === properties.value) return properties.message;
	}
	return 'Connection successful!';
}

const account = { company: 'Testbolaget AB', city: 'Malmö' };
const NOT_QVICKLY = "What answered at 'Base URL' did not answer like Qvickly";

describe('the credential test', () => {
	it('says connected when Qvickly gives the account', () => {
		expect(verdict({ credentials: { hash: 'ab', logid: 1 }, data: account })).toBe(
			'Connection successful!',
		);
	});

	describe.each([
		['9010', "Check 'Merchant ID' first, then 'Secret'"],
		['9011', "Check 'Merchant ID' first, then 'Secret'"],
		['9012', "This merchant account may not use the API. Check 'Merchant ID'"],
		['9013', "Qvickly does not accept the signature. Check 'Secret'"],
	])('says what to check for code %s', (code, advice) => {
		it.each<[string, object]>([
			['as text at the top', { code, message: 'No' }],
			['as a number at the top', { code: Number(code), message: 'No' }],
			['as text inside data', { data: { code, message: 'No' } }],
			['as a number inside data', { data: { code: Number(code), message: 'No' } }],
			['beside an account', { credentials: { hash: 'ab' }, data: account, code }],
		])('%s', (_, answer) => {
			expect(verdict(answer)).toContain(advice);
		});
	});

	it.each<[string, unknown]>([
		['another code', { code: '9008', message: 'Internal' }],
		['another code inside data', { credentials: { hash: 'ab' }, data: { code: '9008' } }],
		['a page in HTML', '<html><body>Welcome</body></html>'],
		['empty text', ''],
		['nothing', undefined],
		['an empty object', {}],
		['other JSON', { status: 'ok', company: 'Testbolaget AB' }],
		['an account without signature', { data: account }],
		['a signature without account', { credentials: { hash: 'ab' }, data: { number: '1' } }],
		['data in a list', { credentials: { hash: 'ab' }, data: [account] }],
	])('does not say connected for %s', (_, answer) => {
		expect(verdict(answer)).toContain(NOT_QVICKLY);
	});
});

describe('the request of the credential test', () => {
	let sandbox: Awaited<ReturnType<typeof startSandbox>>;
	beforeAll(async () => (sandbox = await startSandbox()));
	afterAll(async () => await sandbox.close());

	/** The request as n8n builds it, expressions worked out. */
	function request(credential: ICredentialDataDecryptedObject) {
		const nodeTypes = {
			getByNameAndVersion: jest.fn(),
			getByName: jest.fn(),
			getKnownTypes: jest.fn(),
		};
		const { expression } = new Workflow({ nodes: [], connections: {}, active: false, nodeTypes });
		const baseURL = expression.getParameterValue(
			test.request.baseURL!,
			null,
			0,
			0,
			'node',
			[],
			'manual',
			{ $credentials: credential },
		);
		return { ...test.request, baseURL } as IHttpRequestOptions;
	}

	it.each([
		['https://other.example', 'https://other.example'],
		['https://other.example/gateway', 'https://other.example/gateway'],
		[' https://other.example ', 'https://other.example'],
		['', 'https://api.qvickly.io'],
		['  ', 'https://api.qvickly.io'],
	])('goes, for base URL "%s", to %s', (baseUrl, address) => {
		expect(request({ baseUrl })).toMatchObject({ baseURL: address, url: '' });
	});

	it('is a read-only call that Qvickly signs an answer to', () => {
		expect(test.request).toMatchObject({ method: 'POST', body: { function: 'getAccountinfo' } });
	});

	it.each([
		['good credentials', {}, 'Connection successful!'],
		['test mode', { testMode: true, language: 'sv' }, 'Connection successful!'],
		['a wrong secret', { secret: 'wrong' }, "Check 'Secret'"],
		['a wrong merchant ID', { merchantId: '54321' }, "Check 'Merchant ID' first"],
	])('gets the right verdict from the sandbox for %s', async (_, changes, message) => {
		const credential = {
			merchantId: MERCHANT.id,
			secret: MERCHANT.secret,
			testMode: false,
			baseUrl: sandbox.url,
			...changes,
		};
		if (typeof authenticate !== 'function') throw new Error('is not a function');
		const { url, method, headers, body } = await authenticate(credential, request(credential));
		const answer = await fetch(url, {
			method: method!,
			headers: headers as Record<string, string>,
			body: body as string,
		});
		expect(verdict(await answer.json())).toContain(message);
	});
});
