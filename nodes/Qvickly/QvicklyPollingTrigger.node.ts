import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { poll } from './polling/poll';

/** Starts a workflow when Qvickly lists something new, which it does not report by itself. */
export class QvicklyPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Qvickly Polling Trigger',
		name: 'qvicklyPollingTrigger',
		icon: { light: 'file:qvickly.svg', dark: 'file:qvickly.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ "new " + $parameter["event"] }}',
		description:
			'Starts the workflow when Qvickly (formerly Billmate) has a new settlement or an overdue payment',
		defaults: { name: 'Qvickly Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'qvicklyApi', required: true }],
		properties: [
			{
				displayName: 'Trigger On',
				name: 'event',
				type: 'options',
				options: [
					{
						name: 'New Settlement',
						value: 'settlement',
						description: 'Qvickly has paid money out, as it does about once a week',
					},
					{
						name: 'Payment Overdue',
						value: 'overdue',
						description:
							'An invoice was not paid in time. Those of up to three months ago are seen.',
					},
				],
				default: 'settlement',
				description: 'What is there when the workflow is switched on starts nothing',
			},
		],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
