import { account, sandbox } from '../running';
import { newPayments, recorded } from '../workflow';
import { itInBrowser, picture } from './chromium';
import {
	closeNode,
	credentialDialog,
	deleteCredential,
	execute,
	inPanel,
	nodeOnCanvas,
	openActions,
	openNewWorkflow,
	outputTable,
	parameter,
	search,
} from './user';

/** What merchants call Qvickly, and what they want to do; its own name last, for the picture. */
const WORDS = [
	...['billmate', 'invoice', 'faktura'],
	...['look up', 'activate', 'capture', 'ship', 'aktivera'],
	...['cancel payment', 'void', 'makulera'],
	...['credit', 'refund', 'kreditera', 'återbetala'],
	'qvickly',
];

describe('someone who opens a new workflow', () => {
	afterEach(async () => await deleteCredential('Qvickly account'));

	itInBrowser('finds the node by its names, what it does and what it is for', async (page) => {
		await openNewWorkflow(page);
		await page.keyboard.press('n');
		for (const words of WORDS) {
			await search(page, 'nothing has this name');
			await inPanel(page, 'Qvickly').waitFor({ state: 'hidden' });
			await search(page, words);
			await inPanel(page, 'Qvickly').waitFor();
		}
		await inPanel(page, 'Invoice Ninja').waitFor({ state: 'hidden' });
		await picture(page, 'node-panel');
	});

	itInBrowser('adds it, connects it, types a number, and reads what became of it', async (page) => {
		const [number = ''] = newPayments(1);
		const calls = sandbox.calls.length;
		await openNewWorkflow(page);
		await page.keyboard.press('n');
		await search(page, 'qvickly');
		await openActions(page);
		await inPanel(page, 'Cancel payment').click();
		await page.getByTestId('ndv').waitFor();

		await page.getByTestId('node-credentials-select').click();
		await page.getByText('Create new credential').click();
		const dialog = credentialDialog(page);
		await parameter(page, 'merchantId').waitFor();
		await picture(page, 'credential', dialog);
		await parameter(page, 'merchantId').fill(account.merchantId);
		await parameter(page, 'secret').fill('wrong');
		await parameter(page, 'baseUrl').fill(account.baseUrl);
		await dialog.getByTestId('credential-save-button').click();
		await dialog.getByText('More details').click();
		await dialog.getByText("Check 'Secret', and that it belongs to this 'Merchant ID'.").waitFor();
		await picture(page, 'credential-wrong-secret', dialog);

		await parameter(page, 'secret').fill(account.secret);
		await dialog.getByTestId('credential-save-button').click();
		// n8n closes the dialog of a new credential once it is connected.
		await dialog.waitFor({ state: 'hidden' });
		await page.getByTestId('credential-edit-button').click();
		await dialog.getByText('Connection tested successfully').waitFor();
		await picture(page, 'credential-connected', dialog);
		await dialog.locator('.el-dialog__headerbtn').click();
		await dialog.waitFor({ state: 'hidden' });

		await parameter(page, 'number').fill(number);
		await execute(page);
		expect(await outputTable(page, 'Cancelled')).toEqual({
			number,
			orderid: `order-${number}`,
			status: 'Cancelled',
			url: expect.stringContaining(`/invoice/${number}/`),
		});
		expect(recorded([number])).toMatchObject({ cancelled: [number], calls: { length: 1 } });
		// Beside it one for each test of the credential.
		const others = sandbox.calls.slice(calls).filter((call) => call.number !== number);
		expect(new Set(others.map((call) => call.function))).toEqual(new Set(['getAccountinfo']));

		await closeNode(page);
		const node = nodeOnCanvas(page, 'Cancel payment');
		expect(await node.innerText()).toContain('cancel: payment');
	});
});
