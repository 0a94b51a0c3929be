const Sequencer = require('@jest/test-sequencer').default;

/** Test files that take half a minute or more. */
const LONG = /[/\\](engine[/\\](faults\w*|cured)|soak)\.test\.ts$/;

/**
 * Begins with the tests that take longest. Jest does so only where it has run them before; in a fresh
 * checkout it begins with the largest files. The longest are small ones: they came last, with little
 * left to run beside them, and took twice the processor time in processes whose memory was full by then.
 */
class LongestFirst extends Sequencer {
	/**
	 * @override
	 * @param {import('@jest/test-result').Test[]} tests
	 */
	async sort(tests) {
		const sorted = await super.sort(tests);
		const isLong = (/** @type {{ path: string }} */ { path }) => LONG.test(path);
		return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
	}
}

module.exports = LongestFirst;
