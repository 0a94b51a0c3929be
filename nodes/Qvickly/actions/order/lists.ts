import type { IDataObject } from 'n8n-workflow';

import { asObject, type VerifiedData } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import type { Meanings } from '../../api/refusals';
import type { Read } from '../operation';

/** Bytes: far more than a merchant has of anything that is listed at once. */
export const LONGEST_LIST = 20_000_000;

export type Entry = Readonly<Record<string, unknown>>;

/**
 * The call of a function that lists something.
 *
 * @param name Qvickly's name of the function
 * @param data its parameters
 * @param read makes an output item of an entry
 * @param of the part of the answer that is the list
 */
export const listCall = (
	name: string,
	data: object,
	refusals: Meanings,
	read: (entry: Entry) => IDataObject,
	of: (data: VerifiedData) => unknown = (data) => data,
): Read => ({
	kind: 'list',
	request: encodeRequest(name, data),
	done: 'looked up',
	refusals,
	result(answer) {
		const entries = readList(of(answer))?.map(readEntry);
		if (!entries) return { open: 'Qvickly answered without a list' };
		return entries.every((entry) => entry !== undefined)
			? { items: entries.map(read) }
			: { open: 'Qvickly answered with a list that has other things in it' };
	},
	maxAnswerBytes: LONGEST_LIST,
});

/** An element of a list that has fields. */
const readEntry = (element: unknown) => (Array.isArray(element) ? undefined : asObject(element));

/** A list. Of one with gaps PHP writes an object whose names are whole numbers, of an empty one any of both. */
export function readList(value: unknown): unknown[] | undefined {
	if (Array.isArray(value)) return value;
	const entries = Object.entries(asObject(value) ?? { none: '' });
	return entries.every(([key]) => /^\d+$/.test(key)) ? entries.map(([, one]) => one) : undefined;
}
