import { whyLeftOut } from '../../nodes/Qvickly/actions/api/functions';

/** The functions of Qvickly's documentation, in its order; then those of its checkout. */
export const FUNCTIONS = [
	...['getAddress', 'addPayment', 'activatePayment', 'updatePayment', 'cancelPayment'],
	...['creditPayment', 'duplicatePayment', 'getAccountinfo', 'getTerms', 'getPaymentplans'],
	...['getPaymentinfo', 'getDuePayments', 'getSettlements', 'getSettlementsWithDetails'],
	...['getCustomersByName', 'getMerchantByOrgnum', 'getInvoicesByPno', 'getInvoicesByCustomer'],
	...['getExchangeRate', 'getVatrate', 'getFees', 'crediflowSearchParty', 'getOrderInfo'],
	...['getOrderByHash', 'updateStatusLogOfInvoiceByHash', 'getInvoiceByHash'],
	...['createInvoiceFromOrderHash', 'getAPICredentials', 'uploadKalpForm'],
	...['getBankIdKeyFromAuthToken', 'initCheckout', 'updateCheckout', 'getCheckout'],
];

/** Other names of getOrderInfo, by which it gives the same. */
const ALIASES = ['getOrderByHash', 'getCheckout'];

/**
 * By which operation each function can be reached.
 *
 * @param callers links to the operations that are there for it, and to those that call it beside
 */
export function functionTable(
	callers: (name: string) => { own: string[]; beside: string[] },
	callFunction: string,
): string[] {
	const reached = (name: string) => {
		const { own, beside } = callers(name);
		const more = beside.length > 0 ? `; called beside by ${beside.join(', ')}` : '';
		if (own.length > 0) return `${own.join(', ')}${more}`;
		const left = whyLeftOut(name);
		if (left) return `left out: ${left.reason}`;
		const alias = ALIASES.includes(name)
			? `; the same as getOrderInfo: ${callers('getOrderInfo').own.join(', ')}`
			: '';
		return `${callFunction}${alias}`;
	};
	return [
		'| function | by |',
		'| --- | --- |',
		...FUNCTIONS.map((name) => `| \`${name}\` | ${reached(name)} |`),
	];
}
