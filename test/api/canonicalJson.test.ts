import fc from 'fast-check';

import { canonicalJson, UnsignableError } from '../../nodes/Qvickly/api/canonicalJson';
import { decode, encode, toLatin1 } from '../sandbox/phpJson';
import { nastyValue } from './nasty';
import { itWithPhp, rewriteInPhp } from './php/php';

/** The text of a value, or undefined if it is refused in the way that is meant for that. */
function accepted(value: unknown): string | undefined {
	try {
		return canonicalJson(value);
	} catch (error) {
		expect(error).toBeInstanceOf(UnsignableError);
		return undefined;
	}
}

/** What JSON makes of a value, with the changes that canonicalJson announces. */
function announced(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value), (_, part: unknown) => {
		if (typeof part === 'string') return part.normalize('NFC');
		const isObject = typeof part === 'object' && part !== null;
		return isObject && Object.keys(part).length === 0 ? [] : part;
	});
}

describe('whatever value is accepted', () => {
	itWithPhp('real PHP writes its text back unchanged, with and without ISO-8859-1', () => {
		const seed = Math.floor(Math.random() * 2 ** 31);
		const texts = fc
			.sample(nastyValue, { numRuns: 6000, seed })
			.map(accepted)
			.filter((text) => text !== undefined);
		const changed = rewriteInPhp(texts).flatMap(({ plain, latin1 }, index) =>
			plain === texts[index] && latin1 === texts[index]
				? []
				: [{ text: texts[index], plain, latin1 }],
		);
		expect({ seed, changed }).toEqual({ seed, changed: [] });
		expect(texts.length).toBeGreaterThan(2000);
	});

	it('the sandbox writes its text back unchanged, with and without ISO-8859-1', () => {
		fc.assert(
			fc.property(nastyValue, (value) => {
				const text = accepted(value);
				if (text === undefined) return;
				expect(encode(decode(text))).toBe(text);
				expect(encode(toLatin1(decode(text)))).toBe(text);
			}),
			{ numRuns: 3000 },
		);
	});

	it('its text is ASCII and means the same', () => {
		fc.assert(
			fc.property(nastyValue, (value) => {
				const text = accepted(value);
				if (text === undefined) return;
				expect(text).toMatch(/^[\x20-\x7f]*$/);
				expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(announced(value)));
			}),
			{ numRuns: 3000 },
		);
	});
});

describe('changed where that does no harm', () => {
	it.each<[string, unknown, string]>([
		['an empty object becomes an empty list', { a: {}, b: [{}] }, '{"a":[],"b":[[]]}'],
		['a whole float loses its fraction', { a: 10.0, b: -1e3 }, '{"a":10,"b":-1000}'],
		['minus zero becomes zero', { a: -0 }, '{"a":0}'],
		['a date becomes its text', { a: new Date(0) }, '{"a":"1970-01-01T00:00:00.000Z"}'],
		['an undefined member is left out', { a: undefined, b: 1 }, '{"b":1}'],
		['a letter and its accent are put together', { a: 'A\u030a' }, '{"a":"\\u00c5"}'],
		['a gap in numbered keys is kept', { 0: 'a', 2: 'b' }, '{"0":"a","2":"b"}'],
	])('%s', (_, value, text) => expect(canonicalJson(value)).toBe(text));
});

it.each([
	['true and false', [true, false], '[true,false]'],
	['what is smallest without an exponent', [0.0001, -0.0001], '[0.0001,-0.0001]'],
])('%s stay as they are', (_, value, text) => expect(canonicalJson(value)).toBe(text));

describe('values of any size', () => {
	/** Lists, one in the other. */
	const nested = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;

	it('500 levels are accepted', () => {
		expect(canonicalJson(nested(500))).toHaveLength(1000);
	});

	it('501 levels are refused', () => {
		expect(() => canonicalJson(nested(501))).toThrow('deeper than 500 levels. Flatten it.');
	});

	it('an object that contains itself is refused', () => {
		const loop: Record<string, unknown> = {};
		loop.again = loop;
		expect(() => canonicalJson(loop)).toThrow(UnsignableError);
	});
});
