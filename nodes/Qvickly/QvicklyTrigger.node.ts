import {
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { receive } from './trigger/callbacks';
import { fields, outputs } from './trigger/fields';
import { start } from './trigger/start';

/** Qvickly has no list of addresses to call: each payment brings its own, so nothing is registered. */
const NOTHING_TO_REGISTER = {
	checkExists: async (): Promise<boolean> => await Promise.resolve(true),
	create: async (): Promise<boolean> => await Promise.resolve(true),
	delete: async (): Promise<boolean> => await Promise.resolve(true),
};

/** Starts a workflow when Qvickly reports that a payment's status has changed. */
export class QvicklyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Qvickly Trigger',
		name: 'qvicklyTrigger',
		icon: { light: 'file:qvickly.svg', dark: 'file:qvickly.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["events"].includes("all") ? "all events" : $parameter["events"].join(", ") }}',
		description:
			"Starts the workflow when a payment's status changes at Qvickly (formerly Billmate)",
		defaults: { name: 'Qvickly Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'qvicklyApi', required: true }],
		webhooks: ['POST', 'GET'].map((httpMethod) => ({
			name: httpMethod === 'POST' ? 'default' : 'setup',
			httpMethod: httpMethod as 'POST',
			// Without a path n8n registers nothing, and with an empty one the node's own ID.
			path: '={{ $parameter["options"]["path"] || "" }}',
			isFullPath: true,
			responseMode: '={{ $parameter["responseMode"] }}',
			responseData: '={{ $parameter["responseMode"] === "lastNode" ? "noData" : undefined }}',
		})),
		triggerPanel: {
			header: '',
			executionsHelp: {
				inactive:
					"To try it, execute this step, and let a customer finish a payment in test mode that has the <b>test URL</b> as its 'Callback URL'. Real payments need the <b>production URL</b>, and the workflow has to be published.",
				active:
					"Reports to the <b>production URL</b> start the workflow, and are under 'Executions'. To try a change, execute this step, and use the <b>test URL</b>.",
			},
			activationHint:
				"Publish the workflow, and give the production URL to 'Create' as 'Callback URL'.",
		},
		properties: fields,
	};

	webhookMethods = { default: NOTHING_TO_REGISTER, setup: NOTHING_TO_REGISTER };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, async (callback) => await start(this, callback));
	}
}
