import type { IDataObject } from 'n8n-workflow';

import type { Operation, Result } from '../operation';
import { readDay } from '../order/day';
import { isProblem } from '../problem';
import { listSettlements } from './list';

/** Lists the settlements since a day. */
export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many settlements',
		description: 'List the settlements since a day, with the payments in each; the newest first',
	},
	toolDescription:
		'Lists the settlements (payouts) of the merchant account at Qvickly since a day, the newest first, with the numbers of the payments in each. It changes nothing.',
	kind: 'list',
	done: 'looked up',
	fields: [
		{
			displayName: 'From Date',
			name: 'fromDate',
			type: 'dateTime',
			required: true,
			default: '',
			placeholder: 'e.g. 2026-01-31',
			description: 'The first day. Of a time, its day counts.',
		},
	],
	options: [],
	prepare(field) {
		const from = readDay(field('fromDate'), 'From Date');
		if (isProblem(from)) return from;
		const task = listSettlements(from.day);
		const { result } = task.call;
		return {
			...task,
			call: { ...task.call, result: (data) => newestFirst(result(data)) },
		};
	},
};

/** Qvickly lists them so, but does not say that it always will. */
function newestFirst(result: Result): Result {
	return 'items' in result ? { items: [...result.items].sort(byAge) } : result;
}

const byAge = (a: IDataObject, b: IDataObject) =>
	String(b.date).localeCompare(String(a.date)) || Number(b.settlementId) - Number(a.settlementId);
