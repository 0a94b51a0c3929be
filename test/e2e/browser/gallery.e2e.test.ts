import { EXAMPLES, example } from '../../examples';
import { n8n } from '../running';
import { itInBrowser, picture } from './chromium';
import { nodeOnCanvas } from './user';

describe('the examples in the editor', () => {
	beforeAll(async () => {
		// As their users would have them; nothing is sent.
		await n8n.createCredential('googleSheetsOAuth2Api', 'Google Sheets account', {});
		await n8n.createCredential('openAiApi', 'OpenAI account', { apiKey: 'none' });
		await n8n.createCredential('smtp', 'SMTP account', {});
		await n8n.createCredential('slackApi', 'Slack account', { accessToken: 'none' });
	});

	itInBrowser('have a place and an icon for every node', async (page) => {
		for (const name of EXAMPLES) await n8n.createWorkflow(example(name));
		await page.goto(`${n8n.url}/home/workflows`);
		for (const name of EXAMPLES) {
			// From the list, as loading the whole editor anew takes longer than all else; others may have made it too.
			const workflow = example(name);
			await page.getByTestId('workflow-card-name').getByText(workflow.name).first().click();
			for (const node of workflow.nodes.filter((one) => !isNote(one))) {
				await nodeOnCanvas(page, node.name).waitFor();
			}
			const notes = workflow.nodes.filter(isNote).length;
			expect(await page.getByTestId('sticky').count()).toBe(notes);
			expect(await page.getByText('Install this node to use it').count()).toBe(0);
			await page.getByTestId('zoom-to-fit').click();
			await picture(page, `example-${name}`, page.getByTestId('canvas-wrapper'));
			await page.goBack();
		}
	});
});

const isNote = ({ type }: { type: string }) => type === 'n8n-nodes-base.stickyNote';
