import type { INodePropertyOptions } from 'n8n-workflow';

import { lookUp } from '../../nodes/Qvickly/actions/payment/basicResult';
import { SOURCES } from '../../nodes/Qvickly/polling/sources';
import { QvicklyPollingTrigger } from '../../nodes/Qvickly/QvicklyPollingTrigger.node';
import { QvicklyTrigger } from '../../nodes/Qvickly/QvicklyTrigger.node';
import { verified } from '../actions/tasks';
import { operations } from './described';

const polling = new QvicklyPollingTrigger().description;

/** What is polled, by the names that the editor has for it. */
const events = (polling.properties[0]!.options as INodePropertyOptions[]).map(
	({ name, value }) => ({
		name,
		call: SOURCES[value as keyof typeof SOURCES].task('2026-01-31').call,
	}),
);

/** The fields of an entry in one of Qvickly's lists. */
const fieldsOf = ({ result }: (typeof events)[number]['call']): string[] =>
	[[{}], { Settlements: [{}] }]
		.map((data) => result(verified(data)))
		.flatMap((read) => ('items' in read ? Object.keys(read.items[0] ?? {}) : []));

const payment = operations.find(({ title }) => title === 'Payment: Get')!;

const code = (names: string[]) => names.map((name) => `\`${name}\``).join(', ');

/** What both give: what tells an event from all others. */
const EVENT = ['eventId'];
const ofPayment = ['event', ...EVENT, ...payment.output.map(([name]) => name)];

/** The nodes that start workflows: which functions they call, and what they give. */
export const TRIGGERS = [
	{
		description: new QvicklyTrigger().description,
		calls: [{ name: lookUp('1').function, when: 'with *Look the Payment Up*' }],
		output: ofPayment,
		outputs: `${code(ofPayment)}; with *Look the Payment Up* off of the payment only ${code(['number', 'orderid', 'status', 'url'])}; with *Include Card Data* also ${code(['card'])}, if Qvickly reports it`,
	},
	{
		description: polling,
		calls: events.map(({ name, call }) => ({
			name: call.request.function,
			when: `with *Trigger On* ${name}`,
		})),
		output: [...EVENT, ...new Set(events.flatMap(({ call }) => fieldsOf(call)))],
		outputs: events
			.map(({ name, call }) => {
				return `with *Trigger On* ${name} ${code([...EVENT, ...fieldsOf(call)])}`;
			})
			.join('; '),
	},
];
