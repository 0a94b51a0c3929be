import { toText, type VerifiedData } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import type { Operation, Result } from '../operation';
import { readDay } from '../order/day';
import { orNull } from '../order/simplify';
import { isProblem, show } from '../problem';
import { NO_RATE, readRate } from './rate';

/** Looks up what a currency is worth in kronor. Source: Qvickly's page "getExchangeRate". */
export const exchangeRate: Operation = {
	option: {
		name: 'Exchange Rate',
		value: 'exchangeRate',
		action: 'Look up exchange rate',
		description: 'Look up what a currency is worth on a day',
	},
	toolDescription:
		'Looks up the exchange rate of a currency at Qvickly, for today or another day. It changes nothing.',
	kind: 'read',
	done: 'looked up',
	fields: [
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. EUR',
			description: 'Code of three letters',
		},
	],
	options: [
		{
			displayName: 'Date',
			name: 'date',
			type: 'dateTime',
			default: '',
			description:
				'The day of the rate; today without it. At weekends Qvickly gives that of Friday.',
		},
	],
	prepare(field, options) {
		const currency = toText(field('currency')).trim().toUpperCase();
		if (!/^[A-Z]{3}$/.test(currency)) {
			return {
				problem: `${show(field('currency'))} is no currency`,
				advice: "Give 'Currency' a code of three letters, such as EUR.",
			};
		}
		const read = 'date' in options ? readDay(options.date, 'Date') : undefined;
		if (read && isProblem(read)) return read;
		const date = read && { date: read.day };
		return {
			subject: `the exchange rate of ${currency}${read ? ` on ${read.day}` : ''}`,
			call: {
				kind: 'read',
				request: encodeRequest('getExchangeRate', { currency, ...date }),
				done: 'looked up',
				refusals: {},
				result: (data) => resultOf(data, currency),
			},
		};
	},
};

function resultOf(data: VerifiedData, currency: string): Result {
	if (toText(data.result) === NO_RATE) {
		return {
			notDone: 'Qvickly has no rate of that currency for that day',
			advice: "Check 'Currency', or choose another 'Date'.",
		};
	}
	const rate = readRate(data.rate) ?? '';
	return /[1-9]/.test(rate) && toText(data.result) === '0'
		? { items: [{ currency, date: orNull(data.date), rate }] }
		: { open: 'Qvickly answered without a rate' };
}
