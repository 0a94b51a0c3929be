import type { INodeProperties } from 'n8n-workflow';

import { settingFields } from './settings';
import type { Operation, Resource } from './operation';
import { account } from './account';
import { api } from './api';
import { checkout } from './checkout';
import { customer } from './customer';
import { lookup } from './lookup';
import { payment } from './payment';
import { settlement } from './settlement';

const resources: Resource[] = [account, api, checkout, customer, lookup, payment, settlement];

/** What n8n shows where a workflow names no resource, as it does not save defaults. */
const defaultResource = payment;

/** The operation that the user chose; undefined if it is from a later version of the node. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
}

/** In place of n8n's own, which says no more than "Cancel payment in Qvickly" unless it is changed. */
const toolDescriptionField: INodeProperties = {
	displayName: 'Tool Description',
	name: 'toolDescription',
	type: 'string',
	typeOptions: { rows: 5 },
	default: '',
	description: 'What the model is told about this tool',
};

/** All fields of the node: the two selectors, and each operation's own, shown for it alone. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ option }) => option),
		default: valueOf(defaultResource),
	},
	...resources.flatMap(resourceFields),
];

function valueOf({ option }: Resource | Operation): string {
	return option.value;
}

function resourceFields({ option, operations, defaultOperation }: Resource): INodeProperties[] {
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [option.value] } },
			options: operations
				.map((operation) => operation.option)
				.sort((a, b) => a.name.localeCompare(b.name)),
			default: valueOf(defaultOperation),
		},
		...operations.flatMap((operation) => operationFields(option.value, operation)),
	];
}

function operationFields(resource: string, operation: Operation): INodeProperties[] {
	const show = { resource: [resource], operation: [operation.option.value] };
	const options: INodeProperties = {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...operation.options, ...settingFields(operation.kind)].sort((a, b) =>
			a.displayName.localeCompare(b.displayName),
		),
	};
	const fields = [...operation.fields, options].map((field) => ({
		...field,
		displayOptions: { ...field.displayOptions, show: { ...show, ...field.displayOptions?.show } },
	}));
	const toolDescription: INodeProperties = {
		...toolDescriptionField,
		default: operation.toolDescription,
		displayOptions: { show: { ...show, '@tool': [true] } },
	};
	return [toolDescription, ...fields];
}
