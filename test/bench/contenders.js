/**
 * The ways to cancel a list that the benchmark compares, each as a workflow that a POST of
 * `{ numbers }` starts and that answers when all is done.
 */

const CREDENTIALS = { qvicklyApi: { id: '', name: 'Bench' } };

/** Payments that the node has under way at the same time unless told otherwise. */
const PARALLEL = 8;

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

/**
 * @param {string} url of the sandbox
 * @param {number} interval milliseconds between the batches of the batched HTTP Request
 */
const contenders = (url, interval) => [
	{
		id: 'node',
		name: `Qvickly node (${PARALLEL} at a time)`,
		workflow: workflow('node', qvickly({})),
	},
	{
		id: 'floor',
		name: `Floor: n8n's request helper, ready-made bodies, ${PARALLEL} at a time`,
		workflow: workflow('floor', benchPost({ parallel: PARALLEL, readyMade: true })),
	},
	{
		id: 'http',
		name: 'HTTP Request, all at once',
		workflow: workflow('http', httpRequest(url, {})),
	},
	{
		id: `http-batched-${interval}`,
		name: `HTTP Request, batches of ${PARALLEL}, every ${interval} ms`,
		workflow: workflow(
			`http-batched-${interval}`,
			httpRequest(url, { batching: { batch: { batchSize: PARALLEL, batchInterval: interval } } }),
		),
	},
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

module.exports = { PARALLEL, contenders };
