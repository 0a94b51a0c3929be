import { asObject, toText } from '../../api/answer';

/** Text, the zeros at the end of decimals left out: quantities and rates may come with or without. */
const written = (value: unknown) => toText(value).replace(/^(-?\d+)(?:\.0*|(\.\d*?)0*)$/, '$1$2');

/** Whether a looked-up value has all of what was sent; it may have more beside it. `undefined` was not sent. */
export function contains(found: unknown, sent: unknown): boolean {
	if (Array.isArray(sent)) {
		const list = Array.isArray(found) ? (found as unknown[]) : [];
		return list.length === sent.length && sent.every((one, index) => contains(list[index], one));
	}
	const parts = asObject(sent);
	if (parts === undefined) return written(found) === written(sent);
	return Object.entries(parts).every(
		([key, one]) => one === undefined || contains(asObject(found)?.[key], one),
	);
}
