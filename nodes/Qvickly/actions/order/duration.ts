import { toText } from '../../api/answer';

const MINUTES: ReadonlyArray<[RegExp, number]> = [
	[/^(m|min|mins|minutes?)$/i, 1],
	[/^(h|hours?)$/i, 60],
	[/^(d|days?)$/i, 60 * 24],
	[/^(w|weeks?)$/i, 60 * 24 * 7],
];

/** What a length of time looks like, a sentence's second half. */
export const HOW_LONG =
	'a number and a word, such as 30 minutes, 48 hours or 2 days, at most a year';

/** A year. */
const MOST_MINUTES = 366 * 24 * 60;

/** Reads a length of time in words. @returns minutes, above zero; undefined if it is none, or more than a year */
export function readMinutes(value: unknown): number | undefined {
	const found = /^(\d{1,6})\s*([a-z]+)$/i.exec(toText(value).trim());
	if (!found) return undefined;
	const [, count, unit] = found;
	const minutes = MINUTES.find(([word]) => word.test(unit!))?.[1] ?? 0;
	const length = Number(count) * minutes;
	return length > 0 && length <= MOST_MINUTES ? length : undefined;
}
