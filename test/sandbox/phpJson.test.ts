import fc from 'fast-check';

import { jsonText } from '../api/jsonText';
import { itWithPhp, rewriteInPhp } from '../api/php/php';
import { decode, encode, toLatin1 } from './phpJson';

/** What the sandbox's PHP makes of JSON texts, in the form in which real PHP's answer comes. */
function rewriteInSandbox(text: string) {
	try {
		const value = decode(text);
		return { plain: encode(value), latin1: encode(toLatin1(value)) };
	} catch (error) {
		expect(error).toBeInstanceOf(SyntaxError);
		return { plain: undefined, latin1: undefined };
	}
}

/** Where the two differ. */
function differences(texts: string[]) {
	return rewriteInPhp(texts).flatMap((php, index) => {
		const sandbox = rewriteInSandbox(texts[index]!);
		const same = php.plain === sandbox.plain && php.latin1 === sandbox.latin1;
		return same ? [] : [{ text: texts[index], php, sandbox }];
	});
}

itWithPhp('the sandbox reads and writes random JSON as real PHP does', () => {
	const seed = Math.floor(Math.random() * 2 ** 31);
	const texts = fc.sample(jsonText, { numRuns: 6000, seed });
	expect({ seed, differences: differences(texts) }).toEqual({ seed, differences: [] });
});

itWithPhp('the sandbox refuses broken JSON where real PHP does', () => {
	const seed = Math.floor(Math.random() * 2 ** 31);
	const broken = fc
		.tuple(
			jsonText,
			fc.nat(),
			fc.constantFrom('', '"', ',', '}', ']', '\u00a0', '\\', '0', 'x', '\n', '.'),
		)
		.map(([text, position, extra]) => {
			const at = position % (text.length + 1);
			// Half a surrogate pair has no UTF-8, so it could not be sent.
			return (text.slice(0, at) + extra + text.slice(at + 1)).replace(/\p{Surrogate}/gu, '');
		});
	const texts = fc.sample(broken, { numRuns: 6000, seed });
	expect({ seed, differences: differences(texts) }).toEqual({ seed, differences: [] });
});

itWithPhp('the sandbox treats the edges of JSON as real PHP does', () => {
	const texts = [
		...['', ' ', 'TRUE', 'Null', '01', '+1', '.5', '1.', '1e', '-', 'NaN', '1 2', "'a'"],
		...[
			'-0',
			'-0.0',
			'0.0',
			'-0e5',
			'1e400',
			'-1e400',
			'1e-400',
			'5e-324',
			'1e16',
			'1e17',
			'1e-4',
			'1e-5',
		],
		...[
			'9223372036854775807',
			'9223372036854775808',
			'-9223372036854775808',
			'-9223372036854775809',
		],
		...['"\\ud800"', '"\\udc00\\ud800"', '"\\u12"', '"\\x"', '"\t"', '"\u007f"', '{"\\u0000a":1}'],
		...['\u00a01', '1\u2028', '\ufeff1', '\v1', '\f1', ' \t\r\n1'],
		...[
			'{"a":1e999,"a":1}',
			'[1,]',
			'[,1]',
			'{"a":1,}',
			'{a:1}',
			'{"a"}',
			'{1:2}',
			'[',
			']',
			'{"a":1}}',
			'["a":1]',
		],
		...[
			'{"0":1,"1":2}',
			'{"1":1,"0":2}',
			'{"0":1,"0":2}',
			'{"00":1}',
			'{"a":1,"b":2,"a":3}',
			'{"":1}',
		],
		...['{"–":1,"€":2}', '{"?":1,"–":2}'],
		...[510, 511, 512, 513].flatMap((levels) =>
			['', '1', '{}'].map((inner) => '['.repeat(levels) + inner + ']'.repeat(levels)),
		),
	];
	expect(differences(texts)).toEqual([]);
});

it.each([
	['"\\u00e5\\u00ff"', '"\\u00e5\\u00ff"'],
	['"1 – 2"', '"1 ? 2"'],
	['"10 \\u20ac"', '"10 ?"'],
	['"\\ud83d\\ude00"', '"?"'],
	['{"€":["–",{"a":"…"}]}', '{"?":["?",{"a":"?"}]}'],
	['[1.5,true,null,{}]', '[1.5,true,null,[]]'],
])('%s in ISO-8859-1 is %s', (text, converted) => {
	expect(encode(toLatin1(decode(text)))).toBe(converted);
});
