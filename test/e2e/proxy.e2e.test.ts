import { packTarball } from '../install';
import { startSandbox } from '../sandbox/sandbox';
import { startN8n, type N8n } from './n8n';
import { httpRequest, qvickly, type Node } from './nodes';
import { canMakeCertificates, startProxy } from './proxy';
import { runByHand } from './workflow';

const PAYMENTS = ['1000001', '1000002'];

/** With nothing but what a user fills in: the address is the credential's default. */
const account = ({ id, secret }: { id: string; secret: string }) => ({
	merchantId: id,
	secret,
	baseUrl: 'https://api.qvickly.io',
});

const describeIf = canMakeCertificates() ? describe : describe.skip;

describeIf('an n8n that reaches the internet by a proxy only', () => {
	let sandbox: Awaited<ReturnType<typeof startSandbox>>;
	let proxy: Awaited<ReturnType<typeof startProxy>>;
	let n8n: N8n;

	beforeAll(async () => {
		sandbox = await startSandbox({ payments: PAYMENTS.map((number) => ({ number })) });
		proxy = await startProxy('api.qvickly.io', sandbox.url);
		const env = { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: proxy.certificate };
		n8n = await startN8n({ tarball: packTarball(), env });
		await n8n.createCredential('qvicklyApi', 'Qvickly sandbox', account(sandbox.merchant));
	});

	beforeEach(() => {
		proxy.asked.length = 0;
		proxy.state.refuses = false;
	});

	afterAll(async () => {
		await n8n?.stop();
		proxy?.close();
		await sandbox?.close();
	});

	const run = async (node: Node) => await runByHand(n8n, node);

	it('tests the credential by it', async () => {
		const { status } = await n8n.testCredential('qvicklyApi', account(sandbox.merchant));
		expect(status).toBe('OK');
		expect(proxy.asked).toEqual(['api.qvickly.io:443']);
	});

	it('cancels a payment by it', async () => {
		const { output } = await run(qvickly('1000001'));
		expect(output).toMatchObject({ number: '1000001', status: 'Cancelled' });
		expect(proxy.asked).toEqual(['api.qvickly.io:443']);
	});

	it('sends what the HTTP Request node sends by it', async () => {
		const jsonBody = '{"function":"getPaymentinfo","data":{"number":"1000002"}}';
		const body = { sendBody: true, contentType: 'json', specifyBody: 'json', jsonBody };
		const { output } = await run(httpRequest({ ...body, url: 'https://api.qvickly.io' }));
		expect(output).toMatchObject({ data: { PaymentData: { number: '1000002' } } });
		expect(proxy.asked).toEqual(['api.qvickly.io:443']);
	});

	it('sends nothing to a host that has no certificate for its name', async () => {
		const other = { ...account(sandbox.merchant), baseUrl: 'https://other.example' };
		await n8n.createCredential('qvicklyApi', 'Other', other);
		const credentials = { qvicklyApi: { name: 'Other' } };
		const { error } = await run(qvickly('1000002', { credentials }, { retries: 0 }));
		expect(error.message).toMatch(/^Payment 1000002 was not cancelled: .*ERR_TLS_CERT/);
		expect(proxy.asked).toEqual(['other.example:443']);
	});

	it('claims nothing if the proxy lets nothing through', async () => {
		proxy.state.refuses = true;
		const { error } = await run(qvickly('1000002', {}, { retries: 0 }));
		expect(error.message).toMatch(/^Payment 1000002 may have been cancelled: HTTP status 403 /);
		expect(sandbox.payments.get('1000002')?.status).toBe('Created');
	});

	// The last, as the proxy is gone afterwards.
	it('says that nothing was sent if the proxy cannot be reached', async () => {
		proxy.close();
		const { error } = await run(qvickly('1000002', {}, { retries: 0 }));
		expect(error.message).toMatch(/^Payment 1000002 was not cancelled: .*ECONNREFUSED/);
		expect(error.description).toContain("Check n8n's network");
	});
});
