import fc from 'fast-check';

import { nastyKey, nastyLeaf } from './nastyLeaf';

/**
 * Values for `data` as nasty as JavaScript has them. Most parts can be signed, so that large
 * values often pass as a whole; a few parts cannot.
 */

class Plain {
	constructor(readonly member: unknown) {}
}

/** An object with exactly these members of its own, `__proto__` too. */
function objectOf(members: Array<[string, unknown]>): object {
	const object = {};
	for (const [name, value] of members) {
		Object.defineProperty(object, name, {
			value,
			enumerable: true,
			configurable: true,
			writable: true,
		});
	}
	return object;
}

/** Puts a value into so many lists and objects, one in the other. */
function nest(value: unknown, levels: number): unknown {
	let nested = value;
	for (let level = 0; level < levels; level++) nested = level % 2 ? [nested] : { a: nested };
	return nested;
}

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4, depthSize: 'medium' },
		{ weight: 4, arbitrary: nastyLeaf },
		{ weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 5 }) },
		{
			weight: 3,
			arbitrary: fc
				.array(
					fc.tuple(
						nastyKey,
						fc.oneof(
							{ weight: 9, arbitrary: tie('value') },
							{ weight: 1, arbitrary: fc.constant(undefined) },
						),
					),
					{ maxLength: 5 },
				)
				.map(objectOf),
		},
		{ weight: 1, arbitrary: tie('value').map((member) => new Plain(member)) },
		{ weight: 1, arbitrary: tie('value').map((inner) => ({ toJSON: () => inner })) },
	),
}));

/** Anything that somebody could put into `data`. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
	{
		weight: 40,
		arbitrary: fc.array(fc.tuple(nastyKey, value), { minLength: 1, maxLength: 8 }).map(objectOf),
	},
	{ weight: 20, arbitrary: value },
	{
		weight: 1,
		arbitrary: fc
			.tuple(value, fc.integer({ min: 490, max: 520 }))
			.map(([inner, levels]) => nest(inner, levels)),
	},
);
