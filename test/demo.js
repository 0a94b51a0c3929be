const { join } = require('node:path');

const Table = require('cli-table3');

const { startMailbox } = require('./e2e/mailbox');
const { startN8n } = require('./e2e/n8n');
const { PAYMENTS, example, isExpected, runSpreadsheet } = require('./examples');
const { packTarball } = require('./install');
const { startSandbox } = require('./sandbox/sandbox');

/** Payments for trying the webhook examples by hand. */
const TO_TRY = [99000011, 99000012, 99000013, 99000014, 99000015];

/** The same, of one that has been activated. */
const ACTIVATED = { number: 99000021, status: /** @type {const} */ ('Factoring') };

/** One more, of which lines come back. */
const RETURNED = { number: 99000022, status: /** @type {const} */ ('Factoring') };

/** An order line as the examples for shops have them. */
const LINE = { sku: 'K-1', name: 'Köttbullar', qty: 1, price: { amount: '49.50' }, vat: 12 };

/** Examples that start from outside. */
const PUBLISHED = [
	...['webhook', 'order-cancelled', 'form'],
	...['pay-link-form', 'pay-link-wait', 'shop-order', 'return'],
];

/**
 * Starts the sandbox and a real n8n that has the node, its credentials and most examples in it.
 *
 * @param {Record<string, string>} [env] more settings of n8n
 */
async function startDemo(env) {
	const payments = [...PAYMENTS, ...TO_TRY.map((number) => ({ number })), ACTIVATED, RETURNED];
	const sandbox = await startSandbox({ payments, pages: true });
	const mailbox = await startMailbox((mail) => console.log(`\nA mail was sent:\n${mail}`));
	console.log('Building and packing the node …');
	const tarball = packTarball();
	console.log('Starting n8n …');
	const n8n = await startN8n({ tarball, env });
	const { id: merchantId, secret } = sandbox.merchant;
	const account = { merchantId, secret, testMode: false, language: 'en', baseUrl: sandbox.url };
	await n8n.createCredential('qvicklyApi', 'Qvickly sandbox', account);
	await n8n.createCredential('smtp', 'SMTP account', mailbox.account);
	const spreadsheet = await n8n.createWorkflow(example('spreadsheet'));
	const invoices = await n8n.createWorkflow(example('invoices'));
	const numbers = [ACTIVATED, RETURNED].map(({ number }) => String(number));
	const date = new Date().toISOString().slice(0, 10);
	sandbox.payments.lists.settlements.push({ id: 1, date, numbers });
	const books = await n8n.createWorkflow(example('settlement-bookkeeping'));
	for (const name of PUBLISHED) {
		await n8n.activate(await n8n.createWorkflow(example(name)));
	}

	/** Runs the spreadsheet example and prints its result. @returns whether it is what it should be */
	async function runExample() {
		console.log('Running the example workflow "Cancel the Qvickly payments of a spreadsheet" …\n');
		const rows = await runSpreadsheet(n8n, spreadsheet);
		console.log(toTable(rows));
		return isExpected(rows);
	}

	/** Where to go on from here. */
	const directions = () => `
n8n's editor      ${n8n.url}
  email           ${n8n.login.email}
  password        ${n8n.login.password}

Invoices from a spreadsheet: open it, and execute the workflow
  ${n8n.url}/workflow/${invoices}

Settlement to bookkeeping: the same, and download both files from the last node
  ${n8n.url}/workflow/${books}

A form that makes a pay link and mails it; the mail is shown here
  ${n8n.url}/form/pay-link

An order that waits for its customer: the mail shows the link, and paying there goes on with it
  ${curl(n8n.webhookUrl('pay-link-wait'), { order: '2026-1002', email: 'anna@example.com', lines: [LINE] })}

A shop's order, answered with the address where its customer pays:
  ${curl(n8n.webhookUrl('shop-order'), { order: '2026-1001', shipping: '49.00', lines: [LINE] })}

A return, whose lines are paid back:
  ${curl(n8n.webhookUrl('return'), { payment: String(RETURNED.number), lines: [LINE] })}

The webhook example, ready to be called:
  ${curl(n8n.webhookUrl('cancel-payments'), paymentsOf(TO_TRY[0], TO_TRY[1], 99000003))}

The example for orders cancelled in the shop, which cancels or credits:
  ${curl(n8n.webhookUrl('order-cancelled'), paymentsOf(TO_TRY[2], ACTIVATED.number))}

The form example, for a CSV or XLSX file with a column "payment number":
  ${n8n.url}/form/cancel-payments-upload

Qvickly's sandbox ${sandbox.url}
  payments        ${payments.map(({ number }) => number).join(', ')}
  customers       the url of each payment opens its page, to pay, cancel or be denied there
`;

	async function stop() {
		await n8n.stop();
		await mailbox.close();
		await sandbox.close();
	}

	const dist = join(n8n.folder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-qvickly', 'dist');
	return { runExample, directions, stop, dist };
}

/** @param {Array<number | undefined>} numbers */
const paymentsOf = (...numbers) => ({ payments: numbers.map(String) });

/** Posts to a webhook. @param {string} url @param {object} body */
const curl = (url, body) =>
	`curl -H 'Content-Type: application/json' -d '${JSON.stringify(body)}' ${url}`;

/** @param {import('./examples').Row[]} rows */
function toTable(rows) {
	const table = new Table({
		head: ['Number', 'Result', 'Order ID', 'URL, or the reason why not'],
		colWidths: [10, 15, 16, 60],
		wordWrap: true,
		style: { head: [], border: [] },
	});
	for (const { number, result, orderid, url, reason } of rows) {
		table.push([number, result, orderid ?? '', url ?? reason ?? '']);
	}
	return table.toString();
}

module.exports = { startDemo };
