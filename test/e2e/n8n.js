/**
 * A real n8n for end-to-end tests, `npm start`, benchmarks and crash tests.
 *
 *     const n8n = await startN8n({ tarball: packTarball() });
 *     await n8n.createCredential('qvicklyApi', 'Account', { merchantId, secret, baseUrl: sandbox.url });
 *     const id = await n8n.createWorkflow(workflow);
 *     await n8n.activate(id);
 *     const answer = await fetch(n8n.webhookUrl('cancel'), { method: 'POST', … });
 *     const [{ id: execution }] = await n8n.executions(id);
 *     const { status, data } = await n8n.finished(execution);
 *     await n8n.stop();
 *
 * n8n of the version must be installed: node test/install.js 2.41.1
 */
const { execFile } = require('node:child_process');
const { rmSync } = require('node:fs');
const { mkdir, mkdtemp, writeFile } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { promisify } = require('node:util');

const { N8N_VERSION } = require('../install');
const { createEditor } = require('./editor');
const { createServerProcess, freePort } = require('./server');
const { logIn } = require('./session');

/**
 * @typedef {{
 *   version?: string, tarball?: string, folder?: string, port?: number, env?: Record<string, string>,
 * }} Options `version` is one that is installed; `tarball` the packed node, to be left out if the
 *   folder has it already; `folder` n8n's user folder, by default a new one that is removed by
 *   stop(); `port` by default a free one; `env` settings of n8n that go before the harness's own
 * @typedef {Awaited<ReturnType<typeof startN8n>>} N8n
 */

/** n8n's owner. */
const LOGIN = { email: 'owner@example.com', password: 'Qvickly2026' };

/**
 * Starts a real n8n as a child process on 127.0.0.1, with the node installed as a user would have
 * it. It ends with the process that started it, whatever becomes of that.
 *
 * @param {Options} [options]
 * @returns once n8n answers and its workflows are active
 * @throws Error with n8n's output if it does not start
 */
async function startN8n(options = {}) {
	const { version = N8N_VERSION, tarball, env = {} } = options;
	const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'qvickly-n8n-')));
	const port = options.port ?? (await freePort());
	const server = createServerProcess({ version, folder, port, env });
	const removeFolder = () => {
		if (!options.folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	const leave = () => {
		server.killNow();
		removeFolder();
	};
	process.once('exit', leave);
	if (tarball) await installNode(folder, tarball);
	await server.start();
	const request = await logIn(server.url, LOGIN).catch(async (error) => {
		await server.kill();
		throw error;
	});

	/** Ends n8n, by force after a few seconds, and removes its folder if it was made here. */
	async function stop() {
		await server.stop();
		removeFolder();
		process.removeListener('exit', leave);
	}

	/** Ends n8n if it runs, and starts it with the same folder and port. The login stays. */
	async function restart() {
		await server.stop();
		await server.start();
	}

	return {
		url: server.url,
		login: LOGIN,
		version,
		folder,
		...createEditor(version, request),
		/** The production address of a webhook. @param {string} path as in the Webhook node */
		webhookUrl: (path) => `${server.url}/webhook/${path}`,
		/** n8n's process. */
		pid: server.pid,
		/** All that n8n has written to its output, restarts included. */
		log: server.log,
		stop,
		/** Ends n8n at once, as a crash would. Its folder stays, for restart(). */
		kill: server.kill,
		restart,
	};
}

/**
 * Installs the packed node as n8n does, in place of another version of it.
 *
 * @param {string} folder n8n's user folder
 * @param {string} tarball path
 */
async function installNode(folder, tarball) {
	const nodes = join(folder, '.n8n', 'nodes');
	await mkdir(nodes, { recursive: true });
	await writeFile(join(nodes, 'package.json'), '{"name":"installed-nodes","private":true}\n');
	const flags = ['--ignore-scripts', '--legacy-peer-deps', '--omit=dev', '--omit=peer'];
	const installing = promisify(execFile)(
		'npm',
		['install', tarball, ...flags, '--no-audit', '--no-fund'],
		{ cwd: nodes, shell: process.platform === 'win32' },
	);
	const leave = () => installing.child.kill('SIGKILL');
	process.prependOnceListener('exit', leave);
	await installing;
	process.removeListener('exit', leave);
}

module.exports = { installNode, startN8n };
