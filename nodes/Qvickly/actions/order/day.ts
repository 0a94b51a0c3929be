import { show } from '../problem';
import type { Problem } from '../operation';
import { isEmpty } from './percent';

/** A day, or a time whose day is taken as it is written. Anything else behind a day may be another one. */
const DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}[\d:.,]*(?:\s*(?:[A-Z]{1,5}|[+-][\d:]+))?)?$/;

/**
 * Reads a day, as the editor, a spreadsheet or an expression gives it.
 *
 * @param value such as `2026-01-31`, `2026-01-31T00:00:00`, or the date that an expression such as
 *   `{{ $now }}` gives: of a time it is the day in that time's own zone
 * @param name of the field
 * @returns YYYY-MM-DD
 */
export function readDay(value: unknown, name: string): { day: string } | Problem {
	const text = textOf(value);
	const day = DAY.exec(text)?.[1] ?? '';
	// The date that the 31st of a shorter month would become is not what was meant.
	const isReal = new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
	if (isReal) return { day };
	return {
		problem: isEmpty(value) ? `'${name}' is empty` : `${show(value)} in '${name}' is no date`,
		advice: 'Write it like 2026-01-31.',
	};
}

/** Text of a date, whatever kind of object holds it. */
function textOf(value: unknown): string {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
	const { toISO } = (value ?? {}) as { toISO?: () => string | null };
	return typeof toISO === 'function'
		? (toISO.call(value) ?? '')
		: typeof value === 'string'
			? value.trim()
			: '';
}
