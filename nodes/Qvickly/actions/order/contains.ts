import { asObject, toText } from '../../api/answer';

/** Members that are decimals: they may come with zeros at their end, or without. */
const DECIMALS = ['quantity', 'taxrate', 'discount'];

const written = (value: unknown, key: string) =>
	DECIMALS.includes(key)
		? toText(value).replace(/^(-?\d+)(?:\.0*|(\.\d*?)0*)$/, '$1$2')
		: toText(value);

/** Whether a looked-up value has all of what was sent; it may have more beside it. `undefined` was not sent. */
export function contains(found: unknown, sent: unknown, key = ''): boolean {
	if (Array.isArray(sent)) {
		const list = Array.isArray(found) ? (found as unknown[]) : [];
		return list.length === sent.length && sent.every((one, index) => contains(list[index], one));
	}
	const parts = asObject(sent);
	if (parts === undefined) return written(found, key) === written(sent, key);
	return Object.entries(parts).every(
		([name, one]) => one === undefined || contains(asObject(found)?.[name], one, name),
	);
}
