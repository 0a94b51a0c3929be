import { asObject, toText } from '../../api/answer';

/** Members that are decimals: they may come with zeros at their end, or without. */
const DECIMALS = ['quantity', 'taxrate', 'discount'];

const written = (value: unknown, key: string) =>
	DECIMALS.includes(key)
		? toText(value).replace(/^(-?\d+)(?:\.0*|(\.\d*?)0*)$/, '$1$2')
		: toText(value);

/** Members that may be taken away: where they were not sent, there has to be nothing. */
const CAN_GO = [
	...['firstname', 'lastname', 'company', 'street2', 'phone', 'email'],
	...['artnr', 'unit', 'discount', 'Shipping', 'Handling', 'rounding'],
];

/** Nothing, zero, or what Qvickly fills in for nothing. */
const isNothing = (value: unknown): boolean =>
	/^(0(\.0*)?|st)?$/.test(toText(value)) &&
	Object.entries(asObject(value) ?? {}).every(([key, one]) => key === 'taxrate' || isNothing(one));

/** Whether a looked-up value has all of what was sent; it may have more beside it. `undefined` was not sent. */
export function contains(found: unknown, sent: unknown, key = ''): boolean {
	if (Array.isArray(sent)) {
		return (
			Array.isArray(found) &&
			found.length === sent.length &&
			sent.every((one, index) => contains(found[index], one))
		);
	}
	const parts = asObject(sent);
	if (parts === undefined) return written(found, key) === written(sent, key);
	const there = asObject(found) ?? {};
	const isGone = CAN_GO.every((name) => name in parts || isNothing(there[name]));
	return (
		isGone &&
		Object.entries(parts).every(
			([name, one]) => one === undefined || contains(there[name], one, name),
		)
	);
}
