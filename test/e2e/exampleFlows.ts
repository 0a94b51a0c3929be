import { example } from '../examples';
import type { WorkflowJson } from './editor';
import type { Node } from './nodes';
import { n8n } from './running';
import { until } from './until';

type Changes = (node: Node) => object | undefined;

/** An example with changes to its nodes: what a test has in place of a service on the web, or breaks. */
export function changed(name: string, changes: Changes, more: Node[] = []): WorkflowJson {
	const { nodes, ...rest } = example(name);
	return { ...rest, nodes: [...nodes.map((node) => ({ ...node, ...changes(node) })), ...more] };
}

/** Turns a workflow on. @returns its ID */
export async function turnOn(workflow: WorkflowJson): Promise<string> {
	const id = await n8n.createWorkflow(workflow);
	await n8n.activate(id);
	return id;
}

/** The first entry of a growing list that is as wanted, once there is one. */
export const found = async <T>(
	what: string,
	list: () => T[],
	isWanted: (one: T) => boolean,
	seconds = 40,
) => await until(what, seconds, async () => list().find(isWanted));
