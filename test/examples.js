const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/**
 * @typedef {import('./e2e/n8n').N8n} N8n
 * @typedef {{ number: string, result: string, orderid?: string, url?: string, reason?: string }} Row
 *   One payment in the result of an example
 */

const FOLDER = join(__dirname, '..', 'examples');

/** The names of all examples. */
const EXAMPLES = readdirSync(FOLDER).map((file) => file.replace('.json', ''));

/** @param {string} name @returns {import('./e2e/editor').WorkflowJson} */
const example = (name) => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));

/** The payments that the sandbox must have for the rows of examples/spreadsheet.json. */
const PAYMENTS = [
	{ number: 99000001 },
	{ number: 99000002 },
	{ number: 99000003, status: /** @type {const} */ ('Factoring') },
	{ number: 99000006 },
];

/** What the spreadsheet example must come to with these payments. @type {Record<string, string>} */
const EXPECTED = {
	99000001: 'cancelled',
	99000002: 'cancelled',
	99000003: 'not cancelled',
	99000004: 'not cancelled',
	'9900000S': 'not cancelled',
	99000006: 'cancelled',
};

/**
 * Runs the spreadsheet example as its button in the editor does.
 *
 * @param {N8n} n8n
 * @param {string} workflowId of the imported example
 * @returns {Promise<Row[]>} its result
 * @throws Error with n8n's own if the run ended with one
 */
async function runSpreadsheet(n8n, workflowId) {
	const { data } = await n8n.runManually(workflowId, 'When clicking Execute workflow');
	const { error, runData } = data.resultData;
	if (error) throw new Error(`${error.message} ${error.description ?? ''}`);
	return runData.Results?.[0].data.main[0].map((/** @type {{ json: Row }} */ { json }) => json);
}

/** Whether the rows are those that the example must give. @param {Row[]} rows */
function isExpected(rows) {
	const results = Object.fromEntries(rows.map(({ number, result }) => [number, result]));
	const wanted = Object.entries(EXPECTED);
	return (
		rows.length === wanted.length && wanted.every(([number, result]) => results[number] === result)
	);
}

module.exports = { EXAMPLES, PAYMENTS, example, isExpected, runSpreadsheet };
