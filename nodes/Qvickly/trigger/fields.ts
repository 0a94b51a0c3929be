import type { INodeProperties } from 'n8n-workflow';

import { EVENTS } from './events';

/** The fields of the trigger. */
export const fields: INodeProperties[] = [
	{
		displayName:
			"Open 'Webhook URLs', choose 'Production URL', and give that address to Qvickly with each payment, as its 'Callback URL'. It has to begin with https:// and to be reachable from the Internet: one with localhost or 127.0.0.1 is not. The test URL works only while n8n waits for a test event, so no real payment may have it.",
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: [
			...EVENTS.map(([value, name, description]) => ({ value, name, description })),
			{ name: 'All', value: 'all', description: 'Whatever is reported of a payment' },
		],
		default: ['paid'],
		description: 'What has to happen to a payment',
	},
	{
		displayName: 'Look the Payment Up',
		name: 'lookUp',
		type: 'boolean',
		default: true,
		description:
			'Whether to ask Qvickly for the payment and go by that, as a report may be old or come out of order. Without an answer Qvickly is told to report again.',
	},
	{
		displayName: 'Respond',
		name: 'responseMode',
		type: 'options',
		options: [
			{
				name: 'At Once',
				value: 'onReceived',
				description: 'What the workflow then fails to do is not reported again',
			},
			{
				name: 'When the Workflow Has Finished',
				value: 'lastNode',
				description: 'If the workflow fails, Qvickly reports it again',
			},
		],
		default: 'onReceived',
		description: 'When to tell Qvickly that the report has arrived',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Include Card Data',
				name: 'cardData',
				type: 'boolean',
				default: true,
				description:
					'Whether to give what Qvickly reports of the card: masked number, holder, expiry. These are personal data.',
			},
			{
				displayName: 'One Output per Event',
				name: 'outputs',
				type: 'boolean',
				default: true,
				description: "Whether each event in 'Trigger On' has an output of its own",
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: '',
				placeholder: 'e.g. qvickly-payments',
				description:
					'The end of the address, in place of a random one. Payments keep their address for months, and a copied node gets another random one: what comes to the old address is then lost.',
			},
		],
	},
];

/** An output for each event that is chosen, if that is wanted; written for n8n to work out. */
export const outputs = `={{ (({ events, options }, all) => {
	if (!options?.outputs) return [{ type: 'main' }];
	const chosen = events.includes('all') ? all : all.filter(([value]) => events.includes(value));
	return chosen.map(([, displayName]) => ({ type: 'main', displayName }));
})($parameter, ${JSON.stringify(EVENTS.map(([value, name]) => [value, name]))}) }}` as const;
