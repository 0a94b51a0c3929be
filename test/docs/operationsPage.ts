import type { INodeProperties } from 'n8n-workflow';

import type { Kind } from '../../nodes/Qvickly/actions/operation';
import { settingFields } from '../../nodes/Qvickly/actions/settings';
import { Qvickly } from '../../nodes/Qvickly/Qvickly.node';
import { QvicklyPollingTrigger } from '../../nodes/Qvickly/QvicklyPollingTrigger.node';
import { QvicklyTrigger } from '../../nodes/Qvickly/QvicklyTrigger.node';
import { operationFiles } from '../actions/operationFiles';
import { anchorOf } from '../links';
import { rolesOf, tasksOf, type Role } from './calls';
import { fieldTable } from './fields';
import { functionTable } from './functions';
import { refusalTable } from './refusals';

const resourceNames = new Map(
	(new Qvickly().description.properties[0]!.options as Array<{ name: string; value: string }>).map(
		({ name, value }) => [value, name],
	),
);

/** Every operation, as it is called in the documentation. */
const operations = operationFiles()
	.map(({ resource, operation, schema }) => {
		const resourceName = resourceNames.get(resource)!;
		const title = `${resourceName}: ${operation.option.name}`;
		const name =
			resource === 'payment' ? operation.option.value : `${resource}.${operation.option.value}`;
		return {
			resource: resourceName,
			title,
			anchor: anchorOf(title),
			operation,
			roles: rolesOf(name, operation),
			refusals: tasksOf(name, operation).flatMap(({ call, then }) => [
				call.refusals,
				...(then ? [then.call.refusals] : []),
			]),
			output: Object.entries(schema?.properties ?? {}),
		};
	})
	.sort((a, b) => a.title.localeCompare(b.title));

type Described = (typeof operations)[number];

const resources = [...new Set(operations.map(({ resource }) => resource))];
const of = (resource: string) => operations.filter((one) => one.resource === resource);

const link = ({ title, anchor }: Described, page = '') => `[${title}](${page}#${anchor})`;

const calls = (roles: Role[]) =>
	roles.map(({ name, when }) => `\`${name}\`${when && ` ${when}`}`).join('; ');

/** By the user's own choice. */
const isNamed = ({ operation }: Described) => operation.option.value === 'callFunction';

function section(described: Described): string[] {
	const { title, operation, roles, output } = described;
	const { option, kind, fields, options, toolDescription } = operation;
	const all = [...fields, ...options];
	const shown = (list: INodeProperties[]) => list.filter(({ type }) => type !== 'hidden');
	return [
		`### ${title}`,
		'',
		`${String(option.description).replace(/\.?$/, '.')} Kind: [${kind}](#kinds).`,
		`Calls ${isNamed(described) ? 'the function that is named; of a function that only reads it is a *list*' : calls(roles)}.`,
		'',
		...fieldTable(shown(fields), all, 'field'),
		...fieldTable(shown(options), all, 'option'),
		output.length === 0
			? 'Output: the fields of the answer.'
			: `Output: ${output.map(([field, { type }]) => `\`${field}\`${type === 'string' ? '' : ` (${type})`}`).join(', ')}.`,
		'',
		`A model that may use it as a tool is told: *${toolDescription}*`,
		'',
	];
}

const KINDS: Record<Kind, string> = {
	read: 'asked again until an answer can be trusted, within the retries; it changes nothing',
	list: 'a read that gives many items for one, each linked to it',
	change: 'tried again, and looked up at last: doing it twice does no more than once',
	once: 'sent again only if it certainly did not arrive. *Retry On Fail* has to be off',
};

const trigger = (node: QvicklyTrigger | QvicklyPollingTrigger): string[] => {
	const { displayName, description, properties } = node.description;
	const shown = properties.filter(({ type }) => type !== 'notice');
	return [
		`### ${displayName}`,
		'',
		`${description}.`,
		'',
		...fieldTable(shown, properties, 'field'),
	];
};

const callers = new Map<string, string[]>();
for (const one of operations.filter((other) => !isNamed(other))) {
	for (const { name } of one.roles) {
		const links = callers.get(name) ?? [];
		if (!links.includes(link(one))) callers.set(name, [...links, link(one)]);
	}
}

/** docs/operations.md */
export const operationsPage = (): string =>
	[
		'# Operations',
		'',
		'Every operation, field, option, output, function and code of the node, written from its code by',
		'`npm run docs`. Why, and how they are used: the other pages.',
		'',
		...resources.map(
			(resource) =>
				`- **${resource}**: ${of(resource)
					.map((one) => `[${one.operation.option.name}](#${one.anchor})`)
					.join(', ')}`,
		),
		'- [Triggers](#triggers), [kinds](#kinds), [options of all](#options-of-every-operation), [functions](#qvicklys-functions), [codes](#codes)',
		'',
		'## Kinds',
		'',
		'They say when a call may be sent again.',
		'',
		'| kind | |',
		'| --- | --- |',
		...Object.entries(KINDS).map(([kind, text]) => `| ${kind} | ${text} |`),
		'',
		'## Options of every operation',
		'',
		'They hold for the whole run: an expression there sees the first item.',
		'',
		...fieldTable(settingFields('read'), [], 'option'),
		...resources.flatMap((resource) => [`## ${resource}`, '', ...of(resource).flatMap(section)]),
		'## Triggers',
		'',
		...trigger(new QvicklyTrigger()),
		...trigger(new QvicklyPollingTrigger()),
		"## Qvickly's functions",
		'',
		...functionTable(callers, link(operations.find(isNamed)!)),
		'',
		'## Codes',
		'',
		"What Qvickly's refusals mean. *all*: the same for every operation; a row that names operations goes before",
		'it there. How the outcomes are to be read: [When something is not done](errors.md).',
		'',
		...refusalTable(
			operations.map(({ title, anchor, refusals }) => ({
				...{ title, link: anchor, tables: refusals },
			})),
		),
		'',
	].join('\n');

/** The table of all operations and triggers in the README. */
export const readmeTable = (): string =>
	[
		'| | kind | function | output |',
		'| --- | --- | --- | --- |',
		...operations.map((one) => {
			const names = [...new Set(one.roles.map(({ name }) => `\`${name}\``))].join(', ');
			const fields = one.output.map(([field]) => field).join(', ');
			return `| ${link(one, 'docs/operations.md')} | ${one.operation.kind} | ${isNamed(one) ? 'any' : names} | ${fields || "the answer's fields"} |`;
		}),
		...[new QvicklyTrigger(), new QvicklyPollingTrigger()].map(({ description: one }) => {
			const anchor = anchorOf(one.displayName);
			return `| [${one.displayName}](docs/operations.md#${anchor}) | trigger | | ${one.description} |`;
		}),
	].join('\n');
