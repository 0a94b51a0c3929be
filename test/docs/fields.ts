import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

type Field = INodeProperties;
type Entry = INodePropertyOptions | INodePropertyCollection | INodeProperties;

/** A table of fields, each with its preset, what it is for, its values, and where it is shown. */
export const fieldTable = (fields: Field[], all: Field[], heading: string): string[] =>
	fields.length === 0
		? []
		: [
				`| ${heading} | preset | |`,
				'| --- | --- | --- |',
				...fields.flatMap((field) => rowsOf(field, all, '')),
				'',
			];

function rowsOf(field: Field, all: Field[], within: string): string[] {
	const name = within + field.displayName;
	const parts = [
		field.description ?? '',
		field.required ? 'Required.' : '',
		valuesOf(field),
		shownWhere(field, all),
	].map(sentence);
	return [
		`| ${name} | ${presetOf(field)} | ${parts.filter(Boolean).join(' ')} |`,
		...childrenOf(field).flatMap((child) => rowsOf(child, all, `${name} › `)),
	];
}

/** The fields inside a collection. */
function childrenOf(field: Field): Field[] {
	const options = (field.options ?? []) as Entry[];
	if (field.type === 'collection') return options as Field[];
	if (field.type === 'fixedCollection') {
		return (options as INodePropertyCollection[]).flatMap(({ values }) => values);
	}
	return [];
}

function presetOf({ type, default: preset, typeOptions, options }: Field): string {
	if (type === 'collection' || type === 'fixedCollection') return '';
	if (type === 'boolean') return preset ? 'on' : 'off';
	const named = (options as INodePropertyOptions[] | undefined)?.find(
		({ value }) => value === preset,
	);
	if (named) return `*${named.name}*`;
	if (typeOptions?.loadOptionsMethod || preset === '') return '';
	return `\`${String(preset)}\``;
}

/** The values of a list. */
function valuesOf({ type, options, typeOptions }: Field): string {
	if (typeOptions?.loadOptionsMethod) return '';
	if (type !== 'options' && type !== 'multiOptions') return '';
	const values = (options as INodePropertyOptions[]).map(({ name, value, description }) => {
		const said = description ? `: ${description.replace(/\.$/, '')}` : '';
		return `*${name}* (\`${String(value)}\`)${said}`;
	});
	return `Values: ${values.join('; ')}`;
}

/** What a field depends on, in the words of the editor. */
function shownWhere({ displayOptions }: Field, all: Field[]): string {
	const conditions = Object.entries(displayOptions?.show ?? {}).flatMap(([name, values]) => {
		const of = all.find((one) => one.name === name.replace(/^\//, ''));
		if (!of || !values) return [];
		const names = values.map((value) => {
			const option = (of.options as INodePropertyOptions[] | undefined)?.find(
				(one) => one.value === value,
			);
			return option?.name ?? JSON.stringify(value);
		});
		return [`*${of.displayName}* ${names.join(', ')}`];
	});
	return conditions.length > 0 ? `Only with ${conditions.join(' and ')}` : '';
}

/** Text fit for a cell: one line, with a full stop. */
function sentence(text: string): string {
	const plain = text
		.replace(/<a href="([^"]*)">(.*?)<\/a>/g, '[$2]($1)')
		.replace(/<[^>]*>/g, '')
		.replace(/\|/g, '\\|')
		.trim();
	return plain === '' || /[.!?]$/.test(plain) ? plain : `${plain}.`;
}
