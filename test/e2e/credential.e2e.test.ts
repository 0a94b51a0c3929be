import { packTarball } from '../install';
import { startN8n, type N8n } from './n8n';
import type { Node } from './nodes';
import { folder } from './probe/CredentialProbe.node';
import { account, n8n, sandbox } from './running';
import { runByHand } from './workflow';

const test = (fields: object) => n8n.testCredential('qvicklyApi', { ...account, ...fields });

const connected = { status: 'OK', message: 'Connection successful!' };

describe('the credential test in n8n', () => {
	afterEach(() => {
		sandbox.state.faults = undefined;
	});

	it('says connected for good credentials, after one signed, read-only call', async () => {
		const before = sandbox.calls.length;
		expect(await test({})).toEqual(connected);
		expect(sandbox.calls.slice(before)).toMatchObject([
			{ function: 'getAccountinfo', code: undefined, changed: false, test: false },
		]);
	});

	it('tests in the mode that the credential is set to', async () => {
		expect(await test({ testMode: true })).toEqual(connected);
		expect(sandbox.calls.at(-1)).toMatchObject({ function: 'getAccountinfo', test: true });
	});

	it.each([
		['a wrong secret', { secret: 'wrong' }, "Check 'Secret'", '9013'],
		['a wrong merchant ID', { merchantId: '54321' }, "Check 'Merchant ID'", '9011'],
	])('says what to check for %s', async (_, wrong, advice, code) => {
		expect(await test(wrong)).toEqual({
			status: 'Error',
			message: expect.stringContaining(advice),
		});
		expect(sandbox.calls.at(-1)).toMatchObject({ function: 'getAccountinfo', code });
	});

	it.each([
		['an HTML page', 'html'],
		['an empty body', 'empty'],
		['JSON that is not Qvickly’s', 'otherJson'],
	])('asks to check the address if it answers with %s', async (_, fault) => {
		sandbox.state.faults = () => fault;
		expect(await test({})).toEqual({
			status: 'Error',
			message: expect.stringContaining("Check 'Base URL'"),
		});
		expect(sandbox.calls.at(-1)).toMatchObject({ function: 'getAccountinfo', fault });
	});

	it.each(['http404', 'http500', 'redirect', 'reset', 'internalError', 'noSignature'])(
		'is not connected to an address that answers with the fault %s',
		async (fault) => {
			sandbox.state.faults = () => fault;
			const before = sandbox.calls.length;
			expect(await test({})).toEqual({ status: 'Error', message: expect.stringMatching(/\S/) });
			// One call: a redirect is not followed.
			expect(sandbox.calls.slice(before)).toMatchObject([{ fault, path: '/' }]);
		},
	);

	it('asks at the address that the node posts to, to the letter', async () => {
		expect(await test({ baseUrl: `${account.baseUrl}/gateway` })).toEqual(connected);
		expect(sandbox.calls.at(-1)).toMatchObject({ path: '/gateway' });
	});

	it.each([
		['plain HTTP to another host', 'http://api.qvickly.io', 'https://'],
		['no URL at all', 'qvickly', 'https://'],
		['a URL with one slash', 'https:/api.qvickly.io', 'https://'],
		['a URL with a password', 'https://user:pw@api.qvickly.io', '"https://…@api.qvickly.io"'],
	])('refuses %s before anything is signed or sent', async (_, baseUrl, hint) => {
		await refuses({ baseUrl }, hint);
	});

	it.each(['={{ undefined }}', '={{ null }}', "={{ 'yes' }}"])(
		'refuses the test mode %s rather than taking it for live',
		async (testMode) => await refuses({ testMode }, "'Test Mode'"),
	);

	async function refuses(fields: object, hint: string) {
		const before = sandbox.calls.length;
		expect(await test(fields)).toEqual({
			status: 'Error',
			message: expect.stringContaining(hint),
		});
		expect(sandbox.calls).toHaveLength(before);
	}

	it('is not connected where nothing listens', async () => {
		expect(await test({ baseUrl: 'http://127.0.0.1:9' })).toMatchObject({ status: 'Error' });
	});
});

// The node asks n8n once for all items where no field is an expression, and for each item otherwise.
describe('what n8n tells a node of a credential', () => {
	let other: N8n;
	beforeAll(async () => {
		const env = { N8N_CUSTOM_EXTENSIONS: folder };
		other = await startN8n({ version: n8n.version, tarball: packTarball(), env });
	});
	afterAll(async () => await other?.stop());

	const probe = (name: string): Node => ({
		name: 'Probe',
		type: 'CUSTOM.credentialProbe',
		typeVersion: 1,
		parameters: {},
		credentials: { qvicklyApi: { name } },
	});

	it.each<[string, object, boolean]>([
		['no field', {}, false],
		['no field, as people type it', { secret: ' = x', language: 'sv', testMode: true }, false],
		['Merchant ID', { merchantId: '={{ 12345 }}' }, true],
		['a part of Merchant ID', { merchantId: '=12{{ 345 }}' }, true],
		['Secret', { secret: "={{ 'x' }}" }, true],
		['Test Mode', { testMode: '={{ false }}' }, true],
		['Language', { language: "={{ 'sv' }}" }, true],
		['Base URL', { baseUrl: "={{ 'https://api.qvickly.io' }}" }, true],
	])('says where %s is an expression', async (name, changes, depends) => {
		// As version 0.1.0 saved it: without the field in question.
		await other.createCredential('qvicklyApi', name, { ...account, ...changes });
		const { output } = await runByHand(other, probe(name));
		expect(output).toMatchObject({ dependsOnItem: depends ? 'yes' : 'no' });
	});
});
