import { toText } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import { readAmount } from '../../api/money';
import type { Meanings } from '../../api/refusals';
import type { Operation, Result } from '../operation';
import { planField, readPlan } from '../order/plan';
import { readType, TYPE_OPTIONS, TYPES, type Type } from '../order/types';
import { isProblem, noValueOf, show } from '../problem';

/** What Qvickly has terms for. */
const WITH_TERMS: Type[] = ['card', 'invoice', 'partPayment'];

/** Bytes: a page with pictures in it. */
const LONGEST_PAGE = 5_000_000;

/** Source: Qvickly's page "Error codes". */
const TERMS_PAGE_REFUSALS: Meanings = {
	7030: {
		reason: 'Qvickly has no terms for that type',
		advice: "Choose another 'Type'.",
		settles: 'try',
	},
	7033: {
		reason: 'Qvickly received no payment plan',
		advice: "Choose one in 'Payment Plan'.",
		settles: 'try',
	},
};

/** Gives the terms that customers accept. Source: Qvickly's page "getTerms". */
export const getTerms: Operation = {
	option: {
		name: 'Get Terms',
		value: 'getTerms',
		action: 'Get terms of account',
		description:
			'Get the terms of a way to pay as a page (HTML). Qvickly does not sign it, so it cannot be verified.',
	},
	toolDescription:
		'Gives the terms of a way to pay at Qvickly as an HTML page, which Qvickly does not sign. It changes nothing.',
	kind: 'read',
	done: 'looked up',
	fields: [
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			noDataExpression: true,
			options: TYPE_OPTIONS.filter(({ value }) => WITH_TERMS.includes(value as Type)),
			default: 'invoice',
			description: 'How the customer pays',
		},
		planField,
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1250.50',
			description: 'The total with VAT that the terms are for',
		},
	],
	options: [],
	prepare(field) {
		const type = readType(field('type'));
		if (!type || !WITH_TERMS.includes(type)) return noValueOf('Type', field('type'));
		const plan = type === 'partPayment' ? readPlan(field('planId')) : {};
		if (isProblem(plan)) return plan;
		const amount = readAmount(field('amount'));
		if (amount === undefined) {
			return {
				problem: `${show(field('amount'))} in 'Amount' is not an amount`,
				advice: 'Give it digits, such as 1250.50.',
			};
		}
		const method = TYPES[type];
		return {
			subject: `the terms of ${type}`,
			call: {
				kind: 'read',
				request: encodeRequest('getTerms', {
					PaymentData: { method, ...plan },
					Cart: { Total: { withtax: String(amount) } },
				}),
				done: 'looked up',
				refusals: TERMS_PAGE_REFUSALS,
				result: ({ terms }) => readPage(toText(terms), method),
				page: (html) => readPage(html, method),
				maxAnswerBytes: LONGEST_PAGE,
			},
		};
	},
};

/** A whole page. What Qvickly gives is not signed: more than that it looks like one cannot be told. */
function readPage(html: string, method: string): Result {
	const isCut = /<(!doctype|html)\b/i.test(html) && !/<\/html>/i.test(html);
	return /^\s*<[a-z!?][^>]*>/i.test(html) && !isCut
		? { items: [{ method, html }] }
		: { open: 'Qvickly answered without a whole page' };
}
