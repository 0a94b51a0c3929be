/**
 * What Qvickly has set up for the merchants of a sandbox; a test may change it at any time.
 *
 * @typedef {{
 *   methods: number[], demandsBankId: boolean, creditCheck: 'approves' | 'waits',
 *   minAmount: number, maxAmount: number, uniqueOrderIds: boolean, checkout: boolean,
 *   savedCards: boolean, plans: Plan[], fees: object[],
 * }} Account
 *   `methods` are those that are open. With `demandsBankId` invoices (1) and part payments must be
 *   signed first. Where the `creditCheck` waits, they are Pending until a person decides.
 *   `minAmount` and `maxAmount` are in öre with tax. With `uniqueOrderIds` an order ID can be had by
 *   one payment of a merchant and mode. `checkout` and `savedCards` tell whether these are open.
 * @typedef {{
 *   paymentplanid: string, description: string, nbrofmonths: string, startfee: string,
 *   handlingfee: string, minamount: string, maxamount: string, country: string, type: string,
 *   expirydate: string, interestrate: string, currency: string, language: string,
 * }} Plan Amounts in öre
 */

const NEXT_YEAR = new Date().getUTCFullYear() + 1;

/** @param {string} paymentplanid @param {string} months @param {string} startfee @param {string} minamount @returns {Plan} */
const plan = (paymentplanid, months, startfee, minamount) => ({
	...{ paymentplanid, description: `${months} månaders delbetalning`, nbrofmonths: months },
	...{ startfee, handlingfee: '3500', minamount, maxamount: '10000000000', country: 'SE' },
	...{ type: '1', expirydate: `${NEXT_YEAR}-12-31`, interestrate: '12', currency: 'SEK' },
	language: 'sv',
});

const FEE = {
	...{ feeid: '12345', target: 'customer', amount_from: '101', amount_to: '10000' },
	...{ duedate_type: 'none', new_duedate: '0000-00-00', country: 'SE', currency: 'SEK' },
	...{ fee: '1900', fee_tax: '475', fee_taxrate: '25', expiration_date: '0000-00-00' },
	description: [
		{ language: 'sv', description: 'Administrationsavgift' },
		{ language: 'en', description: 'Service Fee' },
	],
};

/** @param {Partial<Account>} [changes] @returns {Account} */
const accountOf = (changes) => ({
	methods: [1, 2, 4, 8, 16, 256, 1024, 2048],
	demandsBankId: false,
	creditCheck: 'approves',
	minAmount: 1,
	maxAmount: 10_000_000_000,
	uniqueOrderIds: true,
	checkout: true,
	savedCards: true,
	plans: [
		plan('1', '3', '2900', '10000'),
		plan('2', '6', '17000', '20000'),
		plan('3', '12', '17000', '40000'),
	],
	fees: [FEE],
	...changes,
});

module.exports = { accountOf };
