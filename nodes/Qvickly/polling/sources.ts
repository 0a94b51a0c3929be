import type { IDataObject } from 'n8n-workflow';

import type { Task } from '../actions/operation';
import { listOverdue, MOST_DAYS } from '../actions/payment/overdue';
import { listSettlements } from '../actions/settlement/list';

/** Something that Qvickly lists, of which new entries are told. */
export interface Source {
	/** What there is none of, if there is none, such as "settlement". */
	name: string;
	/** Asks for all since a day, written YYYY-MM-DD. */
	task(since: string): Task;
	/** What tells an entry from all others, for as long as it is listed: its `eventId`. */
	idOf(entry: IDataObject): string;
	/** Days that are asked for at first. */
	firstDays: number;
	/** Days before the last poll that are asked for again, as entries may be listed late. */
	overlapDays: number;
	/** Days that Qvickly goes back at most, where it has a limit. */
	mostDays?: number;
}

const settlement: Source = {
	name: 'settlement',
	task: listSettlements,
	idOf: ({ settlementId }) => `settlement-${String(settlementId)}`,
	firstDays: 60,
	overlapDays: 30,
};

const overdue: Source = {
	name: 'overdue payment',
	task: listOverdue,
	idOf: ({ number, dueDate }) => `overdue-${String(number)}-${String(dueDate)}`,
	firstDays: MOST_DAYS,
	overlapDays: MOST_DAYS,
	mostDays: MOST_DAYS,
};

export const SOURCES = { settlement, overdue };
