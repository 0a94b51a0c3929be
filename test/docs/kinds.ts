import type { INodeProperties } from 'n8n-workflow';

import type { Kind } from '../../nodes/Qvickly/actions/operation';
import { settingFields } from '../../nodes/Qvickly/actions/settings';
import { fieldTable } from './fields';

export const KINDS: Record<Kind, string> = {
	read: 'asked again until an answer can be trusted, within the retries; it changes nothing',
	list: 'a read that gives many items for one, each linked to it',
	change: 'tried again, and looked up at last: doing it twice does no more than once',
	once: 'sent again only if it certainly did not arrive. *Retry On Fail* has to be off',
};

/** The options of every operation; a kind for which one says something else has a row of its own. */
export function settings(): string[] {
	const kinds = Object.keys(KINDS) as Kind[];
	const rows = kinds.flatMap((kind) => settingFields(kind).map((field) => ({ kind, field })));
	const same = (a: INodeProperties) => (b: { field: INodeProperties }) =>
		b.field.name === a.name && b.field.description === a.description;
	const fields = rows
		.filter(({ field }, index) => rows.findIndex(same(field)) === index)
		.map(({ field }) => {
			const of = rows.filter(same(field)).map(({ kind }) => kind);
			const whose = of.length < kinds.length ? ` (${of.join(', ')})` : '';
			return { ...field, displayName: `${field.displayName}${whose}` };
		})
		.sort((a, b) => a.displayName.localeCompare(b.displayName));
	return fieldTable(fields, [], 'option');
}
