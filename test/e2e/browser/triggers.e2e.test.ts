import type { Page } from 'playwright-core';

import { startSandbox } from '../../sandbox/sandbox';
import { qvicklyTo, start } from '../nodes';
import { n8n, sandbox, unique } from '../running';
import { workflowOf } from '../workflow';
import { itInBrowser, picture } from './chromium';
import {
	add,
	closeNode,
	deleteCredential,
	execute,
	inPanel,
	nodeOnCanvas,
	offered,
	openNewWorkflow,
	openNode,
	openWorkflow,
	outputTable,
	parameter,
	parametersShown,
	search,
	untilGone,
} from './user';

const PAGES = 'Qvickly test account';

/** Adds a trigger to a new workflow as its user does, and opens it. */
async function addTrigger(page: Page, node: string, event: string) {
	await openNewWorkflow(page);
	await page.keyboard.press('n');
	await search(page, 'qvickly');
	await inPanel(page, node).click();
	await inPanel(page, event).click();
	await page.getByTestId('ndv').waitFor();
	await page.getByTestId('node-credentials-select').click();
	await page.getByText('Qvickly sandbox').last().click();
	await untilGone(page.locator('.el-select-dropdown__item:visible'));
}

describe('the triggers in the editor', () => {
	itInBrowser('Qvickly Trigger shows the address that Qvickly is to be given', async (page) => {
		const path = 'qvickly-payments';
		await addTrigger(page, 'Qvickly', 'On paid');
		expect(await parametersShown(page)).toEqual(['events', 'lookUp', 'responseMode']);
		expect(await offered(page)).toEqual(['Include Card Data', 'One Output per Event', 'Path']);
		const parameters = page.getByTestId('node-parameters');
		await parameters.getByText('give that address to Qvickly with each payment').waitFor();
		expect(await page.getByTestId('parameter-input-events').innerText()).toContain('Paid');
		await add(page, 'Add option', 'Path');
		await parameter(page, 'path').fill(path);
		await page.getByText('Webhook URLs', { exact: true }).click();
		await page.getByTestId('radio-button-production').click();
		const url = `${n8n.url}/webhook/${path}`;
		await parameters.getByText(url).first().waitFor();
		const shown = await parameters.getByText(/\/webhook/).allInnerTexts();
		expect(new Set(shown.map((text) => text.trim()))).toEqual(new Set([url]));
		await page.setViewportSize({ width: 1440, height: 900 });
		await picture(page, 'trigger', page.getByTestId('ndv'));
	});

	itInBrowser('Qvickly Polling Trigger fetches the newest settlement', async (page) => {
		const { lists } = sandbox.payments;
		const date = new Date().toISOString().slice(0, 10);
		lists.settlements = [{ id: 263, date, numbers: ['1000235', '1000236'] }];
		await addTrigger(page, 'Qvickly Polling', 'On new settlement');
		expect(await parametersShown(page)).toEqual(['mode', 'event']);
		await execute(page);
		expect(await outputTable(page, '263')).toMatchObject({
			...{ settlementId: '263', date, eventId: '12345-settlement-263' },
			numbers: expect.stringMatching(/1000235\s.*1000236/s),
		});
		lists.settlements = [];
	});
});

describe('Wait for Payment in the editor', () => {
	afterEach(async () => await deleteCredential(PAGES));

	itInBrowser(
		'a customer pays behind the link, and the workflow goes on by itself',
		async (page) => {
			const qvickly = await startSandbox({ pages: true });
			try {
				const { id: merchantId, secret } = qvickly.merchant;
				const account = { merchantId, secret, baseUrl: qvickly.url };
				await n8n.createCredential('qvicklyApi', PAGES, account);
				const settings = (name: string) => ({ name, credentials: { qvicklyApi: { name: PAGES } } });
				const orderid = `2026-${1000 + unique()}`;
				const rows = { row: [{ description: 'Bok', unitPrice: '100', vatRate: '6' }] };
				const payLink = { type: 'payLink', orderid, rows, options: { reportToWait: true } };
				const nodes = [
					start,
					qvicklyTo('create', settings('Create pay link'), payLink),
					qvicklyTo('waitForPayment', settings('Wait for Payment')),
					qvicklyTo('activate', settings('Activate')),
				];
				const line = nodes.map(({ name }) => name).join(' > ');
				const workflow = await n8n.createWorkflow(workflowOf('Pay link', nodes, [line]));

				await openWorkflow(page, workflow);
				await openNode(page, 'Wait for Payment');
				expect(await parametersShown(page)).toEqual([
					'resource',
					'operation',
					'number',
					'waitLimit',
				]);
				expect(await offered(page)).toEqual(['Max Parallel Requests', 'Retries', 'Timeout']);
				expect(await parameter(page, 'waitLimit').inputValue()).toBe('3 days');
				await closeNode(page);

				await page.getByTestId('execute-workflow-button').click();
				await nodeOnCanvas(page, 'Wait for Payment').locator('.waiting').waitFor();
				await openNode(page, 'Wait for Payment');
				await page.getByTestId('output-panel').getByText('Waiting for the customer').waitFor();
				await picture(page, 'waiting');
				await closeNode(page);
				await openNode(page, 'Create pay link');
				const { number = '', payUrl = '' } = await outputTable(page, orderid);
				await closeNode(page);
				expect(await n8n.executions(workflow)).toMatchObject([{ status: 'waiting' }]);

				const customer = await page.context().newPage();
				await customer.goto(payUrl);
				await customer.getByText(`Order ${orderid}`).waitFor();
				await customer.getByRole('button', { name: 'Pay by card' }).click();
				await customer.close();

				await nodeOnCanvas(page, 'Activate').getByTestId('canvas-node-status-success').waitFor();
				await openNode(page, 'Wait for Payment');
				expect(await outputTable(page, 'accepted')).toMatchObject({
					...{ number, orderid, status: 'Created', method: 'Card', total: '100.00' },
					outcome: 'accepted',
				});
				await closeNode(page);
				await openNode(page, 'Activate');
				expect(await outputTable(page, 'Paid')).toMatchObject({ number, orderid, status: 'Paid' });
				expect(qvickly.payments.truth(number)).toMatchObject({
					status: 'Paid',
					stage: 'activated',
				});
				expect(qvickly.callbacks.sent).toMatchObject([{ number, status: 'Created', answer: 200 }]);
				expect(qvickly.calls.map((call) => call.function)).toEqual([
					...['addPayment', 'getPaymentinfo', 'getPaymentinfo', 'activatePayment'],
				]);
			} finally {
				await qvickly.close();
			}
		},
	);
});
