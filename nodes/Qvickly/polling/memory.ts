/** What is kept between two polls. It must not grow: n8n writes it whole with the workflow. */
export interface Memory {
	/** What was polled for; what is kept of something else says nothing. */
	source: string;
	/** The day of the last poll, YYYY-MM-DD. */
	day: string;
	/** Everything that was listed then. What is no longer listed is forgotten. */
	ids: string[];
}

const DAY = 24 * 60 * 60 * 1000;

/** A day as Qvickly writes it. @param milliseconds since 1970 */
export const dayOf = (milliseconds: number): string =>
	new Date(milliseconds).toISOString().slice(0, 10);

/**
 * The first day to ask for: some days before the last poll, however long ago that was, so that what was
 * listed late, or while n8n was off, is found.
 *
 * @param now milliseconds since 1970
 */
export function firstDay(
	memory: Memory | undefined,
	now: number,
	{ firstDays, overlapDays }: { firstDays: number; overlapDays: number },
): string {
	const last = memory ? Date.parse(memory.day) : NaN;
	return dayOf(
		Number.isNaN(last) ? now - firstDays * DAY : Math.min(last, now) - overlapDays * DAY,
	);
}

/** What is new in a list. The first one is where it begins, and has nothing new. */
export function newEntries<T>(
	memory: Memory | undefined,
	list: T[],
	idOf: (entry: T) => string,
): T[] {
	if (!memory) return [];
	const known = new Set(memory.ids);
	return list.filter((entry) => {
		const id = idOf(entry);
		return !known.has(id) && known.add(id);
	});
}
