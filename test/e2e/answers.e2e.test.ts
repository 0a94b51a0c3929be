import { startShop } from '../sandbox/shop';
import { refuseExecutions } from './database';
import type { Node } from './nodes';
import { callShop, deployTrigger, end } from './reports';
import { n8n } from './running';
import { unstartedStatus } from './versions';
import { newPayments } from './workflow';

const newPayment = () => newPayments(1, { status: 'Paid', method: 8 })[0]!;

/** A node that throws whatever its settings are: what is done about that is done by n8n. */
const throwing = (onError: string): Node => ({
	name: 'Sort',
	type: 'n8n-nodes-base.sort',
	typeVersion: 1,
	parameters: { sortFieldsUi: { sortField: [{ fieldName: 'nothing' }] }, options: {} },
	onError,
});

/** What a report is answered with, and how its execution ends. */
async function answerOf(responseMode: string, nodes: Node[]) {
	const { report, id } = await deployTrigger({ responseMode }, nodes);
	const { status: answer } = await report({ number: newPayment() });
	return [answer, (await n8n.nthExecution(id, 1)).status];
}

describe('a report is answered', () => {
	let shop: Awaited<ReturnType<typeof startShop>>;
	beforeAll(async () => {
		shop = await startShop();
		shop.answer = () => 500;
	});
	afterAll(() => shop?.close());

	/** A node that fails, and goes on with an item that says so if it is to. */
	const failing = (onError: string) => ({ ...callShop(shop.url), onError });

	it.each<[string, string, number]>([
		['at once', 'onReceived', 200],
		['when the workflow has finished', 'lastNode', 500],
	])('%s, and the workflow fails', async (_, mode, answer) => {
		const nodes = [failing('stopWorkflow'), end()];
		expect(await answerOf(mode, nodes)).toEqual([answer, 'error']);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'])(
		'when the workflow has finished: with success if an error is given as an item (%s)',
		async (onError) => {
			expect(await answerOf('lastNode', [failing(onError)])).toEqual([200, 'success']);
			expect(await answerOf('lastNode', [throwing(onError), end()])).toEqual([200, 'success']);
			// Of the last node n8n looks at the error itself.
			expect(await answerOf('lastNode', [throwing(onError)])).toEqual([500, 'error']);
		},
	);

	it.each<[string, string, number]>([
		['at once', 'onReceived', unstartedStatus(n8n.version)],
		['when the workflow has finished', 'lastNode', 500],
	])('%s, and n8n cannot start the workflow', async (_, responseMode, answer) => {
		const { report, id, count } = await deployTrigger({ responseMode }, [end()]);
		const number = newPayment();
		const goOn = refuseExecutions(n8n, id);
		expect((await report({ number })).status).toBe(answer);
		expect(await count()).toBe(0);
		goOn();
		// So it would come again, if it was answered with an error.
		expect((await report({ number })).status).toBe(200);
		expect((await n8n.nthExecution(id, 1)).status).toBe('success');
	});

	it('with 404 where there is no such address', async () => {
		const urls = [n8n.webhookUrl('nobody'), `${n8n.url}/webhook-waiting/9999999/qvickly`];
		for (const url of urls) expect((await fetch(url, { method: 'POST' })).status).toBe(404);
	});
});
