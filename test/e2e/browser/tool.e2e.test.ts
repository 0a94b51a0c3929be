import { n8n } from '../running';
import { itInBrowser, picture } from './chromium';
import { inPanel, nodeOnCanvas, openWorkflow, search } from './user';

describe('the node as a tool of an AI Agent', () => {
	itInBrowser('is found, and lets the model fill in the payment number', async (page) => {
		const agent = {
			id: 'agent',
			name: 'AI Agent',
			type: '@n8n/n8n-nodes-langchain.agent',
			typeVersion: 3,
			position: [0, 0],
			parameters: {},
		};
		const workflow = { name: 'Agent', nodes: [agent], connections: {} };
		await openWorkflow(page, await n8n.createWorkflow(workflow));
		const tools = nodeOnCanvas(page, 'AI Agent').locator('[data-connection-type=ai_tool]');
		await tools.getByTestId('canvas-handle-plus').click();
		await search(page, 'qvickly');
		await inPanel(page, 'Qvickly Tool').click();
		await page.getByTestId('ndv').waitFor();
		const description = page.getByTestId('parameter-input-toolDescription').locator('textarea');
		expect(await description.inputValue()).toContain('Cancelling cannot be undone.');
		await page.getByTestId('from-ai-override-button').click();
		await page.getByText('Defined automatically by the model').waitFor();
		await picture(page, 'tool');
	});
});
