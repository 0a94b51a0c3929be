const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const { N8N_VERSION, n8nFolder } = require('../install');

/**
 * The rows of an XLSX file, read by what n8n reads it with.
 *
 * @param {string} path
 * @returns {Array<Record<string, string>>}
 */
function readSheet(path) {
	const xlsx = require(join(n8nFolder(N8N_VERSION), 'node_modules', '@e965', 'xlsx'));
	const { Sheets, SheetNames } = xlsx.readFile(path);
	return xlsx.utils.sheet_to_json(Sheets[SheetNames[0]], { raw: false });
}

/**
 * Makes a CSV file where n8n 2 lets workflows write, and nowhere else.
 *
 * @param {string} home of n8n
 * @param {string} name
 * @param {string[]} columns
 * @returns {string} its path
 */
function newSheet(home, name, columns) {
	const folder = join(home, '.n8n-files');
	mkdirSync(folder, { recursive: true });
	const path = join(folder, name);
	writeFileSync(path, `${columns.join()}\n`);
	return path;
}

module.exports = { newSheet, readSheet };
