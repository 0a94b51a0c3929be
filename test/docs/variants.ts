import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation, Task } from '../../nodes/Qvickly/actions/operation';
import { prepared, usualFields } from '../actions/tasks';

/** What an operation does where one thing is chosen differently from what it is preset to. */
export interface Variant {
	task: Task;
	/** What is chosen, such as "*By*: Customer Number" or "*Expected Amount*"; none as it is preset. */
	choice?: { field: string; value?: string };
}

/** What a user might give a field. */
const sample = ({ type, placeholder, default: preset }: INodeProperties): unknown => {
	if (type === 'boolean') return true;
	if (type === 'dateTime') return '2026-01-31';
	if (placeholder) return placeholder.replace(/^e\.g\. /, '').replace('…', '1');
	return preset === '' ? '1' : preset;
};

const choices = (field: INodeProperties) =>
	field.type === 'options' ? ((field.options ?? []) as INodePropertyOptions[]) : [];

/** All that an operation may do: as it is preset, and with each choice that a user has. @param given options */
export function variantsOf(operation: Operation, given: object = {}): Variant[] {
	const usual = usualFields(operation);
	const variants: Array<{ fields?: object; options?: object; choice?: Variant['choice'] }> = [{}];
	for (const field of operation.fields) {
		const { displayName, name, type } = field;
		for (const { name: label, value } of choices(field)) {
			const choice = { field: displayName, value: label };
			variants.push({ fields: { [name]: value }, choice });
		}
		if (type !== 'collection') continue;
		for (const entry of (field.options ?? []) as INodeProperties[]) {
			const fields = { [name]: { [entry.name]: sample(entry) } };
			variants.push({ fields, choice: { field: entry.displayName } });
		}
	}
	for (const option of operation.options) {
		const values = choices(option).length > 0 ? choices(option) : [{ value: sample(option) }];
		for (const value of values) {
			const choice = {
				field: option.displayName,
				...('name' in value && { value: value.name }),
			};
			variants.push({ options: { [option.name]: value.value }, choice });
		}
	}
	return variants.flatMap(({ fields, options, choice }) => {
		const task = prepared(operation, { ...usual, ...fields }, { ...given, ...options });
		return 'problem' in task ? [] : [{ task, choice }];
	});
}
