const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, series, src } = require('gulp');

const run = (bin, ...flags) =>
	promisify(execFile)(process.execPath, [require.resolve(bin), ...flags]).catch((error) => {
		throw new Error(error.stdout + error.stderr);
	});

const clean = () => rm('dist', { recursive: true, force: true });

const compile = () => run('typescript/bin/tsc');

/** What tsc leaves behind; it copies the JSON files itself. */
const icons = () => src('nodes/**/*.{svg,png}', { encoding: false }).pipe(dest('dist/nodes'));

module.exports = { clean, build: series(clean, compile, icons) };
