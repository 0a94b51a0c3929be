import type { Page } from 'playwright-core';

import { qvickly, start, type Node } from '../nodes';
import { account, n8n, sandbox } from '../running';
import { newPayments, recorded, unknownNumber, workflowOf } from '../workflow';
import { itInBrowser, picture } from './chromium';
import {
	closeNode,
	deleteCredential,
	errorText,
	execute,
	nodeOnCanvas,
	openNode,
	openWorkflow,
	outputTable,
	parameter,
} from './user';

/** Gives one item, as a spreadsheet's row would. */
const row = (number: string): Node => ({
	name: 'Payments',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		mode: 'raw',
		jsonOutput: JSON.stringify({ 'payment number': number, customer: 'Anna Åberg' }),
		options: {},
	},
});

const next: Node = {
	name: 'Next',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: { options: {} },
};

/** Opens a workflow of nodes that follow each other. */
async function open(page: Page, nodes: Node[]) {
	const line = nodes.map(({ name }) => name).join(' > ');
	const id = await n8n.createWorkflow(workflowOf('Cancel payments', nodes, [line]));
	await openWorkflow(page, id);
}

describe('the node in the editor', () => {
	afterEach(async () => await deleteCredential('Qvickly test mode'));

	itInBrowser('takes a field that is dragged from the input', async (page) => {
		const [number = ''] = newPayments(1);
		await open(page, [start, row(number), qvickly('', { name: 'Cancel payment' })]);
		await openNode(page, 'Cancel payment');
		await page.getByTestId('execute-previous-node').click();
		const field = page.getByTestId('ndv-input-panel').getByText('payment number', { exact: true });
		await field.hover();
		await page.mouse.down();
		await page.getByTestId('parameter-input-number').hover();
		await page.getByTestId('parameter-input-number').hover({ position: { x: 100, y: 15 } });
		await page.mouse.up();
		await page.getByText("{{ $json['payment number'] }}").waitFor();
		await execute(page);
		expect(await outputTable(page, 'Cancelled')).toMatchObject({ number, status: 'Cancelled' });
		expect(recorded([number]).cancelled).toEqual([number]);
		// Without what n8n leaves of the dragging.
		await closeNode(page);
		await openNode(page, 'Cancel payment');
		await picture(page, 'result');
	});

	itInBrowser('says what happened and what to do if a payment is not cancelled', async (page) => {
		const [sent = ''] = newPayments(1, { status: 'Factoring' });
		await open(page, [start, row(sent), qvickly("={{ $json['payment number'] }}")]);
		await openNode(page, 'Qvickly');
		await execute(page);
		const text = await errorText(page);
		expect(text).toContain(`Payment ${sent} was not cancelled: it has already been activated`);
		expect(text).toContain('Credit it instead');
		expect(text).toContain('"Unable to cancel a sent invoice." (code 5209, log ID ');
		expect(recorded([sent])).toMatchObject({ cancelled: [], calls: { length: 1 } });
		await picture(page, 'refused');
	});

	itInBrowser('sends nothing for what is not a payment number, and says so', async (page) => {
		const before = sandbox.calls.length;
		await open(page, [start, qvickly('1e6')]);
		await openNode(page, 'Qvickly');
		await execute(page);
		const text = await errorText(page);
		expect(text).toContain('"1e6" is not a payment number');
		expect(text).toContain('Nothing was sent');
		expect(sandbox.calls).toHaveLength(before);
	});

	itInBrowser('warns of nothing but an empty number, which is asked for', async (page) => {
		await open(page, [start, qvickly('')]);
		await nodeOnCanvas(page, 'Qvickly').getByTestId('node-issues').waitFor();
		await openNode(page, 'Qvickly');
		expect(await parameter(page, 'number').getAttribute('placeholder')).toBe('e.g. 1000235');
		expect(await page.getByText('Tool Description').count()).toBe(0);
		await parameter(page, 'number').fill(unknownNumber());
		await closeNode(page);
		await nodeOnCanvas(page, 'Qvickly').getByTestId('node-issues').waitFor({ state: 'hidden' });
	});

	itInBrowser('says beside its output that test mode is on', async (page) => {
		const [number = ''] = newPayments(1, { test: true });
		const name = 'Qvickly test mode';
		const data = { ...account, testMode: true };
		await n8n.request('POST', '/rest/credentials', { name, type: 'qvicklyApi', data });
		await open(page, [start, qvickly(number)]);
		await openNode(page, 'Qvickly');
		await page.getByTestId('node-credentials-select').click();
		await page.getByText(name).click();
		await execute(page);
		await outputTable(page, 'Cancelled');
		const hints = page.getByTestId('output-panel').getByTestId('run-data-hints');
		expect(await hints.innerText()).toContain("'Test Mode' is on in the credential");
		await picture(page, 'test-mode');
	});

	itInBrowser('shows the fields of its output before it has run', async (page) => {
		await open(page, [start, qvickly(unknownNumber()), next]);
		await openNode(page, 'Next');
		const input = page.getByTestId('ndv-input-panel');
		await input.getByText('Usually outputs the following fields').waitFor();
		for (const field of ['number', 'orderid', 'status', 'url']) {
			await input.getByText(field, { exact: true }).waitFor();
		}
	});

	itInBrowser('offers a Custom API Call beside its operations', async (page) => {
		await open(page, [start, qvickly(unknownNumber())]);
		await openNode(page, 'Qvickly');
		await page.getByTestId('parameter-input-operation').click();
		await page.getByText('Withdraw a payment that has not been activated yet').waitFor();
		await page.locator('.option-headline:visible').getByText('Custom API Call').click();
		// Choosing it gives n8n's own advice.
		const advice = page.getByTestId('node-parameters').getByText('HTTP Request');
		await advice.waitFor();
	});

	itInBrowser('has an icon for light and one for dark screens', async (page) => {
		await open(page, [start, qvickly(unknownNumber())]);
		const icon = (name: string) =>
			nodeOnCanvas(page, 'Qvickly').locator(`img[src$="/Qvickly/${name}"]`).waitFor();
		await icon('qvickly.svg');
		await page.emulateMedia({ colorScheme: 'dark' });
		await icon('qvickly.dark.svg');
	});
});
