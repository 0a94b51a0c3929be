import { firstDay, newEntries, remember, type Memory } from '../../nodes/Qvickly/polling/memory';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 0, 31, 23, 59);
const SPAN = { firstDays: 60, overlapDays: 30 };
const memoryOf = (day: string, ids: string[] = [], since = '2020-01-01'): Memory => ({
	source: 'settlement',
	since,
	day,
	ids,
});
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

	it('is never before that of the first poll', () => {
		const memory = memoryOf('1970-01-02', [], '2025-12-02');
		expect(firstDay(memory, START, SPAN)).toBe('2025-12-02');
		expect(firstDay(memory, DAY, SPAN)).toBe('2025-12-02');
		expect(firstDay(memoryOf('2026-01-31', [], 'soon'), START, SPAN)).toBe('2026-01-01');
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
			memory = remember(memory, 'settlement', '2026-01-01', START, ids);
		}
		expect(memory!.ids.length).toBeLessThanOrEqual(5005);
		expect(memory!.ids.slice(0, 5)).toEqual([0, 1, 2, 3, 4].map((index) => `2999-${index}`));
	});

	it('has the first day of all, and all that is listed', () => {
		const first = remember(undefined, 'overdue', '2025-12-01', START, ['1']);
		expect(first).toEqual({
			...{ source: 'overdue', since: '2025-12-01', day: '2026-01-31', ids: ['1'] },
		});
		expect(remember(first, 'overdue', '2026-01-20', START, ['2'])).toEqual({
			...{ source: 'overdue', since: '2025-12-01', day: '2026-01-31', ids: ['2', '1'] },
		});
	});
});
