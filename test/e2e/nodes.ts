import { account, n8n } from './running';
import { httpRequestVersion } from './versions';

/** A node as it stands in a workflow's JSON; its name doubles as its id. */
export interface Node {
	name: string;
	type: string;
	typeVersion: number;
	parameters: object;
	credentials?: object;
	[setting: string]: unknown;
}

/** Starts the workflow by hand. */
export const start: Node = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

/** Starts the workflow. It answers with what `respond` says, or else with the last node's items. */
export function webhook(path: string, responds: boolean): Node {
	return {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		webhookId: path,
		parameters: {
			httpMethod: 'POST',
			path,
			options: {},
			...(responds
				? { responseMode: 'responseNode' }
				: { responseMode: 'lastNode', responseData: 'allEntries' }),
		},
	};
}

const qvicklyApi = { qvicklyApi: { name: 'Qvickly sandbox' } };

/** The node under test. @param fields where they are not what most tests need */
export const qvicklyTo = (operation: string, settings: object = {}, fields: object = {}): Node => ({
	name: 'Qvickly',
	type: 'n8n-nodes-qvickly.qvickly',
	typeVersion: 1,
	parameters: {
		...{ resource: 'payment', operation, number: '={{ $json.number }}', options: {} },
		...fields,
	},
	credentials: qvicklyApi,
	...settings,
});

/** The same, to cancel payments. */
export const qvickly = (number: string, settings: object = {}, options: object = {}) =>
	qvicklyTo('cancel', settings, { number, options });

/** One item for each entry of the list `payments` in the webhook's JSON. */
export const eachPayment: Node = {
	name: 'Payments',
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: 'body.payments', options: {} },
};

/** Answers the webhook with all items. */
export const respond: Node = {
	name: 'Respond',
	type: 'n8n-nodes-base.respondToWebhook',
	typeVersion: 1.5,
	parameters: { respondWith: 'allIncomingItems', options: {} },
};

/** The items of both inputs, one after the other. */
export const merge: Node = {
	name: 'Merge',
	type: 'n8n-nodes-base.merge',
	typeVersion: 3.2,
	parameters: {},
};

/** Reads the rows of the file that the webhook received. */
export const extract = (operation: 'csv' | 'xlsx'): Node => ({
	name: 'Rows',
	type: 'n8n-nodes-base.extractFromFile',
	typeVersion: 1.1,
	// 'enableBOM' is n8n's name for leaving a byte order mark out.
	parameters: { operation, binaryPropertyName: 'data', options: { enableBOM: true } },
});

/** The HTTP Request node, with the credential of the sandbox. */
export const httpRequest = (parameters: object): Node => ({
	name: 'HTTP Request',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: httpRequestVersion(n8n.version),
	parameters: {
		method: 'POST',
		url: account.baseUrl,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'qvicklyApi',
		options: {},
		...parameters,
	},
	credentials: qvicklyApi,
});
