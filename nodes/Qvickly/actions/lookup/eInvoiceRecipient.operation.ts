import { toText } from '../../api/answer';
import type { Operation } from '../operation';
import { listCall } from '../order/lists';
import { orNull } from '../order/simplify';
import { show } from '../problem';

/** Looks up where a company takes e-invoices. Source: Qvickly's page "crediflowSearchParty". */
export const eInvoiceRecipient: Operation = {
	option: {
		name: 'E-Invoice Recipient',
		value: 'eInvoiceRecipient',
		action: 'Look up e-invoice recipient',
		description: 'Look up by its organisation number where a company takes e-invoices',
	},
	toolDescription:
		'Looks up by its organisation number where a company takes e-invoices. It changes nothing.',
	kind: 'list',
	done: 'looked up',
	fields: [
		{
			displayName: 'Organisation Number',
			name: 'orgnum',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 556677-8899',
			description: 'With or without dash',
		},
	],
	options: [],
	prepare(field) {
		const orgnum = toText(field('orgnum')).trim();
		if (!/^\d[\d-]*$/.test(orgnum)) {
			return {
				problem: `${show(field('orgnum'))} is no organisation number`,
				advice: "Give 'Organisation Number' ten digits, such as 556677-8899.",
			};
		}
		return {
			subject: `the e-invoice recipients of ${orgnum}`,
			call: listCall('crediflowSearchParty', { orgnum }, {}, ({ ID, Name, GLN }) => ({
				id: orNull(ID),
				name: orNull(Name),
				gln: orNull(GLN),
			})),
		};
	},
};
