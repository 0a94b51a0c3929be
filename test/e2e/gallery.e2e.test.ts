import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { EXAMPLES, example } from '../examples';
import type { WorkflowJson } from './editor';
import { n8n } from './running';
import { newPayments, recorded } from './workflow';

interface NodeType {
	name: string;
	version: number | number[];
	properties: INodeProperties[];
	credentials?: Array<{ name: string }>;
}

type Node = WorkflowJson['nodes'][0];

/** What in a node n8n does not know: its type, a credential, a parameter or a choice. */
function unknownIn(node: Node, types: NodeType[]): string[] {
	const type = types.find(
		({ name, version }) => name === node.type && [version].flat().includes(node.typeVersion),
	);
	if (!type) return [`${node.type} ${node.typeVersion}`];
	const credentials = Object.keys(node.credentials ?? {}).filter(
		(name) => !type.credentials?.some((credential) => credential.name === name),
	);
	return [...credentials, ...unknownParameters(node.parameters, type.properties)];
}

/** The same for the parameters alone, those in collections included. */
function unknownParameters(values: Record<string, unknown>, known: INodeProperties[]): string[] {
	return Object.entries(values).flatMap(([name, value]) => {
		const fields = known.filter((field) => field.name === name);
		if (fields.length === 0) return [name];
		const inside = fields.flatMap(({ options = [] }) => options);
		if (fields[0]!.type === 'options' && typeof value === 'string' && !value.startsWith('=')) {
			return inside.some((option) => 'value' in option && option.value === value) ? [] : [value];
		}
		if (fields[0]!.type === 'collection') {
			return unknownParameters(value as Record<string, unknown>, inside as INodeProperties[]);
		}
		if (fields[0]!.type !== 'fixedCollection') return [];
		return Object.entries(value as object).flatMap(([group, entries]) => {
			const groups = (inside as INodePropertyCollection[]).filter((one) => one.name === group);
			const nested = groups.flatMap((one) => one.values);
			return [entries].flat().flatMap((entry) => unknownParameters(entry, nested));
		});
	});
}

describe.each(EXAMPLES)('the example %s', (name) => {
	it('has only nodes, credentials and parameters that n8n knows', async () => {
		const types: NodeType[] = await n8n.request('GET', '/types/nodes.json');
		const { nodes } = example(name);
		const unknown = nodes.map((node) => [node.name, unknownIn(node, types)]);
		expect(unknown).toEqual(nodes.map((node) => [node.name, []]));
	});

	it('is imported without a change', async () => {
		const { name: title, nodes, connections } = example(name);
		const withoutCredentials = nodes.map((node) => ({ ...node, credentials: {} }));
		const id = await n8n.createWorkflow({ name: title, nodes: withoutCredentials, connections });
		const saved = await n8n.request('GET', `/rest/workflows/${id}`);
		expect(saved).toMatchObject({ name: title, nodes: withoutCredentials, connections });
	});

	it('says in plain words what it does, and connects every node', () => {
		const { nodes, connections } = example(name);
		const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes.length).toBeGreaterThan(1);
		const text = JSON.stringify(connections);
		for (const node of nodes.filter((one) => !notes.includes(one))) {
			expect(text).toContain(JSON.stringify(node.name));
		}
	});
});

const ONE = [{ json: {} }];

/** How to run the examples by hand, from the node that is pinned first: what is pinned is not run, as there is no Google and no form. */
const RUNS: Record<string, (rows: object[]) => { last: string; pinData: Record<string, object> }> =
	{
		webhook: (rows) => ({
			last: 'All results',
			pinData: {
				Webhook: [{ json: { body: { payments: rows.map((row) => Object.values(row)[0]) } } }],
				'Respond to Webhook': ONE,
			},
		}),
		spreadsheet: (rows) => ({
			last: 'Results',
			pinData: { 'When clicking Execute workflow': ONE, 'Read the rows': items(rows) },
		}),
		form: (rows) => ({
			last: 'One result per row',
			pinData: { Upload: ONE, 'Is it a CSV?': ONE, 'Read CSV': items(rows), Download: ONE },
		}),
		'google-sheets': (rows) => ({
			last: 'One result per row',
			pinData: {
				'When clicking Execute workflow': ONE,
				'Get rows': items(rows.map((row, index) => ({ row_number: index + 2, ...row }))),
				'Write results': ONE,
			},
		}),
	};

const items = (rows: object[]) => rows.map((json) => ({ json }));

beforeAll(async () => {
	await n8n.createCredential('googleSheetsOAuth2Api', 'Google Sheets account', {});
});

/** The results that an example gives for rows with a payment number. */
async function resultsOf(name: string, rows: object[], changes: object = {}) {
	const { nodes, ...rest } = example(name);
	const { last, pinData } = RUNS[name]!(rows);
	const id = await n8n.createWorkflow({
		...rest,
		nodes: nodes.map((node) => (node.name === 'Qvickly' ? { ...node, ...changes } : node)),
		pinData,
	});
	const { data } = await n8n.runManually(id, Object.keys(pinData)[0]!);
	const { runData } = data.resultData;
	return runData[last]?.[0].data.main[0].map(({ json }: { json: object }) => json) as object[];
}

describe.each(Object.keys(RUNS))('the example %s, run by hand,', (name) => {
	it('says of each payment what became of it', async () => {
		const [good = ''] = newPayments(1);
		const [sent = ''] = newPayments(1, { status: 'Factoring' });
		const rows = [good, sent, 'x'].map((number) => ({ 'payment number': number }));
		expect(await resultsOf(name, rows)).toEqual([
			expect.objectContaining({ result: 'cancelled' }),
			expect.objectContaining({
				result: 'not cancelled',
				reason: expect.stringContaining('already been activated'),
				'what to do': expect.stringContaining('Credit it instead'),
			}),
			expect.objectContaining({ result: 'not cancelled', reason: expect.stringContaining('"x"') }),
		]);
		expect(recorded([good, sent]).cancelled).toEqual([good]);
	});

	it('does not say that payments are cancelled if its Qvickly node is deactivated', async () => {
		const [number = ''] = newPayments(1);
		const results = await resultsOf(name, [{ 'payment number': number }], { disabled: true });
		expect(results).toMatchObject([{ result: 'not cancelled: the node Qvickly is deactivated' }]);
		expect(JSON.stringify(results)).toContain(name === 'google-sheets' ? '"row_number":2' : number);
		expect(recorded([number]).calls).toEqual([]);
	});
});
