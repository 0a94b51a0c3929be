import { explainRefusal, isExplained } from '../nodes/Qvickly/api/refusals';
import { brokenLinks, PAGES } from './links';
import { readText } from './packed';

it('docs/errors.md says of every code what the node says', () => {
	const rows = [...readText('docs/errors.md').matchAll(/^\| (\d{4}) \| (.*) \| (.*) \|$/gm)];
	expect(rows.length).toBeGreaterThanOrEqual(19);
	for (const [, code = '', reason, advice] of rows) {
		expect({ code, ...explainRefusal(code) }).toEqual({ code, reason, advice });
	}
});

it('docs/errors.md has every code that the node explains', () => {
	const codes = Array.from({ length: 9000 }, (_, index) => String(index + 1000));
	const page = readText('docs/errors.md');
	// Of these two the page tells what the node makes of them.
	const explained = codes.filter((code) => isExplained(code) && !['5220', '9008'].includes(code));
	expect(explained.filter((code) => !page.includes(`| ${code} |`))).toEqual([]);
	expect(page).toMatch(/code 5220,[^]*9008 is tried again|9008 is tried again[^]*code 5220,/);
});

it.each(PAGES)('%s links to what is there', (page) => {
	expect(brokenLinks(page)).toEqual([]);
});
