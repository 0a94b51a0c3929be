import type { INodeProperties } from 'n8n-workflow';

type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

type Entry = INodeProperties & { name: string };

const text = (
	name: string,
	displayName: string,
	description?: string,
	placeholder?: string,
): Entry => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...(description && { description }),
	...(placeholder && { placeholder }),
});

export const PERSONAL_NUMBER = text(
	'personalNumber',
	'Personal Number',
	"The person's Swedish personal number, with or without dash and century",
	'e.g. 550101-1018',
);
export const ORGANISATION_NUMBER = text(
	'organisationNumber',
	'Organisation Number',
	"The company's Swedish organisation number, with or without dash",
	'e.g. 556677-9988',
);
const FIRST_NAME = text('firstName', 'First Name');
const LAST_NAME = text('lastName', 'Last Name');
export const COMPANY = text('company', 'Company', 'The name of the company');
const STREET = text('street', 'Street');
const ZIP = text('zip', 'Postal Code');
const CITY = text('city', 'City');
export const EMAIL = text('email', 'Email', undefined, 'e.g. name@email.com');
const STREET2 = text('street2', 'Street Line 2');
const PHONE = text('phone', 'Phone');
const COUNTRY: Entry = {
	...text('country', 'Country', 'Code of two letters', 'e.g. SE'),
	default: 'SE',
};
const CUSTOMER_NUMBER = text(
	'customerNumber',
	'Customer Number',
	"The shop's own number of the customer, digits only. With it, a payment can be found again by its order ID.",
);

const ADDRESS = [STREET, ZIP, CITY];

/** What the customer is known by, where Qvickly needs that: for a person, and for a company. */
export const PERSON = [PERSONAL_NUMBER, EMAIL, FIRST_NAME, LAST_NAME, ...ADDRESS];
export const BUSINESS = [ORGANISATION_NUMBER, EMAIL, COMPANY, ...ADDRESS];

const sorted = (entries: Entry[]) =>
	[...entries].sort((a, b) => a.displayName.localeCompare(b.displayName));

const ANYBODY = [
	...[PERSONAL_NUMBER, ORGANISATION_NUMBER, EMAIL, FIRST_NAME, LAST_NAME, COMPANY],
	...[STREET, STREET2, ZIP, CITY, COUNTRY, PHONE, CUSTOMER_NUMBER],
];

/** Each of them a field that has to be filled in. */
export const requiredFields = (entries: Entry[], show: Show): INodeProperties[] =>
	entries.map((entry) => ({ ...entry, required: true, displayOptions: { show } }));

/** Whatever is not asked for already, in one collection. @param asked the fields that are */
export const customerField = (show: Show, asked: Entry[] = []): INodeProperties => ({
	displayName: asked.length > 0 ? 'More About the Customer' : 'Customer',
	name: 'customer',
	type: 'collection',
	placeholder: 'Add field',
	displayOptions: { show },
	default: {},
	options: sorted(ANYBODY.filter((entry) => !asked.includes(entry))),
});

/** Where the goods go, if not to the customer's own address. */
export const shippingAddressField = (): INodeProperties => ({
	displayName: 'Shipping Address',
	name: 'shipTo',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	description: "Where the goods go, if not to the customer's own address",
	options: sorted([FIRST_NAME, LAST_NAME, COMPANY, ...ADDRESS, STREET2, COUNTRY, PHONE]),
});
