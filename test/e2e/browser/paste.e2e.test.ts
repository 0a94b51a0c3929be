import type { Page } from 'playwright-core';

import { jsonBlocks, readText } from '../../packed';
import type { WorkflowJson } from '../editor';
import { n8n } from '../running';
import { until } from '../until';
import { itInBrowser } from './chromium';
import { nodeOnCanvas, openNewWorkflow } from './user';

/** What a user can copy from the page. */
const examples = jsonBlocks(readText('docs/http-request.md')).filter((json) =>
	json.includes('"nodes"'),
);

/** Pastes a text as the keyboard does, without the clipboard of whoever runs this. */
const paste = async (page: Page, text: string) =>
	await page.evaluate(`{
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', ${JSON.stringify(text)});
		document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
	}`);

/** The workflow that is open, once it has been saved with so many nodes. */
async function saved(page: Page, count: number): Promise<WorkflowJson> {
	await page.keyboard.press('Control+s');
	return await until('the workflow to be saved', 20, async () => {
		const id = /\/workflow\/(\w+)/.exec(page.url())?.[1];
		if (!id || id === 'new') return undefined;
		const workflow = await n8n.request('GET', `/rest/workflows/${id}`).catch(() => undefined);
		return workflow?.nodes.length === count ? workflow : undefined;
	});
}

// The editor drops values that are its defaults: an interval of a second was gone after pasting.
describe('the examples of docs/http-request.md', () => {
	it('are four', () => expect(examples).toHaveLength(4));

	for (const example of examples) {
		const { nodes, connections } = JSON.parse(example) as WorkflowJson;
		itInBrowser(`${nodes[0].name}: is what was pasted onto the canvas`, async (page) => {
			await openNewWorkflow(page);
			await paste(page, example);
			for (const { name } of nodes) await nodeOnCanvas(page, name).waitFor();
			const workflow = await saved(page, nodes.length);
			const pasted = nodes.map((node) => ({ ...node, position: expect.any(Array) }));
			expect(workflow.nodes).toMatchObject(pasted);
			expect(workflow.connections).toEqual(connections);
		});
	}
});
