/**
 * What differs between the versions of n8n that tests run on, other than its REST interface
 * (session.js). Releases between the tested ones were not looked at.
 */
const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const { n8nFolder } = require('../install');

/** @param {string} a @param {string} b */
const compare = (a, b) => a.localeCompare(b, 'en', { numeric: true });

/** @param {string} version @param {string} other */
const isBefore = (version, other) => compare(version, other) < 0;

/** @returns {string[]} the versions that have a lock file here, the oldest first */
const pinnedVersions = () =>
	readdirSync(__dirname)
		.flatMap((name) => /^n8n-(\d.*)$/.exec(name)?.[1] ?? [])
		.sort(compare);

/** Parts of n8n that would ask servers outside. */
const ASKING_OUTSIDE = ['insights', 'mcp-registry'];

/**
 * @param {string} version of n8n
 * @returns {string} the value of N8N_DISABLED_MODULES; n8n does not start with a name that it does not know
 */
const disabledModules = (version) =>
	ASKING_OUTSIDE.filter((name) =>
		existsSync(join(n8nFolder(version), 'node_modules', 'n8n', 'dist', 'modules', name)),
	).join();

/**
 * @param {string} version of n8n
 * @returns {number} of the HTTP Request node that users of this n8n get when they add one
 */
const httpRequestVersion = (version) =>
	isBefore(version, '2.20') ? 4.3 : isBefore(version, '2.41') ? 4.4 : 4.5;

/**
 * @param {string} version of n8n
 * @returns {number} the HTTP status with which a webhook answers whose workflow fails before its
 *   Respond to Webhook node; 200, with an empty body, whichever node it is that fails
 */
const failedWebhookStatus = (version) => (isBefore(version, '2.41') ? 200 : 500);

/**
 * @param {string} version of n8n
 * @returns {number} the HTTP status with which a webhook that answers at once does so where n8n cannot
 *   start the workflow; 200 is told before that is tried
 */
const unstartedStatus = (version) => (isBefore(version, '2.10') ? 200 : 500);

/** @param {string} version of n8n @returns {boolean} whether nodes can name a data table by its name */
const knowsTableNames = (version) => !isBefore(version, '2.20');

module.exports = {
	disabledModules,
	failedWebhookStatus,
	httpRequestVersion,
	knowsTableNames,
	pinnedVersions,
	unstartedStatus,
};
