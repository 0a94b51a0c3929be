import { NodeHelpers, type IDataObject, type INodeParameters } from 'n8n-workflow';

import type {
	Call,
	LedHere,
	Operation,
	Problem,
	Result,
	Task,
} from '../../nodes/Qvickly/actions/operation';
import { readAnswer, type VerifiedData } from '../../nodes/Qvickly/api/answer';
import { SECRET, signedAnswer } from '../api/answers';

type Values = Record<string, unknown>;

/**
 * What an operation makes of an item. Its fields are those that n8n would show with these values, the
 * others are not there, and reading one of them fails as it does in n8n.
 */
export function prepared(
	operation: Operation,
	given: object = {},
	options: object = {},
): Task | Problem {
	const fields: Values = { number: '1000235', ...given };
	const shown = NodeHelpers.getNodeParameters(
		operation.fields,
		fields as INodeParameters,
		true,
		false,
		null,
		null,
	)!;
	return operation.prepare((name) => {
		if (!(name in shown)) throw new Error(`Could not get parameter "${name}"`);
		return name in fields ? fields[name] : shown[name];
	}, options as IDataObject);
}

/** What an operation wants done for an item with these fields. */
export function taskOf(operation: Operation, fields: object = {}, options: object = {}): Task {
	const task = prepared(operation, fields, options);
	if ('problem' in task) throw new Error(task.problem);
	return task;
}

/** What is wrong with an item with these fields. */
export function problemOf(operation: Operation, fields: object = {}, options: object = {}): string {
	const problem = prepared(operation, fields, options);
	return 'problem' in problem ? problem.problem : 'none';
}

/** What is sent for it. */
export const sentFor = (operation: Operation, fields: object = {}, options: object = {}) =>
	JSON.parse(taskOf(operation, fields, options).call.request.data) as Record<string, Values>;

/** One row of 100.00 with VAT, as the editor gives it. */
export const ROWS = {
	row: [{ description: 'Test', quantity: '1', unitPrice: '100', vatRate: '25' }],
};

/** An address as a user would give it. */
export const ADDRESS = {
	firstName: 'Testperson',
	lastName: 'Approved',
	street: 'Teststreet 123',
	zip: '12345',
	city: 'Testcity',
};

/** What a user would fill in where a field has no example, or has to say something. */
const USUAL: Values = {
	...ADDRESS,
	company: 'Testcompany',
	method: '1',
	planId: '2',
	rowsFrom: 'define',
	rows: ROWS,
};

/** The fields of an item as a user would fill them in: with the example, or as they are preset. */
export const usualFields = ({ fields }: Operation) =>
	Object.fromEntries(
		fields.map(({ name, required, placeholder, default: preset }) => [
			name,
			USUAL[name] ?? (required && placeholder ? placeholder.replace(/^e\.g\. /, '') : preset),
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
