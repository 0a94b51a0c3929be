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
 * @param callers links to the operations that call it, by the function's name
 */
export function functionTable(callers: Map<string, string[]>, callFunction: string): string[] {
	const reached = (name: string) => {
		const own = callers.get(name);
		if (own) return own.join(', ');
		const left = whyLeftOut(name);
		if (left) return `left out: ${left.reason}`;
		const alias = ALIASES.includes(name)
			? `; the same as getOrderInfo: ${(callers.get('getOrderInfo') ?? []).join(', ')}`
			: '';
		return `${callFunction}${alias}`;
	};
	return [
		'| function | by |',
		'| --- | --- |',
		...FUNCTIONS.map((name) => `| \`${name}\` | ${reached(name)} |`),
	];
}
