import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import * as account from './actions/account/operations';
import type { Operation } from './actions/operation';
import { methodName } from './api/method';
import { listChoices } from './run/listChoices';

type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** The lists that the editor loads from the account, each what an operation gives. */
const from = (
	{ prepare }: Operation,
	toChoices: (item: Record<string, unknown>) => INodePropertyOptions[],
): Load =>
	async function () {
		// Not simplified, where that can be chosen.
		const items = await listChoices(
			this,
			prepare((name) => name !== 'simple', {}),
		);
		return items.flatMap(toChoices);
	};

export const loadOptions = {
	getPaymentPlans: from(account.getPaymentPlans, ({ paymentplanid, description, monthlyCost }) => [
		{
			name: `${String(description)}${monthlyCost ? `, ${String(monthlyCost)} a month` : ''}`,
			value: String(paymentplanid),
		},
	]),
	getFees: from(account.getFees, ({ feeid, description, fee, currency }) => [
		{ name: `${String(description)}, ${String(fee)} ${String(currency)}`, value: String(feeid) },
	]),
	getMethods: from(account.get, ({ paymentoptions }) =>
		(paymentoptions as Array<{ method: unknown }>).map(({ method }) => ({
			name: methodName(String(method)) ?? `Method ${String(method)}`,
			value: String(method),
		})),
	),
};
