import { reportOf, type Ways } from '../sandbox/callbacks';
import type { Node } from './nodes';
import { account, n8n, sandbox, unique } from './running';
import { until } from './until';
import { workflowOf } from './workflow';

type Facts = Record<string, unknown>;
type Output = Array<{ json: Record<string, unknown> }>;

const credentials = { qvicklyApi: { name: 'Qvickly sandbox' } };

/** Does nothing, so that something follows. */
export const end = (name = 'End'): Node => ({
	name,
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
});

/** Calls a shop, or whatever the workflow is for. */
export const callShop = (url: string, name = 'Shop'): Node => ({
	name,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ $json }}',
		options: {},
	},
});

export const qvicklyTrigger = (parameters: object): Node => ({
	name: 'Trigger',
	type: 'n8n-nodes-qvickly.qvicklyTrigger',
	typeVersion: 1,
	webhookId: `trigger-${unique()}`,
	parameters: { options: {}, ...parameters },
	credentials,
});

/** Sends a callback. */
export async function send({ url, ...init }: { url: string } & RequestInit) {
	const response = await fetch(url, init);
	return { status: response.status, text: await response.text() };
}

/**
 * A workflow that starts with a Qvickly Trigger, turned on.
 *
 * @param rest what follows; a node that does nothing unless told otherwise
 */
export async function deployTrigger(
	parameters: object = {},
	rest: Node[] = [end()],
	connections = [`Trigger > ${rest.map(({ name }) => name).join(' > ')}`],
) {
	const trigger = qvicklyTrigger(parameters);
	const { path = '' } = (trigger.parameters as { options: { path?: string } }).options;
	const id = await n8n.createWorkflow(
		workflowOf(`trigger ${unique()}`, [trigger, ...rest], connections),
	);
	await n8n.activate(id);
	const url = n8n.webhookUrl(path || String(trigger.webhookId));
	let started = 0;
	return {
		id,
		url,
		/** Reports as Qvickly does. */
		report: async (facts: Facts, ways?: Ways, secret = account.secret) =>
			await send(reportOf(factsOf(facts), secret, url, ways)),
		/** What a node gave in the next execution, once that is over. */
		next: async (node = 'Trigger') => {
			const { data, status } = await n8n.nthExecution(id, ++started);
			const outputs: Output[] = data.resultData.runData[node]?.at(-1)?.data?.main ?? [];
			return { status, outputs: outputs.map((items) => (items ?? []).map(({ json }) => json)) };
		},
		/** How many executions there are. */
		count: async () => (await n8n.executions(id)).length,
	};
}

/** What a callback says of a payment, of which more may be said. */
export const factsOf = ({ number, ...more }: Facts): Facts => ({
	number,
	status: 'Paid',
	url: '',
	orderid: `order-${String(number)}`,
	...more,
});

/** A node that makes a payment which is reported to the execution. @param suffix of the order's ID */
export const create = (name = 'Create', suffix = ''): Node =>
	qvickly(name, {
		operation: 'create',
		type: 'swish',
		orderid: `={{ $('Webhook').item.json.body.orderid }}${suffix}`,
		rowsFrom: 'define',
		rows: {
			row: [
				{ kind: 'article', description: 'Book', quantity: '1', unitPrice: '100', vatRate: '6' },
			],
		},
		options: { reportToWait: true },
	});

/** A node that waits for the payment that another node has made. */
export const waitFor = (created = 'Create', name = 'Wait', waitLimit = '3 days'): Node =>
	qvickly(name, {
		operation: 'waitForPayment',
		number: `={{ $('${created}').item.json.number }}`,
		waitLimit,
		options: {},
	});

/** A workflow that makes a payment, tells the shop of it, and waits until it is decided. */
export const deployWaiting = async (shopUrl: string, waitLimit?: string) =>
	await deployOrders(
		[
			create(),
			callShop(shopUrl, 'Mail'),
			waitFor('Create', 'Wait', waitLimit),
			callShop(shopUrl, 'Deliver'),
		],
		['Webhook > Create > Mail > Wait > Deliver > End'],
	);

/**
 * A workflow that is started with an order, turned on.
 *
 * @param nodes between the nodes Webhook and End
 */
export async function deployOrders(nodes: Node[], connections: string[]) {
	const path = `waiting-${unique()}`;
	const webhook: Node = {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, options: {}, responseMode: 'onReceived' },
	};
	const id = await n8n.createWorkflow(workflowOf(path, [webhook, ...nodes, end()], connections));
	await n8n.activate(id);

	/**
	 * Orders something.
	 *
	 * @param how `payments` is how many that makes; `waits`, whether to wait until the execution sleeps
	 * @returns the first payment and all of them, and where they are reported
	 */
	async function order({ waits = true, payments = 1 } = {}) {
		const orderid = `W-${unique()}`;
		const body = JSON.stringify({ orderid });
		const headers = { 'content-type': 'application/json' };
		await send({ url: n8n.webhookUrl(path), method: 'POST', headers, body });
		const numbers = await until('the payment', 30, async () => {
			const made = sandbox.payments.creations.filter((one) =>
				`${one.orderid}-`.startsWith(`${orderid}-`),
			);
			return made.length === payments ? made.map((one) => one.number) : undefined;
		});
		const [number = ''] = numbers;
		const callbackUrl = sandbox.payments.get(number)!.sections!.PaymentData!.callbackurl as string;
		const [, execution = ''] = /\/webhook-waiting\/(\d+)\//.exec(callbackUrl) ?? [];
		if (waits) await waiting(execution);
		return { number, numbers, orderid, execution, callbackUrl };
	}
	return { id, order };
}

/** Until an execution waits, in a certain node if one is named. */
export const waiting = async (execution: string, node?: string) =>
	await until(`execution ${execution} to wait`, 30, async () => {
		const { status, data } = await n8n.execution(execution);
		if (status !== 'waiting') return undefined;
		const { lastNodeExecuted } = data.resultData as { lastNodeExecuted?: string };
		return node === undefined || lastNodeExecuted === node ? true : undefined;
	});

/** What the reports of a payment were answered with so far, 0 for no answer. */
export const answersTo = (number: string) =>
	sandbox.callbacks.sent.filter((one) => one.number === number).map(({ answer }) => answer);

export const statusOf = async (execution: string) => (await n8n.execution(execution)).status;

/** What a node gave in an execution that ends with the node End, once that is over. */
export async function ended(execution: string, node = 'Wait', seconds = 60) {
	const { data, status } = await until(`execution ${execution} to end`, seconds, async () => {
		const found = await n8n.execution(execution);
		// n8n 1 writes the status before it writes what the nodes gave.
		const isWritten = found.status !== 'success' || 'End' in found.data.resultData.runData;
		return ['new', 'running', 'waiting'].includes(found.status) || !isWritten ? undefined : found;
	});
	const runs = data.resultData.runData[node] ?? [];
	const items: Output = runs.at(-1)?.data?.main?.[0] ?? [];
	return { status, runs: runs.length, items: items.map(({ json }) => json) };
}

const qvickly = (name: string, parameters: object): Node => ({
	name,
	type: 'n8n-nodes-qvickly.qvickly',
	typeVersion: 1,
	parameters: { resource: 'payment', ...parameters },
	credentials,
});
