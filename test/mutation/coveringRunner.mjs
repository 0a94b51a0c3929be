// A plugin for Stryker: its runner for Jest, which by itself loads every test file that has to do with the
// file of a mutant. This one runs the files with a test that reaches the mutant, the quickest first, until one fails.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { PluginKind, declareFactoryPlugin } from '@stryker-mutator/api/plugin';
import { strykerPlugins as pluginsOfJest } from '@stryker-mutator/jest-runner';

/** In the sandbox, as each runner is a process of its own: tests as [full name, file, milliseconds]. */
const TESTS = join('.tmp', 'tests.json');

const jest = pluginsOfJest.find(({ name }) => name === 'jest');

function coveringRunner(injector) {
	const runner = jest.factory(injector);
	const [dryRun, mutantRun, run] = ['dryRun', 'mutantRun', 'run'].map((name) =>
		runner[name].bind(runner),
	);
	return Object.assign(runner, {
		async dryRun(options) {
			const result = await dryRun(options);
			const tests = (result.tests ?? []).map((test) => [test.id, test.fileName, test.timeSpentMs]);
			mkdirSync(dirname(TESTS), { recursive: true });
			writeFileSync(TESTS, JSON.stringify(tests));
			return result;
		},

		async mutantRun(options) {
			let nrOfTests = 0;
			for (const file of filesOf(options.testFilter)) {
				runner.run = (settings) =>
					run({ ...settings, fileNamesUnderTest: undefined, testFiles: [file] });
				const result = await mutantRun(options);
				if (result.status !== 'survived') return result;
				nrOfTests += result.nrOfTests;
			}
			return { status: 'survived', nrOfTests };
		},
	});
}
coveringRunner.inject = jest.factory.inject;

/** @param {string[] | undefined} names of tests; all, if none is given */
function filesOf(names) {
	const tests = JSON.parse(readFileSync(TESTS, 'utf8'));
	const wanted = new Set(names ?? tests.map(([name]) => name));
	const times = new Map();
	for (const [name, file, milliseconds] of tests) {
		if (wanted.has(name)) times.set(file, (times.get(file) ?? 0) + milliseconds);
	}
	return [...times].sort(([, a], [, b]) => a - b).map(([file]) => file);
}

export { strykerValidationSchema } from '@stryker-mutator/jest-runner';

export const strykerPlugins = [
	declareFactoryPlugin(PluginKind.TestRunner, 'covering', coveringRunner),
];
