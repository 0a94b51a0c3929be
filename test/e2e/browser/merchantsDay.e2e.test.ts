import { n8n } from '../running';
import { workflowOf } from '../workflow';
import { itInBrowser, picture } from './chromium';
import { nodeOnCanvas, openWorkflow } from './user';

const ROWS = {
	rowsFrom: 'list',
	list: '={{ $json.body.lines }}',
};
const NUMBER = { number: '={{ $json.number }}' };
const POST = { httpMethod: 'POST', responseMode: 'responseNode' };

/** What happens in a day, each from left to right. */
const LANES = [
	{
		note: 'An order comes in: the customer gets a link to pay',
		nodes: [
			['Order', 'webhook', { ...POST, path: 'order' }],
			[
				'Create pay link',
				'qvickly',
				{ operation: 'create', type: 'payLink', orderid: '={{ $json.body.id }}', ...ROWS },
			],
			['Answer with the link', 'respondToWebhook', {}],
		],
	},
	{
		note: 'It is reserved or agreed on: the goods go out',
		nodes: [
			['Customer is done', 'qvicklyTrigger', { events: ['Created'] }],
			['Activate', 'qvickly', { operation: 'activate', ...NUMBER }],
			['To the warehouse', 'set', {}],
		],
	},
	{
		note: 'Something comes back: its lines are credited',
		nodes: [
			['Return', 'webhook', { ...POST, path: 'return' }],
			['Credit the lines', 'qvickly', { operation: 'credit', scope: 'part', ...NUMBER, ...ROWS }],
			['Answer the shop', 'respondToWebhook', {}],
		],
	},
	{
		note: 'Orders are called off: a list is worked through',
		nodes: [
			['List of the day', 'formTrigger', { formTitle: 'List', path: 'list' }],
			['Rows', 'extractFromFile', {}],
			['Cancel or credit', 'qvickly', { operation: 'cancelOrCredit', ...NUMBER }],
		],
	},
	{
		note: 'Qvickly pays out: the books are kept',
		nodes: [
			['New settlement', 'qvicklyPollingTrigger', {}],
			[
				'Each invoice',
				'qvickly',
				{ resource: 'settlement', operation: 'get', settlementId: '={{ $json.settlementId }}' },
			],
			['XLSX and SIE', 'convertToFile', { operation: 'xlsx' }],
		],
	},
] as const;

const typeOf = (type: string) =>
	`${type.startsWith('qvickly') ? 'n8n-nodes-qvickly' : 'n8n-nodes-base'}.${type}`;

/** The lanes one below the other, each with its note. */
function day() {
	const lanes = LANES.map(({ note, nodes }, lane) => ({
		note: {
			...{ name: `Note ${lane}`, type: 'n8n-nodes-base.stickyNote', typeVersion: 1 },
			parameters: { content: `## ${note}`, width: 760, height: 220, color: lane + 2 },
			position: [-40, lane * 240 - 80],
		},
		nodes: nodes.map(([name, type, parameters], place) => ({
			...{ name, type: typeOf(type), typeVersion: 1, parameters },
			...(type.startsWith('qvickly') && {
				credentials: { qvicklyApi: { name: 'Qvickly sandbox' } },
			}),
			position: [60 + place * 240, lane * 240],
		})),
	}));
	const connections = LANES.map(({ nodes }) => nodes.map(([name]) => name).join(' > '));
	const all = [...lanes.map(({ note }) => note), ...lanes.flatMap(({ nodes }) => nodes)];
	return workflowOf("A merchant's day", all, connections);
}

describe("a merchant's day", () => {
	itInBrowser('fits on a canvas', async (page) => {
		await page.setViewportSize({ width: 1000, height: 1250 });
		await openWorkflow(page, await n8n.createWorkflow(day()));
		for (const { nodes } of LANES) {
			for (const [name] of nodes) await nodeOnCanvas(page, name).waitFor();
		}
		expect(await page.getByText('Install this node to use it').count()).toBe(0);
		expect(await page.getByTestId('node-issues').count()).toBe(0);
		// It offers to start one of them, over the picture.
		await page.addStyleTag({
			content: '.execute-buttons, [class*=executionButtons] { display: none }',
		});
		await page.getByTestId('zoom-to-fit').click();
		await picture(page, 'merchants-day', page.getByTestId('canvas-wrapper'));
	});
});
