import { readCustomer, readWholeAddress } from '../../nodes/Qvickly/actions/order/readCustomer';
import { ADDRESS } from './tasks';

const read = (who: object, shipTo: object = {}) =>
	readCustomer(who as Record<string, unknown>, shipTo as Record<string, unknown>);

const SENT = {
	firstname: 'Testperson',
	lastname: 'Approved',
	street: 'Teststreet 123',
	zip: '12345',
	city: 'Testcity',
};

it.each([
	[{}, {}],
	[{ firstName: '', email: ' ', customerNumber: '' }, {}],
	[{ country: 'SE' }, { country: 'SE' }],
	[{ email: null, zip: undefined }, { street: null }],
])('nothing is sent of a customer of whom nothing is given: %j, %j', (who, shipTo) => {
	expect(read(who, shipTo)).toEqual({});
});

it("the customer is sent in Qvickly's words, without white space and what is empty", () => {
	const who = {
		...{ ...ADDRESS, street2: 'c/o X', company: '', phone: 701234567, zip: 12345 },
		...{ personalNumber: ' 550101-1018 ', email: ' a@b.se ', customerNumber: 42, country: 'se' },
	};
	expect(read(who)).toEqual({
		Customer: {
			...{ nr: '42', pno: '550101-1018' },
			Billing: {
				...{ ...SENT, street2: 'c/o X', country: 'SE' },
				...{ phone: '701234567', email: 'a@b.se' },
			},
		},
	});
});

it('another address for the goods is sent beside it, also alone', () => {
	expect(read({ email: 'a@b.se' }, { ...ADDRESS, country: 'NO' })).toEqual({
		Customer: { Billing: { email: 'a@b.se' }, Shipping: { ...SENT, country: 'NO' } },
	});
	expect(read({}, ADDRESS)).toEqual({ Customer: { Shipping: SENT } });
});

it('a country is kept beside an email address, though it is no address alone', () => {
	expect(read({ email: 'a@b.fi', country: 'FI' })).toEqual({
		Customer: { Billing: { country: 'FI', email: 'a@b.fi' } },
	});
});

it.each([
	['550101-1018'],
	['5501011018'],
	['19550101-1018'],
	['195501011018'],
	['550101+1018'],
	[5501011018],
	[195501011018],
])('%j is a personal number, and sent as it is', (personalNumber) => {
	expect(read({ personalNumber })).toEqual({ Customer: { pno: String(personalNumber) } });
});

it('an organisation number is sent in the same place', () => {
	expect(read({ organisationNumber: '556677-9988' })).toEqual({ Customer: { pno: '556677-9988' } });
});

it('a number of another country is left to Qvickly', () => {
	expect(read({ personalNumber: '01010112345', email: 'a@b.no', country: 'NO' })).toHaveProperty(
		'Customer.pno',
		'01010112345',
	);
});

it.each<[object, string]>([
	[
		{ personalNumber: 101011018 },
		`"10101****" in 'Personal Number' is no Swedish number of that kind`,
	],
	[{ personalNumber: '550101' }, `"55****" in 'Personal Number' is no Swedish number of that kind`],
	[
		{ personalNumber: 'x', country: 'SE' },
		`"x" in 'Personal Number' is no Swedish number of that kind`,
	],
	[
		{ organisationNumber: '55667' },
		`"5****" in 'Organisation Number' is no Swedish number of that kind`,
	],
	[
		{ personalNumber: '550101-1018', organisationNumber: '556677-9988' },
		`the customer has both a 'Personal Number' and an 'Organisation Number'`,
	],
	[{ email: 'a.b.se' }, `"a.b.se" in 'Email' is no email address`],
	[{ email: 'a@b' }, `"a@b" in 'Email' is no email address`],
	[{ email: 'a@b.se, c@d.se' }, `"a@b.se, c@d.se" in 'Email' is no email address`],
	[{ customerNumber: 'K-42' }, `"K-42" in 'Customer Number' is not a number`],
	[{ customerNumber: '1'.repeat(16) }, `"1111111111111111" in 'Customer Number' is not a number`],
	[{ customerNumber: '042' }, `"042" in 'Customer Number' is not a number`],
	[{ ...ADDRESS, country: 'Sverige' }, `"Sverige" in 'Country' is no code of a country`],
])('%j is refused', (who, problem) => {
	expect(read(who)).toMatchObject({ problem });
});

it.each([
	['19550101-10188', '19550101-1****'],
	['550101-1018.', '550101-****'],
	['550101-1018 Anna', '550101-****'],
	['131052-308T', '131052-****'],
])('of %s no message shows more than %s, as messages are kept', (personalNumber, shown) => {
	expect(read({ personalNumber })).toHaveProperty(
		'problem',
		`"${shown}" in 'Personal Number' is no Swedish number of that kind`,
	);
});

it.each<[string, object]>([
	['street', { ...ADDRESS, street: '' }],
	['zip', { ...ADDRESS, zip: ' ' }],
	['city', { ...ADDRESS, city: undefined }],
])('an address for the goods without %s is refused, and names what is missing', (_, shipTo) => {
	expect(read({}, shipTo)).toHaveProperty(
		'problem',
		expect.stringMatching(/^'(Street|Postal Code|City)' is missing in 'Shipping Address'$/),
	);
});

it('so is one in an unknown country', () => {
	expect(read({}, { ...ADDRESS, country: 'SWE' })).toHaveProperty(
		'problem',
		`"SWE" in 'Country' is no code of a country`,
	);
});

describe('an address that is to replace another one', () => {
	const gap = (who: object, shipTo: object = {}) => {
		const buyer = read(who, shipTo);
		if ('problem' in buyer) throw new Error(buyer.problem);
		return readWholeAddress(buyer)?.problem;
	};

	it('has to be whole', () => {
		expect(gap(ADDRESS)).toBeUndefined();
		expect(gap({ ...ADDRESS, firstName: '', lastName: '', company: 'AB' })).toBeUndefined();
		expect(gap({ ...ADDRESS, city: '' })).toBe("'City' is missing in 'Customer'");
		expect(gap({ email: 'a@b.se' })).toBe(
			"'First Name' and 'Last Name' or 'Company' is missing in 'Customer'",
		);
		expect(gap({ ...ADDRESS, lastName: '' })).toContain('is missing');
	});

	it('is none where nothing of the customer is given', () => {
		expect(gap({})).toBeUndefined();
	});

	it('has to be whole also where only a number or an address for the goods is given, as all is replaced', () => {
		const missing = "'First Name' and 'Last Name' or 'Company' is missing in 'Customer'";
		expect(gap({ personalNumber: '550101-1018' })).toBe(missing);
		expect(gap({}, ADDRESS)).toBe(missing);
		expect(gap(ADDRESS, ADDRESS)).toBeUndefined();
	});
});
