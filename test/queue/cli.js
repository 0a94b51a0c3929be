// npm run test:queue: the tests of queue mode, in n8n 2.41.1 and 1.123.81.
// npm run test:queue -- 1.123: only in that.
const { spawnSync } = require('node:child_process');

const { installN8n } = require('../install');
const { missingServices } = require('./services');

/** The newest n8n, and the oldest line, which starts an execution again whose worker was lost. */
const VERSIONS = ['2.41.1', '1.123.81'];

/** @param {string} version of n8n, installed @returns {boolean} whether all tests passed */
function run(version) {
	const config = { ...require('./jest.config'), testEnvironmentOptions: { n8n: version } };
	const jest = require.resolve('jest/bin/jest');
	const { status } = spawnSync(process.execPath, [jest, '--config', JSON.stringify(config)], {
		stdio: 'inherit',
	});
	return status === 0;
}

async function main() {
	const missing = missingServices();
	if (missing.length > 0) {
		console.warn(`SKIPPED: queue mode is not tested, as this machine lacks ${missing.join(', ')}`);
		return;
	}
	const wanted = process.argv.slice(2);
	for (const version of VERSIONS) {
		if (wanted.length > 0 && !wanted.some((one) => `${version}.`.startsWith(`${one}.`))) continue;
		await installN8n(version);
		console.log(`Testing queue mode in n8n ${version} …`);
		if (!run(version)) process.exitCode = 1;
	}
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
