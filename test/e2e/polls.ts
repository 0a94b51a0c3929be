import type { startShop } from '../sandbox/shop';
import type { Running } from './environment';
import type { N8n } from './n8n';
import type { Node } from './nodes';
import { end } from './reports';
import { unique } from './running';
import { until } from './until';
import { workflowOf } from './workflow';

type Fields = Record<string, unknown>;
type Shop = Awaited<ReturnType<typeof startShop>>;

/** n8n allows each time once a minute, and as many of them as one likes. */
export const everySeconds = (seconds: number) =>
	Array.from({ length: 60 / seconds }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * seconds} * * * * *`,
	}));

export const daysAgo = (days: number) =>
	new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** What there is to do with a Qvickly Polling Trigger in an n8n. @param seconds from one poll to the next */
export function pollingIn(n8n: N8n, sandbox: Running['sandbox'], seconds = 2) {
	const trigger = (event: string): Node => ({
		name: 'Trigger',
		type: 'n8n-nodes-qvickly.qvicklyPollingTrigger',
		typeVersion: 1,
		parameters: { event, pollTimes: { item: everySeconds(seconds) } },
		credentials: { qvicklyApi: { name: 'Qvickly sandbox' } },
	});

	/** A workflow that is not switched on yet. @param next what follows the trigger */
	async function create(event = 'settlement', next = end()) {
		const id = await n8n.createWorkflow(
			workflowOf(`polling ${unique()}`, [trigger(event), next], [`Trigger > ${next.name}`]),
		);
		/** What all executions so far have started with, in order. */
		const started = async (): Promise<Fields[]> => {
			const all = (await n8n.executions(id)).reverse();
			const runs = await Promise.all(all.map(async (one) => await n8n.finished(one.id)));
			return runs.flatMap(({ data }) =>
				(data.resultData.runData.Trigger?.[0]?.data?.main?.[0] ?? []).map(
					({ json }: { json: Fields }) => json,
				),
			);
		};
		const untilStarted = async (count: number) =>
			await until(`${count} items`, 60, async () => {
				const items = await started();
				return items.length >= count ? items : undefined;
			});
		return { id, started, untilStarted };
	}

	const polls = (name: string) => sandbox.calls.filter((call) => call.function === name).length;

	/** Until two more polls have been asked for: what the first of them gave is then known. */
	async function nextPolls(name = 'getSettlements', count = 2) {
		const before = polls(name);
		await until('polls', 60, async () => (polls(name) >= before + count ? true : undefined));
	}

	/** Kills n8n inside a poll that comes. @param which of them, from 1 */
	const killedInPoll = async (which = 1) =>
		await new Promise<void>((resolve) => {
			let count = 0;
			sandbox.state.onCall = (call) => {
				if (call.function !== 'getSettlements' || ++count < which) return;
				sandbox.state.onCall = undefined;
				resolve(n8n.kill());
			};
		});

	/** Kills n8n while it runs what a poll has started, once that calls a shop. */
	async function killedInRun(shop: Shop) {
		await new Promise<void>((resolve) => {
			shop.answer = async () => {
				resolve(n8n.kill());
				return 200;
			};
		});
		shop.answer = () => 200;
	}

	return { create, nextPolls, killedInPoll, killedInRun };
}
