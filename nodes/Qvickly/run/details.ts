import type { IDataObject } from 'n8n-workflow';

import type { Details } from '../actions/operation';
import { isFailure, type Outcome } from './outcome';
import { pool } from './pool';
import { callOf } from './sameCalls';
import type { Plan, Wish } from './setup';

/** Something to read for one item or several, and what came of it. */
interface Reading {
	wish: Wish;
	outcome?: Outcome;
}

/**
 * Adds to the items of lists what their details tell: each is read once, several at a time. One that
 * cannot be read marks its items, and takes none away.
 *
 * @param settled what became of each plan, to be changed
 * @param workers how many to read at the same time
 * @param read never throws
 */
export async function addDetails(
	settled: Map<Plan, Outcome>,
	workers: number,
	read: (wish: Wish) => Promise<Outcome>,
): Promise<void> {
	const readings = new Map<string, Reading>();
	const readingFor = (item: IDataObject, { account }: Plan, details: Details) => {
		const task = details.of(item);
		if ('problem' in task) return task;
		const wish = { task, account };
		const key = callOf(wish);
		const reading = readings.get(key) ?? { wish };
		readings.set(key, reading);
		return reading;
	};
	const lists = [...settled].flatMap(([plan, outcome]) => {
		const { details } = plan.task;
		if (!details || isFailure(outcome)) return [];
		const rows = outcome.items.map((item) => {
			return { item, reading: readingFor(item, plan, details) };
		});
		return [{ plan, details, rows }];
	});
	await pool([...readings.values()], workers, async (reading) => {
		reading.outcome = await read(reading.wish);
	});
	for (const { plan, details, rows } of lists) {
		settled.set(plan, {
			items: rows.map(({ item, reading }) =>
				'problem' in reading
					? details.miss(item, `${reading.problem}. ${reading.advice}`)
					: withDetails(item, reading.outcome!, details),
			),
		});
	}
}

const withDetails = (item: IDataObject, outcome: Outcome, { add, miss }: Details): IDataObject =>
	isFailure(outcome)
		? miss(item, `${outcome.message}. ${outcome.advice}`)
		: add(item, outcome.items[0] ?? {});
