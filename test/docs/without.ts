import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../nodes/Qvickly/actions/operation';
import { prepared, usualFields } from '../actions/tasks';

/** Fields with which there is something to replace and to round, and all that switches stand for is shown. */
const FIELDS = {
	rows: { row: [{ description: 'A – B', quantity: '1', unitPrice: '99.60', vatRate: '25' }] },
	...{ scope: 'part', by: 'pno', pno: '5501011018' },
};

/** Options that others may follow. */
const OPTIONS = [{}, { acceptUrl: 'https://shop.example/thanks' }];

/** All that would be done. Of a function of the task's, that there is one. */
function signOf(operation: Operation, fields: object, options: object): string {
	try {
		return JSON.stringify(prepared(operation, fields, options), (_, value: unknown) =>
			typeof value === 'function' ? 'function' : value,
		);
	} catch (error) {
		return String(error);
	}
}

/**
 * What a switch is where it is not added, if that is not "off".
 *
 * @param within the collection that it stands in, unless that is the options
 * @throws if nothing depends on it, for all that is tried
 */
export function withoutIt(
	operation: Operation,
	{ name, type: kind }: INodeProperties,
	within?: string,
): string {
	if (kind !== 'boolean') return '';
	const types = operation.fields.find((one) => one.name === 'type')?.options ?? [{ value: '' }];
	const found = (types as Array<{ value: string }>).flatMap(({ value: type }) =>
		OPTIONS.flatMap((others) => {
			const usual = { ...usualFields(operation), ...FIELDS, type };
			const sign = (values: object) =>
				within === undefined
					? signOf(operation, usual, { ...others, ...values })
					: signOf(operation, { ...usual, [within]: values }, { ...others, checkOnly: true });
			const [absent, on, off] = [sign({}), sign({ [name]: true }), sign({ [name]: false })];
			if (on === off) return [];
			if (absent === on) return 'On without it';
			return absent === off ? '' : 'Without it, Qvickly decides';
		}),
	);
	const [first, ...more] = new Set(found);
	if (first === undefined) throw new Error(`Nothing depends on "${name}"`);
	return more.length > 0 ? 'Without it, it depends on the other options' : first;
}
