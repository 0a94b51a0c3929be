import { packTarball } from '../install';
import { startSandbox } from '../sandbox/sandbox';
import { startN8n } from './n8n';
import { eachPayment, qvickly, webhook } from './nodes';
import { workflowOf } from './workflow';

const PAYMENTS = 500;

it('ends with every payment cancelled, and every row a success, though n8n crashes on the way', async () => {
	const numbers = Array.from({ length: PAYMENTS }, (_, index) => String(1_000_000 + index));
	const payments = numbers.map((number) => ({ number }));
	const sandbox = await startSandbox({ payments, latency: 10 });
	const n8n = await startN8n({ tarball: packTarball() });
	try {
		const { id: merchantId, secret } = sandbox.merchant;
		await n8n.createCredential('qvicklyApi', 'Qvickly sandbox', {
			merchantId,
			secret,
			baseUrl: sandbox.url,
		});
		const nodes = [webhook('crash', false), eachPayment, qvickly('={{ $json.number }}')];
		const workflow = await n8n.createWorkflow(
			workflowOf('Crash', nodes, ['Webhook > Payments > Qvickly']),
		);
		await n8n.activate(workflow);
		const post = async () =>
			await fetch(n8n.webhookUrl('crash'), {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ payments }),
			});

		const halfWay = new Promise<void>((resolve) => {
			sandbox.state.onCall = () => sandbox.calls.length === PAYMENTS / 2 && resolve();
		});
		const crashing = post();
		await halfWay;
		await Promise.all([n8n.kill(), expect(crashing).rejects.toThrow()]);
		const before = sandbox.payments.changes.length;
		expect(before).toBeGreaterThanOrEqual(PAYMENTS / 2 - 10);
		expect(before).toBeLessThan(PAYMENTS);

		await n8n.restart();
		const rows = (await (await post()).json()) as Array<{ number: string; status: string }>;
		expect(rows.map(({ number, status }) => `${number} ${status}`)).toEqual(
			numbers.map((number) => `${number} Cancelled`),
		);
		expect(sandbox.payments.changes.map(({ number }) => number).sort()).toEqual(numbers);
	} finally {
		await n8n.stop();
		await sandbox.close();
	}
}, 180_000);
