import { isFailure, ofItem, type Failure } from './outcome';
import type { Plan } from './setup';

/** Equal reads and equal changes for one account are one call. What is done once is one each. */
export function sameCalls(plans: Array<Plan | Failure>): Plan[][] {
	return grouped(plans, (plan) =>
		plan.task.call.kind === 'once' ? plan : `${callOf(plan)} ${plan.task.variant}`,
	);
}

/** Makes equal changes with different options unusable: one would say of the payment what the other denies. */
export function refuseContradictions(plans: Array<Plan | Failure>): Array<Plan | Failure> {
	const refused = new Map<Plan | Failure, Failure>();
	for (const group of grouped(plans, (plan) =>
		plan.task.call.kind === 'change' ? callOf(plan) : plan,
	)) {
		const { item, task } = group[0]!;
		const other = group.find((plan) => plan.task.variant !== task.variant);
		if (!other) continue;
		const problem = `items ${item} and ${other.item} want different things of ${task.subject}`;
		for (const plan of group) {
			refused.set(plan, ofItem(plan.item, problem, 'Give them the same options, or one item.'));
		}
	}
	return refused.size === 0 ? plans : plans.map((plan) => refused.get(plan) ?? plan);
}

/** What is sent, and in whose name. */
const callOf = ({ account, task: { call } }: Plan) =>
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
