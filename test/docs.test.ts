import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { COMMON_MEANINGS, type Meanings } from '../nodes/Qvickly/api/refusals';
import { operationFiles } from './actions/operationFiles';
import { taskOf, usualFields } from './actions/tasks';
import { anchorOf, brokenLinks, PAGES } from './links';
import { readText } from './packed';

const ERRORS = 'docs/errors.md';

const operations = operationFiles().map(({ resource, operation, schema }) => ({
	resource,
	operation,
	name: operation.option.name,
	task: taskOf(operation, usualFields(operation)),
	outputFields: Object.keys(schema?.properties ?? {}),
}));

/** What stands under a heading, on a page, up to the next one that is no lower. */
function section(page: string, heading: string): string {
	const [, level = '##', text = ''] =
		new RegExp(`\\n(##+) ${heading}\\n([^]*)`).exec(readText(page)) ?? [];
	return text.split(new RegExp(`\\n#{2,${level.length}} `))[0]!.trim();
}

/** The heading that a link leads to. */
function headingAt(page: string, anchor: string): string {
	const headings = [...readText(page).matchAll(/^##+ (.*)$/gm)].map(([, heading]) => heading!);
	return headings.find((heading) => anchorOf(heading) === anchor) ?? '';
}

/** The meanings in the table under a heading. A row may have several codes. */
function tableOf(text: string) {
	const rows = text.matchAll(/^\| (\d{4,6}(?:, \d{4,6})*) \| (.*) \| (.*) \| (.*) \|$/gm);
	return Object.fromEntries(
		[...rows].flatMap(([, codes = '', reason, advice, outcome = '']) =>
			codes.split(', ').map((code) => [code, { reason, advice, outcome: outcome.split(';')[0] }]),
		),
	);
}

/** All that a page says of codes under a heading: its own table, and those that it refers to. */
function codesUnder(heading: string, visited = new Set<string>()): ReturnType<typeof tableOf> {
	visited.add(heading);
	const text = section(ERRORS, heading);
	const [, sentence = ''] = /(?:^|\n\n)The codes of ([^]*?)(?:\n\n|$)/.exec(text) ?? [];
	const others = [...sentence.matchAll(/\]\(#(.*?)\)/g)].map(([, anchor]) =>
		codesUnder(headingAt(ERRORS, anchor!), visited),
	);
	return Object.assign({}, ...others, tableOf(text)) as ReturnType<typeof tableOf>;
}

/** What stands in the column "outcome" for what a refusal settles. */
const OUTCOMES = {
	nothing: '`unknown`',
	before: 'looked up',
	try: '`refused`',
	matter: '`refused`',
	account: '`refused`',
};

/** The codes as the page has to have them. */
const expected = (meanings: Meanings) =>
	Object.fromEntries(
		Object.entries(meanings).map(([code, { reason, advice, settles }]) => [
			code,
			{ reason, advice, outcome: OUTCOMES[settles] },
		]),
	);

const meanings = (ofAccount: boolean): Meanings =>
	Object.fromEntries(
		Object.entries(COMMON_MEANINGS).filter(
			([, { settles }]) => (settles === 'account') === ofAccount,
		),
	);

/** Payments' own operations go by their names there. */
const errorsHeading = ({ resource, name }: { resource: string; name: string }) =>
	resource === 'payment' ? name : `${resource[0]!.toUpperCase()}${resource.slice(1)}: ${name}`;

describe('docs/errors.md says of every code what the node says:', () => {
	const single = operations.filter(({ task }) => !task.then);

	it('those of the account', () => {
		expect(codesUnder('The account')).toEqual(expected(meanings(true)));
	});

	it('those of any call', () => {
		expect(codesUnder('Any call')).toEqual(expected(meanings(false)));
	});

	it.each(single.map((one) => ({ ...one, heading: errorsHeading(one) })))(
		'those of $heading',
		({ heading, task }) => {
			expect(codesUnder(heading)).toEqual(expected(task.call.refusals));
		},
	);

	it('those of an operation with two calls stand with the operations of one', () => {
		const known = single.map(({ task }) => task.call.refusals);
		for (const { task } of operations.filter(({ task: { then } }) => then)) {
			expect(known).toContain(task.call.refusals);
			expect(known).toContain(task.then!.call.refusals);
		}
	});

	it('no table stands there that none of these has', () => {
		const visited = new Set(['The account', 'Any call']);
		for (const one of single) codesUnder(errorsHeading(one), visited);
		const headings = [...readText(ERRORS).matchAll(/^### (.*)$/gm)].map(([, heading]) => heading!);
		const tables = headings.filter((one) => Object.keys(tableOf(section(ERRORS, one))).length > 0);
		expect(tables.filter((heading) => !visited.has(heading))).toEqual([]);
	});
});

/** What a page says of an operation: under its heading, and where the links from there lead. */
function textOn(page: string, heading: string): string {
	const own = section(page, heading);
	const linked = [...own.matchAll(/\]\(([\w-]+\.md)?(?:#([\w-]+))?\)/g)].map(([, file, anchor]) => {
		const there = file === undefined ? page : `docs/${file}`;
		return anchor === undefined ? readText(there) : section(there, headingAt(there, anchor));
	});
	return [own, ...linked].join('\n');
}

/** The names that the editor shows for a field, its entries and its values. */
const shownNames = (field: INodeProperties | INodePropertyCollection | INodePropertyOptions) => [
	...('displayName' in field ? [field.displayName] : [field.name]),
	...namesIn(('options' in field && field.options) || []),
	...namesIn(('values' in field && field.values) || []),
];
const namesIn = (fields: Parameters<typeof shownNames>[0][]): string[] =>
	fields.flatMap(shownNames);

/** Names stand in a table's cell, or in italics or bold. */
const isNamed = (text: string, name: string) =>
	['| ', ', ', '*'].some((before) =>
		['*', ' |', ','].some((after) => text.includes(before + name + after)),
	);

describe.each(operations)('the page of $resource says of $name', (one) => {
	const { resource, operation, name, outputFields } = one;
	const page = `docs/${resource}.md`;

	it('what its own fields and options are', () => {
		const text = textOn(page, name);
		const own = [...operation.fields, ...operation.options].filter(
			({ name, type }) => name !== 'number' && type !== 'hidden',
		);
		expect([...new Set(namesIn(own))].filter((of) => !isNamed(text, of))).toEqual([]);
	});

	it('what its output has', () => {
		const text = section(page, name);
		expect(outputFields.filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
	});
});

it.each(PAGES)('%s links to what is there', (page) => {
	expect(brokenLinks(page)).toEqual([]);
});
