import type { IDataObject } from 'n8n-workflow';

import { toText } from '../../api/answer';
import type { Task } from '../operation';
import { listCall, type Entry } from '../order/lists';
import { orNull } from '../order/simplify';

/** Days that getDuePayments goes back: three months at most, by its page. */
export const MOST_DAYS = 89;

/** Asks for invoices that are due since a day. @param since YYYY-MM-DD @param read makes an output item of an entry. Source: Qvickly's page "getDuePayments" */
export const listOverdue = (since: string, read = readDue): Task => ({
	subject: `the list of overdue payments since ${since}`,
	call: listCall('getDuePayments', { dueDate: since }, {}, read),
});

export function readDue(entry: Entry): IDataObject {
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
