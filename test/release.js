// What has to be true before a package leaves this folder. Uses nothing but Node.js itself, as npm
// runs it where nothing is installed.
//
//     node test/release.js            npm pack runs this: is there anything to pack?
//     node test/release.js v0.2.0     the publish workflow runs this: may this tag be published?
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');

/** Addresses under the names that are kept for examples (RFC 2606). */
const STAND_IN = /[\w.+@-]+\.(example|invalid|test)\b|[\w.+@-]*\bexample\.(com|net|org)\b/g;

/**
 * What speaks against publishing.
 *
 * @param {typeof import('../package.json')} manifest
 * @param {string} tag that was pushed
 * @param {string} [repository] of the workflow, such as `owner/name`; npm's provenance names it
 * @returns {string[]} sentences; none if nothing does
 */
function problems(manifest, tag, repository) {
	const { version, author, homepage, bugs, repository: source } = manifest;
	const standIns = JSON.stringify([author, homepage, bugs, source]).match(STAND_IN);
	return [
		...(tag === `v${version}` ? [] : [`The tag is ${tag}, but the version ${version}.`]),
		...(standIns ?? []).map((standIn) => `package.json still has the stand-in ${standIn}.`),
		...(!repository || source.url === `git+https://github.com/${repository}.git`
			? []
			: [`package.json says that the source is ${source.url}, but this is ${repository}.`]),
	];
}

/** What is not there of that which n8n loads. @param {string} root @param {typeof import('../package.json')} manifest */
const notBuilt = (root, { n8n }) =>
	[...n8n.nodes, ...n8n.credentials]
		.filter((path) => !existsSync(join(root, path)))
		.map((path) => `${path} is not built. Run: node test/install.js && npm run build`);

module.exports = { notBuilt, problems };

if (require.main === module) {
	const manifest = require('../package.json');
	const [tag] = process.argv.slice(2);
	const found = tag
		? problems(manifest, tag, process.env.GITHUB_REPOSITORY)
		: notBuilt(ROOT, manifest);
	for (const problem of found) console.error(problem);
	process.exitCode = found.length > 0 ? 1 : 0;
}
