import type { Page } from 'playwright-core';

import { qvicklyTo, start } from '../nodes';
import { n8n, sandbox } from '../running';
import { newPayments, recorded, unknownNumber, workflowOf } from '../workflow';
import { itInBrowser, picture } from './chromium';
import {
	choose,
	errorText,
	execute,
	inPanel,
	offered,
	openActions,
	openNewWorkflow,
	openNode,
	openWorkflow,
	outputTable,
	parameter,
	search,
} from './user';

/** Opens the node in a workflow of its own. */
async function open(page: Page, operation: string, number: string) {
	const nodes = [start, qvicklyTo(operation, {}, { number })];
	const workflow = workflowOf('Payments', nodes, ['Start > Qvickly']);
	await openWorkflow(page, await n8n.createWorkflow(workflow));
	await openNode(page, 'Qvickly');
}

describe('the operations in the editor', () => {
	itInBrowser('Activate is found as "capture", added, and activates a payment', async (page) => {
		const [number = ''] = newPayments(1);
		await openNewWorkflow(page);
		await page.keyboard.press('n');
		await search(page, 'capture');
		await openActions(page);
		await inPanel(page, 'Activate payment').waitFor();
		// High enough for all of them.
		await page.setViewportSize({ width: 1440, height: 1600 });
		await picture(page, 'operations', page.getByTestId('node-creator'));
		await inPanel(page, 'Activate payment').click();
		await page.getByTestId('ndv').waitFor();
		await page.getByTestId('node-credentials-select').click();
		await page.getByText('Qvickly sandbox').last().click();
		await parameter(page, 'number').fill(number);
		await execute(page);
		expect(await outputTable(page, 'Factoring')).toMatchObject({ number, status: 'Factoring' });
		expect(recorded([number]).calls).toMatchObject([{ function: 'activatePayment' }]);
	});

	itInBrowser('Credit credits a payment, and says why it does not do so again', async (page) => {
		const [number = ''] = newPayments(1, { status: 'Factoring' });
		await open(page, 'credit', number);
		await execute(page);
		expect(await outputTable(page, 'Credited')).toMatchObject({
			number,
			creditNumber: expect.stringMatching(/^8\d+$/),
			status: 'Credited',
		});
		await open(page, 'credit', number);
		await execute(page);
		const text = await errorText(page);
		expect(text).toContain('too little, is left of it to credit');
		expect(text).toContain('It has probably been credited before');
		expect(sandbox.payments.truth(number)).toMatchObject({ credits: 1 });
		await picture(page, 'credit-refused');
	});

	itInBrowser('each shows its own options alone, and all keep the payment number', async (page) => {
		const number = unknownNumber();
		await open(page, 'get', number);
		const common = ['Max Parallel Requests', 'Retries', 'Timeout'];
		const expected: Array<[string, string[]]> = [
			['Get', common],
			['Activate', ['Expected Amount', 'If Already Activated', ...common]],
			['Cancel', ['If Already Cancelled', ...common]],
			['Credit', ['Check Only', ...common]],
			['Cancel or Credit', common],
		];
		for (const [operation, options] of expected) {
			await choose(page, 'operation', operation);
			expect([operation, await offered(page)]).toEqual([operation, options]);
			expect(await parameter(page, 'number').inputValue()).toBe(number);
			expect(await page.getByTestId('parameter-input-simple').count()).toBe(
				operation === 'Get' ? 1 : 0,
			);
		}
	});
});
