import type { IDataObject } from 'n8n-workflow';

import { asObject, toText } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import { methodName } from '../../api/method';
import type { Operation } from '../operation';
import { orNull, simplifyField } from '../order/simplify';

/** The call of getAccountinfo: with this flag it lists every method, else only cards and one other. */
export const accountInfo = () => encodeRequest('getAccountinfo', { comingFromPF2: '1' });

/** Looks the merchant's account up. Source: Qvickly's page "getAccountinfo". */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get account',
		description: 'Look up the account: who it belongs to, and which payment methods it has',
	},
	toolDescription:
		'Looks up the merchant account at Qvickly: its name, and the payment methods that it has. It changes nothing.',
	kind: 'read',
	done: 'looked up',
	fields: [simplifyField],
	options: [],
	prepare(field) {
		const isSimple = field('simple') !== false;
		return {
			subject: 'the account',
			variant: String(isSimple),
			call: {
				kind: 'read',
				request: accountInfo(),
				done: 'looked up',
				refusals: {},
				result(data) {
					if (!Array.isArray(data.paymentoptions)) {
						return { open: 'Qvickly answered without the methods of the account' };
					}
					return { items: [isSimple ? simplified(data) : { ...(data as IDataObject) }] };
				},
			},
		};
	},
};

function simplified(data: Readonly<Record<string, unknown>>): IDataObject {
	const options = (data.paymentoptions as unknown[]).map((one) => asObject(one) ?? {});
	return {
		company: orNull(data.company),
		organisationNumber: orNull(data.orgregnr),
		email: orNull(data.email),
		phone: orNull(data.phone),
		language: orNull(data.language),
		methods: options.map(({ method }) => methodName(toText(method)) ?? toText(method)),
		dueDaysPerson: orNull(data.defaultpaymentterms_private),
		dueDaysCompany: orNull(data.defaultpaymentterms_company),
		hasCheckout: toText(data.checkout) === '1',
	};
}
