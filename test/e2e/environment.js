const { TestEnvironment } = require('jest-environment-node');

const { packTarball } = require('../install');
const { startSandbox } = require('../sandbox/sandbox');
const { startN8n } = require('./n8n');

/** @typedef {Awaited<ReturnType<typeof start>>} Running one n8n and one sandbox, for all test files */

/** The first is the one of all tests that name none; no secret can turn up anywhere by chance. */
const MERCHANTS = [
	{ id: '12345', secret: 'c1kQ-7wJp-e2e-4hYx' },
	{ id: '23456', secret: 'n5Tz-2vRm-e2e-8bLd' },
	{ id: '34567', secret: 'q9Xw-6sGc-e2e-3kPf' },
];

/** @type {Promise<Running> | undefined} */
let running;

/** @param {() => Promise<import('./n8n').N8n>} startOne n8n with the package */
async function start(startOne) {
	const sandbox = await startSandbox({ merchants: MERCHANTS });
	const n8n = await startOne();
	const { id: merchantId, secret } = sandbox.merchant;
	// Without 'Test Mode': n8n has to fill in what was never set.
	const account = { merchantId, secret, language: 'en', baseUrl: sandbox.url };
	await n8n.createCredential('qvicklyApi', 'Qvickly sandbox', account);
	let used = 0;
	/** A number that no other test has. */
	const unique = () => ++used;
	return { n8n, sandbox, merchants: MERCHANTS, account, unique };
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
		running ??= start(() => this.startN8n());
		this.global.running = await running;
	}

	async startN8n() {
		// Everything that n8n could write down is written down, for the tests that look for secrets.
		// In production, as in n8n's own image, browsers may keep the editor.
		const env = { N8N_LOG_LEVEL: 'debug', NODE_ENV: 'production' };
		return await startN8n({ version: this.version, tarball: packTarball(), env });
	}

	static async stop() {
		if (!running) return;
		const { n8n, sandbox } = await running;
		await n8n.stop();
		await sandbox.close();
	}
}

module.exports = WithN8n;
