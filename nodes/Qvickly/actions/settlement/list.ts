import type { IDataObject } from 'n8n-workflow';

import { toText } from '../../api/answer';
import type { Task } from '../operation';
import { listCall, readList, type Entry } from '../order/lists';
import { orNull } from '../order/simplify';

/** Asks for the settlements since a day. @param since YYYY-MM-DD. Source: Qvickly's page "getSettlements" */
export const listSettlements = (since: string): Task => ({
	subject: `the list of settlements since ${since}`,
	call: listCall(
		'getSettlements',
		{ fromDate: since },
		{},
		readSettlement,
		({ Settlements }) => Settlements,
	),
});

function readSettlement({
	SettlementId,
	SettlementDate,
	SettlementURL,
	InvoiceIds,
}: Entry): IDataObject {
	return {
		settlementId: toText(SettlementId),
		date: orNull(SettlementDate),
		url: orNull(SettlementURL),
		numbers: (readList(InvoiceIds) ?? []).map(toText),
	};
}
