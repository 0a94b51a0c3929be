import type { IDataObject } from 'n8n-workflow';

import { toText } from '../../api/answer';
import type { Meanings } from '../../api/refusals';
import type { Operation } from '../operation';
import { listCall, type Entry } from '../order/lists';
import { orNull, simplifyField } from '../order/simplify';
import { showWithoutNumbers } from '../problem';

/** Source: Qvickly's page "Error codes". */
const SEARCH_REFUSALS: Meanings = {
	7010: { reason: 'Qvickly received no name', advice: "Fill in 'Name'.", settles: 'try' },
};

/** Lists the customers with a name. Source: Qvickly's page "getCustomersByName". */
export const search: Operation = {
	option: {
		name: 'Search',
		value: 'search',
		action: 'Search customers',
		description: "List the shop's customers at Qvickly whose name has a text in it",
	},
	toolDescription:
		"Lists the shop's customers at Qvickly whose name has a text in it, with their addresses. These are personal data. It changes nothing.",
	kind: 'list',
	done: 'looked up',
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Testperson',
			description: 'The whole name or a part of it',
		},
		simplifyField,
	],
	options: [],
	prepare(field) {
		const name = toText(field('name')).trim();
		const isSimple = field('simple') !== false;
		if (name === '') {
			return {
				problem: 'the name is empty',
				advice: "Fill in 'Name', with a part of it at least.",
			};
		}
		return {
			subject: `the list of customers named ${showWithoutNumbers(name)}`,
			variant: String(isSimple),
			call: listCall('getCustomersByName', { name }, SEARCH_REFUSALS, (customer) =>
				isSimple ? simplified(customer) : { ...(customer as IDataObject) },
			),
		};
	},
};

const simplified = (customer: Entry): IDataObject => ({
	customerid: toText(customer.customerid),
	name: orNull(customer.name),
	organisationNumber: orNull(customer.companyno),
	address: orNull(customer.address),
	zip: orNull(customer.postcode),
	city: orNull(customer.postoffice),
	country: orNull(customer.country),
	email: orNull(customer.email),
	telephone: orNull(customer.telephone),
	mobile: orNull(customer.mobile),
	currency: orNull(customer.currency),
	language: orNull(customer.language),
});
