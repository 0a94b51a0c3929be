/** What is kept between two polls. It must not grow: n8n writes it whole with the workflow. */
export interface Memory {
	/** What was polled for; what is kept of something else says nothing. */
	source: string;
	/** The first day that the first poll asked for, YYYY-MM-DD: nothing before it is new. */
	since: string;
	/** The day of the last poll. */
	day: string;
	/** Everything that was listed then, and some of what was listed before. */
	ids: string[];
}

/** So many that are no longer listed are known, for when a clock that goes wrong lists them again. */
const FORMER = 5000;

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
	span: { firstDays: number; overlapDays: number; mostDays?: number },
): string {
	const { firstDays, overlapDays, mostDays = Infinity } = span;
	const last = memory ? Date.parse(memory.day) : NaN;
	const wanted = Number.isNaN(last)
		? now - firstDays * DAY
		: Math.max(Math.min(last, now) - overlapDays * DAY, Date.parse(memory!.since) || 0);
	return dayOf(Math.max(wanted, now - mostDays * DAY));
}

/**
 * What to keep after a poll.
 *
 * @param memory what was kept before, of the same source
 * @param since the first day that was asked for
 * @param now milliseconds since 1970
 * @param ids of all that was listed
 */
export function remember(
	memory: Memory | undefined,
	source: string,
	since: string,
	now: number,
	ids: string[],
): Memory {
	const listed = new Set(ids);
	const former = (memory?.ids ?? []).filter((id) => !listed.has(id));
	return {
		source,
		since: memory?.since ?? since,
		day: dayOf(now),
		ids: [...listed, ...former.slice(0, FORMER)],
	};
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
