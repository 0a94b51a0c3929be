import { EXAMPLES, example } from '../../examples';
import { n8n } from '../running';
import { itInBrowser, picture } from './chromium';
import { nodeOnCanvas, openWorkflow } from './user';

describe('the examples in the editor', () => {
	beforeAll(async () => {
		// As their users would have them; nothing is sent.
		await n8n.createCredential('googleSheetsOAuth2Api', 'Google Sheets account', {});
		await n8n.createCredential('openAiApi', 'OpenAI account', { apiKey: 'none' });
		await n8n.createCredential('smtp', 'SMTP account', {});
		await n8n.createCredential('slackApi', 'Slack account', { accessToken: 'none' });
	});

	for (const name of EXAMPLES) {
		itInBrowser(`${name}: every node has its place and its icon`, async (page) => {
			const workflow = example(name);
			await openWorkflow(page, await n8n.createWorkflow(workflow));
			const isNote = ({ type }: { type: string }) => type === 'n8n-nodes-base.stickyNote';
			for (const node of workflow.nodes.filter((one) => !isNote(one))) {
				await nodeOnCanvas(page, node.name).waitFor();
			}
			const notes = workflow.nodes.filter(isNote).length;
			expect(await page.getByTestId('sticky').count()).toBe(notes);
			expect(await page.getByText('Install this node to use it').count()).toBe(0);
			await page.getByTestId('zoom-to-fit').click();
			await picture(page, `example-${name}`, page.getByTestId('canvas-wrapper'));
		});
	}
});
