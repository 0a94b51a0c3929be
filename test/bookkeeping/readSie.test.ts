import { readSie } from '../e2e/readSie';

/** A file written by hand, of which only the letters that stand as their bytes are not ASCII. */
const FILE = [
	'#FLAGGA 0',
	'#PROGRAM "By hand" 1.0',
	'#FORMAT PC8',
	'#GEN 20260501',
	'#SIETYP 4',
	'#FNAMN "\x8ftta \x8ekta \x99ar \x86\x84\x94 \x82"',
	'#KONTO 1930 Bank',
	'#KONTO 3001 "F\x94rs\x84ljning \\"25\\" %"',
	'#VER A 1 20260430 "En {dag}"',
	'{',
	'   #TRANS 1930 {} 125.5',
	'   #TRANS 3001 {1 "Nord"} -125.50 20260430 "Med text" 1',
	'}',
	'#VER "" "" 20260501',
	'{',
	'}',
];

const bytesOf = (lines: string[]) =>
	Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1');

/** The file with its lines changed. */
const withLine = (index: number, ...lines: string[]) =>
	bytesOf([...FILE.slice(0, index), ...lines, ...FILE.slice(index + 1)]);

it('reads letters, quotes, objects and amounts', () => {
	const { company, accounts, verifications } = readSie(bytesOf(FILE));
	expect(company).toBe('Åtta Äkta Öar åäö é');
	expect(accounts).toEqual({ 1930: 'Bank', 3001: 'Försäljning "25" %' });
	expect(verifications).toEqual([
		{
			...{ series: 'A', number: '1', date: '20260430', text: 'En {dag}' },
			transactions: [
				{ account: '1930', ore: 12_550n, text: '' },
				{ account: '3001', ore: -12_550n, text: 'Med text' },
			],
		},
		{ series: '', number: '', date: '20260501', text: '', transactions: [] },
	]);
});

it.each([
	['does not begin with its flag', () => withLine(0)],
	['has no format', () => withLine(2)],
	['has no company', () => withLine(5)],
	['says something twice', () => withLine(4, '#SIETYP 4', '#SIETYP 4')],
	['has an unknown label', () => withLine(6, '#KONTOT 1930 Bank')],
	['declares an account twice', () => withLine(7, '#KONTO 1930 Bank')],
	['leaves a quote open', () => withLine(6, '#KONTO 1930 "Bank')],
	['has a quote in a word', () => withLine(6, '#KONTO 1930 Ba"nk"')],
	['has a quote that is not escaped', () => withLine(6, '#KONTO 1930 "Ba"nk"')],
	['has a backslash', () => withLine(6, '#KONTO 1930 "Bank\\1"')],
	['has a control character', () => withLine(6, '#KONTO 1930 "Ba\x1bnk"')],
	['ends lines as Unix does', () => Buffer.from(FILE.join('\n'))],
	['has a day that is none', () => withLine(8, '#VER A 1 20260431')],
	['has no objects in a row', () => withLine(10, '#TRANS 1930 125.50')],
	['has three decimals', () => withLine(10, '#TRANS 1930 {} 125.500')],
	['has a decimal comma', () => withLine(10, '#TRANS 1930 {} 125,50')],
	['has a row outside of a verification', () => withLine(13, '#TRANS 1930 {} 1')],
	['has a verification without braces', () => withLine(9)],
	['does not close a verification', () => withLine(15)],
	['ends within a line', () => bytesOf(FILE).subarray(0, -2)],
])('reads no file that %s', (_, bytes) => {
	expect(() => readSie(bytes())).toThrow();
});
