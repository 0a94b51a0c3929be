import { jsonBlocks, readText } from '../packed';
import type { Node } from './nodes';
import { account } from './running';

interface Pasted {
	nodes: Node[];
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
}

/** An answer as the page shows it, cut short where it says so. */
export type Shown = Record<string, unknown>;

/** Text on the page that is another one in each answer. */
const ELIDED = '…';

/** The payment and the credit that the page speaks of. */
const NUMBER = '1000235';
const CREDIT = '1000236';

/**
 * An example of docs/http-request.md, as a user would copy it.
 *
 * @param title its heading
 * @returns the nodes, ready to be imported: only the address and the credential are the sandbox's;
 *   `connections` as deploy() takes them; the answers that the page shows for it
 */
export function pageExample(title: string) {
	const section = readText('docs/http-request.md').split(`### ${title}\n`)[1]?.split(/\n##/)[0];
	const blocks = jsonBlocks(section ?? '');
	const [pasted, done, refused] = blocks.map((json) => JSON.parse(json) as unknown);
	if (!pasted || !done || !refused || blocks.length !== 3) {
		throw new Error(`The page has no complete example "${title}"`);
	}
	const { nodes, connections } = pasted as Pasted;
	return {
		nodes: nodes.map(forSandbox),
		first: nodes[0]!.name,
		connections: Object.entries(connections).flatMap(([from, { main }]) =>
			main.flatMap((targets) => targets.map(({ node }) => `${from} > ${node}`)),
		),
		done: done as Shown,
		refused: refused as Shown,
	};
}

function forSandbox(node: Node): Node {
	const { url } = node.parameters as { url?: string };
	if (url === undefined) return node;
	if (url !== 'https://api.qvickly.io') throw new Error(`The page sends to ${url}`);
	return {
		...node,
		parameters: { ...node.parameters, url: account.baseUrl },
		credentials: { qvicklyApi: { name: 'Qvickly sandbox' } },
	};
}

/**
 * What Jest is to expect of an answer that the page shows.
 *
 * @param shown the answer on the page
 * @param number of the payment in the test
 */
export function asShown(shown: unknown, number: string): unknown {
	if (shown === ELIDED) return expect.stringMatching(/^\w+$/);
	if (shown === CREDIT) return expect.stringMatching(/^(?!1000235$)\d+$/);
	if (typeof shown === 'string' && shown.startsWith('https:'))
		return expect.stringMatching(/^https:/);
	if (typeof shown === 'string') return shown.replaceAll(NUMBER, number);
	const entries = Object.entries(shown as object);
	return expect.objectContaining(
		Object.fromEntries(entries.map(([key, value]) => [key, asShown(value, number)])),
	);
}

/** The same refusal in Qvickly's other form: inside signed data. */
export const inData = (refusal: Shown): Shown => ({
	credentials: { hash: ELIDED, logid: ELIDED },
	data: refusal,
});
