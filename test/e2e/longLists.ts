import { example } from '../examples';
import { createChunkTable } from './chunkTable';
import type { WorkflowJson } from './editor';
import type { Node } from './nodes';
import { n8n } from './running';
import { until } from './until';
import { knowsTableNames } from './versions';

/** A row of a report. */
export interface Row {
	number: string;
	result: 'done' | 'not done' | 'perhaps done';
	reason: string;
}

/** Both workflows, and all tests, share one table. */
let table: Promise<string> | undefined;
const tableId = async () => await (table ??= createChunkTable(n8n));

/** Chooses the table in each node, as n8n before 2.20 wants it. */
const withTable = ({ nodes, ...rest }: WorkflowJson, table: string): WorkflowJson => ({
	...rest,
	nodes: nodes.map((node) =>
		node.parameters.dataTableId
			? {
					...node,
					parameters: {
						...node.parameters,
						dataTableId: { __rl: true, mode: 'list', value: table },
					},
				}
			: node,
	),
});

interface Settings {
	assignments: { assignments: Array<{ name: string; value: unknown }> };
}

/** Values of the node 'Settings'. */
export const withSettings =
	(values: Record<string, unknown>) =>
	({ parameters }: Node) => {
		const { assignments } = (parameters as Settings).assignments;
		const changed = assignments.map((one) =>
			one.name in values ? { ...one, value: values[one.name] } : one,
		);
		return { parameters: { ...parameters, assignments: { assignments: changed } } };
	};

/**
 * The two workflows of the example for long lists; the one that takes lists is turned on.
 *
 * @param changes to nodes, by name
 * @returns their IDs, what posts a list, and what waits for its report
 */
export async function deployLists(changes: Record<string, (node: Node) => object>) {
	const table = await tableId();
	const ids: string[] = [];
	for (const name of ['fan-out', 'fan-out-report']) {
		const { nodes, ...rest } = knowsTableNames(n8n.version)
			? example(name)
			: withTable(example(name), table);
		const changed = nodes.map((node) => ({ ...node, ...changes[node.name]?.(node) }));
		ids.push(await n8n.createWorkflow({ nodes: changed, ...rest }));
	}
	const [lists = '', reports = ''] = ids;
	await n8n.activate(lists);

	async function post(list: string, rows: object[]) {
		const response = await fetch(n8n.webhookUrl('long-list'), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ list, rows }),
		});
		return { status: response.status, text: await response.text() };
	}

	const looked = new Set<string>();
	/** What the reporting workflow gives for a list. @param seconds to wait for it */
	const report = async (list: string, seconds: number): Promise<Row[]> =>
		await until(`the report of ${list}`, seconds, async () => {
			for (const { id, status } of await n8n.executions(reports).catch(() => [])) {
				if (looked.has(id) || ['new', 'running', 'waiting'].includes(status)) continue;
				looked.add(id);
				const { runData } = (await n8n.execution(id)).data.resultData;
				const items: Array<{ json: Row & { list: string } }> =
					runData.Report?.[0].data?.main[0] ?? [];
				const rows = items.filter(({ json }) => json.list === list);
				if (rows.length > 0) return rows.map(({ json }) => json);
			}
			return undefined;
		});

	return { lists, reports, post, report };
}
