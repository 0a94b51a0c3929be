import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asObject, toText, type VerifiedData } from '../../api/answer';
import { inCurrency, readAmount } from '../../api/money';
import type { Problem, Result, Task } from '../operation';
import { lookedUpPayment, lookUp, readBasicResult } from './basicResult';
import { show } from '../problem';
import { PAYMENT_REFUSALS } from './paymentNumber';

/** An option: what the payment's total has to be. */
export const expectedAmountField: INodeProperties = {
	displayName: 'Expected Amount',
	name: 'expectedAmount',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1250.50',
	description:
		'The total with tax that the payment must have, in its currency. It is looked up first, and not activated if it has another.',
};

/**
 * Reads the option.
 *
 * @param number of the payment
 * @param options what the user has added; an amount that is there and empty is not taken for none
 * @returns the look-up that compares the amount, if one is expected, and what tells the task from
 *   that of another amount; or what is wrong with the value
 */
export function expectAmount(
	number: string,
	options: IDataObject,
): Pick<Task, 'first' | 'variant'> | Problem {
	if (!('expectedAmount' in options)) return {};
	const amount = readAmount(options.expectedAmount, '');
	if (amount === undefined) {
		return {
			problem: `${show(options.expectedAmount)} in 'Expected Amount' is not an amount`,
			advice:
				"Give it digits, with up to two decimals and nothing else, such as 1250.50. Without the check, remove the option 'Expected Amount'.",
		};
	}
	return {
		first: {
			kind: 'read',
			request: lookUp(number),
			done: 'activated',
			refusals: PAYMENT_REFUSALS,
			result: (data) => compare(data, number, amount),
		},
		variant: String(amount),
	};
}

function compare(data: VerifiedData, number: string, amount: bigint): Result {
	const looked = lookedUpPayment(data, number);
	const payment = readBasicResult(looked, number);
	if ('open' in payment) return payment;
	// Its total may be 0 then. It may also come back, when a late payment by card or Swish arrives.
	if (payment.status === 'Cancelled') {
		return { notDone: 'it is cancelled', advice: 'Nothing was changed. Create a new payment.' };
	}
	const total = toText(asObject(asObject(data.Cart)?.Total)?.withtax);
	if (!/^\d+$/.test(total)) return { open: 'Qvickly answered without a total' };
	if (BigInt(total) === amount) return { items: [] };
	const currency = toText(looked.currency);
	return {
		notDone: `its total is ${inCurrency(total)}${currency && ` ${currency}`}, and 'Expected Amount' is ${inCurrency(amount)}`,
		advice: 'Nothing was changed. Find out which of the two is right.',
	};
}
