import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { EXAMPLES, example } from '../examples';
import type { WorkflowJson } from './editor';
import { n8n } from './running';

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
			// What n8n loads only in the editor cannot be known here.
			const isLoaded = fields.some(({ typeOptions }) => typeOptions?.loadOptionsMethod);
			const isThere = inside.some((option) => 'value' in option && option.value === value);
			return isLoaded || isThere ? [] : [value];
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

let types: NodeType[];
beforeAll(async () => (types = await n8n.request('GET', '/types/nodes.json')));

describe.each(EXAMPLES)('the example %s', (name) => {
	it('has only nodes, credentials and parameters that n8n knows', () => {
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
