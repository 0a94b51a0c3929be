import { operations } from './described';
import { problemOf, usualFields } from '../actions/tasks';
import { readText } from '../packed';

const page = readText('docs/errors.md');

/** An operation, a field, and what cannot be used there: as many as the page has messages. */
const CASES: Array<[title: string, field: string, value: string]> = [
	['Settlement: Get', 'settlementId', '5a'],
	['Settlement: Get Many', 'fromDate', '2026-02-30'],
	['Payment: Get Many', 'customerNumber', 'K-17'],
	['Payment: Add Log Note', 'invoiceHash', '1234'],
	['Payment: Add Log Note', 'text', 'Dear %(name)'],
	['Account: Get Terms', 'amount', '1,250'],
	['Lookup: Exchange Rate', 'currency', 'euro'],
	['API: Call Function', 'function', 'get info'],
	['API: Call Function', 'data', '[1]'],
	['API: Call Function', 'function', 'getAPICredentials'],
];

const messages = [
	...page
		.split('\n### Something that cannot be looked up, noted or called\n')[1]!
		.split('\n## ')[0]!
		.matchAll(/^\| Item 3: (.*?) \|/gm),
].map(([, message]) => message!);

it('docs/errors.md has each message as the node has it, of what cannot be looked up, noted or called', () => {
	const given = CASES.map(([title, field, value]) => {
		const { operation } = operations.find((one) => one.title === title)!;
		const by = field === 'customerNumber' ? { by: 'customer' } : {};
		return problemOf(operation, { ...usualFields(operation), ...by, [field]: value });
	});
	const shown = given.map((message, at) => {
		const [start, end] = (messages[at] ?? '').split('…');
		return end === '' && message.startsWith(start!) ? messages[at] : message;
	});
	expect(messages).toEqual(shown);
});
