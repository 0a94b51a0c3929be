import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { operations } from './described';

/** A field's name as a model is given it. */
const asShown = (name: string) => name.replace(/\W+/g, '_');

const namesOf = ({ displayName, options = [] }: INodeProperties): string[] => [
	displayName,
	...options.flatMap((one) => {
		const fields = 'values' in one ? (one as INodePropertyCollection).values : [one];
		return fields.flatMap((field) =>
			'displayName' in field ? namesOf(field as INodeProperties) : [],
		);
	}),
];

it.each(operations)('what a model is told of $title names fields that it has', ({ operation }) => {
	const fields = [...operation.fields, ...operation.options].flatMap(namesOf).map(asShown);
	const named = String(operation.toolDescription).match(/\b[A-Z]\w*_\w+/g) ?? [];
	expect(named.filter((name) => !fields.includes(name))).toEqual([]);
});

it.each(operations)(
	'what $title says of a row that was not looked up names no other field',
	(one) => {
		const fields = [...one.operation.fields, ...one.operation.options].flatMap(namesOf);
		const details = one.calls.filter(({ part }) => part === 'details');
		const advice = details.flatMap(({ refusals }) =>
			Object.values(refusals).flatMap((meaning) => [...meaning.advice.matchAll(/'([A-Z][^']*)'/g)]),
		);
		const named = advice.map(([, name]) => name!).filter((name) => name !== 'Test Mode');
		expect(named.filter((name) => !fields.includes(name))).toEqual([]);
	},
);
