const { execFileSync, spawnSync } = require('node:child_process');
const { mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..', '..');

/**
 * Builds and packs the package as it was, with the tools that are installed now.
 *
 * @param {string} commit
 * @returns {string | undefined} the tarball's path; none if this clone does not reach back so far
 */
function packEarlier(commit) {
	if (!isThere(commit)) {
		console.warn(`Skipped what needs the package as it was: this clone has no commit ${commit}.`);
		return undefined;
	}
	// Inside the project, where the tools are found; a folder for each, as tests may run side by side.
	mkdirSync(join(ROOT, '.tmp'), { recursive: true });
	const destination = mkdtempSync(join(ROOT, '.tmp', 'earlier-'));
	const source = join(destination, commit);
	mkdirSync(source);
	const tar = `${source}.tar`;
	try {
		execFileSync('git', ['archive', '--output', tar, commit], { cwd: ROOT });
		execFileSync('tar', ['-xf', tar, '-C', source]);
		/** @param {string[]} args */
		const npm = (...args) =>
			execFileSync('npm', args, {
				cwd: source,
				encoding: 'utf8',
				shell: process.platform === 'win32',
			});
		npm('run', '--silent', 'build');
		const packed = npm('pack', '--json', '--loglevel=error', '--pack-destination', '..');
		return join(destination, JSON.parse(packed)[0].filename);
	} finally {
		for (const path of [source, tar]) rmSync(path, { recursive: true, force: true });
	}
}

/** @param {string} commit */
const isThere = (commit) =>
	spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: ROOT }).status === 0;

module.exports = { packEarlier };
