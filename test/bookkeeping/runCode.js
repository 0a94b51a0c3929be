const { compileFunction } = require('node:vm');

/**
 * Runs what a Code node has, for all its items at once.
 *
 * @param {string} jsCode
 * @param {object[]} input the fields of its items
 * @param {object[]} accounts those of the items of the node Accounts, the only other one that it may ask for
 * @returns {Array<Record<string, unknown>>} the fields of what it gives
 */
function runCode(jsCode, input, accounts) {
	/** @param {object[]} all */
	const items = (all) => ({
		all: () => all.map((json) => ({ json })),
		first: () => ({ json: all[0] }),
	});
	/** @param {string} name */
	const node = (name) => {
		if (name === 'Accounts') return items(accounts);
		throw new Error(`The example does not ask for ${name}`);
	};
	const now = { toFormat: () => '20260501' };
	return compileFunction(jsCode, ['$', '$input', '$now'])(node, items(input), now).map(
		(/** @type {{ json: Record<string, unknown> }} */ { json }) => json,
	);
}

module.exports = { runCode };
