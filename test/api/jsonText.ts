import fc from 'fast-check';

/** JSON as others may write it: odd white space, any escapes, numbers in every notation. */

const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 2 });

const piece = fc.oneof(
	{ weight: 8, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }).map(rawText) },
	{
		weight: 4,
		arbitrary: fc.constantFrom(
			'\\n',
			'\\/',
			'/',
			'\\"',
			'\\\\',
			'\\b\\f\\r\\t',
			'\\u00e5',
			'\\u00E5',
			'\\ud83d\\ude00',
			'\u007f',
			'\u00a0',
			'–',
			'\\u0000',
		),
	},
	{
		weight: 1,
		arbitrary: fc
			.constantFrom('"data":', '{"data":1}', '[', '}', ',', ':', '\\u2028')
			.map((text) => text.replaceAll('"', '\\"')),
	},
);

/** A JSON string, in its quotes. */
export const stringText = fc.array(piece, { maxLength: 4 }).map((pieces) => `"${pieces.join('')}"`);

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 22 });

const numberText = fc
	.tuple(
		fc.constantFrom('', '-'),
		digits.map((text) => text.replace(/^0+(?=\d)/, '')),
		fc.option(digits, { nil: undefined }),
		fc.option(fc.tuple(fc.constantFrom('e', 'E', 'e+', 'E-'), fc.nat(250)), { nil: undefined }),
	)
	.map(([sign, whole, fraction, exponent]) =>
		[sign, whole, fraction && `.${fraction}`, exponent?.join('')].join(''),
	);

const literal = fc.constantFrom(
	'true',
	'false',
	'null',
	'[]',
	'{}',
	'-0',
	'1.10',
	'9223372036854775808',
	'-9223372036854775808',
);

const keyText = fc.oneof(
	stringText,
	fc.constantFrom(
		'"0"',
		'"1"',
		'"2"',
		'"-5"',
		'"01"',
		'""',
		'"data"',
		'"__proto__"',
		'"5561234567"',
		'"12"',
	),
);

/** The text of a JSON object with these members, keys in their quotes. */
function objectText(members: Array<[string, string]>, gap: string): string {
	return `{${gap}${members.map(([key, value]) => `${key}${gap}:${gap}${value}`).join(`${gap},`)}${gap}}`;
}

const { text } = fc.letrec<{ text: string }>((tie) => ({
	text: fc.oneof(
		{ maxDepth: 4, depthSize: 'medium' },
		{ weight: 3, arbitrary: fc.oneof(stringText, numberText, literal) },
		{
			weight: 2,
			arbitrary: fc
				.tuple(fc.array(tie('text'), { maxLength: 4 }), space)
				.map(([items, gap]) => `[${gap}${items.join(`${gap},${gap}`)}${gap}]`),
		},
		{
			weight: 3,
			arbitrary: fc
				.tuple(fc.array(fc.tuple(keyText, tie('text')), { maxLength: 4 }), space)
				.map(([members, gap]) => objectText(members, gap)),
		},
	),
}));

/** The text of any JSON value. */
export const jsonText = text;

/** The text of an object, with its members as they stand in it. */
export const memberTexts = fc
	.tuple(fc.array(fc.tuple(keyText, text), { maxLength: 5 }), space)
	.map(([members, gap]) => ({ members, json: objectText(members, gap) }));

/** Characters as they may stand in a JSON string; half a surrogate pair has no UTF-8. */
function rawText(characters: string): string {
	return characters.replace(/[\p{Cc}"\\]|\p{Surrogate}/gu, '');
}
