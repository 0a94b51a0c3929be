import fc from 'fast-check';
import type { IExecuteFunctions, INodeProperties, INodeType } from 'n8n-workflow';

import { QvicklyApi } from '../../credentials/QvicklyApi.credentials';
import { fieldReader } from '../../nodes/Qvickly/run/fields';
import { createEngine } from '../engine/engine';

const text = (name: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
});

/** Reads its fields for each item in both ways. */
class Reader implements INodeType {
	description = {
		displayName: 'Reader',
		name: 'reader',
		group: [],
		version: 1,
		description: '',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		properties: [
			text('field'),
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				default: {},
				options: [text('inner')],
			},
		],
	} as unknown as INodeType['description'];

	async execute(this: IExecuteFunctions) {
		let asked = 0;
		const counted = Object.assign(Object.create(this) as IExecuteFunctions, {
			getNodeParameter: (...args: Parameters<typeof this.getNodeParameter>) => {
				asked++;
				return this.getNodeParameter(...args);
			},
		});
		const read = fieldReader(counted);
		const attempt = (get: () => unknown) => {
			try {
				return { gives: get() };
			} catch (error) {
				return { throws: (error as Error).message };
			}
		};
		const reading = (name: string, item: number) => ({
			name,
			ours: attempt(() => read(name, item, 'none')),
			n8ns: attempt(() => this.getNodeParameter(name, item, 'none')),
		});
		const json = this.getInputData().map((_, item) =>
			['field', 'options', 'options.inner'].map((name) => reading(name, item)),
		);
		// An item that is not there.
		json.at(-1)!.push(reading('field', json.length));
		return [json.map((readings, item) => ({ json: { readings, asked }, pairedItem: { item } }))];
	}
}

interface Reading {
	name: string;
	ours: object;
	n8ns: object;
}

const engine = createEngine({ node: Reader, credential: QvicklyApi });

async function read(items: object[], parameters: object) {
	const { success, error } = await engine.run({ items, parameters });
	if (error) throw error;
	return success.flatMap(({ json }) => json.readings as Reading[]);
}

const NAMES = [
	...['number', 'order id', 'a', '_b', '$c', 'Ä', 'toString', 'constructor', '__proto__'],
	...['prototype', 'hasOwnProperty', 'length', 'x"y', "x'y", '1', 'a-b'],
];

const expressions = (name: string) => [
	`={{ $json.${name} }}`,
	`={{$json.${name}}}`,
	`={{ $json['${name}'] }}`,
	`={{ $json["${name}"] }}`,
	`={{ $json.${name} + '' }}`,
	`={{ $json.${name} }} `,
	`= {{ $json.${name} }}`,
	`={{ $json.${name}.length }}`,
	`{{ $json.${name} }}`,
	`={{ $json.a.${name} }}`,
	`={{ $json['${name}']["a"] }}`,
	`={{ $json['${name}'].length }}`,
	`={{ $JSON.${name} }}`,
	`={{ $JSON['${name}'] }}`,
];

const values = fc.oneof(
	fc.constantFrom<unknown>(
		'',
		' ',
		'={{ 1 + 1 }}',
		'{{ $json.a }}',
		null,
		true,
		0,
		-0,
		1e21,
		'ä €',
	),
	fc.string(),
	fc.double({ noNaN: true }),
	fc.constantFrom<unknown>({ a: 1 }, [1], [], {}),
	fc.dictionary(fc.constantFrom(...NAMES), fc.string()),
);

it('gives for every item what n8n gives, whatever the expression and the items', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...NAMES).chain((name) => fc.constantFrom(...expressions(name))),
			fc.array(fc.dictionary(fc.constantFrom(...NAMES), values), { minLength: 1, maxLength: 6 }),
			async (field, items) => {
				const readings = await read(items, { field, options: { inner: field } });
				for (const { name, ours, n8ns } of readings)
					expect({ name, ...ours }).toEqual({ name, ...n8ns });
			},
		),
		{ numRuns: 300 },
	);
});

it.each<[string, (index: number) => unknown, number]>([
	['is the same for all items, or a member of each', String, 0],
	['is a number of each', Number, 0],
	['is none of both in 25 of them', (index) => (index % 2 === 0 ? `${index}` : { index }), 25],
])('asks n8n once for what %s', async (_, valueOf, others) => {
	const items = Array.from({ length: 50 }, (_, index) => ({ number: valueOf(index) }));
	const parameters = { field: '={{ $json.number }}', options: { inner: 'same' } };
	const { success } = await engine.run({ items, parameters });
	// What n8n gives and what the user wrote, for each of three fields; nothing for the item that is not there.
	expect(success[0]!.json.asked).toBe(7 + 2 * others);
});

/** A reader where n8n gives these values for `$json.number` of the items. */
function readerOf(items: object[], given: unknown[]) {
	const context = {
		getInputData: () => items.map((json) => ({ json })),
		getNodeParameter: (_name: string, item: number, _fallback: unknown, options?: object) =>
			options ? '={{ $json.number }}' : given[item],
	};
	const read = fieldReader(context as unknown as IExecuteFunctions);
	return given.map((_, item) => read('field', item));
}

it('gives what n8n gives where that is not what the item has', () => {
	const items = [{ number: 'a' }, { number: 'b' }];
	expect(readerOf(items, ['A', 'B'])).toEqual(['A', 'B']);
	expect(readerOf([{}, { number: 'b' }], [undefined, 'B'])).toEqual([undefined, 'B']);
	expect(readerOf(items, ['a', 'B'])).toEqual(['a', 'b']);
});

it('a value inside of nothing is none', async () => {
	const items = [{ a: { number: '1' } }, { a: null }, {}];
	for (const { ours, n8ns } of await read(items, { field: '={{ $json.a.number }}' })) {
		expect(ours).toEqual(n8ns);
	}
});

it.each(['={{ $JSON.number }}', '={{ $json.a.number }}'])(
	'does not go by an item that has nothing there: %s',
	async (field) => {
		for (const { ours, n8ns } of await read([{}, { number: '5' }], { field })) {
			expect(ours).toEqual(n8ns);
		}
	},
);
