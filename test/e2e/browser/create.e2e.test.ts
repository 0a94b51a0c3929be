import type { Page } from 'playwright-core';

import { qvicklyTo, start } from '../nodes';
import { made, newOrder } from '../orders';
import { account, n8n, sandbox, unique } from '../running';
import { until } from '../until';
import { newPayments, workflowOf } from '../workflow';
import { itInBrowser, picture } from './chromium';
import {
	add,
	choose,
	deleteCredential,
	execute,
	inPanel,
	offered,
	openActions,
	openNewWorkflow,
	openNode,
	openWorkflow,
	outputTable,
	parameter,
	parametersShown,
	search,
} from './user';

/** Opens the node in a workflow of its own, with some fields filled in. */
async function open(page: Page, operation: string, parameters: object = {}) {
	const node = { ...qvicklyTo('', {}), parameters: { operation, ...parameters } };
	const workflow = workflowOf('Create payments', [start, node], ['Start > Qvickly']);
	await openWorkflow(page, await n8n.createWorkflow(workflow));
	await openNode(page, 'Qvickly');
}

/** Adds a row in the editor, and fills in what it says of it. @param row from 0 */
async function addRow(page: Page, row: number, fields: Record<string, string>) {
	await page.getByTestId('node-parameters').getByRole('button', { name: 'Add row' }).click();
	for (const [name, value] of Object.entries(fields)) {
		await parameter(page, name).nth(row).fill(value);
	}
}

const PERSON = {
	...{ personalNumber: '550101-1018', email: 'person@example.com' },
	...{ firstName: 'Testperson', lastName: 'Approved' },
	...{ street: 'Testgatan 1', zip: '12345', city: 'Teststad' },
};

/** What all types show before the customer, and after. */
const FIRST = ['resource', 'operation', 'type', 'orderid'];
const LAST = ['rowsFrom', 'prices'];
const PERSON_FIELDS = Object.keys(PERSON);

/** The fields that only some types show. */
const FIELDS: Record<string, string[]> = {
	Bank: [],
	Card: ['currency'],
	'Invoice (Factoring)': ['currency', 'buyer', ...PERSON_FIELDS],
	'Invoice (Handling)': ['currency', 'email'],
	'Part Payment': ['planId', ...PERSON_FIELDS],
	'Pay Link': ['currency'],
	'Pay with Qvickly': ['currency'],
	Swish: ['currency'],
};

const OF_INVOICES = [
	...['Delivery Method', 'Delivery Terms', 'Due Days', 'Fee Name or ID'],
	...['Our Reference', 'Project Name', 'Your Reference'],
];

/** The options that only some types offer. */
const OPTIONS: Record<string, string[]> = {
	Bank: [],
	Card: ['Activate', 'Save the Card', 'Saved Card'],
	'Invoice (Factoring)': ['Activate', 'Customer Can Sign with BankID', ...OF_INVOICES],
	'Invoice (Handling)': ['Activate', 'Customer Can Sign with BankID', ...OF_INVOICES],
	'Part Payment': ['Activate', 'Customer Can Sign with BankID', ...OF_INVOICES],
	'Pay Link': ['Activate', ...OF_INVOICES],
	'Pay with Qvickly': ['Activate', ...OF_INVOICES],
	Swish: [],
};

const byName = (one: string, other: string) => one.localeCompare(other);

