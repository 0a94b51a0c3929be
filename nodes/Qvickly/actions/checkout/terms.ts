import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { toText } from '../../api/answer';
import type { Problem } from '../operation';
import { ADDRESS_OPTIONS, LOCALE_OPTIONS, SENDING_OPTIONS } from '../order/termsFields';
import { show } from '../problem';

export const termsUrlField: INodeProperties = {
	displayName: 'Terms URL',
	name: 'termsUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://shop.example/terms',
	description: "Where the shop's terms of sale stand",
};

/** All that can be said of a checkout beside what is bought and by whom. */
export const CHECKOUT_OPTIONS: INodeProperties[] = [
	...ADDRESS_OPTIONS,
	...LOCALE_OPTIONS,
	...SENDING_OPTIONS,
	{
		displayName: 'Company View',
		name: 'companyView',
		type: 'boolean',
		default: true,
		description: 'Whether the page asks for a company first',
	},
	{
		displayName: 'Hide Shipping Address',
		name: 'hideShippingAddress',
		type: 'boolean',
		default: true,
		description: 'Whether the customer cannot give another address for the goods',
	},
	{
		displayName: 'Privacy Policy URL',
		name: 'privacyUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example/privacy',
		description: "Where the shop's privacy policy stands",
	},
	{
		displayName: 'Redirect on Success',
		name: 'redirect',
		type: 'boolean',
		default: true,
		description:
			"Whether the customer is sent to 'Accept URL' after paying; otherwise the page stays",
	},
	{
		displayName: 'Show Phone on Delivery',
		name: 'showPhone',
		type: 'boolean',
		default: true,
		description: 'Whether the page asks for a phone number with the shipping address',
	},
];

const SWITCHES: ReadonlyArray<[string, string]> = [
	['companyView', 'companyView'],
	['hideShippingAddress', 'hideShippingAddress'],
	['showPhone', 'showPhoneOnDelivery'],
	['redirect', 'redirectOnSuccess'],
];

/** Reads what is said of the page. Source: Qvickly's page "initCheckout". */
export function readCheckoutData(
	termsUrl: unknown,
	options: IDataObject,
): { CheckoutData: object } | Problem {
	const urls = {
		terms: termsUrl,
		...('privacyUrl' in options && { privacyPolicy: options.privacyUrl }),
	};
	const bad = Object.entries(urls).find(([, url]) => !/^https?:\/\/\S+$/i.test(toText(url).trim()));
	if (bad) {
		const name = bad[0] === 'terms' ? 'Terms URL' : 'Privacy Policy URL';
		return {
			problem: `${show(bad[1])} in '${name}' is no web address`,
			advice: `Give '${name}' a whole address that begins with https://.`,
		};
	}
	const texts = Object.entries(urls).map(([name, url]) => [name, toText(url).trim()]);
	const switches = SWITCHES.filter(([ours]) => ours in options).map(([ours, theirs]) => [
		theirs,
		String(options[ours] === true),
	]);
	// Without this the customer stays in the checkout, and does not come back to the shop.
	const redirect = { redirectOnSuccess: String('acceptUrl' in options) };
	return {
		CheckoutData: {
			...(Object.fromEntries(texts) as object),
			...redirect,
			...(Object.fromEntries(switches) as object),
		},
	};
}
