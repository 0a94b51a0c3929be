import fc from 'fast-check';

import {
	dayOf,
	firstDay,
	newEntries,
	remember,
	type Memory,
} from '../../nodes/Qvickly/polling/memory';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 0, 31, 23, 59);
const SPAN = { firstDays: 60, overlapDays: 30 };
const memoryOf = (day: string, ids: string[] = []): Memory => ({ source: 'settlement', day, ids });
const same = (id: string) => id;

describe('the first day that is asked for', () => {
	it('is some days back at first', () => {
		expect(firstDay(undefined, START, SPAN)).toBe('2025-12-02');
	});

	it.each<[string, string, string]>([
		['after a day', '2026-01-30', '2025-12-31'],
		['on the same day', '2026-01-31', '2026-01-01'],
		['after n8n was off for a year', '2025-01-31', '2025-01-01'],
		['after the clock went wrong and was put right', '2031-01-31', '2026-01-01'],
		['after what was kept was damaged', 'soon', '2025-12-02'],
	])('overlaps with the last poll %s', (_, day, first) => {
		expect(firstDay(memoryOf(day), START, SPAN)).toBe(first);
	});

	it('is never before what Qvickly allows', () => {
		const span = { firstDays: 89, overlapDays: 89, mostDays: 89 };
		for (const day of ['2026-01-31', '2026-01-30', '2025-01-01']) {
			expect(firstDay(memoryOf(day), START, span)).toBe('2025-11-03');
		}
	});
});

describe('what is new', () => {
	it('is nothing in the first list', () => {
		expect(newEntries(undefined, ['1', '2'], same)).toEqual([]);
	});

	it('is what was not listed before, once, in the order of the list', () => {
		const memory = memoryOf('2026-01-31', ['1', '2']);
		expect(newEntries(memory, ['4', '2', '3', '4', '1'], same)).toEqual(['4', '3']);
	});

	it('is all of a list after an empty one', () => {
		expect(newEntries(memoryOf('2026-01-31'), ['1'], same)).toEqual(['1']);
	});
});

describe('what is kept', () => {
	it('does not grow, however long it runs', () => {
		let memory: Memory | undefined;
		for (let poll = 0; poll < 3000; poll++) {
			const ids = Array.from({ length: 5 }, (_, index) => `${poll}-${index}`);
			memory = remember(memory, 'settlement', START, ids);
		}
		expect(memory!.ids.length).toBeLessThanOrEqual(5005);
		expect(memory!.ids.slice(0, 5)).toEqual([0, 1, 2, 3, 4].map((index) => `2999-${index}`));
	});

	it('is of its own source only', () => {
		const memory = remember(memoryOf('2026-01-01', ['1']), 'overdue', START, ['2']);
		expect(memory).toEqual({ source: 'overdue', day: '2026-01-31', ids: ['2'] });
	});
});

/** A row that Qvickly lists some days after its own date, in days since the start. */
interface Row {
	id: string;
	date: number;
	listed: number;
}

const rows = fc
	.array(fc.tuple(fc.integer({ min: -60, max: 300 }), fc.integer({ min: 0, max: 25 })), {
		maxLength: 60,
	})
	.map((all) =>
		all.map(([date, late], index): Row => ({ id: String(index), date, listed: date + late })),
	);

/** After how many days the next poll comes, how wrong the clock is then, and whether n8n starts anew. */
const polls = fc.array(
	fc.record({
		days: fc.oneof(fc.constantFrom(0, 0.001, 1, 7), fc.integer({ min: 0, max: 120 })),
		clock: fc.oneof(fc.constant(0), fc.constantFrom(-20, -3, -1, 1, 3)),
		restarts: fc.boolean(),
	}),
	{ minLength: 2, maxLength: 60 },
);

describe('polling for a year', () => {
	it('gives each row that is listed after the first poll once, whatever clock and restarts do', () => {
		fc.assert(
			fc.property(rows, polls, (all, times) => {
				let memory: Memory | undefined;
				// n8n keeps it with what it starts, and when the workflow is switched on.
				let saved: Memory | undefined;
				let today = 0;
				let first: number | undefined;
				const given: string[] = [];
				for (const { days, clock, restarts } of times) {
					today += days;
					if (restarts) memory = saved;
					const now = START + (today + (first === undefined ? 0 : clock)) * DAY;
					const since = Date.parse(firstDay(memory, now, SPAN));
					const list = all
						.filter(({ date, listed }) => START + date * DAY >= since && listed <= today)
						.map(({ id }) => id);
					const fresh = newEntries(memory, list, same);
					given.push(...fresh);
					memory = remember(memory, 'settlement', now, list);
					if (fresh.length > 0 || first === undefined) saved = memory;
					first ??= today;
				}
				const since = Date.parse(firstDay(memory, START + today * DAY, SPAN));
				const list = all
					.filter(({ date, listed }) => START + date * DAY >= since && listed <= today)
					.map(({ id }) => id);
				given.push(...newEntries(memory, list, same));

				expect(new Set(given).size).toBe(given.length);
				const due = all.filter(({ listed }) => listed > first! && listed <= today);
				expect([...given].sort()).toEqual(due.map(({ id }) => id).sort());
			}),
			{ numRuns: 1000 },
		);
	});

	it('knows a day by the date of UTC', () => {
		expect(dayOf(START)).toBe('2026-01-31');
		expect(dayOf(START + 60_000)).toBe('2026-02-01');
	});
});
