const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Writes a file of the repository, while npm run docs runs. @param {string} path @param {string} text */
function writeText(path, text) {
	if (process.env.npm_lifecycle_event !== 'docs') return;
	writeFileSync(join(__dirname, '../..', path), text);
}

module.exports = { writeText };
