const { readPno, registered } = require('./customers');
const { divide } = require('./decimals');
const { figure, member, text } = require('./request');

/**
 * The reads about people and the account.
 *
 * @typedef {import('./account').Account} Account
 * @typedef {import('./account').Plan} Plan
 * @typedef {import('./functions').Context} Context
 * @typedef {import('./payments').Outcome} Outcome
 * @typedef {import('./request').Request} Request
 */

/** What a person has to do with, in an order that JavaScript would not keep in an object. */
const ENGAGEMENTS = new Map([
	['5566779988', 'Testcompany Approved'],
	['2100000005', 'Testföreningen'],
]);

/** @param {Request} request @returns {Outcome} */
function getAddress({ data }) {
	const spelled = text(data, 'pno');
	const pno = readPno(spelled);
	if ('code' in pno) return pno;
	const address = registered(spelled)?.address;
	if (!address) return { code: '8010' };
	if (figure(data, 'engagements') === '1') return { data: ENGAGEMENTS, changed: false };
	const { company, street } = address;
	const others = company ? [{ ...address, company: `${company} 2`, street: `${street} B` }] : [];
	const all = figure(data, 'alladdresses') === '1' && { alladdresses: [address, ...others] };
	return { data: { ...address, ...all }, changed: false };
}

/** The amount that a call is about, in öre with tax. @param {unknown} data */
function amountOf(data) {
	const total = member(member(data, 'Cart'), 'Total');
	return figure(member(data, 'PaymentData'), 'totalwithtax') || figure(total, 'withtax');
}

/** @param {Plan} plan @param {string} amount */
const fits = ({ minamount, maxamount }, amount) =>
	amount === '' || (Number(amount) >= Number(minamount) && Number(amount) <= Number(maxamount));

/** What is listed unless a caller says that it knows more. */
const LISTED = [8, 2048];

/** @param {Request} request @param {Context} context @returns {Outcome} */
function getAccountinfo({ merchant, data }, { account }) {
	const amount = amountOf(data);
	const knowsAll =
		figure(data, 'comingFromPF2') === '1' ||
		figure(member(data, 'PaymentData'), 'comingFromPF2') === '1';
	const isWithin =
		amount === '' || (Number(amount) >= account.minAmount && Number(amount) <= account.maxAmount);
	const methods = account.methods.filter((method) => knowsAll || LISTED.includes(method));
	const info = {
		...{ company: `Sandbox Merchant ${merchant.id} AB`, address: 'Testvägen 1' },
		...{ street: 'Testvägen 1', zip: '211 22', city: 'Malmö', country: 'SE' },
		...{ phone: '040-123 45 67', email: 'merchant@example.com', orgregnr: '555555-5555' },
		...{ vatregnr: 'SE555555555501', language: 'sv' },
		paymentoptions: methods
			.filter(
				(method) => isWithin && (method !== 4 || account.plans.some((one) => fits(one, amount))),
			)
			.map((method) => ({
				method: String(method),
				currency: method === 4 || method === 16 ? 'SEK' : 'SEK,DKK,NOK,GBP,EUR,USD',
				language: 'sv,da,no,en',
			})),
		...{ defaultpaymentterms_company: '20', defaultpaymentterms_private: '5' },
		...{ checkout: account.checkout ? '1' : '0', force2have18years: '0', force2havepno: '0' },
		...{ force2havephonenumber: '1', locknameforshipping: '0', showPf2Fee: '0' },
		...{ parkrightCustomerService: '0', enableparkright: '0', enableTestModeCheckout: '1' },
		...{ allow2When1FailsInCheckout: '1', enableSpecificationInPayLink: '1' },
		...{ continueWithoutPnoInPF2: '0', checkoutAvailableCustomerTypes: ['company', 'person'] },
		logo: 'https://example.com/companylogos/logo.png',
	};
	return { data: info, changed: false };
}

/** @param {Request} request @param {Context} context @returns {Outcome} */
function getPaymentplans({ data }, { account }) {
	const payment = member(data, 'PaymentData');
	const [currency, country, language] = ['currency', 'country', 'language'].map((name) =>
		text(payment, name),
	);
	if (!currency || !country || !language) return { code: '5302' };
	const amount = amountOf(data);
	const plans = account.plans.filter(
		(plan) => plan.currency === currency && plan.country === country && fits(plan, amount),
	);
	if (plans.length === 0) return { code: '5301' };
	return { data: plans.map((plan) => ({ ...plan, ...costs(plan, amount) })), changed: false };
}

/** What an amount comes to by a plan, all in öre; interest on all of it for half the time. @param {Plan} plan @param {string} amount */
function costs({ nbrofmonths, startfee, handlingfee, interestrate }, amount) {
	if (amount === '') return {};
	const [sum, months] = [BigInt(amount), BigInt(nbrofmonths)];
	const interest = divide(sum * months * BigInt(interestrate), 2400n);
	const total = sum + BigInt(startfee) + months * BigInt(handlingfee) + interest;
	const monthlycost = divide(total, months);
	return { totalfee: String(monthlycost * months), monthlycost: String(monthlycost) };
}

/** @param {Request} _ @param {Context} context @returns {Outcome} */
const getFees = (_, { account }) => ({ data: account.fees, changed: false });

module.exports = { getAccountinfo, getAddress, getFees, getPaymentplans };
