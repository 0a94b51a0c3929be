import { toText } from '../../api/answer';

/** What Qvickly writes in place of a rate that it does not have. It is no refusal of its own. */
export const NO_RATE = '-1';

/** A rate above zero, or zero, digits as text; undefined for anything else. */
export function readRate(value: unknown): string | undefined {
	const text = toText(value).trim();
	return /^\d+(\.\d+)?$/.test(text) ? text : undefined;
}
