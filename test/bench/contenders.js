/**
 * The ways to cancel a list that the benchmark compares, each as a workflow that a POST of
 * `{ numbers }` starts and that answers when all is done.
 */

const CREDENTIALS = { qvicklyApi: { id: '', name: 'Bench' } };

/** Payments that the node has under way at the same time unless told otherwise. */
const PARALLEL = 8;

/** The most that 'Max Parallel Requests' takes. */
const MOST_PARALLEL = 50;

/** Milliseconds of latency beyond which nobody waits for one request after the other. */
const SLOW = 50;

/** The credential that leads to the sandbox over TLS. */
const SECURE = 'Bench over TLS';

/** @typedef {{ name: string, type: string, typeVersion?: number, parameters: object, credentials?: object }} Node */

/** @param {object} parameters @returns {Node} */
const qvickly = (parameters) => ({
	name: 'Cancel',
	type: 'n8n-nodes-qvickly.qvickly',
	parameters: {
		resource: 'payment',
		operation: 'cancel',
		number: '={{ $json.number }}',
		...parameters,
	},
	credentials: CREDENTIALS,
});

/** @param {string} url @param {object} options @returns {Node} */
const httpRequest = (url, options) => ({
	name: 'Cancel',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'qvicklyApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody:
			'={{ JSON.stringify({ function: "cancelPayment", data: { number: String($json.number) } }) }}',
		options,
	},
	credentials: CREDENTIALS,
});

/** @param {object} parameters @returns {Node} */
const benchPost = (parameters) => ({
	name: 'Cancel',
	type: 'CUSTOM.benchPost',
	parameters,
	credentials: CREDENTIALS,
});

/** @type {Node} */
const loop = {
	name: 'Loop',
	type: 'n8n-nodes-base.splitInBatches',
	typeVersion: 3,
	parameters: { batchSize: 1, options: {} },
};

/**
 * @param {string} path of its webhook
 * @param {Node} cancel
 * @param {boolean} [oneByOne] whether a loop feeds it
 */
function workflow(path, cancel, oneByOne = false) {
	const nodes = [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			parameters: {
				path,
				httpMethod: 'POST',
				responseMode: 'lastNode',
				responseData: 'noData',
				options: {},
			},
			webhookId: path,
		},
		{
			name: 'Numbers',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.numbers', options: { destinationFieldName: 'number' } },
		},
		...(oneByOne ? [loop] : []),
		cancel,
	];
	/** @param {string} node */
	const to = (node) => [{ node, type: 'main', index: 0 }];
	return {
		name: path,
		nodes: nodes.map((node, index) => ({
			id: String(index),
			typeVersion: 1,
			position: [200 * index, 0],
			...node,
		})),
		connections: {
			Webhook: { main: [to('Numbers')] },
			Numbers: { main: [to(oneByOne ? 'Loop' : 'Cancel')] },
			...(oneByOne && { Loop: { main: [[], to('Cancel')] }, Cancel: { main: [to('Loop')] } }),
		},
	};
}

/** @typedef {{ id: string, name: string, workflow: ReturnType<typeof workflow> }} Contender */

/** @type {Contender} */
const NODE = {
	id: 'node',
	name: `Qvickly node (${PARALLEL} at a time)`,
	workflow: workflow('node', qvickly({})),
};

/** @param {string} url @param {string} [id] @returns {Contender} */
const httpAtOnce = (url, id = 'http') => ({
	id,
	name: 'HTTP Request, all at once',
	workflow: workflow(id, httpRequest(url, {})),
});

/**
 * The ways to cancel a list.
 *
 * @param {string} url of the sandbox
 * @param {number} latency milliseconds that an answer takes
 * @returns {Contender[]}
 */
