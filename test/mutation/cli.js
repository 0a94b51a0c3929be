// npm run test:mutation: changes the code in thousands of small ways, each of which some test has to notice.
// npm run test:mutation -- api run: only in these rooms of nodes/Qvickly.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const { install } = require('../install');

const ROOMS = ['api', 'run', 'transport', 'actions'];

const STRYKER = join(__dirname, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');

async function main() {
	const rooms = process.argv.slice(2);
	const unknown = rooms.find((room) => !ROOMS.includes(room));
	if (unknown) throw new Error(`There is no room "${unknown}": ${ROOMS.join(', ')}`);
	await install(__dirname, 'Stryker');
	for (const room of rooms.length > 0 ? rooms : ROOMS) {
		console.log(`Mutants of nodes/Qvickly/${room} …`);
		const { status } = spawnSync(
			process.execPath,
			[STRYKER, 'run', join(__dirname, 'stryker.config.js')],
			{ stdio: 'inherit', env: { ...process.env, ROOM: room } },
		);
		if (status !== 0) process.exitCode = 1;
	}
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
