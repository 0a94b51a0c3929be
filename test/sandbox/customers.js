const { member, text } = require('./request');

/**
 * Who Qvickly knows: the test persons and companies of its documentation.
 *
 * @typedef {{
 *   firstname?: string, lastname?: string, company?: string, street: string, zip: string,
 *   city: string, country: string, phone: string, email: string, type: 'person' | 'company',
 * }} Address
 * @typedef {{ address: Address, denied: boolean }} Registered
 */

const PERSON = { firstname: 'Testperson', lastname: 'Approved', country: 'SE' };
const COMPANY = { company: 'Testcompany Approved', zip: '54321', city: 'Test city', country: 'SE' };

/** @param {object} base @param {Partial<Address>} own @returns {Address} */
const address = (base, own) => /** @type {Address} */ ({ ...base, ...own });

const APPROVED_PERSON = address(PERSON, {
	...{ street: 'Testgatan 1', zip: '12345', city: 'Teststad', phone: '0712345678' },
	...{ email: 'person@example.com', type: 'person' },
});
const DENIED_PERSON = address(PERSON, {
	...{ street: 'Testgatan 2', zip: '54321', city: 'Testby', phone: '78765432' },
	...{ email: 'denied@example.com', type: 'person' },
});
const APPROVED_COMPANY = address(COMPANY, {
	...{ street: 'Teststreet 2', phone: '730000000' },
	...{ email: 'company@example.com', type: 'company' },
});
const DENIED_COMPANY = address(COMPANY, {
	...{ street: 'Teststreet 1', phone: '41300000' },
	...{ email: 'denied.company@example.com', type: 'company' },
});

/** By number, with the century where only that tells a person from a company. @type {Record<string, Registered>} */
const REGISTERED = {
	5501011018: { address: APPROVED_PERSON, denied: false },
	195505050558: { address: DENIED_PERSON, denied: true },
	5566779988: { address: APPROVED_COMPANY, denied: false },
	5505050558: { address: DENIED_COMPANY, denied: true },
};

/**
 * A person's or organisation's number, however it is spelled.
 *
 * @param {string} spelled with or without dash and century
 * @returns {{ code: string } | { digits: string, ten: string }} `ten` are those without century
 */
function readPno(spelled) {
	if (spelled === '') return { code: '9014' };
	const digits = spelled.replace(/^(\d{6}|\d{8})[-+](?=\d)/, '$1');
	if (!/^\d+$/.test(digits)) return { code: '9016' };
	if (digits.length < 10) return { code: '9015' };
	if (!/^(16|19|20)?\d{10}$/.test(digits)) return { code: '9016' };
	return { digits, ten: digits.slice(-10) };
}

/** @param {string} spelled @returns {Registered | undefined} */
function registered(spelled) {
	const pno = readPno(spelled);
	return 'code' in pno ? undefined : (REGISTERED[pno.digits] ?? REGISTERED[pno.ten]);
}

/** Whether two numbers are the same organisation's. @param {string} one @param {string} other */
function sameOrganisation(one, other) {
	const [a, b] = [readPno(one), readPno(other)];
	if ('code' in a || 'code' in b || a.ten !== b.ten) return false;
	return registered(one)?.address.type === 'company' || Number(a.ten[2]) >= 2;
}

/** @type {Array<[keyof Address, string]>} */
const COMPARED = [
	['firstname', '2401'],
	['lastname', '2402'],
	['street', '2403'],
	['zip', '2404'],
	['city', '2405'],
	['country', '2406'],
];

/** @param {string} value */
const loosely = (value) => value.replace(/\s/g, '').toLowerCase();

/** What differs from the registered address. @param {Address} known @param {unknown} given */
const mismatch = (known, given) =>
	COMPARED.find(([name]) => {
		const value = text(given, name);
		// No code is documented for another name of a company; its contact may have any.
		if (known[name] === undefined || value === '') return false;
		return loosely(value) !== loosely(known[name]);
	})?.[1];

/**
 * The credit check of an invoice or a part payment.
 *
 * @param {unknown} customer
 * @returns {string | undefined} the code that turns it down
 */
function refusalOfCredit(customer) {
	const known = registered(text(customer, 'pno'));
	if (known === undefined) return undefined;
	if (known.denied) return '1001';
	return (
		mismatch(known.address, member(customer, 'Billing')) ??
		mismatch(known.address, member(customer, 'Shipping'))
	);
}

module.exports = { readPno, refusalOfCredit, registered, sameOrganisation };
