import fc from 'fast-check';

import { plainText, plainTexts } from '../../nodes/Qvickly/api/text';

it.each([
	['Stol – svart', 'Stol - svart'],
	['en—dash\u2010\u2011\u2012\u2015', 'en-dash----'],
	['\u221210 °C', '-10 °C'],
	['”Åre” “x” „y‟', '"Åre" "x" "y"'],
	['Jens’ ‘x’ ‚y‛', "Jens' 'x' 'y'"],
	['6′ 2″', `6' 2"`],
	['och så vidare…', 'och så vidare...'],
	['100 €', '100 EUR'],
	['1\u2009000\u202f000\u2003st', '1 000 000 st'],
	['osyn\u200bligt\ufeff\u2060', 'osynligt'],
])('%j is written as %j', (typeset, plain) => {
	expect(plainText(typeset)).toBe(plain);
});

it('whatever Qvickly can store is left as it is', () => {
	const latin1 = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).join('');
	expect(plainText(latin1)).toBe(latin1);
});

it.each(['😀', '漢', 'Ł', 'ș', '™', 'A\u030a'])(
	'%s stays, to be refused with its place',
	(text) => {
		expect(plainText(text)).toBe(text);
	},
);

it('what is plain stays plain', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(plainText(plainText(text))).toBe(plainText(text));
		}),
	);
});

it('all text in a value is replaced, and nothing else: neither names nor numbers', () => {
	const value = { 'a–b': ['–', { c: '€' }, 5, null, true], d: undefined };
	expect(plainTexts(value)).toEqual({ 'a–b': ['-', { c: 'EUR' }, 5, null, true], d: undefined });
});
