import { asObject, toText } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import { inCurrency } from '../../api/money';
import type { Operation } from '../operation';
import { orNull } from '../order/simplify';

/** Lists the invoice fees of the account. Source: Qvickly's page "getFees". */
export const getFees: Operation = {
	option: {
		name: 'Get Fees',
		value: 'getFees',
		action: 'Get fees of account',
		description: 'List the invoice fees that payments can be given',
	},
	toolDescription: 'Lists the invoice fees of the merchant account at Qvickly. It changes nothing.',
	kind: 'list',
	done: 'looked up',
	fields: [],
	options: [],
	prepare: () => ({
		subject: 'the list of fees',
		call: {
			kind: 'list',
			// Qvickly takes no call without data, though this one needs none.
			request: encodeRequest('getFees', { all: '1' }),
			done: 'looked up',
			refusals: {},
			result: (data) =>
				Array.isArray(data)
					? { items: data.map((fee) => readFee(asObject(fee) ?? {})) }
					: { open: 'Qvickly answered without a list' },
		},
	}),
};

/** A fee, its amounts in the currency; the unit of the range it is for is not documented. */
function readFee(fee: Readonly<Record<string, unknown>>) {
	const described = [fee.description].flat().map((one) => asObject(one) ?? {});
	const swedish = described.find(({ language }) => language === 'sv') ?? described[0];
	return {
		feeid: toText(fee.feeid),
		description: orNull(swedish?.description),
		fee: inCurrency(toText(fee.fee)) ?? null,
		tax: inCurrency(toText(fee.fee_tax)) ?? null,
		taxrate: orNull(fee.fee_taxrate),
		target: orNull(fee.target),
		amountFrom: orNull(fee.amount_from),
		amountTo: orNull(fee.amount_to),
		currency: orNull(fee.currency),
		country: orNull(fee.country),
		expiryDate: orNull(fee.expiration_date),
	};
}
