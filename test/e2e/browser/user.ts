import type { Locator, Page } from 'playwright-core';

import { n8n } from '../running';

/** Opens a workflow that is not there yet. */
export async function openNewWorkflow(page: Page) {
	await page.goto(`${n8n.url}/workflow/new`);
	await page.getByTestId('canvas-add-button').waitFor();
}

/** Opens a workflow, and shows all of it. */
export async function openWorkflow(page: Page, id: string) {
	await page.goto(`${n8n.url}/workflow/${id}`);
	await page.getByTestId('canvas-node').first().waitFor();
	await page.getByTestId('zoom-to-fit').click();
}

/** A node on the canvas. */
export const nodeOnCanvas = (page: Page, name: string) =>
	page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`);

/** Opens a node that is on the canvas. */
export async function openNode(page: Page, name: string) {
	await nodeOnCanvas(page, name).dblclick();
	await page.getByTestId('ndv').waitFor();
}

/** Closes the node that is open. */
export async function closeNode(page: Page) {
	await page.getByTestId('ndv-close-button').click();
	await page.getByTestId('ndv').waitFor({ state: 'hidden' });
}

/** Types into the search of the panel of nodes, which must be open. */
export async function search(page: Page, words: string) {
	await page.getByTestId('node-creator-search-bar').fill(words);
}

/** Entries of the panel of nodes that have exactly this name. */
export const inPanel = (page: Page, name: string) =>
	page.getByTestId('node-creator').getByText(name, { exact: true });

/** Opens Qvickly in the panel of nodes, and its actions: where nothing is in a workflow yet, its triggers are open. */
export async function openActions(page: Page) {
	await inPanel(page, 'Qvickly').click();
	await page
		.getByTestId('node-creator')
		.getByText(/^Actions \(/)
		.click();
}

/** The input of a parameter of the node that is open. */
export const parameter = (page: Page, name: string) =>
	page.getByTestId(`parameter-input-${name}`).locator('input');

/** Chooses an entry of a parameter that is a list. @param row of those with this name, from 0 */
export async function choose(page: Page, name: string, entry: string, row = 0) {
	const parameters = page.getByTestId('node-parameters');
	const field = parameters.getByTestId(`parameter-input-${name}`).nth(row);
	// A list from the account cannot be opened while it is loaded.
	await field.locator('input:enabled').first().waitFor();
	await field.click();
	const entries = page.locator('.el-select-dropdown__item:visible');
	await entries.getByText(entry, { exact: true }).first().click();
	await untilGone(entries);
}

/** The names of the parameters that are there to be filled in, settings and collections left out. */
export async function parametersShown(page: Page) {
	const inputs = page.getByTestId('node-parameters').locator('[data-test-id^=parameter-input-]');
	const ids = await inputs
		.filter({ visible: true })
		.evaluateAll((all) => all.map((one) => one.getAttribute('data-test-id') ?? ''));
	return ids.map((id) => id.replace('parameter-input-', '')).filter((name) => name !== 'field');
}

/** Opens what a collection offers. @param button such as "Add option" */
async function openCollection(page: Page, button: string) {
	const parameters = page.getByTestId('node-parameters');
	await parameters.getByPlaceholder(button, { exact: true }).click();
	const entries = page.locator('.el-select-dropdown__item:visible');
	await entries.first().waitFor();
	return entries;
}

/** What a collection offers. @param button such as "Add option" */
export async function offered(page: Page, button = 'Add option') {
	const entries = await openCollection(page, button);
	const names = await entries.allInnerTexts();
	await page.keyboard.press('Escape');
	await untilGone(entries);
	return names.map((name) => name.trim());
}

/** Adds an entry of a collection. @param button such as "Add option" */
export async function add(page: Page, button: string, entry: string) {
	const entries = await openCollection(page, button);
	await entries.getByText(entry, { exact: true }).click();
	await untilGone(entries);
}

/** Waits until a list of entries is closed, which takes a moment. */
export const untilGone = async (entries: Locator) =>
	await entries.first().waitFor({ state: 'hidden' });

/** The dialog of a credential. */
export const credentialDialog = (page: Page) => page.getByTestId('editCredential-modal');

/** Deletes a credential, if there is one of this name. */
export async function deleteCredential(name: string) {
	const all: Array<{ id: string; name: string }> = await n8n.request('GET', '/rest/credentials');
	const found = all.find((credential) => credential.name === name);
	if (found) await n8n.request('DELETE', `/rest/credentials/${found.id}`);
}

/** Runs the node that is open. */
export async function execute(page: Page) {
	await page.getByTestId('node-execute-button').click();
}

/** What the open node gave, as the table beside it shows it, once it shows some text. */
export async function outputTable(page: Page, text: string) {
	const output = page.getByTestId('output-panel');
	await output.getByTestId('radio-button-table').click();
	await output.getByRole('cell', { name: text, exact: true }).waitFor();
	const texts = async (part: string) =>
		(await output.locator(`table ${part}`).allInnerTexts()).map((one) => one.trim());
	const names = (await texts('thead th')).filter((one) => one !== '');
	const values = await texts('tbody td');
	return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}

/** What the panel says when the open node has failed. */
export async function errorText(page: Page) {
	await page.getByTestId('node-error-message').waitFor();
	return await page.getByTestId('output-panel').innerText();
}
