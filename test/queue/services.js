// PostgreSQL and Redis as Debian packages them, in folders and on ports of their own.
const { execFileSync, spawn } = require('node:child_process');
const { once } = require('node:events');
const { chownSync, existsSync, mkdirSync, readdirSync } = require('node:fs');
const { connect } = require('node:net');
const { join } = require('node:path');

const { freePort } = require('../e2e/server');
const { until } = require('../e2e/until');

/** Seconds that a service may take to start, on a busy machine. */
const START_TIME = 60;

/** Where Debian and Ubuntu put PostgreSQL's programs. */
const POSTGRES = '/usr/lib/postgresql';

/** The newest PostgreSQL of this machine. @returns {string | undefined} the folder of its programs */
const postgresFolder = () =>
	existsSync(POSTGRES)
		? readdirSync(POSTGRES)
				.sort((a, b) => Number(b) - Number(a))
				.map((version) => join(POSTGRES, version, 'bin'))
				.find((folder) => existsSync(join(folder, 'initdb')))
		: undefined;

/** @returns {string[]} what is missing on this machine, none if queue mode can be tested */
function missingServices() {
	const isThere = (/** @type {string} */ program) =>
		(process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)));
	return [
		...(isThere('redis-server') ? [] : ['redis-server']),
		...(isThere('setpriv') ? [] : ['setpriv']),
		...(postgresFolder() ? [] : ['postgresql']),
	];
}

/** PostgreSQL refuses to run as root. @returns {{ uid?: number, gid?: number }} whom to run it as */
function unprivileged() {
	if (process.getuid?.() !== 0) return {};
	const id = (/** @type {string} */ flag) =>
		Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/**
 * A process that ends with this one, however that ends, and can be started again.
 *
 * @param {string[]} command
 * @param {number} port that it listens on
 * @param {{ uid?: number, gid?: number, cwd: string }} options
 */
function createService([program = '', ...args], port, { uid, gid, cwd }) {
	/** @type {import('node:child_process').ChildProcess | undefined} */
	let child;
	let log = '';
	const user = uid === undefined ? [] : [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];

	async function start() {
		const started = spawn('setpriv', [...user, '--pdeathsig=KILL', '--', program, ...args], {
			cwd,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		started.stdout.on('data', (chunk) => (log += chunk));
		started.stderr.on('data', (chunk) => (log += chunk));
		child = started;
		await until(`${program} to answer`, START_TIME, async () => {
			if (started.exitCode !== null) throw new Error(`${program} ended:\n${log}`);
			return (await isListening(port)) || undefined;
		});
	}

	/** Ends it in order, as its package does when the machine is shut down. */
	async function stop() {
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const exited = once(child, 'exit');
		child.kill('SIGINT');
		await exited;
	}

	return { port, start, stop };
}

/** @param {number} port @returns {Promise<boolean>} */
async function isListening(port) {
	const socket = connect(port, '127.0.0.1');
	try {
		await once(socket, 'connect');
		return true;
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}

/** @param {string} folder to keep its files in */
async function startPostgres(folder) {
	const programs = postgresFolder() ?? '';
	const user = unprivileged();
	mkdirSync(folder, { recursive: true });
	if (user.uid !== undefined) chownSync(folder, user.uid, /** @type {number} */ (user.gid));
	const data = join(folder, 'data');
	execFileSync(
		join(programs, 'initdb'),
		['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
		{ ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
	);
	const port = await freePort();
	// Without fsync, which is for machines that lose power.
	const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'max_connections=200'];
	const service = createService(
		[
			join(programs, 'postgres'),
			...['-D', data, '-p', String(port), '-k', folder],
			...settings.flatMap((setting) => ['-c', setting]),
		],
		port,
		{ ...user, cwd: folder },
	);
	await service.start();
	return service;
}

/** With the snapshots that it makes by default: what is queued outlives an orderly restart. @param {string} folder */
async function startRedis(folder) {
	mkdirSync(folder, { recursive: true });
	const port = await freePort();
	const service = createService(
		['redis-server', '--bind', '127.0.0.1', '--port', String(port), '--dir', folder],
		port,
		{ cwd: folder },
	);
	await service.start();
	return service;
}

module.exports = { missingServices, startPostgres, startRedis };
