/** @type {import('jest').Config} */
module.exports = {
	rootDir: __dirname,
	testEnvironment: './environment.js',
	globalTeardown: './teardown.js',
	testMatch: ['<rootDir>/*.e2e.test.ts', '<rootDir>/browser/*.e2e.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/n8n-', '<rootDir>/../../dist/'],
	transform: {
		'\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/../tsconfig.json', diagnostics: false }],
	},
	// One process, as all test files share one n8n and look into one sandbox.
	maxWorkers: 1,
	// Only for what hangs: with other tests beside it, one that installs and starts n8n twice took two minutes.
	testTimeout: 300_000,
};
