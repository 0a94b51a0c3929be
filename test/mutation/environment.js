const { TestEnvironment } = require('jest-environment-node');

/** Once a test has noticed a mutant, nobody needs to hear of it from the others. */
class UntilOneFails extends TestEnvironment {
	/** @type {import('@jest/environment').JestEnvironment['handleTestEvent']} */
	handleTestEvent = (event, state) => {
		if (event.name !== 'test_done' || event.test.errors.length === 0) return;
		skipAll(state.rootDescribeBlock);
	};
}

/** @param {import('@jest/types').Circus.DescribeBlock} block */
function skipAll({ children }) {
	for (const child of children) {
		if (child.type === 'test') child.mode = 'skip';
		else skipAll(child);
	}
}

module.exports = UntilOneFails;
