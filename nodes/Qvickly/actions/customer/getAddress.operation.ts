import { toText } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import type { Operation } from '../operation';
import { pnoField, readPno } from '../order/pno';
import { masked } from '../order/readCustomer';
import { ADDRESS_REFUSALS } from '../order/refusals';
import { orNull } from '../order/simplify';
import { isProblem } from '../problem';

/** What is given of an address, in Qvickly's spelling. */
const PARTS = [
	...['firstname', 'lastname', 'company', 'street', 'zip', 'city'],
	...['country', 'phone', 'email', 'type'],
];

/** Gives the registered address that an invoice has to have. Source: Qvickly's page "getAddress". */
export const getAddress: Operation = {
	option: {
		name: 'Get Address',
		value: 'getAddress',
		action: 'Get address of customer',
		description:
			'Get the registered address that an invoice must have. Only for a payment at Qvickly.',
	},
	toolDescription:
		'Gives the registered name and address of a person or company by personal or organisation number, for a payment at Qvickly and for nothing else. These are personal data. It changes nothing.',
	kind: 'read',
	done: 'looked up',
	fields: [
		{
			...pnoField,
			description: `${pnoField.description}. Qvickly allows this for its payments only.`,
		},
		{
			displayName: 'Country',
			name: 'country',
			type: 'string',
			default: 'SE',
			description: 'Code of two letters',
		},
	],
	options: [],
	prepare(field) {
		const read = readPno(field('pno'));
		if (isProblem(read)) return read;
		const { pno } = read;
		const country = toText(field('country')).trim().toUpperCase() || 'SE';
		return {
			// No more of it than is needed to tell it from others: error messages are kept.
			subject: `the address of customer ${masked(pno)}`,
			call: {
				kind: 'read',
				request: encodeRequest('getAddress', { pno, country }),
				done: 'looked up',
				refusals: ADDRESS_REFUSALS,
				result(data) {
					const parts = PARTS.map((name) => [name, orNull(data[name])] as const);
					const isOne = parts.some(([name, value]) => /name|company/.test(name) && value !== null);
					return isOne
						? { items: [Object.fromEntries(parts)] }
						: { open: 'Qvickly answered without a name' };
				},
			},
		};
	},
};
