import { toText } from '../../api/answer';
import type { Operation } from '../operation';
import { listCall } from '../order/lists';
import { masked } from '../order/readCustomer';
import { orNull } from '../order/simplify';

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
				problem: `"${masked(orgnum)}" is no organisation number`,
				advice: "Give 'Organisation Number' ten digits, such as 556677-8899.",
			};
		}
		return {
			// That of a sole trader is a personal number.
			subject: `the e-invoice recipients of ${masked(orgnum)}`,
			call: listCall('crediflowSearchParty', { orgnum }, {}, ({ ID, Name, GLN }) => ({
				id: orNull(ID),
				name: orNull(Name),
				gln: orNull(GLN),
			})),
		};
	},
};
