import { isFailure, ofItem, type Failure } from './outcome';
import type { Plan, Wish } from './setup';

/** Equal reads and equal changes for one account are one call. What is done once is one each. */
export function sameCalls(plans: Array<Plan | Failure>): Plan[][] {
	return grouped(plans, (plan) => (plan.task.call.kind === 'once' ? plan : wishOf(plan)));
}

/**
 * Makes items unusable that cannot all be true: different changes of the same thing, of which one would
 * say what the other denies, and things of which there may be only one.
 */
export function refuseContradictions(plans: Array<Plan | Failure>): Array<Plan | Failure> {
	const refused = new Map<Plan | Failure, Failure>();
	for (const group of grouped(plans, claimOf)) {
		const { item, task } = group[0]!;
		const isOnce = task.call.kind === 'once';
		const wish = wishOf(group[0]!);
		const other = group.find((plan, index) => (isOnce ? index > 0 : wishOf(plan) !== wish));
		if (!other) continue;
		const problem = isOnce
			? `items ${item} and ${other.item} both have ${task.claim}`
			: `items ${item} and ${other.item} want different things of ${task.subject}`;
		const advice = isOnce
			? 'Give each one of its own, or make one item of them.'
			: 'Give them the same options, or one item.';
		for (const plan of group) refused.set(plan, ofItem(plan.item, problem, advice));
	}
	return plans.map((plan) => refused.get(plan) ?? plan);
}

/** What only one item may want, or only in one way; itself, if there is nothing. */
function claimOf(plan: Plan): unknown {
	const { account, task } = plan;
	if (task.claim !== undefined) return JSON.stringify([account, task.claim]);
	return task.call.kind === 'change' ? callOf(plan) : plan;
}

const wishOf = (plan: Plan) => `${callOf(plan)} ${plan.task.variant}`;

/** What is sent, and in whose name. */
export const callOf = ({ account, task: { call } }: Wish) =>
	JSON.stringify([account, call.request.function, call.request.data]);

/** The usable plans, those with the same key together, in order. */
function grouped(plans: Array<Plan | Failure>, keyOf: (plan: Plan) => unknown): Plan[][] {
	const groups = new Map<unknown, Plan[]>();
	for (const plan of plans) {
		if (isFailure(plan)) continue;
		const key = keyOf(plan);
		const group = groups.get(key);
		if (group) group.push(plan);
		else groups.set(key, [plan]);
	}
	return [...groups.values()];
}
