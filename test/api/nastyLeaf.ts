import fc from 'fast-check';

const latin1 = fc.string({
	unit: fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)),
});

const goodText = fc.oneof(
	latin1,
	fc.string({
		unit: fc.constantFrom('/', '"', '\\', '<', '\u007f', '\u0080', '\u00a0', '\u00ff', '\n', '\0'),
	}),
	fc.constantFrom(
		'e\u0301',
		'A\u030angstro\u0308m',
		'\u212b',
		'',
		'true',
		'1e5',
		'__proto__',
		'https://a.se/å?b=1',
	),
);

const badText = fc.oneof(
	fc.constantFrom(
		'\ud800',
		'a\udc00b',
		'\udc00\ud800',
		'–',
		'€',
		'“',
		'😀',
		'\u2028',
		'x\u0301',
		'\u0100',
		'\ufeff',
	),
	fc.string({ unit: 'binary' }),
);

const goodNumber = fc.oneof(
	fc.maxSafeInteger(),
	fc.integer({ min: -1000, max: 1000 }),
	fc.integer().map((cents) => cents / 100),
	fc.double({ min: 1e-4, max: 2 ** 53 - 1, noNaN: true }),
	fc.double({ min: -1, max: -1e-4, noNaN: true }),
	fc.constantFrom(
		-0,
		0.1,
		0.0001,
		0.00010000000000000002,
		0.1 + 0.2,
		2 ** 53 - 1,
		1 - 2 ** 53,
		2 ** 52 - 0.5,
	),
);

const badNumber = fc.oneof(
	fc.double(),
	fc.double({ min: -1e-4, max: 1e-4, noNaN: true }),
	fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }).map(Number),
	fc.constantFrom(
		2 ** 53,
		2 ** 53 + 2,
		-(2 ** 53),
		2 ** 63,
		1e21,
		1e300,
		9.999999999999999e-5,
		5e-324,
		NaN,
		Infinity,
	),
);

const odd = fc.oneof(
	fc.constantFrom(undefined, 10n, new Map([['a', 1]]), new Set([1]), /a/, new Date(NaN), {
		toJSON: () => undefined,
	}),
	fc.constantFrom(Symbol('a'), () => 1, Object(1), Object('a'), new Error('a'), new Uint8Array(2)),
	fc.constantFrom(Array(3), Object.assign(Array(3), { 1: 'middle' }), [undefined]),
);

const dates = fc.date({ min: new Date(0), max: new Date('9999-12-31') });

/** A value without parts. Most can be signed, a few cannot. */
export const nastyLeaf = fc.oneof(
	{ weight: 60, arbitrary: goodText },
	{ weight: 60, arbitrary: goodNumber },
	{ weight: 20, arbitrary: fc.constantFrom<unknown>(null, true, false, {}, []) },
	{ weight: 10, arbitrary: dates },
	{ weight: 1, arbitrary: badText },
	{ weight: 2, arbitrary: badNumber },
	{ weight: 1, arbitrary: odd },
);

/** An object's key. Few are beyond ISO-8859-1. */
export const nastyKey = fc.oneof(
	{ weight: 30, arbitrary: latin1 },
	{
		weight: 20,
		arbitrary: fc.constantFrom(
			'0',
			'1',
			'2',
			'-5',
			'01',
			'-0',
			'',
			'__proto__',
			'constructor',
			'1.5',
			'9223372036854775808',
			'4294967295',
			'\0a',
			'å/"',
		),
	},
	{ weight: 10, arbitrary: fc.nat({ max: 3 }).map(String) },
	{ weight: 1, arbitrary: badText },
);
