import type { IDataObject } from 'n8n-workflow';

import type { Read, Task } from '../actions/operation';
import { orNull } from '../actions/order/simplify';
import { asObject, toText } from '../api/answer';
import { encodeRequest } from '../api/envelope';

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

/** Far more than a merchant has in the time that is asked for. */
const LONGEST_LIST = 20_000_000;

const listOf = (
	name: string,
	data: object,
	result: Read['result'],
): Read & { maxAnswerBytes: number } => ({
	kind: 'list',
	request: encodeRequest(name, data),
	done: 'looked up',
	refusals: {},
	result,
	maxAnswerBytes: LONGEST_LIST,
});

/** Source: Qvickly's page "getSettlements". */
const settlement: Source = {
	name: 'settlement',
	task: (since) => ({
		subject: `the list of settlements since ${since}`,
		call: listOf('getSettlements', { fromDate: since }, (data) => {
			const list = data.Settlements;
			if (!Array.isArray(list)) return { open: 'Qvickly answered without a list' };
			return { items: list.map((entry) => readSettlement(asObject(entry) ?? {})) };
		}),
	}),
	idOf: ({ settlementId }) => `settlement-${String(settlementId)}`,
	firstDays: 60,
	overlapDays: 30,
};

function readSettlement(entry: Readonly<Record<string, unknown>>): IDataObject {
	const { SettlementId, SettlementDate, SettlementURL, InvoiceIds } = entry;
	const numbers = Array.isArray(InvoiceIds)
		? InvoiceIds
		: Object.values(asObject(InvoiceIds) ?? {});
	return {
		settlementId: toText(SettlementId),
		date: orNull(SettlementDate),
		url: orNull(SettlementURL),
		numbers: numbers.map(toText),
	};
}

/** Source: Qvickly's page "getDuePayments", which goes back three months at most. */
const overdue: Source = {
	name: 'overdue payment',
	task: (since) => ({
		subject: `the list of overdue payments since ${since}`,
		call: listOf('getDuePayments', { dueDate: since }, (data) =>
			Array.isArray(data)
				? { items: data.map((entry) => readDue(asObject(entry) ?? {})) }
				: { open: 'Qvickly answered without a list' },
		),
	}),
	idOf: ({ number, dueDate }) => `overdue-${String(number)}-${String(dueDate)}`,
	firstDays: 89,
	overlapDays: 89,
	mostDays: 89,
};

function readDue(entry: Readonly<Record<string, unknown>>): IDataObject {
	const { number, orderid, invoiceDate, invoiceStatus, dueDate, topay } = entry;
	return {
		number: toText(number),
		orderid: toText(orderid),
		invoiceDate: orNull(invoiceDate),
		invoiceStatus: orNull(invoiceStatus),
		dueDate: orNull(dueDate),
		// In a unit that Qvickly does not document.
		topay: orNull(topay),
	};
}

export const SOURCES = { settlement, overdue };
