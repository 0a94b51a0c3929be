import type { INodeProperties } from 'n8n-workflow';

import { toText } from '../../api/answer';
import type { Problem } from '../operation';
import { masked } from './readCustomer';

/** By what Qvickly knows a person or company. */
export const pnoField: INodeProperties = {
	displayName: 'Personal or Organisation Number',
	name: 'pno',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 550101-1018',
	description: 'With or without dash and century',
};

/** Reads it; Qvickly says whether there is such a number. */
export function readPno(value: unknown): { pno: string } | Problem {
	const pno = toText(value).trim();
	if (/^[0-9][0-9A-Z+-]*$/i.test(pno)) return { pno };
	return {
		problem: `"${masked(pno)}" is no personal or organisation number`,
		advice: "Give 'Personal or Organisation Number' ten or twelve digits.",
	};
}
