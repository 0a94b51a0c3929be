import type { INodeProperties } from 'n8n-workflow';

import { n8n } from './running';

interface Type {
	name: string;
	[field: string]: unknown;
}

const types = async (kind: 'credentials' | 'nodes', name: string) =>
	((await n8n.request('GET', `/types/${kind}.json`)) as Type[]).filter(
		(type) => type.name === name,
	);

const isSvg = async (path: unknown) => {
	const { url } = n8n;
	const response = await fetch(`${url}/${String(path)}`);
	return response.ok && (await response.text()).includes('<svg');
};

/** What a model must be told of each operation. */
const TOLD = {
	'account get': 'It changes nothing',
	'account getFees': 'It changes nothing',
	'account getPaymentPlans': 'It changes nothing',
	'account getTerms': 'It changes nothing',
	'api callFunction': 'this moves money and cannot be undone',
	'checkout create': 'never call it again after an unclear answer',
	'checkout createInvoice': 'This may move money',
	'checkout get': 'It changes nothing',
	'checkout update': 'cannot be undone',
	'customer getAddress': 'It changes nothing',
	'customer search': 'It changes nothing',
	'lookup eInvoiceRecipient': 'It changes nothing',
	'lookup exchangeRate': 'It changes nothing',
	'lookup vatRate': 'It changes nothing',
	'payment activate': 'This moves money',
	'payment addLogNote': 'never call it again after an unclear answer',
	'payment cancel': 'cannot be undone',
	'payment cancelOrCredit': 'This may move money',
	'payment create': 'This may move money',
	'payment credit': 'This moves money',
	'payment duplicate': 'This may move money',
	'payment get': 'It changes nothing',
	'payment getMany': 'It changes nothing',
	'payment update': 'cannot be undone',
	'payment waitForPayment': 'It changes nothing',
	'settlement get': 'It changes nothing',
	'settlement getMany': 'It changes nothing',
};

describe('what n8n makes of the package', () => {
	it('offers the credential type to the HTTP Request node', async () => {
		// n8n's editor offers those types that have `authenticate`; a method would be lost on the way.
		expect(await types('credentials', 'qvicklyApi')).toEqual([
			expect.objectContaining({
				displayName: 'Qvickly API',
				authenticate: expect.anything(),
				test: expect.anything(),
				supportedNodes: ['qvickly', 'qvicklyTrigger', 'qvicklyPollingTrigger'].map(
					(name) => `n8n-nodes-qvickly.${name}`,
				),
			}),
		]);
	});

	it('masks the secret', async () => {
		const [{ properties } = { properties: [] }] = await types('credentials', 'qvicklyApi');
		expect(properties).toContainEqual(
			expect.objectContaining({ name: 'secret', typeOptions: { password: true } }),
		);
	});

	it.each([
		['credentials', 'qvicklyApi'],
		['nodes', 'n8n-nodes-qvickly.qvickly'],
	] as const)('shows an icon for light and for dark screens (%s)', async (kind, name) => {
		const [type] = await types(kind, name);
		const { light, dark } = type!.iconUrl as { light: string; dark: string };
		expect(light).not.toBe(dark);
		expect(await Promise.all([light, dark].map(isSvg))).toEqual([true, true]);
	});

	it('finds the node by what people call it, and links to its documentation', async () => {
		const [node] = await types('nodes', 'n8n-nodes-qvickly.qvickly');
		expect(node).toMatchObject({
			displayName: 'Qvickly',
			codex: {
				categories: expect.arrayContaining(['Finance & Accounting']),
				alias: expect.arrayContaining(['billmate', 'faktura']),
				resources: {
					primaryDocumentation: expect.arrayContaining([{ url: expect.stringMatching(/^https:/) }]),
				},
			},
		});
	});

	it('gives AI agents the node as a tool that says what it does', async () => {
		const tools = await types('nodes', 'n8n-nodes-qvickly.qvicklyTool');
		expect(tools).toEqual([
			expect.objectContaining({ displayName: 'Qvickly Tool', outputs: ['ai_tool'], inputs: [] }),
		]);
		const properties = tools[0]!.properties as INodeProperties[];
		// n8n adds its own of this name, and a choice before it, unless the node has one.
		const described = properties
			.filter(({ name }) => /description/i.test(name))
			.map(({ displayOptions, default: text }) => {
				const { resource, operation } = displayOptions!.show!;
				return [`${String(resource)} ${String(operation)}`, text];
			});
		expect(Object.fromEntries(described)).toEqual(
			Object.fromEntries(
				Object.entries(TOLD).map(([name, words]) => [name, expect.stringContaining(words)]),
			),
		);
	});
});
