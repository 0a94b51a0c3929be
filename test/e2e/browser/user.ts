import type { Page } from 'playwright-core';

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

/** The input of a parameter of the node that is open. */
export const parameter = (page: Page, name: string) =>
	page.getByTestId(`parameter-input-${name}`).locator('input');

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
