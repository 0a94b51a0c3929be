import { example } from '../examples';
import { n8n, unique } from './running';

/**
 * Turns an example on.
 *
 * @param path of its webhook
 * @param changes to its node Qvickly, which also give it a path of its own
 * @returns what posts JSON to it: the HTTP status, and what came back
 */
export async function publish(name: string, path: string, changes?: object) {
	const own = changes ? `${path}-${unique()}` : path;
	const { nodes, ...rest } = example(name);
	await n8n.activate(
		await n8n.createWorkflow({
			...rest,
			nodes: nodes.map((node) =>
				node.name === 'Qvickly'
					? { ...node, ...changes }
					: JSON.parse(JSON.stringify(node).replaceAll(`"${path}"`, `"${own}"`)),
			),
		}),
	);
	return async (body: unknown): Promise<[number, unknown]> => {
		const response = await fetch(n8n.webhookUrl(own), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return [response.status, await response.json()];
	};
}
