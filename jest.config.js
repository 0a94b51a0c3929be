require('./test/engine/userFolder');

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '/test/e2e/', '/test/queue/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/e2e/'],
	transform: {
		'\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }],
	},
	testSequencer: '<rootDir>/test/longestFirst.js',
	// Only for what hangs: a list of 5,000 rows took more than 30 s on a busy machine.
	testTimeout: 60_000,
	// Most of the time these tests wait for time-outs and retries.
	maxConcurrency: 16,
	maxWorkers: 2,
};
