const unit = require('../../jest.config');

/**
 * Whose tests the mutants of a room have to outlive. Those in n8n's engine are only asked where there is no
 * other way, as each file of them loads n8n first.
 *
 * @type {Record<string, string[]>}
 */
const TESTS = {
	api: ['api/*.test.ts', 'credentials/*.test.ts'],
	actions: ['api/c*.test.ts', 'actions/*.test.ts', 'run/{wait,details}.test.ts'],
	transport: ['transport/*.test.ts', 'run/reads.test.ts'],
	run: [
		'run/*.test.ts',
		'engine/{accounts,begunBefore,cancel,choices,corners,kinds,lists,mishaps,retryOnFail,settlements,switches,waiting,waits}.test.ts',
	],
};

/** @type {import('jest').Config} */
module.exports = {
	...unit,
	rootDir: '../..',
	testEnvironment: require.resolve('./environment.js'),
	testMatch: (TESTS[process.env.ROOM ?? ''] ?? []).map((files) => `<rootDir>/test/${files}`),
	testSequencer: undefined,
};
