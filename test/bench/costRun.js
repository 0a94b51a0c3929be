// What the package costs an n8n that has it, measured in a process of its own:
// node test/bench/costRun.js <folder of the package>
const { join } = require('node:path');

const { PackageDirectoryLoader } = require('n8n-core');
// Loaded by n8n in any case.
require('n8n-workflow');

const [folder = ''] = process.argv.slice(2);
const { n8n } = require(join(folder, 'package.json'));

const milliseconds = (/** @type {number} */ since) => performance.now() - since;

(async () => {
	const began = performance.now();
	/** @type {any[]} */
	const modules = [...n8n.nodes, ...n8n.credentials].map((file) => require(join(folder, file)));
	const required = milliseconds(began);
	const classes = modules.flatMap((exported) => Object.values(exported));
	const descriptions = classes.flatMap((Class) => new Class().description ?? []);
	const loading = performance.now();
	await new PackageDirectoryLoader(folder).loadAll();
	process.send?.({
		required,
		loaded: milliseconds(loading),
		description: JSON.stringify(descriptions).length,
	});
})();
