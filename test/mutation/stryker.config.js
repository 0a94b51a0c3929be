const { tmpdir } = require('node:os');
const { join } = require('node:path');

const ROOM = process.env.ROOM ?? 'api';

module.exports = {
	testRunner: 'covering',
	plugins: [join(__dirname, 'coveringRunner.mjs')],
	jest: { projectType: 'custom', configFile: 'test/mutation/jest.config.js' },
	coverageAnalysis: 'perTest',
	mutate: [process.env.MUTATE ?? `nodes/Qvickly/${ROOM}/**/*.ts`],
	ignorePatterns: ['test/e2e', 'docs', 'dist', '.tmp', 'examples'],
	// Tables of texts, codes and fields: they are read when a file is loaded, and every test would have to run
	// for each of their mutants.
	ignoreStatic: true,
	mutator: {
		// Texts for people: what must be said is tested, not every word of it.
		excludedMutations: ROOM === 'api' ? [] : ['StringLiteral'],
	},
	concurrency: 2,
	timeoutMS: 10_000,
	// Where no linter looks, and Jest does, which passes over all that is in a folder node_modules.
	tempDirName: join(tmpdir(), 'qvickly-mutants'),
	incremental: true,
	incrementalFile: join('.tmp', `mutation-${ROOM}.incremental.json`),
	reporters: ['clear-text', 'json', 'progress-append-only'],
	jsonReporter: { fileName: join('.tmp', `mutation-${ROOM}.json`) },
	clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
	thresholds: { high: 98, low: 95, break: 95 },
};
