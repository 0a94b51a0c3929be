// npm run test:compat: the core of the end-to-end tests in every n8n that has a lock file here.
// npm run test:compat -- 1.123 2.0: only in those whose version begins so.
// npm run test:compat -- --without restarts: all but this file of the core.
const { spawnSync } = require('node:child_process');
const { mkdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');

const { installN8n, n8nFolder, n8nNode } = require('../install');
const { pinnedVersions } = require('./versions');

/** The test files that every n8n has to pass. All others run in the newest one alone. */
const CORE = [
	'webhook',
	'operations',
	'once',
	'accounts',
	'upgrade',
	'spreadsheet',
	'credential',
	'httpRequest',
	'httpRequestExamples',
	'retryOnFail',
	'secrets',
	'types',
	'examples',
	'invoicesExample',
	'orderExamples',
	'payLinkForm',
	'newPayments',
	'checkout',
	'otherOperations',
	'otherOperationsByHand',
	'settlementExample',
	'lists',
	'trigger',
	'answers',
	'sheet',
	'forgery',
	'waiting',
	'waitingFor',
	'polling',
	'restarts',
];

const { positionals: beginnings, values } = parseArgs({
	allowPositionals: true,
	options: { without: { type: 'string', multiple: true, default: [] } },
});

const FILES = CORE.filter((name) => !values.without.includes(name));

const RESULTS = join(__dirname, '..', '..', '.tmp', 'compat');

/**
 * Runs the files.
 *
 * @param {string} version of n8n, installed
 * @returns {number} how many tests passed
 * @throws Error if anything failed or did not run
 */
function runCore(version) {
	const config = {
		...require('./jest.config'),
		testMatch: FILES.map((name) => `<rootDir>/${name}.e2e.test.ts`),
		testEnvironmentOptions: { n8n: version },
	};
	const outputFile = join(RESULTS, `${version}.json`);
	const flags = ['--config', JSON.stringify(config), '--json', '--outputFile', outputFile];
	const { status } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...flags], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (status !== 0) throw new Error('see the tests above');
	const { numPassedTests, numPassedTestSuites } = JSON.parse(readFileSync(outputFile, 'utf8'));
	if (numPassedTestSuites !== FILES.length) throw new Error('a file of the core is missing');
	return numPassedTests;
}

/** The version of the Node.js that an n8n runs on. @param {string} version of n8n */
function nodeVersion(version) {
	const { home } = n8nNode(n8nFolder(version));
	return JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
}

/** @param {string} version of n8n @returns {Promise<string>} what was passed, and on what */
async function test(version) {
	await installN8n(version);
	console.log(`Testing in n8n ${version} …`);
	const started = Date.now();
	const passed = runCore(version);
	const seconds = Math.round((Date.now() - started) / 1000);
	return `${passed} tests passed in ${seconds} s, on Node.js ${nodeVersion(version)}`;
}

async function main() {
	const isWanted = (/** @type {string} */ version) =>
		beginnings.length === 0 || beginnings.some((one) => `${version}.`.startsWith(`${one}.`));
	const versions = pinnedVersions().filter(isWanted);
	if (versions.length === 0) throw new Error(`No n8n ${beginnings.join(', ')} in test/e2e`);
	mkdirSync(RESULTS, { recursive: true });
	const lines = [];
	for (const version of versions) {
		const result = await test(version).catch((error) => {
			process.exitCode = 1;
			return `FAILED: ${error.message}`;
		});
		lines.push(`n8n ${version}: ${result}`);
	}
	console.log(lines.join('\n'));
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
