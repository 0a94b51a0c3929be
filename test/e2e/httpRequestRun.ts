import { pageExample } from './httpRequestPage';
import { eachPayment, type Node } from './nodes';
import { sandbox } from './running';
import { deploy, fields, newPayments, recorded } from './workflow';

/** What a part of a payment looks like in the page's example, in öre. */
export const PART = {
	title: 'Returned: cap',
	withouttax: 4000,
	taxrate: '25',
	tax: 1000,
	withtax: 5000,
};

/** The examples of the page by their headings, and the function that each calls. */
export const FUNCTIONS = {
	'Look up a payment': 'getPaymentinfo',
	'Activate a payment': 'activatePayment',
	'Credit a whole payment': 'creditPayment',
	'Credit a part of a payment': 'creditPayment',
};

export type Title = keyof typeof FUNCTIONS;
export const TITLES = Object.keys(FUNCTIONS) as Title[];

/** The status that a payment must have for the example to be done. */
const ready = (title: Title) =>
	title.startsWith('Credit') ? ({ status: 'Factoring' } as const) : {};

/** Payments that the example can be done with. */
export const newReady = (title: Title, count = 1) =>
	newPayments(count, {
		...ready(title),
		orderid: 'A-17',
	});

/** Puts an example behind a webhook that takes payments, and its outputs to where they show. */
export async function run(title: Title, payments: Array<{ number?: unknown }>) {
	const { nodes, connections, first } = pageExample(title);
	const start = await deploy(
		[eachPayment, ...nodes, named],
		[`Webhook > Payments > ${first}`, ...connections, 'Outcome > Named'],
	);
	const { output, status } = await start.post({
		payments: payments.map((payment) => ({ ...PART, ...payment })),
	});
	const [done = [], refused = [], unclear = []] = [0, 1, 2].map((index) =>
		fields(output('Outcome', index)),
	);
	return { status, done, refused, unclear, named: fields(output('Named')) };
}

/** Gives back the number by the expression on the page. */
const named: Node = {
	name: 'Named',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		mode: 'raw',
		jsonOutput: '={ "number": {{ JSON.stringify($(\'Payments\').item.json.number) }} }',
		options: {},
	},
};

/** What came of some payments: the functions that were called, and what they changed. */
export const effects = (numbers: string[]) => ({
	calls: recorded(numbers).calls.map((call) => call.function),
	changes: sandbox.payments.changes.filter(({ number }) => numbers.includes(number)),
	credits: sandbox.payments.credits
		.filter(({ of }) => numbers.includes(of))
		.map(({ amount }) => amount),
});
