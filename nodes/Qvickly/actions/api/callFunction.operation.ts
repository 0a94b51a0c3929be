import type { IDataObject } from 'n8n-workflow';

import { asObject, sourceOf, toText, type VerifiedData } from '../../api/answer';
import { attempt } from '../../api/attempt';
import { encodeRequest } from '../../api/envelope';
import { memberNames } from '../../api/rawMember';
import type { Meanings } from '../../api/refusals';
import type { Call, Operation, Problem, Result } from '../operation';
import { LONGEST_LIST } from '../order/lists';
import { isProblem, show, showWithoutNumbers } from '../problem';
import { isRead, whyLeftOut } from './functions';

/** Qvickly takes no call without data. */
const FILLER = { dummy: 'true' };

const CHECK_FUNCTION = "Check 'Function' against Qvickly's documentation.";
const CHECK_DATA = "Check 'Data' against the function's page in Qvickly's documentation.";

/** What says nothing of the account here, as it is the user who names the function. */
const FUNCTION_REFUSALS: Meanings = {
	8705: {
		reason: 'Qvickly does not offer it in test mode',
		advice: "Turn off 'Test Mode' in the credential to do it with live payments.",
		settles: 'matter',
	},
	9001: { reason: 'Qvickly does not know it', advice: CHECK_FUNCTION, settles: 'matter' },
	9002: {
		reason: 'Qvickly does not offer it to integrations',
		advice: CHECK_FUNCTION,
		settles: 'matter',
	},
	9004: { reason: 'a parameter is missing', advice: CHECK_DATA, settles: 'try' },
	9005: { reason: 'Qvickly finds the request invalid', advice: CHECK_DATA, settles: 'try' },
	9009: { reason: 'Qvickly finds the request invalid', advice: CHECK_DATA, settles: 'try' },
};

/** Calls whatever function of Qvickly's, signed, and verifies the answer. */
export const callFunction: Operation = {
	option: {
		name: 'Call Function',
		value: 'callFunction',
		action: 'Call function of API',
		description:
			"Call any function of Qvickly's API, signed and verified. What it does depends on the function: it may move money.",
	},
	toolDescription:
		"Calls a function of Qvickly's API by its name, with JSON data. Depending on the function this moves money and cannot be undone; never call it again after an unclear answer.",
	kind: 'once',
	done: 'carried out',
	fields: [
		{
			displayName: 'Function',
			name: 'function',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. getPaymentinfo',
			description: "Qvickly's name of it",
		},
		{
			displayName: 'Data',
			name: 'data',
			type: 'json',
			default: '{}',
			description: 'What the function is given, as a JSON object such as { "number": "1000235" }',
		},
	],
	options: [],
	prepare(field) {
		const name = toText(field('function')).trim();
		const data = readData(field('data'));
		if (!/^[a-z]\w*$/i.test(name)) {
			return {
				problem: `${show(field('function'))} is no name of a function`,
				advice: "Give 'Function' a name such as getPaymentinfo.",
			};
		}
		const left = whyLeftOut(name);
		if (left) return { problem: `${name} is not called: ${left.reason}`, advice: left.advice };
		if (isProblem(data)) return data;
		return { subject: `function ${name}`, call: callOf(name, data.data) };
	},
};

function readData(value: unknown): { data: object } | Problem {
	const read: unknown =
		typeof value === 'string' ? attempt((): unknown => JSON.parse(value.trim() || '{}')) : value;
	if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { data: read };
	return {
		problem: `${showWithoutNumbers(value)} in 'Data' is not a JSON object`,
		advice: 'Write it like { "number": "1000235" }; {} if the function needs nothing.',
	};
}

function callOf(name: string, data: object): Call {
	const call = {
		request: encodeRequest(name, Object.keys(data).length > 0 ? data : FILLER),
		done: 'carried out',
		refusals: FUNCTION_REFUSALS,
		maxAnswerBytes: LONGEST_LIST,
	};
	if (isRead(name)) return { ...call, kind: 'list', result: itemsOf };
	return {
		...call,
		kind: 'once',
		trace: `what ${name} does`,
		// The item that it was done for stays, even if Qvickly answers nothing.
		result(answer) {
			const { items } = itemsOf(answer);
			return { items: items.length > 0 ? items : [{}] };
		},
	};
}

/** One item for each element of a list, in Qvickly's order, or one with the answer's fields. */
function itemsOf(answer: VerifiedData): Result & { items: IDataObject[] } {
	if (Array.isArray(answer)) return { items: answer.map((one) => itemOf(one)) };
	// What PHP wrote as an object as its keys are numbers. JavaScript would sort them.
	const keys = memberNames(sourceOf(answer));
	return keys.every((key) => /^\d+$/.test(key))
		? { items: keys.map((key) => ({ key, ...itemOf(answer[key]) })) }
		: { items: [itemOf(answer)] };
}

/** Whether n8n would take an item for a failed one: it has nothing but an error, and perhaps a message. */
const isLikeFailed = (item: object) =>
	'error' in item && Object.keys(item).every((key) => key === 'error' || key === 'message');

const itemOf = (element: unknown): IDataObject => {
	const object = asObject(element);
	return object && !Array.isArray(element) && !isLikeFailed(object)
		? { ...(object as IDataObject) }
		: { value: element as IDataObject[string] };
};
