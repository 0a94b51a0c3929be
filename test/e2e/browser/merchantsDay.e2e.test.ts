import { n8n } from '../running';
import { workflowOf } from '../workflow';
import { itInBrowser, picture } from './chromium';
import { nodeOnCanvas, openWorkflow } from './user';

/** What happens in a day, each from left to right. */
const LANES = [
	{
		note: 'An order comes in',
		nodes: [
			['Order', 'webhook', { path: 'order' }],
			['Create pay link', 'qvickly', { operation: 'create', type: 'payLink' }],
			['Mail the link', 'emailSend', {}],
		],
	},
	{
		note: 'It is reserved or agreed on: the goods go out',
		nodes: [
			['Customer is done', 'qvicklyTrigger', { events: ['Created'] }],
			['Activate', 'qvickly', { operation: 'activate' }],
			['Tell the warehouse', 'slack', {}],
		],
	},
	{
		note: 'Something comes back',
		nodes: [
			['Return', 'webhook', { path: 'return' }],
			['Credit the lines', 'qvickly', { operation: 'credit', scope: 'part' }],
			['Answer the shop', 'respondToWebhook', {}],
		],
	},
	{
		note: 'Orders are called off',
		nodes: [
			['List of the day', 'googleSheetsTrigger', {}],
			['Cancel or credit', 'qvickly', { operation: 'cancelOrCredit' }],
			['Result of each', 'googleSheets', {}],
		],
	},
	{
		note: 'Qvickly pays out: the books',
		nodes: [
			['New settlement', 'qvicklyPollingTrigger', {}],
			['Each invoice, VAT by rate', 'qvickly', { resource: 'settlement', operation: 'get' }],
			['XLSX and SIE', 'convertToFile', {}],
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
			position: [60 + place * 240, lane * 240],
		})),
	}));
	const connections = LANES.map(({ nodes }) => nodes.map(([name]) => name).join(' > '));
	const all = [...lanes.map(({ note }) => note), ...lanes.flatMap(({ nodes }) => nodes)];
	return workflowOf("A merchant's day", all, connections);
}

describe("a merchant's day", () => {
	itInBrowser('fits on a canvas', async (page) => {
		await page.setViewportSize({ width: 1440, height: 1300 });
		await openWorkflow(page, await n8n.createWorkflow(day()));
		for (const { nodes } of LANES) {
			for (const [name] of nodes) await nodeOnCanvas(page, name).waitFor();
		}
		expect(await page.getByText('Install this node to use it').count()).toBe(0);
		await page.getByTestId('zoom-to-fit').click();
		await picture(page, 'merchants-day', page.getByTestId('canvas-wrapper'));
	});
});
