const { execFile } = require('node:child_process');
const { rm, writeFile } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, series, src } = require('gulp');

const { version } = require('./package.json');

const clean = () => rm('dist', { recursive: true, force: true });

const compile = () =>
	promisify(execFile)(process.execPath, [require.resolve('typescript/bin/tsc')]).catch((error) => {
		throw new Error(error.stdout);
	});

/** The code asks package.json for the version alone; tsc copies all of it. */
const trim = () => writeFile('dist/package.json', JSON.stringify({ version }));

/** What tsc leaves behind; it copies the JSON files itself. */
const icons = () => src('nodes/**/*.{svg,png}', { encoding: false }).pipe(dest('dist/nodes'));

module.exports = { clean, build: series(clean, compile, trim, icons) };
