import type { N8n } from './n8n';
import { respond, start, webhook, type Node } from './nodes';
import { n8n, sandbox, unique } from './running';
import { ALONE } from './session';

type Items = Array<{ json: Record<string, unknown>; pairedItem?: unknown }>;

/** Numbers for this test alone, of payments that can be cancelled unless told otherwise. */
export function newPayments(count: number, seed: object = {}): string[] {
	const numbers = Array.from({ length: count }, () => String(1_000_000 + unique()));
	sandbox.payments.add(numbers.map((number) => ({ ...seed, number })));
	return numbers;
}

/** A number for this test alone that Qvickly has no payment for. */
export const unknownNumber = () => String(2_000_000 + unique());

/** What the sandbox recorded about some payments: every call, and every change of status. */
export const recorded = (numbers: string[]) => ({
	calls: sandbox.calls.filter(({ number }) => numbers.includes(number)),
	cancelled: sandbox.payments.changes
		.filter(({ number, to }) => numbers.includes(number) && to === 'Cancelled')
		.map(({ number }) => number)
		.sort(),
});

/**
 * A workflow to import.
 *
 * @param connections such as `A > B > C`; `A:1` is the second output where something follows,
 *   and the second input where nothing does
 */
export const workflowOf = (name: string, nodes: Node[], connections: string[]) => ({
	name,
	nodes: nodes.map((node, index) => ({ id: node.name, position: [index * 200, 0], ...node })),
	connections: connect(connections),
});

/**
 * Runs one node, once, as the editor's button does.
 *
 * @returns the first output item's fields, or the error that ended it
 */
export async function runByHand({ createWorkflow, runManually }: N8n, node: Node) {
	const { name } = node;
	const id = await createWorkflow(workflowOf(name, [start, node], [`${start.name} > ${name}`]));
	const { runData, error } = (await runManually(id, start.name)).data.resultData;
	return { error, output: runData[name]?.[0]?.data?.main[0]?.[0]?.json };
}

/**
 * Imports a workflow that starts with a Webhook node, and turns it on.
 *
 * @param nodes without the webhook, whose name is Webhook
 * @param connections as workflowOf() takes them
 */
export async function deploy(nodes: Node[], connections: string[]) {
	const path = `e2e-${unique()}`;
	const all = [webhook(path, nodes.includes(respond)), ...nodes];
	const id = await n8n.createWorkflow(workflowOf(path, all, connections));
	await n8n.activate(id);

	let posted = 0;

	/** Calls the webhook and waits for the execution that this starts. */
	async function post(body: unknown, headers: Record<string, string> = {}) {
		const isJson = typeof body === 'object' && Object.getPrototypeOf(body) === Object.prototype;
		const response = await fetch(n8n.webhookUrl(path), {
			method: 'POST',
			headers: { ...ALONE, ...(isJson && { 'content-type': 'application/json' }), ...headers },
			body: isJson ? JSON.stringify(body) : (body as FormData),
		});
		const text = await response.text();
		const execution = await n8n.nthExecution(id, ++posted);
		const { runData, error } = execution.data.resultData;
		const output = (node: string, index = 0): Items =>
			runData[node]?.at(-1)?.data?.main?.[index] ?? [];
		return {
			httpStatus: response.status,
			text,
			status: execution.status,
			error,
			execution,
			output,
		};
	}
	return { id, post };
}

/** The fields of some items. */
export const fields = (items: Items) => items.map(({ json }) => json);

function connect(lines: string[]) {
	const connections: Record<string, { main: Array<Array<object>> }> = {};
	for (const line of lines) {
		const stops = line.split(' > ').map((stop) => stop.split(':') as [string, string?]);
		stops.slice(1).forEach(([node, input], index) => {
			const [from, output = '0'] = stops[index]!;
			const isLast = index === stops.length - 2;
			const { main } = (connections[from] ??= { main: [[], []] });
			main[Number(output)]!.push({ node, type: 'main', index: isLast ? Number(input ?? 0) : 0 });
		});
	}
	return connections;
}
