import { brokenLinks, PAGES } from '../links';

it.each(PAGES)('%s links to what is there', (page) => {
	expect(brokenLinks(page)).toEqual([]);
});
