const running = require('../e2e/running');

/** The n8n in queue mode and the sandbox that test/queue/environment.js started. */
module.exports = {
	cluster: /** @type {import('./cluster').Cluster} */ (/** @type {unknown} */ (running.n8n)),
	sandbox: running.sandbox,
	unique: running.unique,
};
