/** Qvickly's functions that change nothing, in lower case as Qvickly does not mind. Source: its documentation. */
const READS = new Set(
	[
		...['crediflowSearchParty', 'getAccountinfo', 'getAddress', 'getCheckout'],
		...['getCustomersByName', 'getDuePayments', 'getExchangeRate', 'getFees'],
		...['getInvoiceByHash', 'getInvoicesByCustomer', 'getInvoicesByPno', 'getMerchantByOrgnum'],
		...['getOrderByHash', 'getOrderInfo', 'getPaymentinfo', 'getPaymentplans', 'getSettlements'],
		...['getSettlementsWithDetails', 'getVatrate'],
	].map((name) => name.toLowerCase()),
);

/** Why a function is not called, and what to do, by its name in lower case. */
const LEFT_OUT: Readonly<Record<string, { reason: string; advice: string }>> = {
	getapicredentials: {
		reason: "its answer has another merchant's secret, which n8n would keep with the execution",
		advice: "Copy a merchant's credentials from Qvickly's portal.",
	},
	getbankidkeyfromauthtoken: {
		reason:
			"its answer is a key to somebody's identification, of use only inside Qvickly's checkout",
		advice: 'Choose another function.',
	},
	getterms: {
		reason: 'its answer is a page that Qvickly does not sign, so it cannot be verified',
		advice: "Use the operation 'Get Terms' of 'Account'.",
	},
};

/** Whether a function changes nothing. One that is not known may change something. */
export const isRead = (name: string): boolean => READS.has(name.toLowerCase());

/** Why a function is not called; undefined if it is. */
export const whyLeftOut = (name: string) =>
	Object.hasOwn(LEFT_OUT, name.toLowerCase()) ? LEFT_OUT[name.toLowerCase()] : undefined;
