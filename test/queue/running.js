const { n8n, ...running } = require('../e2e/running');

/** The n8n in queue mode and the sandbox that test/queue/environment.js started. */
module.exports = {
	...running,
	cluster: /** @type {import('./cluster').Cluster} */ (/** @type {unknown} */ (n8n)),
};
