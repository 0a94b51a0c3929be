import { asObject, toText, type VerifiedData } from '../../api/answer';
import { readList, type Entry } from '../order/lists';

/** A settlement as getSettlementsWithDetails gives it, in one of its two documented shapes made one. */
export interface Settlement {
	settlementId: string;
	data: VerifiedData;
	states: State[];
}

/** The invoices of a settlement that came the same way, such as `Paid` or `Purchase`. */
export interface State {
	/** Qvickly's name for it. */
	name: string;
	/** Its sums, `PaidIn` spelled as `Paidin`. */
	sums: Entry;
	/** Those whose rows have no more than the number have no amounts. */
	invoices: Entry[];
}

/** Reads the answer; undefined if it is none. Source: Qvickly's page "getSettlementsWithDetails". */
export function readSettlement(data: VerifiedData): Settlement | undefined {
	const states = Object.entries(data).flatMap(([name, member]) => {
		const sums = asObject(member);
		// PHP writes [] for a state of nothing, and "" for nothing at times.
		if (!sums || (Array.isArray(sums) && sums.length === 0)) return [];
		if (Array.isArray(sums)) return [undefined];
		const invoices = readList(sums.Invoices || []);
		return invoices
			? [{ name, sums: respelled(sums), invoices: invoices.map(readInvoice) }]
			: [undefined];
	});
	const settlementId = toText(data.SettlementId);
	return settlementId !== '' && states.every((state) => state !== undefined)
		? { settlementId, data, states }
		: undefined;
}

const respelled = (sums: Entry): Entry => ({ ...sums, Paidin: sums.Paidin ?? sums.PaidIn });

const readInvoice = (invoice: unknown): Entry => asObject(invoice) ?? { id: invoice };
