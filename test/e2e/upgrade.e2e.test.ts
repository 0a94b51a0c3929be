import type { INodeTypeDescription } from 'n8n-workflow';

import { packTarball } from '../install';
import { startSandbox } from '../sandbox/sandbox';
import { installNode, startN8n } from './n8n';
import { eachPayment, qvicklyTo, webhook } from './nodes';
import { packEarlier } from './packEarlier';
import { n8n as running, sandbox as shared } from './running';
import { deploy, fields, newPayments, recorded, workflowOf } from './workflow';

/** The node as version 0.1.0 left it in a workflow: n8n does not save what is the default. */
const saved = (parameters: object) => ({
	...qvicklyTo('cancel'),
	parameters: { number: '={{ $json.number }}', ...parameters },
});

it.each([
	['a number alone', {}],
	['no option', { options: {} }],
	['its option', { options: { ifAlreadyCancelled: 'fail', retries: 1 } }],
])('cancels what a workflow of version 0.1.0 with %s is given', async (_, parameters) => {
	const numbers = newPayments(2);
	const { post } = await deploy([eachPayment, saved(parameters)], ['Webhook > Payments > Qvickly']);
	const { output } = await post({ payments: numbers.map((number) => ({ number })) });
	expect(fields(output('Qvickly'))).toMatchObject(
		numbers.map((number) => ({ number, status: 'Cancelled' })),
	);
	expect(recorded(numbers).cancelled).toEqual(numbers);
});

it('goes on cancelling after version 0.1.0 has been replaced by this one', async () => {
	const earlier = packEarlier('8963e2693e061b38d0e67373f3fa2e641185927f');
	if (!earlier) return;
	const payments = ['1000001', '1000002'].map((number) => ({ number }));
	const sandbox = await startSandbox({ payments });
	const n8n = await startN8n({ version: running.version, tarball: earlier });
	try {
		const { id: merchantId, secret } = sandbox.merchant;
		const account = { merchantId, secret, baseUrl: sandbox.url };
		await n8n.createCredential('qvicklyApi', 'Qvickly sandbox', account);
		const nodes = [webhook('upgrade', false), eachPayment, saved({})];
		const workflow = workflowOf('Upgrade', nodes, ['Webhook > Payments > Qvickly']);
		await n8n.activate(await n8n.createWorkflow(workflow));
		const cancel = async (payment: object) => {
			const response = await fetch(n8n.webhookUrl('upgrade'), {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ payments: [payment] }),
			});
			return await response.json();
		};
		const operations = async () => {
			const types: INodeTypeDescription[] = await n8n.request('GET', '/types/nodes.json');
			const node = types.find(({ name }) => name === 'n8n-nodes-qvickly.qvickly');
			return node!.properties.find(({ name }) => name === 'operation')!.options!.length;
		};
		const cancelled = { status: 'Cancelled' };
		expect(await cancel(payments[0]!)).toMatchObject([{ ...payments[0], ...cancelled }]);
		const before = await operations();

		await installNode(n8n.folder, packTarball());
		await n8n.restart();
		expect(await operations()).toBeGreaterThan(before);
		expect(await cancel(payments[1]!)).toMatchObject([{ ...payments[1], ...cancelled }]);
		expect(sandbox.payments.changes).toHaveLength(2);
	} finally {
		await n8n.stop();
		await sandbox.close();
	}
});

describe.each([
	['continueRegularOutput', 0],
	['continueErrorOutput', 1],
])('what a later version of the node saved, with %s,', (onError, index) => {
	it.each([
		['operation', 'refundInGold', {}],
		['resource', 'cancel', { resource: 'subscription' }],
	])('gives error items alone if its %s is not known here', async (_, operation, fieldsOf) => {
		const numbers = newPayments(2);
		const before = shared.calls.length;
		const { post } = await deploy(
			[eachPayment, qvicklyTo(operation, { onError }, fieldsOf)],
			['Webhook > Payments > Qvickly'],
		);
		const { output } = await post({ payments: numbers.map((number) => ({ number })) });
		expect(fields(output('Qvickly', index))).toMatchObject(
			numbers.map((number) => ({
				...(index === 1 && { number }),
				error: {
					message: expect.stringContaining('This version of the node does not have'),
					details: { outcome: 'invalid' },
				},
			})),
		);
		expect(output('Qvickly', 1 - index)).toEqual([]);
		expect(shared.calls).toHaveLength(before);
	});
});
