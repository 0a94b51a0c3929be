import { COMMON_MEANINGS, type Meanings } from '../nodes/Qvickly/api/refusals';
import { PAYMENT_REFUSALS } from '../nodes/Qvickly/actions/payment/paymentNumber';
import { operationFiles } from './actions/operationFiles';
import { taskOf, usualFields } from './actions/tasks';
import { brokenLinks, PAGES } from './links';
import { readText } from './packed';

const operations = operationFiles().map(({ resource, operation, schema }) => ({
	resource,
	operation,
	name: operation.option.name,
	task: taskOf(operation, usualFields(operation)),
	outputFields: Object.keys(schema?.properties ?? {}),
}));

/** What stands under a heading of the third level, on a page. */
const section = (page: string, heading: string) =>
	readText(page).split(`\n### ${heading}\n`)[1]?.split(/\n##/)[0] ?? '';

/** What a page says of codes under a heading. A row may have several codes. */
function tableOfCodes(heading: string) {
	const rows = section('docs/errors.md', heading).matchAll(
		/^\| (\d{4,6}(?:, \d{4,6})*) \| (.*) \| (.*) \| (.*) \|$/gm,
	);
	return Object.fromEntries(
		[...rows].flatMap(([, codes = '', reason, advice, outcome = '']) =>
			codes.split(', ').map((code) => [code, { reason, advice, outcome: outcome.split(';')[0] }]),
		),
	);
}

/** What stands in the column "outcome" for what a refusal settles. */
const OUTCOMES = {
	nothing: '`unknown`',
	before: 'looked up',
	try: '`refused`',
	matter: '`refused`',
	account: '`refused`',
};

/** The codes as the page has to have them, other than those of a table before. */
const expected = (meanings: Meanings, elsewhere: Meanings = {}) =>
	Object.fromEntries(
		Object.entries(meanings)
			.filter(([code]) => !(code in elsewhere))
			.map(([code, { reason, advice, settles }]) => [
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

describe('docs/errors.md says of every code what the node says:', () => {
	it('those of the account', () => {
		expect(tableOfCodes('The account')).toEqual(expected(meanings(true)));
	});

	it('those of any call', () => {
		expect(tableOfCodes('Any call')).toEqual(expected({ ...PAYMENT_REFUSALS, ...meanings(false) }));
	});

	it.each(operations.filter(({ task }) => !task.then))('those of $name', ({ name, task }) => {
		expect(tableOfCodes(name)).toEqual(expected(task.call.refusals, PAYMENT_REFUSALS));
	});

	it('those of an operation with two calls stand with the operations of one', () => {
		const single = operations.filter(({ task }) => !task.then);
		const known = single.map(({ task }) => task.call.refusals);
		for (const { task } of operations.filter(({ task: { then } }) => then)) {
			expect(known).toContain(task.call.refusals);
			expect(known).toContain(task.then!.call.refusals);
		}
	});
});

describe.each(operations)('the page of $resource says of $name', (one) => {
	const { resource, operation, name, outputFields } = one;
	const text = section(`docs/${resource}.md`, name);

	it('what its own fields and options are', () => {
		const own = [...operation.fields, ...operation.options].filter(({ name }) => name !== 'number');
		expect(own.map(({ displayName }) => displayName).filter((of) => !text.includes(of))).toEqual(
			[],
		);
	});

	it('what its output has', () => {
		expect(outputFields.filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
	});
});

it.each(PAGES)('%s links to what is there', (page) => {
	expect(brokenLinks(page)).toEqual([]);
});
