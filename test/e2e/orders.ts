import { qvicklyTo } from './nodes';
import { n8n, sandbox, unique } from './running';
import { runByHand } from './workflow';

/** An order ID for this test alone, or the beginning of some. */
export const newOrder = () => `order-${unique()}-`;

/** The payments that were made with an order ID, whatever was said about them. */
export const made = (orderid: string) =>
	sandbox.payments.creations.filter((payment) => payment.orderid === orderid);

/** The calls of a function with an order ID. */
export const callsFor = (orderid: string, name = 'addPayment') =>
	sandbox.calls.filter((call) => call.function === name && call.orderid === orderid);

/** Two rows, the first with the quantity and the rate that the editor begins with. */
export const ROWS = {
	row: [
		{ description: 'Stol', unitPrice: '125.00' },
		{ kind: 'text', description: 'Levereras i maj' },
	],
};

/** Runs the node with its fields as n8n saves them: none that is the default. */
export async function runSaved(parameters: object) {
	const { error, output } = await runByHand(n8n, { ...qvicklyTo('', {}), parameters });
	expect(error).toBeUndefined();
	return output as Record<string, string>;
}