function contenders(url, latency) {
	// The shortest interval at which batches do not overlap: an answer's time, with what n8n adds.
	const interval = latency + 30;
	const batched = `http-batched-${interval}`;
	const floor = { parallel: PARALLEL, readyMade: true };
	return [
		NODE,
		{
			id: 'node-50',
			name: `Qvickly node, Max Parallel Requests ${MOST_PARALLEL}`,
			workflow: workflow('node-50', qvickly({ options: { maxParallelRequests: MOST_PARALLEL } })),
		},
		{
			id: 'floor',
			name: `Floor: n8n's request helper, ready-made bodies, ${PARALLEL} at a time`,
			workflow: workflow('floor', benchPost(floor)),
		},
		{
			id: 'floor-expression',
			name: 'The same, and n8n works the expression out for each item',
			workflow: workflow(
				'floor-expression',
				benchPost({ ...floor, number: '={{ $json.number }}' }),
			),
		},
		httpAtOnce(url),
		{
			id: batched,
			name: `HTTP Request, batches of ${PARALLEL}, every ${interval} ms`,
			workflow: workflow(
				batched,
				httpRequest(url, { batching: { batch: { batchSize: PARALLEL, batchInterval: interval } } }),
			),
		},
		// One after the other, they take the latency for each payment.
		...(latency > SLOW ? [] : oneAtATime(url)),
	];
}

/** @param {string} url @returns {Contender[]} */
const oneAtATime = (url) => [
	{
		id: 'client',
		name: "Qvickly's documented client pattern: one awaited POST after the other",
		workflow: workflow('client', benchPost({ parallel: 1 })),
	},
	{
		id: 'loop',
		name: 'Loop Over Items with HTTP Request, one at a time',
		workflow: workflow('loop', httpRequest(url, {}), true),
	},
];

/**
 * The same over TLS, where each request has a handshake.
 *
 * @param {string} url of the sandbox, https
 * @returns {Contender[]}
 */
const secureContenders = (url) =>
	[
		{ ...NODE, id: 'node-tls', workflow: workflow('node-tls', qvickly({})) },
		httpAtOnce(url, 'http-tls'),
	].map((one) => ({ ...one, workflow: withCredential(one.workflow, SECURE) }));

/** @param {ReturnType<typeof workflow>} one @param {string} name @returns {ReturnType<typeof workflow>} */
const withCredential = ({ nodes, ...rest }, name) => ({
	...rest,
	nodes: nodes.map((node) =>
		'credentials' in node ? { ...node, credentials: { qvicklyApi: { id: '', name } } } : node,
	),
});

const ROWS = Array.from({ length: 5 }, (_, index) => ({
	...{ description: `Article ${index}`, quantity: '2', unitPrice: '49.90', vatRate: '25' },
}));

const SETTLEMENT = '900';

/**
 * Other operations, and what the sandbox has to have for them.
 *
 * @type {Array<Contender & { seed?: object, settlement?: string }>}
 */
const OPERATIONS = [
	{ name: 'Payment: Get', parameters: { operation: 'get' } },
	{ name: 'Payment: Activate', parameters: { operation: 'activate' } },
	{
		name: 'Payment: Credit',
		parameters: { operation: 'credit' },
		seed: { status: 'Factoring' },
	},
	{
		name: 'Payment: Create, five rows',
		parameters: {
			...{ operation: 'create', type: 'swish', orderid: '={{ $json.number }}', prices: 'withVat' },
			...{ rowsFrom: 'define', rows: { row: ROWS } },
		},
	},
	{
		name: 'Settlement: Get with Add Payment Details',
		parameters: {
			...{ resource: 'settlement', operation: 'get', settlementId: SETTLEMENT },
			...{ number: undefined, options: { addPaymentDetails: true, maxParallelRequests: PARALLEL } },
		},
		seed: { status: 'Paid', method: 8 },
		settlement: SETTLEMENT,
	},
].map(({ name, parameters, ...more }, index) => {
	const node = { ...qvickly(parameters), ...(more.settlement && { executeOnce: true }) };
	return {
		id: `operation-${index}`,
		name,
		workflow: workflow(`operation-${index}`, node),
		...more,
	};
});

module.exports = {
	MOST_PARALLEL,
	OPERATIONS,
	PARALLEL,
	SECURE,
	contenders,
	secureContenders,
};
