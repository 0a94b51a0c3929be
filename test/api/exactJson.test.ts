import fc from 'fast-check';

import { parseExactly } from '../../nodes/Qvickly/api/exactJson';
import { memberTexts } from './jsonText';

/** What a parser gives, or that it gives nothing. */
function attempt(parse: (json: string) => unknown, json: string): unknown {
	try {
		return parse(json);
	} catch (error) {
		expect(error).toBeInstanceOf(SyntaxError);
		return 'refused';
	}
}

/** A value whose texts that look like numbers are numbers. */
function withNumbers(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withNumbers);
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, withNumbers(of)]));
	}
	const isNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(String(value));
	// No difference is made between 0 and -0.
	return isNumber ? Number(value) + 0 : value;
}

it.each<[string, unknown]>([
	['1.10', '1.10'],
	['10.00', '10.00'],
	['12345678901234567890', '12345678901234567890'],
	['9007199254740993', '9007199254740993'],
	['-0', '-0'],
	['2.5e1', '2.5e1'],
	['1E400', '1E400'],
	['0.1', 0.1],
	['-12', -12],
	['9007199254740991', 9007199254740991],
])('the number %s is read as %j', (number, value) => {
	expect(parseExactly(`{"a":${number},"b":[ ${number}\n]}`)).toEqual({ a: value, b: [value] });
});

it('numbers in text and in keys stay as they are', () => {
	const json = '{"1.10":"1.10 \\" 2.50 \\\\"}';
	expect(parseExactly(json)).toEqual(JSON.parse(json));
});

it.each(['{1.10:2}', '{"a":1,2.50\n:3}', '01.10', '1.10.2', '1.', '-', '1.10"', '"1.10', '+1.10'])(
	'%s, which is not JSON, is refused',
	(text) => {
		expect(() => parseExactly(text)).toThrow(SyntaxError);
	},
);

it.each([
	['digits', `{${'1'.repeat(500_000)}:`],
	['quotation marks', `{${'\\"'.repeat(250_000)}`],
])(
	'half a megabyte of %s, which is not JSON, is refused: by its square, that would take an hour',
	(_, text) => {
		expect(() => parseExactly(text)).toThrow(SyntaxError);
	},
);

it('but for such numbers it reads what JSON.parse reads, and refuses what that refuses', () => {
	fc.assert(
		fc.property(
			memberTexts,
			fc.nat(),
			fc.constantFrom('', '1.10', ':', '"', '-', '0'),
			({ json }, at, extra) => {
				const place = at % json.length;
				const text = json.slice(0, place) + extra + json.slice(place);
				expect(withNumbers(attempt(parseExactly, text))).toEqual(
					withNumbers(attempt(JSON.parse, text)),
				);
			},
		),
		{ numRuns: 2000 },
	);
});
