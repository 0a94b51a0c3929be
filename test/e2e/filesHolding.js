const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * The files below a folder that hold one of some texts, those of installed packages left out.
 *
 * @param {string} folder
 * @param {string[]} texts ASCII
 * @returns {string[]} their paths
 */
function filesHolding(folder, texts) {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name))
		.filter((path) => !path.includes('node_modules'))
		.filter((path) => {
			const content = readFileSync(path, 'latin1');
			return texts.some((text) => content.includes(text));
		});
}

module.exports = { filesHolding };
