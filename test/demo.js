const Table = require('cli-table3');

const { startN8n } = require('./e2e/n8n');
const { PAYMENTS, example, isExpected, runSpreadsheet } = require('./examples');
const { packTarball } = require('./install');
const { startSandbox } = require('./sandbox/sandbox');

/** Payments for trying the webhook examples by hand. */
const TO_TRY = [99000011, 99000012, 99000013, 99000014, 99000015];

/** The same, of one that has been activated. */
const ACTIVATED = { number: 99000021, status: /** @type {const} */ ('Factoring') };

/** Starts the sandbox and a real n8n that has the node, a credential and four examples in it. */
async function startDemo() {
	const payments = [...PAYMENTS, ...TO_TRY.map((number) => ({ number })), ACTIVATED];
	const sandbox = await startSandbox({ payments, pages: true });
	console.log('Building and packing the node …');
	const tarball = packTarball();
	console.log('Starting n8n …');
	const n8n = await startN8n({ tarball });
	const { id: merchantId, secret } = sandbox.merchant;
	const account = { merchantId, secret, testMode: false, language: 'en', baseUrl: sandbox.url };
	await n8n.createCredential('qvicklyApi', 'Qvickly sandbox', account);
	const spreadsheet = await n8n.createWorkflow(example('spreadsheet'));
	for (const name of ['webhook', 'order-cancelled', 'form']) {
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

The webhook example, ready to be called:
  ${curl(n8n.webhookUrl('cancel-payments'), TO_TRY[0], TO_TRY[1], 99000003)}

The example for orders cancelled in the shop, which cancels or credits:
  ${curl(n8n.webhookUrl('order-cancelled'), TO_TRY[2], ACTIVATED.number)}

The form example, for a CSV or XLSX file with a column "payment number":
  ${n8n.url}/form/cancel-payments-upload

Qvickly's sandbox ${sandbox.url}
  payments        ${payments.map(({ number }) => number).join(', ')}
  customers       the url of each payment opens its page, to pay, cancel or be denied there
`;

	async function stop() {
		await n8n.stop();
		await sandbox.close();
	}

	return { runExample, directions, stop };
}

/** Posts payments to a webhook. @param {string} url @param {Array<number | undefined>} numbers */
const curl = (url, ...numbers) =>
	`curl -H 'Content-Type: application/json' -d '${JSON.stringify({ payments: numbers.map(String) })}' ${url}`;

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
