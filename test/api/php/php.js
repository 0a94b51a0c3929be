const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const installed = spawnSync('php', ['-n', '-r', 'exit(PHP_VERSION_ID < 80000);']).status === 0;

/**
 * A test that needs real PHP. Where there is none it is skipped, and says so.
 *
 * @param {string} name
 * @param {() => void} test
 */
function itWithPhp(name, test) {
	if (installed) return it(name, test);
	console.warn(
		`Skipped "${name}": it needs php 8, which is not installed here (in Debian: apt-get install php-cli).`,
	);
	return it.skip(name, test);
}

/**
 * What a script of this repository prints. PHP runs without its ini file: its defaults are meant.
 *
 * @param {string} script path from the folder test/api
 * @param {string} [input]
 */
function runPhp(script, input = '') {
	const { status, stdout, stderr } = spawnSync('php', ['-n', join(__dirname, '..', script)], {
		input,
		encoding: 'utf8',
		maxBuffer: 1e9,
	});
	if (status !== 0) throw new Error(`php ${script} ended with ${status}: ${stdout}${stderr}`);
	return stdout;
}

/**
 * @typedef {{ plain: string | undefined, latin1: string | undefined }} Rewritten undefined where
 *   PHP cannot read the text, or not write it again
 */

/**
 * Reads and writes JSON texts in one PHP process.
 *
 * @param {string[]} texts
 * @returns {Rewritten[]} for each text `json_encode(json_decode(text, true))`: `plain` as it is,
 *   `latin1` with all strings and keys converted to ISO-8859-1 and back in between
 */
function rewriteInPhp(texts) {
	const input = texts.map((text) => Buffer.from(text).toString('base64')).join('\n');
	/** @param {string} [field] */
	const read = (field = '') =>
		field === '-' ? undefined : Buffer.from(field, 'base64').toString('utf8');
	const lines = runPhp('php/rewrite.php', `${input}\n`).trimEnd().split('\n');
	if (lines.length !== texts.length) throw new Error(`php answered ${lines.length} texts`);
	return lines.map((line) => {
		const [plain, latin1] = line.split(' ');
		return { plain: read(plain), latin1: read(latin1) };
	});
}

module.exports = { itWithPhp, runPhp, rewriteInPhp };
