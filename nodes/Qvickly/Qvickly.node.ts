import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { findOperation, properties } from './actions';
import { loadOptions } from './choices';
import { run } from './run/run';
import { receive } from './trigger/callbacks';
import { resume, RESUME_WEBHOOKS } from './trigger/resume';

/** The node: its description, and which operation to run. All else is in the folders beside it. */
export class Qvickly implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Qvickly',
		name: 'qvickly',
		icon: { light: 'file:qvickly.svg', dark: 'file:qvickly.dark.svg' },
		group: ['transform'],
		version: 1,
		// In words: "cancel or credit: payment".
		subtitle:
			'={{ $parameter["operation"].replace(/[A-Z]/g, " $&").toLowerCase() + ": " + $parameter["resource"] }}',
		description:
			'Create, look up, activate, cancel and credit payments at Qvickly (formerly Billmate), and get its settlements',
		defaults: { name: 'Qvickly' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'qvicklyApi', required: true }],
		webhooks: RESUME_WEBHOOKS,
		waitingNodeTooltip: 'Waiting for the customer',
		properties,
	};

	methods = { loadOptions };

	/** Called while an execution waits in this node. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, async (callback) => await resume(this, callback));
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await run(this, findOperation)];
	}
}
