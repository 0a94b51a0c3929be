// Installs what is missing: node test/install.js [n8n version …]
// Uses nothing but Node.js itself, as it runs before anything is installed.
const { execFileSync, spawn, spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	writeFileSync,
} = require('node:fs');
const { delimiter, dirname, join } = require('node:path');

const ROOT = join(__dirname, '..');

/** The n8n that tests run against unless told otherwise. */
const N8N_VERSION = '2.41.1';

/** @param {string} version @returns {string} the folder that n8n of that version is installed in */
const n8nFolder = (version) => join(__dirname, 'e2e', `n8n-${version}`);

/**
 * The Node.js that n8n runs on: the one from npm, whatever Node.js runs this.
 *
 * @param {string} folder where n8n is installed
 */
function n8nNode(folder) {
	const bundled = ['linux-x64', 'linux-arm64', 'darwin-x64', 'bin-darwin-arm64', 'win-x64']
		.map((platform) => join(folder, 'node_modules', `node-${platform}`))
		.find((path) => existsSync(path));
	if (!bundled) throw new Error(`npm has no Node.js 24 for ${process.platform} ${process.arch}`);
	return { home: bundled, bin: join(bundled, 'bin') };
}

/**
 * Installs the packages of a folder as its lock file says, unless that has been done.
 *
 * @param {string} folder
 * @param {string} what the name of it in messages
 * @param {() => Promise<void>} [finish] what is left to do after npm is through
 */
async function install(folder, what, finish = async () => {}) {
	const lock = createHash('sha256')
		.update(readFileSync(join(folder, 'package-lock.json')))
		.digest('hex');
	const stamp = join(folder, 'node_modules', '.installed');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
	await npm(folder, `Installing ${what}`, ['ci', '--ignore-scripts']);
	await finish();
	writeFileSync(stamp, lock);
}

/**
 * Runs npm, with a sign of life every ten seconds and its output only if it fails.
 *
 * @param {string} folder
 * @param {string} what
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function npm(folder, what, args, env = {}) {
	const started = Date.now();
	const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
	console.log(`${what} …`);
	const timer = setInterval(() => console.log(`${what} … ${seconds()}`), 10_000);
	const child = spawn('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: folder,
		env: { ...process.env, ...env },
		shell: process.platform === 'win32',
	});
	const leave = () => child.kill();
	process.once('exit', leave);
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	const code = await new Promise((resolve) => child.once('close', resolve));
	clearInterval(timer);
	process.removeListener('exit', leave);
	if (code !== 0) throw new Error(`${what} failed: npm ${args.join(' ')}\n${output}`);
	console.log(`${what}: done in ${seconds()}`);
}

const installRoot = () => install(ROOT, 'the development tools');

/** @param {string} [version] */
async function installN8n(version = N8N_VERSION) {
	const folder = n8nFolder(version);
	await install(folder, `n8n ${version} (about 3 GB, some minutes)`, async () => {
		const { home, bin } = n8nNode(folder);
		if (takeDriver(folder)) return;
		// The only native module that n8n needs here; built for the Node.js that n8n runs on.
		await npm(
			folder,
			"Building n8n's database driver",
			['rebuild', 'sqlite3', '--ignore-scripts=false'],
			{
				PATH: `${bin}${delimiter}${process.env.PATH}`,
				npm_config_nodedir: home,
			},
		);
	});
}

const DRIVER = join('node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');

/** What a built driver depends on. @param {string} folder where n8n is installed */
const builtFor = (folder) =>
	[join(folder, 'node_modules', 'sqlite3'), n8nNode(folder).home]
		.map((of) => JSON.parse(readFileSync(join(of, 'package.json'), 'utf8')).version)
		.join();

/**
 * Takes the driver that was built for another n8n, where that has the same for the same Node.js:
 * building it takes two minutes of a processor.
 *
 * @param {string} folder where n8n is installed
 * @returns {boolean} whether there was one that this n8n's Node.js can load
 */
function takeDriver(folder) {
	const other = readdirSync(dirname(folder))
		.filter((name) => name.startsWith('n8n-'))
		.map((name) => join(dirname(folder), name))
		.filter((one) => one !== folder && existsSync(join(one, 'node_modules', '.installed')))
		.find((one) => existsSync(join(one, DRIVER)) && builtFor(one) === builtFor(folder));
	if (!other) return false;
	mkdirSync(dirname(join(folder, DRIVER)), { recursive: true });
	copyFileSync(join(other, DRIVER), join(folder, DRIVER));
	const load = ['--eval', "require('sqlite3')"];
	return spawnSync(join(n8nNode(folder).bin, 'node'), load, { cwd: folder }).status === 0;
}

/**
 * Builds the package and packs it, unless QVICKLY_TARBALL names it: two runs side by side would build
 * into each other's way.
 *
 * @returns {string} the tarball's path
 */
function packTarball() {
	if (process.env.QVICKLY_TARBALL) return process.env.QVICKLY_TARBALL;
	const shell = process.platform === 'win32';
	mkdirSync(join(ROOT, '.tmp'), { recursive: true });
	execFileSync('npm', ['run', '--silent', 'build'], {
		cwd: ROOT,
		shell,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const packed = execFileSync(
		'npm',
		['pack', '--json', '--loglevel=error', '--pack-destination', '.tmp'],
		{
			cwd: ROOT,
			encoding: 'utf8',
			shell,
		},
	);
	return join(ROOT, '.tmp', JSON.parse(packed)[0].filename);
}

module.exports = { N8N_VERSION, install, installN8n, installRoot, n8nFolder, n8nNode, packTarball };

if (require.main === module) {
	(async () => {
		await installRoot();
		for (const version of process.argv.slice(2)) await installN8n(version);
	})().catch((error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
}
