const { TestEnvironment } = require('jest-environment-node');

const { packTarball } = require('../install');
const { startSandbox } = require('../sandbox/sandbox');
const { startN8n } = require('./n8n');

/** @typedef {Awaited<ReturnType<typeof start>>} Running one n8n and one sandbox, for all test files */

/** @type {Promise<Running> | undefined} */
let running;

/** @param {string} [version] of n8n */
async function start(version) {
	// A secret that cannot turn up anywhere by chance.
	const merchants = [{ id: '12345', secret: 'c1kQ-7wJp-e2e-4hYx' }];
	const sandbox = await startSandbox({ merchants });
	// Everything that n8n could write down is written down, for the tests that look for secrets.
	const env = { N8N_LOG_LEVEL: 'debug' };
	const n8n = await startN8n({ version, tarball: packTarball(), env });
	const { id: merchantId, secret } = sandbox.merchant;
	// Without 'Test Mode': n8n has to fill in what was never set.
	const account = { merchantId, secret, language: 'en', baseUrl: sandbox.url };
	await n8n.createCredential('qvicklyApi', 'Qvickly sandbox', account);
	let used = 0;
	/** A number that no other test has. */
	const unique = () => ++used;
	return { n8n, sandbox, account, unique };
}

/** Gives every test file the same n8n and sandbox, as `running` in its globals. */
class WithN8n extends TestEnvironment {
	/**
	 * @param {import('@jest/environment').JestEnvironmentConfig} config whose testEnvironmentOptions
	 *   may name the `n8n` version to run
	 * @param {import('@jest/environment').EnvironmentContext} context
	 */
	constructor(config, context) {
		super(config, context);
		const { n8n } = config.projectConfig.testEnvironmentOptions;
		this.version = /** @type {string | undefined} */ (n8n);
	}

	/** @override */
	async setup() {
		await super.setup();
		running ??= start(this.version);
		this.global.running = await running;
	}

	static async stop() {
		if (!running) return;
		const { n8n, sandbox } = await running;
		await n8n.stop();
		await sandbox.close();
	}
}

module.exports = WithN8n;
