const WithN8n = require('../e2e/environment');
const { N8N_VERSION, packTarball } = require('../install');
const { startCluster } = require('./cluster');

/** Gives every test file the same n8n in queue mode, and the same sandbox. */
class WithCluster extends WithN8n {
	/** @override */
	async startN8n() {
		const cluster = await startCluster({
			version: this.version ?? N8N_VERSION,
			tarball: packTarball(),
		});
		return /** @type {any} */ (cluster);
	}
}

module.exports = WithCluster;
