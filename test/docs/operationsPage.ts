import type { INodeProperties } from 'n8n-workflow';

import { anchorOf } from '../links';
import { sendsNothingWith } from './calls';
import { callers, isNamed, link, of, operations, resources, type Described } from './described';
import { fieldTable } from './fields';
import { functionTable } from './functions';
import { KINDS, settings } from './kinds';
import { otherOutputs } from './outputs';
import { refusalTable } from './refusals';
import { TRIGGERS } from './triggers';
import { withoutIt } from './without';

const calledBy = ({ calls, operation }: Described) => [
	...calls.map(({ name, when }) => `\`${name}\`${when && ` ${when}`}`),
	...sendsNothingWith(operation).map((option) => `nothing with *${option}*`),
];

function section(described: Described): string[] {
	const { title, operation } = described;
	const { option, kind, fields, options, toolDescription } = operation;
	const all = [...fields, ...options];
	const shown = (list: INodeProperties[]) => list.filter(({ type }) => type !== 'hidden');
	return [
		`### ${title}`,
		'',
		`${String(option.description).replace(/\.?$/, '.')} Kind: [${kind}](#kinds). [More](${pageOf(described)}).`,
		`Calls ${isNamed(described) ? 'the function that is named; of a function that only reads it is a *list*' : calledBy(described).join('; ')}.`,
		'',
		...fieldTable(shown(fields), all, 'field', (field, within) =>
			within === undefined ? '' : withoutIt(operation, field, within),
		),
		...fieldTable(shown(options), all, 'option', (option) => withoutIt(operation, option)),
		`Output: ${[outputOf(described), ...otherOutputs(operation)].join('; ')}.`,
		'',
		`A model that may use it as a tool is told: *${toolDescription}*`,
		'',
	];
}

/** The fields that are there as it is preset. */
const outputOf = ({ output }: Described) =>
	output.length === 0
		? 'the fields of the answer'
		: output
				.map(([name, { type }]) => `\`${name}\`${type === 'string' ? '' : ` (${type})`}`)
				.join(', ');

/** Where more is said of an operation, by hand. */
const pageOf = ({ page, operation }: Described) => `${page}#${anchorOf(operation.option.name)}`;

const code = (names: string[]) => names.map((name) => `\`${name}\``).join(', ');

const trigger = ({ description: node, calls, outputs }: (typeof TRIGGERS)[number]): string[] => {
	const { displayName, description, properties } = node;
	const shown = properties.filter(({ type }) => type !== 'notice');
	return [
		`### ${displayName}`,
		'',
		`${description}. [More](triggers.md#${anchorOf(displayName)}). Calls ${calls.map(({ name, when }) => `\`${name}\` ${when}`).join('; ')}.`,
		'',
		...fieldTable(shown, properties, 'field'),
		`Output: ${outputs}.`,
		'',
	];
};

/** docs/operations.md */
export const operationsPage = (): string =>
	[
		'# Operations',
		'',
		'Every operation, field, option, output, function and code of the node, written from its code by',
		'`npm run docs`. Why, and how they are used: the other pages.',
		'',
		'An option counts only once it is added: *preset* is what it has then. A switch that is not added is off, unless',
		'its row says otherwise.',
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
		...settings(),
		...resources.flatMap((resource) => [`## ${resource}`, '', ...of(resource).flatMap(section)]),
		'## Triggers',
		'',
		...TRIGGERS.flatMap(trigger),
		"## Qvickly's functions",
		'',
		...functionTable(callers, link(operations.find(isNamed)!)),
		'',
		'## Codes',
		'',
		"What Qvickly's refusals mean. *all*: the same for every operation; a row that names operations goes before",
		'it there. How the outcomes are to be read: [When something is not done](errors.md).',
		'',
		...refusalTable(operations),
		'',
	].join('\n');

/** The table of all operations and triggers in the README. */
export const readmeTable = (): string =>
	[
		'| | kind | function | output |',
		'| --- | --- | --- | --- |',
		...operations.map((one) => {
			const names = [...new Set(one.calls.map(({ name }) => `\`${name}\``))].join(', ');
			const fields = one.output.map(([field]) => field).join(', ');
			return `| ${link(one, 'docs/operations.md')} | ${one.operation.kind} | ${isNamed(one) ? 'any' : names} | ${fields || "the answer's fields"} |`;
		}),
		...TRIGGERS.map(({ description: { displayName }, calls, output }) => {
			const anchor = anchorOf(displayName);
			return `| [${displayName}](docs/operations.md#${anchor}) | trigger | ${code(calls.map(({ name }) => name))} | ${output.join(', ')} |`;
		}),
	].join('\n');
