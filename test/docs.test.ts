import { explainRefusal } from '../nodes/Qvickly/api/refusals';
import { brokenLinks, PAGES } from './links';
import { readText } from './packed';

it('docs/errors.md says of every code what the node says', () => {
	const rows = [...readText('docs/errors.md').matchAll(/^\| (\d{4}) \| (.*) \| (.*) \|$/gm)];
	expect(rows.length).toBeGreaterThanOrEqual(19);
	for (const [, code = '', reason, advice] of rows) {
		expect({ code, ...explainRefusal(code) }).toEqual({ code, reason, advice });
	}
});

it.each(PAGES)('%s links to what is there', (page) => {
	expect(brokenLinks(page)).toEqual([]);
});
