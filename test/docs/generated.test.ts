import { writeText } from './write';
import { readText } from '../packed';
import { FUNCTIONS } from '../sandbox/functionNames';
import { operationsPage, readmeTable } from './operationsPage';

const PAGE = 'docs/operations.md';
const generated = operationsPage();

const BEGIN = '<!-- operations: written by npm run docs -->';
const END = '<!-- /operations -->';

/** A page with the table between its marks. */
const withTable = (page: string) =>
	page.replace(new RegExp(`${BEGIN}[^]*${END}`), () => `${BEGIN}\n\n${readmeTable()}\n\n${END}`);

// npm run docs: what is written from the code is written anew.
writeText(PAGE, generated);
writeText('README.md', withTable(readText('README.md')));

it(`${PAGE} is what the code says; if it is not, run npm run docs`, () => {
	expect(readText(PAGE)).toBe(generated);
});

it('the table of the README is what the code says; if it is not, run npm run docs', () => {
	const readme = readText('README.md');
	expect(readme).toContain(BEGIN);
	expect(readme).toBe(withTable(readme));
});

it.each(FUNCTIONS)('%s has a row that says how it is reached, or why it is not', (name) => {
	expect(generated).toMatch(new RegExp(`\\| \`${name}\` \\| (\\[|left out: )`));
});
