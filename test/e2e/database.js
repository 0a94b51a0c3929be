const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

const { n8nFolder, n8nNode } = require('../install');

/** Run by the Node.js that n8n runs on, as older ones have no SQLite. */
const EXECUTE =
	"const { DatabaseSync } = require('node:sqlite'); new DatabaseSync(process.argv[1], { timeout: 10_000 }).exec(process.argv[2])";

/**
 * Lets n8n's database refuse new executions of a workflow, as one does that is full or gone.
 *
 * @param {import('./n8n').N8n} n8n
 * @param {string} id of the workflow
 * @returns what ends that
 */
function refuseExecutions({ version, folder }, id) {
	/** @param {string} sql */
	const execute = (sql) => {
		const { bin } = n8nNode(n8nFolder(version));
		const node = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
		execFileSync(node, ['-e', EXECUTE, join(folder, '.n8n', 'database.sqlite'), sql], {
			stdio: ['ignore', 'ignore', 'pipe'],
		});
	};
	const name = `"refuse ${id}"`;
	execute(
		`CREATE TRIGGER ${name} BEFORE INSERT ON execution_entity WHEN NEW."workflowId" = '${id}' BEGIN SELECT RAISE(ABORT, 'full'); END`,
	);
	return () => execute(`DROP TRIGGER ${name}`);
}

module.exports = { refuseExecutions };
