/** The functions of Qvickly's documentation, in its order; then those of its checkout. */
const FUNCTIONS = [
	...['getAddress', 'addPayment', 'activatePayment', 'updatePayment', 'cancelPayment'],
	...['creditPayment', 'duplicatePayment', 'getAccountinfo', 'getTerms', 'getPaymentplans'],
	...['getPaymentinfo', 'getDuePayments', 'getSettlements', 'getSettlementsWithDetails'],
	...['getCustomersByName', 'getMerchantByOrgnum', 'getInvoicesByPno', 'getInvoicesByCustomer'],
	...['getExchangeRate', 'getVatrate', 'getFees', 'crediflowSearchParty', 'getOrderInfo'],
	...['getOrderByHash', 'updateStatusLogOfInvoiceByHash', 'getInvoiceByHash'],
	...['createInvoiceFromOrderHash', 'getAPICredentials', 'uploadKalpForm'],
	...['getBankIdKeyFromAuthToken', 'initCheckout', 'updateCheckout', 'getCheckout'],
];

module.exports = { FUNCTIONS };
