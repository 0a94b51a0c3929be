const { existsSync, readdirSync } = require('node:fs');
const { dirname, join, normalize } = require('node:path');

const { readText } = require('./packed');

const ROOT = join(__dirname, '..');

const pagesIn = (/** @type {string} */ folder) =>
	readdirSync(join(ROOT, folder))
		.filter((name) => name.endsWith('.md'))
		.map((name) => normalize(join(folder, name)));

/** What there is to read, and what leads to it from n8n's editor. */
const PAGES = [
	...pagesIn('.'),
	...pagesIn('docs'),
	'credentials/QvicklyApi.credentials.ts',
	'nodes/Qvickly/Qvickly.node.json',
];

/** Where this repository's files are on the web, as npm shows the README without them. */
const ON_THE_WEB =
	/^https:\/\/(github|raw\.githubusercontent)\.com\/(n8n-nodes-qvickly\/){2}(blob\/)?main\//;

/** The anchor that GitHub gives a heading. */
const anchorOf = (/** @type {string} */ heading) =>
	heading
		.toLowerCase()
		.replace(/[^\w\- ]/g, '')
		.replaceAll(' ', '-');

/** All of a page. @param {string} page */
const anchors = (page) =>
	[...readText(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

/**
 * @param {string} page path from the repository's root
 * @returns {string[]} its links into this repository that lead nowhere
 */
function brokenLinks(page) {
	const links = [...readText(page).matchAll(/\]\(([^)]+)\)|['"](https:[^'"]+)['"]/g)].map(
		([, link, quoted]) => String(link ?? quoted),
	);
	return links.filter((link) => {
		const isOnTheWeb = ON_THE_WEB.test(link);
		if (/^https?:/.test(link) && !isOnTheWeb) return false;
		const [target = '', anchor] = link.replace(ON_THE_WEB, '').split('#');
		const path = isOnTheWeb ? target : normalize(join(dirname(page), target));
		const file = target === '' ? page : path;
		if (!existsSync(join(ROOT, file))) return true;
		return anchor !== undefined && !anchors(file).includes(anchor);
	});
}

module.exports = { PAGES, anchorOf, brokenLinks };
