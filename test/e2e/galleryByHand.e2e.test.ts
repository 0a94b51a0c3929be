import { example } from '../examples';
import { n8n } from './running';
import { newPayments, recorded } from './workflow';

const ONE = [{ json: {} }];

const posted = (rows: object[]) => ({
	last: 'All results',
	pinData: {
		Webhook: [{ json: { body: { payments: rows.map((row) => Object.values(row)[0]) } } }],
		'Respond to Webhook': ONE,
	},
});

/** How to run the examples by hand, from the node that is pinned first: what is pinned is not run, as there is no Google and no form. */
const RUNS: Record<string, (rows: object[]) => { last: string; pinData: Record<string, object> }> =
	{
		webhook: posted,
		'order-cancelled': posted,
		spreadsheet: (rows) => ({
			last: 'Results',
			pinData: { 'When clicking Execute workflow': ONE, 'Read the rows': items(rows) },
		}),
		form: (rows) => ({
			last: 'One result per row',
			pinData: { Upload: ONE, 'Is it a CSV?': ONE, 'Read CSV': items(rows), Download: ONE },
		}),
		'google-sheets': (rows) => ({
			last: 'One result per row',
			pinData: {
				'When clicking Execute workflow': ONE,
				'Get rows': items(rows.map((row, index) => ({ row_number: index + 2, ...row }))),
				'Write results': ONE,
			},
		}),
	};

const items = (rows: object[]) => rows.map((json) => ({ json }));

beforeAll(async () => {
	await n8n.createCredential('googleSheetsOAuth2Api', 'Google Sheets account', {});
});

/** The results that an example gives for rows with a payment number. */
async function resultsOf(name: string, rows: object[], changes: object = {}) {
	const { nodes, ...rest } = example(name);
	const { last, pinData } = RUNS[name]!(rows);
	const id = await n8n.createWorkflow({
		...rest,
		nodes: nodes.map((node) => (node.name === 'Qvickly' ? { ...node, ...changes } : node)),
		pinData,
	});
	const { data } = await n8n.runManually(id, Object.keys(pinData)[0]!);
	const { runData } = data.resultData;
	return runData[last]?.[0].data.main[0].map(({ json }: { json: object }) => json) as object[];
}

const activated = {
	result: 'not cancelled',
	reason: expect.stringContaining('already been activated'),
	'what to do': expect.stringContaining('Credit it instead'),
};

const not = (name: string) => (name === 'order-cancelled' ? 'not done' : 'not cancelled');

describe.each(Object.keys(RUNS))('the example %s, run by hand,', (name) => {
	it('says of each payment what became of it', async () => {
		const [good = ''] = newPayments(1);
		const [sent = ''] = newPayments(1, { status: 'Factoring' });
		const rows = [good, sent, 'x'].map((number) => ({ 'payment number': number }));
		expect(await resultsOf(name, rows)).toMatchObject([
			{ result: 'cancelled' },
			name === 'order-cancelled' ? { result: 'credited' } : activated,
			{ result: not(name), reason: expect.stringContaining('"x"') },
		]);
		expect(recorded([good, sent]).cancelled).toEqual([good]);
	});

	it('claims nothing of any payment if its Qvickly node is deactivated', async () => {
		const [number = ''] = newPayments(1);
		const results = await resultsOf(name, [{ 'payment number': number }], { disabled: true });
		expect(results).toMatchObject([{ result: `${not(name)}: the node Qvickly is deactivated` }]);
		expect(JSON.stringify(results)).toContain(name === 'google-sheets' ? '"row_number":2' : number);
		expect(recorded([number]).calls).toEqual([]);
	});
});
