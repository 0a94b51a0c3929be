const { setTimeout: sleep } = require('node:timers/promises');

/**
 * Asks again and again, twenty times a second, until there is an answer.
 *
 * @template T
 * @param {string} what what is waited for, for the message
 * @param {number} seconds how long at most
 * @param {() => Promise<T | undefined>} ask gives undefined for "not yet"; what it throws ends the wait
 * @returns {Promise<T>}
 * @throws Error if the time is over
 */
async function until(what, seconds, ask) {
	for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(50)) {
		const answer = await ask();
		if (answer !== undefined) return answer;
	}
	throw new Error(`Waited ${seconds} s in vain for ${what}`);
}

module.exports = { until };
