/** @type {import('jest').Config} */
module.exports = {
	...require('../e2e/jest.config'),
	rootDir: __dirname,
	testEnvironment: './environment.js',
	globalTeardown: './teardown.js',
	testMatch: ['<rootDir>/*.queue.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/../e2e/n8n-', '<rootDir>/../../dist/'],
	transform: {
		'\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/../tsconfig.json', diagnostics: false }],
	},
	// What is killed is found lost by n8n after a minute or two.
	testTimeout: 900_000,
};
