import type { IDataObject } from 'n8n-workflow';

import type { Call, LedHere, Operation, Result, Task } from '../../nodes/Qvickly/actions/operation';
import { readAnswer, type VerifiedData } from '../../nodes/Qvickly/api/answer';
import { SECRET, signedAnswer } from '../api/answers';

/** What an operation wants done for an item with these fields. */
export function taskOf(
	operation: Operation,
	fields: Record<string, unknown> = {},
	options: object = {},
): Task {
	const plan = operation.prepare(
		(name) => ({ number: '1000235', ...fields })[name],
		options as IDataObject,
	);
	if ('problem' in plan) throw new Error(plan.problem);
	return plan;
}

/** The fields of an item as a user would fill them in: with the example, or as they are preset. */
export const usualFields = ({ fields }: Operation) =>
	Object.fromEntries(
		fields.map(({ name, required, placeholder, default: preset }) => [
			name,
			required && placeholder ? placeholder.replace(/^e\.g\. /, '') : preset,
		]),
	);

/** The data of an answer, as if its signature had been checked. */
export const verified = (data: object) => data as VerifiedData;

/** The data of an answer with this very text, read as it comes. */
export function received(text: string): VerifiedData {
	const answer = readAnswer(signedAnswer(text), SECRET);
	if (answer.kind !== 'verified') throw new Error(answer.kind);
	return answer.data;
}

/** What a call's look-up makes of an answer. */
export function lookUpOf(call: Call, data: object, ledHere: LedHere = { doubt: false }): Result {
	if (call.kind !== 'change') throw new Error(`is of kind ${call.kind}`);
	return call.check.result(verified(data), ledHere);
}

/** A payment as the functions that change it answer. */
export const PAYMENT = {
	number: '1000235',
	orderid: '12345',
	status: 'Created',
	url: 'https://api.qvickly.io/invoice/1',
};

/** The parts of getPaymentinfo's answer that are read. */
export const INFO = {
	PaymentData: {
		...PAYMENT,
		method: '8',
		method_name: 'Kort',
		currency: 'SEK',
		paymentid_related: '',
	},
	Customer: { Billing: { firstname: 'Testperson', lastname: 'Åberg', company: '' } },
	Cart: { Total: { withouttax: '10000', tax: '2500', withtax: '12500' } },
};

/** The same with other fields of the payment. */
export const info = (payment: object) => ({
	...INFO,
	PaymentData: { ...INFO.PaymentData, ...payment },
});
