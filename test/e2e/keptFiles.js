const { mkdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const { readSheet } = require('./readSheet');
const { readSie } = require('./readSie');

/**
 * A folder where n8n 2 lets workflows write, and what they have written there.
 *
 * @param {string} home of n8n
 * @param {string} name
 */
function newFolder(home, name) {
	const path = join(home, '.n8n-files', name);
	mkdirSync(path, { recursive: true });
	return {
		path,
		/** The rows of an XLSX file. @param {string} file */
		rows: (file) => readSheet(join(path, file)),
		/** A SIE file. @param {string} file */
		sie: (file) => readSie(readFileSync(join(path, file))),
	};
}

module.exports = { newFolder };
