import { account, n8n, sandbox } from './running';

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

	it.each([
		['plain HTTP to another host', 'http://api.qvickly.io', 'https://'],
		['no URL at all', 'qvickly', 'https://'],
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
