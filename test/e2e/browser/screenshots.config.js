// npm run screenshots: the tests in the browser, which then keep their pictures in docs/images.
process.env.QVICKLY_SCREENSHOTS = '1';

/** @type {import('jest').Config} */
module.exports = {
	...require('../jest.config'),
	testMatch: ['<rootDir>/browser/*.e2e.test.ts'],
};
