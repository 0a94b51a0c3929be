import type { N8n } from './n8n';
import type { Node } from './nodes';

/**
 * Runs one node, once, as the editor's button does.
 *
 * @returns the first output item's fields, or the error that ended it
 */
export async function runByHand(n8n: N8n, node: Node) {
	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 };
	const id = await n8n.createWorkflow({
		name: node.name,
		nodes: [{ ...start, parameters: {} }, node].map((one, index) => ({
			id: one.name,
			position: [index * 200, 0],
			...one,
		})),
		connections: { Start: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
	});
	const { runData, error } = (await n8n.runManually(id, 'Start')).data.resultData;
	return { error, output: runData[node.name]?.[0]?.data?.main[0]?.[0]?.json };
}
