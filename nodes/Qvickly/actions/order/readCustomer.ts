import { toText } from '../../api/answer';
import type { Problem } from '../operation';
import { show } from '../problem';

type Fields = Readonly<Record<string, unknown>>;

/** Our fields of an address, and Qvickly's. */
const ADDRESS: ReadonlyArray<[string, string]> = [
	['firstName', 'firstname'],
	['lastName', 'lastname'],
	['company', 'company'],
	['street', 'street'],
	['street2', 'street2'],
	['zip', 'zip'],
	['city', 'city'],
	['country', 'country'],
	['phone', 'phone'],
	['email', 'email'],
];

/** A Swedish personal or organisation number, with or without century and dash. */
const SWEDISH_NUMBER = /^(\d{2})?\d{6}[-+]?\d{4}$/;

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/** The part of a request that says who buys; nothing, if nothing is said. */
export interface Buyer {
	Customer?: {
		nr?: string;
		pno?: string;
		Billing?: Readonly<Record<string, string>>;
		Shipping?: Readonly<Record<string, string>>;
	};
}

/**
 * Reads who buys.
 *
 * @param who the values of the fields in customerFields.ts. What is empty is left out: an empty
 *   object would be refused
 * @param shipTo the values of the shipping address
 */
export function readCustomer(who: Fields, shipTo: Fields): Buyer | Problem {
	const personal = trimmed(who.personalNumber);
	const organisation = trimmed(who.organisationNumber);
	if (personal !== '' && organisation !== '') {
		return {
			problem: "the customer has both a 'Personal Number' and an 'Organisation Number'",
			advice: 'Give the one of them that the customer buys with.',
		};
	}
	const pno = personal || organisation;
	const country = trimmed(who.country).toUpperCase();
	if (pno !== '' && (country || 'SE') === 'SE' && !SWEDISH_NUMBER.test(pno)) {
		const name = personal ? 'Personal Number' : 'Organisation Number';
		return {
			problem: `"${masked(pno)}" in '${name}' is no Swedish number of that kind`,
			advice: `Give '${name}' ten or twelve digits, or the customer's 'Country' if it is another. A spreadsheet may have dropped zeros at its beginning: keep it as text there.`,
		};
	}
	const email = trimmed(who.email);
	if (email !== '' && !EMAIL.test(email)) {
		return { problem: `${show(email)} in 'Email' is no email address`, advice: "Correct 'Email'." };
	}
	const nr = trimmed(who.customerNumber);
	if (nr !== '' && !/^[1-9]\d{0,14}$/.test(nr)) {
		return {
			problem: `${show(nr)} in 'Customer Number' is not a number`,
			advice: "Give 'Customer Number' digits only, or leave it out.",
		};
	}
	const noCountry = [who, shipTo].find(
		({ country: code }) => !/^([a-z]{2})?$/i.test(trimmed(code)),
	);
	if (noCountry) {
		return {
			problem: `${show(noCountry.country)} in 'Country' is no code of a country`,
			advice: "Give 'Country' two letters, such as SE.",
		};
	}
	const billing = address(who);
	const shipping = address(shipTo);
	const gap = isFilled(shipping) && gapIn(shipping);
	if (gap) return gapProblem(gap, 'Shipping Address');
	const customer = {
		...(nr && { nr }),
		...(pno && { pno }),
		...(isFilled(billing) && { Billing: billing }),
		...(isFilled(shipping) && { Shipping: shipping }),
	};
	return isFilled(customer) ? { Customer: customer } : {};
}

/** What an address cannot do without, and that it lacks: the name of our field. */
const gapIn = (address: Readonly<Record<string, string>>) =>
	[
		['street', 'Street'],
		['zip', 'Postal Code'],
		['city', 'City'],
	].find(([name]) => !(name! in address))?.[1];

const gapProblem = (gap: string, where: string): Problem => ({
	problem: `'${gap}' is missing in '${where}'`,
	advice: 'Give the whole address: parts of two could be mixed up otherwise.',
});

/** What is wrong with an address that is to replace another one, if anything is. */
export function readWholeAddress({ Customer }: Buyer): Problem | undefined {
	if (Customer === undefined) return undefined;
	const billing = Customer.Billing ?? {};
	const hasName = 'company' in billing || ('firstname' in billing && 'lastname' in billing);
	const gap = hasName ? gapIn(billing) : "First Name' and 'Last Name' or 'Company";
	return gap === undefined ? undefined : gapProblem(gap, 'Customer');
}

const trimmed = (value: unknown) => toText(value).trim();

/** A personal number without what tells the person, as messages are kept. */
export const masked = (pno: string) => pno.replace(/\d{1,4}\D*$/, '****').slice(0, 40);

const isFilled = (object: object) => Object.keys(object).length > 0;

/** The address as Qvickly names its parts. A country alone is none. */
function address(fields: Fields): Record<string, string> {
	const values = { ...fields, country: trimmed(fields.country).toUpperCase() } as Fields;
	const parts = ADDRESS.map(([ours, theirs]) => [theirs, trimmed(values[ours])] as const);
	const filled = parts.filter(([, value]) => value !== '');
	return filled.some(([name]) => name !== 'country') ? Object.fromEntries(filled) : {};
}
