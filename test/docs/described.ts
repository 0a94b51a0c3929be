import { Qvickly } from '../../nodes/Qvickly/Qvickly.node';
import { operationFiles } from '../actions/operationFiles';
import { anchorOf } from '../links';
import { callsOf, isMain } from './calls';

const resourceNames = new Map(
	(new Qvickly().description.properties[0]!.options as Array<{ name: string; value: string }>).map(
		({ name, value }) => [value, name],
	),
);

/** Every operation, as it is called in the documentation. */
export const operations = operationFiles()
	.map(({ resource, operation, schema }) => {
		const resourceName = resourceNames.get(resource)!;
		const title = `${resourceName}: ${operation.option.name}`;
		return {
			resource: resourceName,
			title,
			anchor: anchorOf(title),
			/** What is written by hand. */
			page: `${resource}.md`,
			operation,
			calls: callsOf(operation),
			output: Object.entries(schema?.properties ?? {}),
		};
	})
	.sort((a, b) => a.title.localeCompare(b.title));

export type Described = (typeof operations)[number];

export const resources = [...new Set(operations.map(({ resource }) => resource))];
export const of = (resource: string) => operations.filter((one) => one.resource === resource);

export const link = ({ title, anchor }: Described, page = '') => `[${title}](${page}#${anchor})`;

/** By the user's own choice. */
export const isNamed = ({ operation }: Described) => operation.option.value === 'callFunction';

/** Links to the operations that are there for a function, and to those that call it beside. */
export const callers = (name: string) => {
	const own: string[] = [];
	const beside: string[] = [];
	for (const one of operations.filter((other) => !isNamed(other))) {
		const those = one.calls.filter((call) => call.name === name);
		if (those.some(isMain)) own.push(link(one));
		else if (those.length > 0) beside.push(link(one));
	}
	return { own, beside };
};
