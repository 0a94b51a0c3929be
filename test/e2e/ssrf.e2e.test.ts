import { packTarball } from '../install';
import { startSandbox } from '../sandbox/sandbox';
import { startN8n } from './n8n';
import { qvickly } from './nodes';
import { runByHand } from './workflow';

it('says that nothing was sent where n8n forbids calls into its own network', async () => {
	const sandbox = await startSandbox({ payments: [{ number: '1000001' }] });
	const env = { N8N_SSRF_PROTECTION_ENABLED: 'true' };
	const n8n = await startN8n({ tarball: packTarball(), env });
	try {
		const { id: merchantId, secret } = sandbox.merchant;
		const account = { merchantId, secret, baseUrl: sandbox.url };
		await n8n.createCredential('qvicklyApi', 'Qvickly sandbox', account);
		const { error } = await runByHand(n8n, qvickly('1000001', {}, { retries: 0 }));
		expect(error.message).toBe(
			'Payment 1000001 was not cancelled: no connection could be made (SsrfBlockedIpError)',
		);
		expect(sandbox.calls).toEqual([]);
	} finally {
		await n8n.stop();
		await sandbox.close();
	}
});
