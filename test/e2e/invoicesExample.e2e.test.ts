import { example } from '../examples';
import { extract, type Node } from './nodes';
import { made, newOrder } from './orders';
import { n8n, sandbox } from './running';

describe('the example invoices', () => {
	/** Runs it with order IDs of its own, and has n8n read the file that it ends with. */
	async function run(prefix: string, changes: object = {}) {
		const { connections, ...rest } = example('invoices');
		const nodes = JSON.parse(JSON.stringify(rest.nodes).replaceAll('2026-', prefix)) as Node[];
		const reader = { ...extract('xlsx'), id: 'reader', position: [1860, 0] };
		const id = await n8n.createWorkflow({
			...rest,
			nodes: [
				...nodes.map((node) => (node.name === 'Qvickly' ? { ...node, ...changes } : node)),
				reader,
			],
			connections: {
				...connections,
				'Result file': { main: [[{ node: reader.name, type: 'main', index: 0 }]] },
			},
		});
		const { data } = await n8n.runManually(id, 'When clicking Execute workflow');
		const { runData, error } = data.resultData;
		expect(error).toBeUndefined();
		const [file] = runData['Result file']![0].data.main[0];
		expect(file.binary.data.fileName).toBe('invoices.xlsx');
		return runData[reader.name]![0].data.main[0].map(
			({ json }: { json: Record<string, string> }) => json,
		) as Array<Record<string, string>>;
	}

	const failed = (order: string, reason: string) => ({
		'order id': order,
		result: 'not created',
		reason: expect.stringContaining(reason),
		'what to do': expect.stringMatching(/\S/),
	});

	it('makes an invoice of every row that it can, and a file that says what became of each', async () => {
		const prefix = newOrder();
		const rows = await run(prefix);
		const created = (order: string, total: string) => {
			const [payment] = made(prefix + order);
			expect(payment).toMatchObject({ method: 1 });
			const { number, url } = sandbox.payments.get(payment!.number)!;
			const result = { result: 'created', status: 'Created', 'total with VAT': total };
			return { 'order id': prefix + order, ...result, number, url };
		};
		expect(rows).toMatchObject([
			created('1001', '3907.81'),
			created('1002', '632.82'),
			created('1005', '3750.00'),
			failed(`${prefix}1003`, '"1,250"'),
			failed(`${prefix}1004`, 'the credit check said no'),
		]);
	});

	it('makes none twice if it is run again, and claims none', async () => {
		const prefix = newOrder();
		await run(prefix);
		const before = sandbox.payments.creations.length;
		const rows = await run(prefix);
		expect(rows.map(({ result }) => result)).toEqual(Array(5).fill('not created'));
		expect(rows[0]!.reason).toContain('a payment with this order ID exists already');
		expect(sandbox.payments.creations).toHaveLength(before);
	});

	it.each([
		['deactivated', { disabled: true }, 'the node Qvickly is deactivated'],
		['told to check only', { options: { checkOnly: true } }, 'only checked'],
	])('claims no invoice if its Qvickly node is %s', async (_, how, said) => {
		const prefix = newOrder();
		const { parameters } = example('invoices').nodes.find(({ name }) => name === 'Qvickly');
		const rows = await run(prefix, { ...how, parameters: { ...parameters, ...how } });
		const result = `not created: ${said}`;
		expect(rows[0]).toMatchObject({ 'order id': `${prefix}1001`, result });
		expect(rows.map((row) => row.result)).not.toContain('created');
		expect(made(`${prefix}1001`)).toEqual([]);
	});
});
