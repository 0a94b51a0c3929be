const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');

/**
 * What `npm pack` would put into the tarball, of what was built last.
 *
 * @returns {Array<{ path: string, size: number }>} sizes in bytes
 */
function packedFiles() {
	const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--loglevel=error'], {
		cwd: ROOT,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});
	return JSON.parse(output)[0].files;
}

/** What requiring the built package gives. @returns {Record<string, any>} */
const requirePackage = () => require(ROOT);

/** A file of the repository as text. @param {string} path from its root */
const readText = (path) => readFileSync(join(ROOT, path), 'utf8');

/** What stands in the JSON blocks of a page. @param {string} text in Markdown @returns {string[]} */
const jsonBlocks = (text) =>
	[...text.matchAll(/^```json\n(.*?)^```$/gms)].map(([, json = '']) => json);

module.exports = { jsonBlocks, packedFiles, readText, requirePackage };
