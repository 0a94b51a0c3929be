import { asObject, toText } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import { inCurrency, readAmount } from '../../api/money';
import type { Operation } from '../operation';
import { PLAN_REFUSALS } from '../order/refusals';
import { orNull } from '../order/simplify';
import { show } from '../problem';

/** Lists the plans by which customers can pay in parts. Source: Qvickly's page "getPaymentplans". */
export const getPaymentPlans: Operation = {
	option: {
		name: 'Get Payment Plans',
		value: 'getPaymentPlans',
		action: 'Get payment plans of account',
		description: 'List the plans by which customers can pay in parts',
	},
	toolDescription:
		'Lists the plans of the merchant account at Qvickly by which customers can pay in parts, and what each costs for an amount. It changes nothing.',
	kind: 'list',
	done: 'looked up',
	fields: [],
	options: [
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1250.50',
			description: 'Only plans for this total with VAT, with what they cost for it',
		},
	],
	prepare(_, options) {
		const amount = 'amount' in options ? readAmount(options.amount, 'SEK') : null;
		if (amount === undefined) {
			return {
				problem: `${show(options.amount)} in 'Amount' is not an amount`,
				advice: "Give it digits, such as 1250.50, or remove the option 'Amount'.",
			};
		}
		const PaymentData = { currency: 'SEK', country: 'SE', language: 'sv' };
		const total = amount === null ? {} : { totalwithtax: String(amount) };
		return {
			subject: 'the list of payment plans',
			call: {
				kind: 'list',
				request: encodeRequest('getPaymentplans', { PaymentData: { ...PaymentData, ...total } }),
				done: 'looked up',
				refusals: PLAN_REFUSALS,
				result: (data) =>
					Array.isArray(data)
						? { items: data.map((plan) => readPlan(asObject(plan) ?? {})) }
						: { open: 'Qvickly answered without a list' },
			},
		};
	},
};

/** A plan, its amounts in the currency. What there is not is null. */
const readPlan = (plan: Readonly<Record<string, unknown>>) => ({
	paymentplanid: toText(plan.paymentplanid),
	description: orNull(plan.description),
	months: orNull(plan.nbrofmonths),
	monthlyCost: inCurrency(toText(plan.monthlycost)) ?? null,
	totalCost: inCurrency(toText(plan.totalfee)) ?? null,
	startFee: inCurrency(toText(plan.startfee)) ?? null,
	handlingFee: inCurrency(toText(plan.handlingfee)) ?? null,
	interestRate: orNull(plan.interestrate),
	minAmount: inCurrency(toText(plan.minamount)) ?? null,
	maxAmount: inCurrency(toText(plan.maxamount)) ?? null,
	currency: orNull(plan.currency),
	country: orNull(plan.country),
	language: orNull(plan.language),
	expiryDate: orNull(plan.expirydate),
});