describe('Create in the editor', () => {
	afterEach(async () => await deleteCredential('Qvickly wrong secret'));

	itInBrowser('is found as "pay link", takes rows, and makes an invoice', async (page) => {
		const order = `2026-${1000 + unique()}`;
		await openNewWorkflow(page);
		await page.keyboard.press('n');
		await search(page, 'pay link');
		await openActions(page);
		await inPanel(page, 'Create payment').click();
		await page.getByTestId('ndv').waitFor();
		await page.getByTestId('node-credentials-select').click();
		await page.getByText('Qvickly sandbox').last().click();
		await parameter(page, 'orderid').fill(order);
		for (const [name, value] of Object.entries(PERSON)) await parameter(page, name).fill(value);
		await addRow(page, 0, { description: 'Stol', quantity: '2', unitPrice: '1 250,50' });
		await addRow(page, 1, { description: 'Levereras i maj' });
		await choose(page, 'kind', 'Text', 1);
		// What a row of text does not have is gone.
		expect(await parameter(page, 'unitPrice').count()).toBe(1);
		await choose(page, 'prices', 'Exclude VAT');
		await execute(page);
		const [payment] = await madeSoon(page, order);
		expect(await outputTable(page, payment!.number)).toMatchObject({
			...{ orderid: order, status: 'Created', customerActionNeeded: 'false', total: '3126.25' },
		});
		expect(sandbox.payments.truth(payment!.number)!.rows).toMatchObject([
			{ title: 'Stol', quantity: '2', withouttax: '250100' },
			{ artnr: '--freetext--', title: 'Levereras i maj' },
		]);
		await page.setViewportSize({ width: 1440, height: 1500 });
		await picture(page, 'create-invoice', page.getByTestId('ndv'));
	});

	itInBrowser('shows for each type what it needs, and nothing that it ignores', async (page) => {
		await open(page, 'create');
		const common = (await offered(page)).filter((name) => !OPTIONS['Part Payment']!.includes(name));
		for (const [type, fields] of Object.entries(FIELDS)) {
			await choose(page, 'type', type);
			expect([type, await parametersShown(page)]).toEqual([type, [...FIRST, ...fields, ...LAST]]);
			const options = [...common, ...OPTIONS[type]!].sort(byName);
			expect([type, await offered(page)]).toEqual([type, options]);
		}
		await choose(page, 'type', 'Invoice (Factoring)');
		await choose(page, 'buyer', 'A Company');
		const shown = await parametersShown(page);
		expect(shown).toEqual(expect.arrayContaining(['organisationNumber', 'company']));
		expect(shown).not.toEqual(expect.arrayContaining(['personalNumber']));
	});

	itInBrowser(
		'takes a payment plan from the list of the account, and rows from a list',
		async (page) => {
			const order = newOrder();
			await open(page, 'create', { type: 'partPayment', orderid: order, ...PERSON });
			await choose(page, 'planId', '6 månaders delbetalning');
			await choose(page, 'rowsFrom', 'From a List');
			expect(await parametersShown(page)).toEqual(expect.arrayContaining(['list', 'prices']));
			await add(page, 'Add column', 'VAT Rate of All Rows');
			await parameter(page, 'list').fill(
				'[{ "description": "Stol", "unitPrice": 800, "quantity": 1 }]',
			);
			await execute(page);
			const [payment] = await madeSoon(page, order);
			expect(payment).toMatchObject({ method: 4, withtax: 80000 });
			const call = sandbox.calls.find((one) => one.orderid === order);
			expect(call!.body).toContain('"paymentplanid":"2"');
		},
	);

	itInBrowser('says beside a list why it could not be loaded', async (page) => {
		const name = 'Qvickly wrong secret';
		const data = { ...account, secret: 'wrong' };
		await n8n.request('POST', '/rest/credentials', { name, type: 'qvicklyApi', data });
		await open(page, 'create', { type: 'partPayment' });
		await page.getByTestId('node-credentials-select').click();
		await page.getByText(name).first().click();
		const plan = page.getByTestId('parameter-input-planId');
		await until('the list to fail', 20, async () => {
			const value = await plan.locator('input').inputValue();
			return value.includes('Error fetching options') || undefined;
		});
		await plan.getByTestId('parameter-issues').hover();
		const issue = page.getByText('Qvickly does not accept the signature').first();
		await issue.waitFor();
		expect(await issue.innerText()).toContain("compare 'Merchant ID' and 'Secret'");
	});

	itInBrowser('offers a date on which to activate, and sends it', async (page) => {
		const order = newOrder();
		const rows = { row: [{ description: 'Stol', unitPrice: '100' }] };
		await open(page, 'create', { orderid: order, ...PERSON, rows });
		expect(await offered(page)).not.toContain('Activate On');
		await add(page, 'Add option', 'Activate');
		await choose(page, 'activate', 'On a Date');
		await add(page, 'Add option', 'Activate On');
		const date = parameter(page, 'activateOn');
		await date.fill('2030-01-31 00:00:00');
		await date.press('Enter');
		await execute(page);
		await madeSoon(page, order);
		const call = sandbox.calls.find((one) => one.orderid === order);
		expect(call!.body).toContain('"autoactivate":"2030-01-31"');
	});

	itInBrowser('gives the address of a pay link', async (page) => {
		const order = `2026-${1000 + unique()}`;
		await open(page, 'create', { type: 'payLink', orderid: order });
		await addRow(page, 0, { description: 'Stol', unitPrice: '1250.50' });
		await execute(page);
		const [payment] = await madeSoon(page, order);
		expect(await outputTable(page, payment!.number)).toMatchObject({
			...{ status: 'WaitingForPurchase', customerActionNeeded: 'true', total: '1250.50' },
			payUrl: sandbox.payments.get(payment!.number)!.url,
		});
		await page.getByTestId('output-panel').getByTestId('radio-button-json').click();
		await page.getByTestId('parameter-input-resource').scrollIntoViewIfNeeded();
		await page.setViewportSize({ width: 1440, height: 1250 });
		await picture(page, 'pay-link', page.getByTestId('ndv'));
	});
});

describe('Credit in the editor', () => {
	itInBrowser('asks for rows if it is to credit a part, and credits those', async (page) => {
		const [number = ''] = newPayments(1, { status: 'Factoring' });
		await open(page, 'credit', { number });
		expect(await parametersShown(page)).not.toContain('rowsFrom');
		await choose(page, 'scope', 'Part of It');
		expect(await parametersShown(page)).toEqual(
			expect.arrayContaining(['number', 'scope', 'rowsFrom', 'prices', 'currency']),
		);
		await addRow(page, 0, { description: 'Stol', unitPrice: '50' });
		await execute(page);
		expect(await outputTable(page, 'Credited')).toMatchObject({ number, status: 'Credited' });
		expect(sandbox.payments.truth(number)).toMatchObject({ credits: 1, credited: 5000 });
		await page.setViewportSize({ width: 1440, height: 1000 });
		await picture(page, 'credit-part', page.getByTestId('ndv'));
	});
});

/** The payments of an order, once there is output. */
async function madeSoon(page: Page, order: string) {
	await page.getByTestId('output-panel').getByTestId('radio-button-table').waitFor();
	return made(order);
}
