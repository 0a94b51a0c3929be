import type { Page } from 'playwright-core';

import { example } from '../../examples';
import { n8n } from '../running';
import { newPayments, recorded } from '../workflow';
import { itInBrowser, picture } from './chromium';
import { startFakeModel } from './fakeModel';
import { openWorkflow } from './user';

const NOTHING = { calls: [], cancelled: [] };

describe('the example with an AI Agent', () => {
	let model: Awaited<ReturnType<typeof startFakeModel>>;
	let workflow: string;

	beforeAll(async () => {
		model = await startFakeModel();
		const name = 'Stand-in for a model';
		await n8n.createCredential('openAiApi', name, { apiKey: 'none', url: model.url });
		const { nodes, ...rest } = example('ai-agent');
		const chatModel = nodes.find((node) => node.name === 'OpenAI Chat Model');
		chatModel.credentials.openAiApi.name = name;
		workflow = await n8n.createWorkflow({ nodes, ...rest });
	});

	beforeEach(() => (model.asked.length = 0));

	afterAll(async () => await model.close());

	const write = async (page: Page, words: string) => {
		await page.getByTestId('chat-input').fill(words);
		await page.keyboard.press('Enter');
	};

	/** Asks for a payment to be cancelled, and waits until the chat asks back. */
	async function ask(page: Page, number: string) {
		await openWorkflow(page, workflow);
		await page.getByTestId('workflow-chat-button').click();
		await write(page, `Cancel payment ${number}`);
		await page.getByText(`Cancel payment ${number} at Qvickly? This cannot be undone.`).waitFor();
		expect(recorded([number])).toEqual(NOTHING);
	}

	/** What the chat says in the end. */
	async function answer(page: Page) {
		const message = page.locator('.chat-message-from-bot').getByText('The tool said: ');
		return await message.innerText();
	}

	itInBrowser('cancels the payment after a click, and tells the model', async (page) => {
		const [number = ''] = newPayments(1);
		await ask(page, number);
		const [tool] = model.asked[0]!.tools!;
		expect(tool!.function.description).toContain('cannot be undone');
		expect(tool!.function.description).toContain("not the shop's order number");
		// High enough for the whole chat.
		await page.setViewportSize({ width: 1440, height: 1300 });
		await picture(page, 'agent-approval', page.getByTestId('canvas-chat'));
		await page.getByRole('button', { name: 'Cancel the payment' }).click();
		expect(await answer(page)).toContain(`"number":"${number}"`);
		expect(await answer(page)).toContain('"status":"Cancelled"');
		expect(recorded([number])).toMatchObject({ cancelled: [number], calls: { length: 1 } });
	});

	itInBrowser('sends nothing if the user declines', async (page) => {
		const [number = ''] = newPayments(1);
		await ask(page, number);
		await page.getByRole('button', { name: 'Leave it' }).click();
		expect(await answer(page)).toContain('User rejected the tool call');
		expect(recorded([number])).toEqual(NOTHING);
	});

	itInBrowser('sends nothing if the user writes instead of clicking', async (page) => {
		const [number = ''] = newPayments(1);
		await ask(page, number);
		await write(page, 'yes, do it');
		expect(await answer(page)).toContain('provided feedback: "yes, do it"');
		expect(recorded([number])).toEqual(NOTHING);
	});

	itInBrowser('tells the model why a payment was not cancelled, and what to do', async (page) => {
		const [sent = ''] = newPayments(1, { status: 'Factoring' });
		await ask(page, sent);
		await page.getByRole('button', { name: 'Cancel the payment' }).click();
		const told = await answer(page);
		expect(told).toContain('was not cancelled: it has already been activated');
		expect(told).toContain('Credit it instead');
		expect(recorded([sent])).toMatchObject({ cancelled: [], calls: { length: 1 } });
	});
});
