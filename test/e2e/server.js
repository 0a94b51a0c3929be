const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { createServer } = require('node:net');
const { delimiter, join } = require('node:path');

const { n8nFolder, n8nNode } = require('../install');
const { until } = require('./until');
const { disabledModules } = require('./versions');

/** Seconds that n8n may take to answer after its start, on a slow and busy machine. */
const START_TIME = 120;

/** Milliseconds that n8n may take to end by itself before it is made to. */
const STOP_TIME = 5_000;

/** What a process needs of its surroundings; all else, such as proxies or NODE_ENV, stays out. */
const INHERITED = ['PATH', 'LANG', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];

/** Keeps n8n quiet and to itself: nothing goes outside, nothing is asked or advertised. */
const SETTINGS = {
	// It starts in three quarters of the time if its code need not be compiled anew.
	NODE_COMPILE_CACHE: join(__dirname, '..', '..', '.tmp', 'compiled'),
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_HOST: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
	N8N_BLOCK_ENV_ACCESS_IN_NODE: 'true',
	N8N_GIT_NODE_DISABLE_BARE_REPOS: 'true',
	EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
};

/** A port of this machine that nothing listens on right now. @returns {Promise<number>} */
async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** What a process writes once it does its work, which may be after it is healthy. */
const READY = {
	start: 'Editor is now accessible',
	webhook: 'Webhook listener waiting for requests',
	worker: 'n8n worker is now ready',
};

/**
 * One n8n as a child process that can be started again and again.
 *
 * @param {{
 *   version: string, folder: string, port: number, env: Record<string, string>,
 *   role?: keyof typeof READY,
 * }} options `role` is n8n's command: a whole n8n unless told otherwise, or a part of one in queue mode
 */
function createServerProcess({ version, folder, port, env, role = 'start' }) {
	const installed = n8nFolder(version);
	const node = n8nNode(installed);
	const url = `http://127.0.0.1:${port}`;
	let log = '';
	/** @type {import('node:child_process').ChildProcess | undefined} */
	let child;

	/** Starts n8n. @returns {Promise<void>} when it answers @throws Error with n8n's output if it ends */
	async function start() {
		const inherited = INHERITED.flatMap((name) =>
			process.env[name] ? [[name, process.env[name]]] : [],
		);
		const started = spawn(
			join(node.bin, process.platform === 'win32' ? 'node.exe' : 'node'),
			[
				'--require',
				join(__dirname, 'exitWithParent.js'),
				join(installed, 'node_modules', 'n8n', 'bin', 'n8n'),
				role,
			],
			{
				cwd: folder,
				detached: process.platform !== 'win32',
				env: {
					...Object.fromEntries(inherited),
					...SETTINGS,
					N8N_DISABLED_MODULES: disabledModules(version),
					PATH: `${node.bin}${delimiter}${process.env.PATH}`,
					HOME: folder,
					N8N_USER_FOLDER: folder,
					N8N_PORT: String(port),
					...(role === 'worker' && {
						QUEUE_HEALTH_CHECK_ACTIVE: 'true',
						QUEUE_HEALTH_CHECK_PORT: String(port),
						N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
					}),
					N8N_RUNNERS_BROKER_PORT: String(await freePort()),
					...env,
				},
			},
		);
		child = started;
		started.stdout.on('data', (chunk) => (log += chunk));
		started.stderr.on('data', (chunk) => (log += chunk));
		await untilHealthy(started);
	}

	/** @param {import('node:child_process').ChildProcess} started */
	async function untilHealthy(started) {
		const begin = log.length;
		const isHealthy = async () => {
			if (hasEnded(started)) throw new Error('it ended while it was starting');
			const answer = await fetch(`${url}/healthz/readiness`).catch(() => undefined);
			return (answer?.ok && log.includes(READY[role], begin)) || undefined;
		};
		await until('n8n to answer', START_TIME, isHealthy).catch(async (error) => {
			await kill();
			throw new Error(`n8n ${version} (${role}): ${error.message}\n${log}`);
		});
	}

	/** @param {NodeJS.Signals} signal */
	function send(signal) {
		if (child?.pid === undefined || hasEnded(child)) return;
		// The whole process group where there is such a thing, as n8n has task runners of its own.
		if (process.platform === 'win32' || signal === 'SIGTERM') child.kill(signal);
		else killGroup(child.pid);
	}

	/** @param {NodeJS.Signals} signal */
	async function end(signal) {
		if (!child || hasEnded(child)) return;
		const exited = once(child, 'exit');
		send(signal);
		const late = setTimeout(() => send('SIGKILL'), STOP_TIME);
		await exited;
		clearTimeout(late);
	}

	const kill = () => end('SIGKILL');

	return {
		url,
		pid: () => child?.pid,
		log: () => log,
		start,
		stop: () => end('SIGTERM'),
		kill,
		/** Ends n8n without waiting until it is gone. */
		killNow: () => send('SIGKILL'),
	};
}

/** @param {import('node:child_process').ChildProcess} child */
const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

/** @param {number} pid of the group's first process */
function killGroup(pid) {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It has just ended by itself.
	}
}

module.exports = { createServerProcess, freePort };
