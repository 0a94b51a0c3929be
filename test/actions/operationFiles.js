const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const NODE = join(__dirname, '../../nodes/Qvickly');

/**
 * @typedef {import('../../nodes/Qvickly/actions/operation').Operation} Operation
 * @typedef {{
 *   resource: string, file: string, operation: Operation, listed: unknown[],
 *   schemaPath: string, schema: undefined | {
 *     properties: Record<string, { type: string }>, additionalProperties?: boolean,
 *   },
 * }} OperationFile `listed` is what the resource's operations.ts has; the schema is of its output
 */

/**
 * Every operation that has a file, whether anything else knows of it or not.
 *
 * @returns {OperationFile[]}
 */
function operationFiles() {
	const actions = join(NODE, 'actions');
	const files = readdirSync(actions, { recursive: true, encoding: 'utf8' });
	return files
		.map((path) => path.split(/[\\/]/))
		.filter((path) => path.at(-1)?.endsWith('.operation.ts'))
		.map(([resource = '', file = '']) => {
			const exported = Object.values(require(join(actions, resource, file)));
			const operation = exported.find((value) => 'option' in value);
			const name = `${operation.option.value}.json`;
			const schemaPath = join(NODE, '__schema__/v1.0.0', resource, name);
			return {
				resource,
				file,
				operation,
				listed: Object.values(require(join(actions, resource, 'operations'))),
				schemaPath,
				schema: existsSync(schemaPath) ? JSON.parse(readFileSync(schemaPath, 'utf8')) : undefined,
			};
		});
}

module.exports = { operationFiles };
