import { startFakeModel } from './browser/fakeModel';
import type { Node } from './nodes';
import { n8n, sandbox, unique } from './running';
import { newPayments, recorded } from './workflow';

const MODEL = 'Model of the tools';

/** What the model fills in by itself. */
const fromModel = "={{ $fromAI('Value', ``, 'string') }}";

/** An agent that has one operation as its tool, and is asked over a webhook. */
function agent(path: string, parameters: object) {
	const nodes: Node[] = [
		{
			...{ name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path },
			parameters: { path, httpMethod: 'POST', responseMode: 'lastNode', options: {} },
		},
		{
			...{ name: 'Agent', type: '@n8n/n8n-nodes-langchain.agent', typeVersion: 2 },
			parameters: { promptType: 'define', text: '=Number {{ $json.body.value }}', options: {} },
		},
		{
			...{ name: 'Model', type: '@n8n/n8n-nodes-langchain.lmChatOpenAi', typeVersion: 1.2 },
			parameters: { model: { __rl: true, mode: 'list', value: 'gpt-5-mini' }, options: {} },
			credentials: { openAiApi: { name: MODEL } },
		},
		{
			...{ name: 'Tool', type: 'n8n-nodes-qvickly.qvicklyTool', typeVersion: 1 },
			parameters: { options: {}, ...parameters },
			credentials: { qvicklyApi: { name: 'Qvickly sandbox' } },
		},
	];
	const to = (node: string, type: string) => ({ [type]: [[{ node, type, index: 0 }]] });
	return {
		name: path,
		nodes: nodes.map((node, index) => ({ id: String(index), position: [200 * index, 0], ...node })),
		connections: {
			Webhook: to('Agent', 'main'),
			Model: to('Agent', 'ai_languageModel'),
			Tool: to('Agent', 'ai_tool'),
		},
	};
}

let model: Awaited<ReturnType<typeof startFakeModel>>;
beforeAll(async () => {
	model = await startFakeModel((Value) => ({ Value }));
	await n8n.createCredential('openAiApi', MODEL, { apiKey: 'none', url: model.url });
});
afterAll(async () => {
	sandbox.payments.lists.settlements = [];
	await model.close();
});

/** What the model is told that the tool has said, when it calls it with a value. */
async function told(parameters: object, value: string) {
	const path = `agent-${unique()}`;
	await n8n.activate(await n8n.createWorkflow(agent(path, parameters)));
	const answer = await fetch(n8n.webhookUrl(path), {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ value }),
	});
	const { output = '' } = (await answer.json()) as { output?: string };
	return output.replace('The tool said: ', '');
}

const settled = () => {
	const [number = ''] = newPayments(1, { status: 'Paid', method: 8 });
	const id = String(unique());
	sandbox.payments.lists.settlements.push({ id, date: '2091-01-30', numbers: [number] });
	return { id, number };
};

describe('as the tool of an agent', () => {
	it.each<[string, object, string, RegExp]>([
		[
			'a list of settlements',
			{ resource: 'settlement', operation: 'getMany', fromDate: '2091-01-01' },
			'1',
			/"date":"2091-01-30"/,
		],
		[
			'payments of a customer',
			{ resource: 'payment', operation: 'getMany', by: 'customer', customerNumber: fromModel },
			'12',
			/"customerName":"Testperson Åberg"/,
		],
		[
			'overdue payments',
			{ resource: 'payment', operation: 'getMany', by: 'overdue', dueFrom: '2020-01-01' },
			'1',
			/\[/,
		],
		[
			'customers',
			{ resource: 'customer', operation: 'search', name: 'Testperson' },
			'1',
			/"customerid":"12"/,
		],
		[
			'terms',
			{ resource: 'account', operation: 'getTerms', type: 'card', amount: fromModel },
			'100',
			/10000 öre/,
		],
		[
			'a rate',
			{ resource: 'lookup', operation: 'exchangeRate', currency: 'EUR' },
			'1',
			/"rate":"11\.4525"/,
		],
		[
			'the VAT of a country',
			{ resource: 'lookup', operation: 'vatRate', country: 'SE' },
			'1',
			/"rate":"25"/,
		],
		[
			'where e-invoices go',
			{ resource: 'lookup', operation: 'eInvoiceRecipient', orgnum: fromModel },
			'5566779988',
			/"gln":"7300009000001"/,
		],
		[
			'a function',
			{
				resource: 'api',
				operation: 'callFunction',
				function: 'getVatrate',
				data: '{"country":"SE"}',
			},
			'1',
			/"result":"25"/,
		],
	])('%s can be had', async (_, parameters, value, expected) => {
		newPayments(1);
		settled();
		expect(await told(parameters, value)).toMatch(expected);
	});

	it('a settlement can be had, with the details of its payments', async () => {
		const { id, number } = settled();
		const options = { addPaymentDetails: true };
		const get = { resource: 'settlement', operation: 'get', settlementId: fromModel, options };
		const answer = await told(get, id);
		expect(answer).toContain(`"orderid":"order-${number}"`);
	});

	it('a note is written once, and what moves money is done once', async () => {
		const [number = ''] = newPayments(1, { status: 'Factoring' });
		const invoiceHash = sandbox.payments.get(number)!.hash;
		const note = { resource: 'payment', operation: 'addLogNote', invoiceHash, text: fromModel };
		expect(await told(note, '7')).toContain('"result":"OK"');
		expect(sandbox.payments.notes.filter((one) => one.number === number)).toHaveLength(1);
		const data = '={{ { PaymentData: { number: $fromAI("Value") } } }}';
		const credit = { resource: 'api', operation: 'callFunction', function: 'creditPayment', data };
		expect(await told(credit, number)).toContain('"status":"Credited"');
		expect(recorded([number]).calls.filter(({ changed }) => changed)).toHaveLength(1);
	});
});
