import type { INodeProperties } from 'n8n-workflow';

import { asObject, toText, type VerifiedData } from '../../api/answer';
import { methodName } from '../../api/method';

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simple',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** A company's name, or a person's. */
export function customerName(data: VerifiedData): string | null {
	const { company, firstname, lastname } = asObject(asObject(data.Customer)?.Billing) ?? {};
	return orNull(company) ?? orNull(`${toText(firstname)} ${toText(lastname)}`);
}

/** How it is paid, in words; what has none here, as Qvickly calls it. @param payment PaymentData of an answer */
export const methodText = ({ method, method_name }: Readonly<Record<string, unknown>>) =>
	methodName(toText(method)) ?? orNull(method_name) ?? orNull(method);

/** Text; null if there is none. Qvickly writes a date that is not known as 0000-00-00. */
export function orNull(value: unknown): string | null {
	const text = toText(value).trim();
	return text === '' || text.startsWith('0000-00-00') ? null : text;
}
