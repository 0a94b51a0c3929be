import type { IDataObject } from 'n8n-workflow';

import { asObject, toText, type VerifiedData } from '../../api/answer';
import { inCurrency, shownAmount } from '../../api/money';
import type { Meanings } from '../../api/refusals';
import { spellStatus } from '../../api/status';
import type { Task } from '../operation';
import { listCall, type Entry } from '../order/lists';
import { masked } from '../order/readCustomer';
import { customerName, orNull } from '../order/simplify';
import { listOverdue, readDue } from './overdue';

/** What every list gives of a payment; null where Qvickly's list does not have it. */
const NOTHING = {
	...{ number: '', orderid: null, status: null, invoiceStatus: null, type: null },
	...{ invoiceDate: null, dueDate: null, paidDate: null, customerName: null, currency: null },
	...{ total: null, balanceDue: null, toPay: null },
	// As Qvickly writes them, where it does not document whether they are kronor or öre.
	...{ toPayUnknownUnit: null, balanceDueUnknownUnit: null },
	...{ url: null, hash: null },
} satisfies IDataObject;

/** Qvickly's letters for kinds of invoices. */
const KINDS: ReadonlyMap<string, string> = new Map([
	['F', 'invoice'],
	['K', 'credit'],
	['KN', 'cash'],
	['RF', 'interest'],
]);

/** Source: Qvickly's page "Error codes". */
const LIST_REFUSALS: Meanings = {
	7020: {
		reason: 'Qvickly received no customer number',
		advice: "Fill in 'Customer Number'.",
		settles: 'try',
	},
	7022: {
		reason: 'Qvickly does not accept which invoices are asked for',
		advice: "Update this node. If this keeps happening, report it to the node's maintainers.",
		settles: 'try',
	},
};

/** Invoices that are overdue since a day, YYYY-MM-DD. */
export const overduePayments = (since: string): Task =>
	listOverdue(since, (entry) => {
		const { topay, ...item } = readDue(entry);
		return { ...NOTHING, ...item, toPayUnknownUnit: topay };
	});

/** Source: Qvickly's page "getInvoicesByCustomer": its answers are like those of getPaymentinfo, in öre. */
export const customersPayments = (customer: string): Task => ({
	// It may be a personal number, which does not go into error messages whole.
	subject: `the list of payments of customer ${customer.length < 10 ? customer : masked(customer)}`,
	call: listCall('getInvoicesByCustomer', { customerno: customer }, LIST_REFUSALS, ofCustomer),
});

function ofCustomer(entry: Entry): IDataObject {
	const payment = asObject(entry.PaymentData) ?? {};
	const { paymentdate, balancedue, invoiceStatus } = asObject(entry.PaymentInfo) ?? {};
	const { withtax } = asObject(asObject(entry.Cart)?.Total) ?? {};
	return {
		...NOTHING,
		number: toText(payment.number),
		orderid: orNull(payment.orderid),
		status: spellStatus(toText(payment.status)) || null,
		invoiceStatus: orNull(invoiceStatus),
		invoiceDate: orNull(paymentdate),
		dueDate: orNull(payment.duedate),
		paidDate: orNull(payment.paiddate),
		customerName: customerName(entry as VerifiedData),
		currency: orNull(payment.currency),
		total: inCurrency(toText(withtax)) ?? null,
		balanceDue: inCurrency(toText(balancedue)) ?? null,
		url: orNull(payment.url),
	};
}

/** Source: Qvickly's page "getInvoicesByPno": `topay` is kronor, the unit of `balancedue` is not said. */
export const personsPayments = (pno: string, includePaid: boolean): Task => ({
	subject: `the list of invoices of customer ${masked(pno)}`,
	call: listCall(
		'getInvoicesByPno',
		{ pno, status: includePaid ? 'Sent,Paid' : 'Sent' },
		LIST_REFUSALS,
		ofPerson,
	),
});

const ofPerson = (entry: Entry): IDataObject => ({
	...NOTHING,
	number: toText(entry.invoiceid_real),
	status: spellStatus(toText(entry.status)) || null,
	invoiceStatus: orNull(entry.distributor_status),
	type: KINDS.get(toText(entry.invoicetype)) ?? orNull(entry.invoicetype),
	invoiceDate: orNull(entry.invoicedate),
	dueDate: orNull(entry.duedate),
	customerName: orNull(entry.name),
	toPay: shownAmount(entry.topay),
	balanceDueUnknownUnit: orNull(entry.balancedue),
	url: orNull(entry.fileurl),
	hash: orNull(entry.hash),
});
