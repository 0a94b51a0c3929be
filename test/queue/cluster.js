const { cp, mkdir, mkdtemp } = require('node:fs/promises');
const { rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const { createEditor } = require('../e2e/editor');
const { installNode } = require('../e2e/n8n');
const { createServerProcess, freePort } = require('../e2e/server');
const { logIn } = require('../e2e/session');
const { startPostgres, startRedis } = require('./services');

/** @typedef {Awaited<ReturnType<typeof startCluster>>} Cluster */

const LOGIN = { email: 'owner@example.com', password: 'Qvickly2026' };

/**
 * n8n in queue mode: one main process, one webhook processor and some workers over PostgreSQL and
 * Redis, each with a folder of its own, as on machines of their own. The package is installed for
 * every one of them.
 *
 * @param {{ version: string, tarball: string, workers?: number, env?: Record<string, string> }} options
 * @returns what `startN8n` gives, of the main process, and the parts to stop and start
 */
async function startCluster({ version, tarball, workers = 2, env = {} }) {
	const folder = await mkdtemp(join(tmpdir(), 'qvickly-queue-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	// PostgreSQL runs as a user of its own and has to get into its folder.
	await require('node:fs/promises').chmod(folder, 0o755);
	const postgres = await startPostgres(join(folder, 'postgres'));
	const redis = await startRedis(join(folder, 'redis'));
	const template = join(folder, 'package');
	await mkdir(template);
	await installNode(template, tarball);

	const webhookPort = await freePort();
	const webhookUrl = `http://127.0.0.1:${webhookPort}`;
	const common = {
		EXECUTIONS_MODE: 'queue',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'postgres',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		N8N_ENCRYPTION_KEY: 'the-same-for-all-processes',
		WEBHOOK_URL: `${webhookUrl}/`,
		// Production webhooks are the webhook processor's alone.
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		N8N_PAYLOAD_SIZE_MAX: '64',
		...env,
	};

	/** @param {'start' | 'webhook' | 'worker'} role @param {string} name @param {number} port */
	async function create(role, name, port) {
		const own = join(folder, name);
		await cp(template, own, { recursive: true, verbatimSymlinks: true });
		const server = createServerProcess({ version, folder: own, port, env: common, role });
		process.once('exit', server.killNow);
		return server;
	}

	const main = await create('start', 'main', await freePort());
	await main.start();
	const request = await logIn(main.url, LOGIN);
	const webhooks = await create('webhook', 'webhooks', webhookPort);
	/** @type {Array<Awaited<ReturnType<typeof create>>>} */
	const started = [];

	/** So many workers run from now on. @param {number} count */
	async function setWorkers(count) {
		while (started.length < count) {
			started.push(await create('worker', `worker-${started.length}`, await freePort()));
		}
		await Promise.all(
			started.map(async (one, index) => {
				await one.stop();
				if (index < count) await one.start();
			}),
		);
	}
	await Promise.all([webhooks.start(), setWorkers(workers)]);

	async function stop() {
		await Promise.all([main, webhooks, ...started].map(async (one) => await one.stop()));
		await Promise.all([redis.stop(), postgres.stop()]);
	}

	return {
		url: main.url,
		login: LOGIN,
		version,
		...createEditor(version, request),
		/** The production address of a webhook. @param {string} path as in the Webhook node */
		webhookUrl: (path) => `${webhookUrl}/webhook/${path}`,
		log: () => [main, webhooks, ...started].map((one) => one.log()).join('\n'),
		main,
		webhooks,
		/** All that were ever started. */
		workers: started,
		setWorkers,
		redis,
		stop,
	};
}

module.exports = { startCluster };
