const { existsSync, readdirSync } = require('node:fs');
const { dirname, join, normalize } = require('node:path');

const { readText } = require('./packed');

const ROOT = join(__dirname, '..');

const pagesIn = (/** @type {string} */ folder) =>
	readdirSync(join(ROOT, folder))
		.filter((name) => name.endsWith('.md'))
		.map((name) => normalize(join(folder, name)));

/** What there is to read. */
const PAGES = [...pagesIn('.'), ...pagesIn('docs')];

/** Where this repository's files are on the web, as npm shows the README without them. */
const ON_THE_WEB =
	/^https:\/\/(github|raw\.githubusercontent)\.com\/(n8n-nodes-qvickly\/){2}(blob\/)?main\//;

/** The anchors that GitHub gives the headings of a page. @param {string} page */
const anchors = (page) =>
	[...readText(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\w\- ]/g, '')
			.replaceAll(' ', '-'),
	);

/**
 * @param {string} page path from the repository's root
 * @returns {string[]} its links into this repository that lead nowhere
 */
function brokenLinks(page) {
	const links = [...readText(page).matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
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

module.exports = { PAGES, brokenLinks };
