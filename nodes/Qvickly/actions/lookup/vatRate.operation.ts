import { toText, type VerifiedData } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import type { Meanings } from '../../api/refusals';
import type { Operation, Result } from '../operation';
import { show } from '../problem';
import { NO_RATE, readRate } from './rate';

const CHECK_COUNTRY = "Give 'Country' the code of a country, such as SE or SWE.";

/** Source: Qvickly's page "Error codes". */
const COUNTRY_REFUSALS: Meanings = {
	7031: { reason: 'Qvickly does not know the country', advice: CHECK_COUNTRY, settles: 'try' },
	7032: { reason: 'Qvickly received no country', advice: CHECK_COUNTRY, settles: 'try' },
};

/** Looks up a country's main rate of VAT. Source: Qvickly's page "getVatrate". */
export const vatRate: Operation = {
	option: {
		name: 'VAT Rate',
		value: 'vatRate',
		action: 'Look up VAT rate',
		description: "Look up a country's main rate of VAT, in percent",
	},
	toolDescription: "Looks up a country's main rate of VAT at Qvickly. It changes nothing.",
	kind: 'read',
	done: 'looked up',
	fields: [
		{
			displayName: 'Country',
			name: 'country',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. SE',
			description: 'Code of two or three letters',
		},
	],
	options: [],
	prepare(field) {
		const country = toText(field('country')).trim().toUpperCase();
		if (!/^[A-Z]{2,3}$/.test(country)) {
			return { problem: `${show(field('country'))} is no country`, advice: CHECK_COUNTRY };
		}
		return {
			subject: `the VAT rate of ${country}`,
			call: {
				kind: 'read',
				request: encodeRequest('getVatrate', { country }),
				done: 'looked up',
				refusals: COUNTRY_REFUSALS,
				result: (data) => resultOf(data, country),
			},
		};
	},
};

function resultOf({ result }: VerifiedData, country: string): Result {
	if (toText(result) === NO_RATE) {
		return { notDone: 'Qvickly has no rate of that country', advice: CHECK_COUNTRY };
	}
	const rate = readRate(result);
	return rate !== undefined
		? { items: [{ country, rate }] }
		: { open: 'Qvickly answered without a rate' };
}
