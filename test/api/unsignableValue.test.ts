import { canonicalJson, UnsignableError } from '../../nodes/Qvickly/api/canonicalJson';

/** What canonicalJson says of a value that it refuses. */
function refusal(value: unknown): UnsignableError {
	try {
		canonicalJson(value);
	} catch (error) {
		if (error instanceof UnsignableError) return error;
	}
	throw new Error('was not refused with an UnsignableError');
}

describe('a value is refused, with its path and what to do, if it', () => {
	const sparse = Object.assign(Array<string>(2), { 0: 'a' });
	it.each<[string, unknown, string, string]>([
		['has a dash beyond ISO-8859-1', { a: 'x – y' }, 'data.a', '"–" (U+2013)'],
		['has an emoji', { a: [1, '😀'] }, 'data.a[1]', '"😀" (U+1F600)'],
		['has the first character beyond', { a: '\u0100' }, 'data.a', '"\u0100" (U+0100)'],
		['has half a surrogate pair', { a: 'x\ud800' }, 'data.a', '"\ud800" (U+D800)'],
		['has an accent that no letter takes', { a: 'x\u0301' }, 'data.a', '"\u0301" (U+0301)'],
		['has such a character in a key', { a: { '€': 1 } }, 'data.a.€', '"€" (U+20AC)'],
	])('%s', (_, value, path, character) => {
		const { path: actual, message } = refusal(value);
		expect(actual).toBe(path);
		expect(message).toContain(`'${path}' has the character ${character}`);
		expect(message).toContain('Replace or remove it.');
	});

	it.each<[string, unknown, string]>([
		['is beyond the safe integers', { a: 2 ** 53 }, 'data.a'],
		['is below the negative safe integers', { a: -(2 ** 53) }, 'data.a'],
		['is so small that PHP writes an exponent', { a: { b: 0.00009999 } }, 'data.a.b'],
		['is the negative of such', [{ a: -1e-7 }], 'data[0].a'],
		['is so large that PHP writes an exponent', { a: 1e21 }, 'data.a'],
		['is not a number', { a: NaN }, 'data.a'],
		['is infinite', { a: -Infinity }, 'data.a'],
	])('is a number and %s', (_, value, path) => {
		const { path: actual, message } = refusal(value);
		expect(actual).toBe(path);
		expect(message).toMatch(/^'data\S*' is the number \S+, which Qvickly would not read back/);
		expect(message).toContain('Send it as text.');
	});

	it.each<[string, unknown, string, string]>([
		['has the keys 0 and 1', { a: { 0: 'x', 1: 'y' } }, 'data.a', 'Send a list, or name the keys.'],
		['has the only key 0', { 0: 'x' }, 'data', 'Send a list, or name the keys.'],
		['has 0 left of its keys', { 0: 'x', 1: undefined }, 'data', 'Send a list, or name the keys.'],
		['is a big integer', { a: 10n }, 'data.a', 'is of type bigint. Send it as text.'],
		['is a function', { a: () => 1 }, 'data.a', 'is of type function. Send it as text.'],
		['is a symbol', { a: Symbol('x') }, 'data.a', 'is of type symbol. Send it as text.'],
		['is a gap in a list', { a: sparse }, 'data.a[1]', 'is of type undefined.'],
		[
			'becomes nothing by its toJSON',
			{ a: { toJSON: () => undefined } },
			'data.a',
			'is of type undefined.',
		],
		['is a Map', { a: new Map() }, 'data.a', 'neither text, number, list nor plain object'],
		[
			'is a typed array',
			[new Uint8Array(1)],
			'data[0]',
			'neither text, number, list nor plain object',
		],
		['is nothing', undefined, 'data', 'is of type undefined.'],
	])('%s', (_, value, path, advice) => {
		const { path: actual, message } = refusal(value);
		expect(actual).toBe(path);
		expect(message).toContain(`'${path}' `);
		expect(message).toContain(advice);
	});

	it('has a path too long to be read, which is shortened', () => {
		const path = 'a'.repeat(90);
		expect(refusal({ [path]: { bbbb: '€' } }).message).toContain(`'data.${path}.bbbb' has`);
		expect(refusal({ [path]: '€' }).message).toContain(`'data.${path}' has`);
		expect(refusal({ [path]: { bbbbb: '€' } }).message).toContain(`'data.${path}.bbbb…' has`);
	});
});
