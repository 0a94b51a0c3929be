import type { Operation, Task } from '../../nodes/Qvickly/actions/operation';
import type { Meanings } from '../../nodes/Qvickly/api/refusals';
import { variantsOf, type Variant } from './variants';

/** A function that an operation calls. */
export interface FunctionCall {
	name: string;
	/** When, a sentence's second half; empty if always. */
	when: string;
	refusals: Meanings;
	/** Whether what is done is done by it, and not a look-up beside. */
	isMain: boolean;
}

interface Role extends Pick<FunctionCall, 'name' | 'refusals' | 'isMain'> {
	text: string;
	order: number;
}

/** What the calls of a task are for, in the order in which they are made. */
function rolesOf({ first, call, then, details }: Task): Role[] {
	const role = (
		order: number,
		{ request, refusals }: { request: { function: string }; refusals: Meanings },
		text: string,
	): Role => ({ order, name: request.function, refusals, text, isMain: text === '' });
	const looked = details?.of({ number: '1000235' });
	return [
		...(first
			? [role(0, first, 'before all else (if that speaks against it, nothing more is called)')]
			: []),
		role(1, call, ''),
		...(call.kind === 'change'
			? [role(2, call.check, 'where the answer leaves it open, or says that it was done before')]
			: []),
		...(call.kind === 'once' && call.find
			? [role(3, call.find, 'where no clear answer came, to find what was made')]
			: []),
		...(then
			? [
					{
						...role(4, then.call, `only if that is refused for certain with ${then.code}`),
						isMain: true,
					},
				]
			: []),
		...(looked && !('problem' in looked)
			? [role(5, looked.call, 'once for each payment in the list')]
			: []),
	];
}

const idOf = ({ name, text }: Role) => `${name} ${text}`;

/** All functions that an operation calls, and when each is. */
export function callsOf(operation: Operation): FunctionCall[] {
	const variants = variantsOf(operation);
	const all = variants.flatMap(({ task }) => rolesOf(task));
	const roles = new Map(all.map((role) => [idOf(role), role]));
	const ordered = [...roles.values()].sort((a, b) => a.order - b.order);
	return ordered.map((role) => {
		const has = ({ task }: Variant) => rolesOf(task).some((other) => idOf(other) === idOf(role));
		const when = [conditionOf(variants, has), role.text].filter(Boolean).join(', ');
		return { ...role, when };
	});
}

/** With what choices it is so; empty if with all. */
function conditionOf(variants: Variant[], has: (variant: Variant) => boolean): string {
	const [preset, ...chosen] = variants;
	const deciding = new Set(
		chosen.filter((variant) => has(variant) !== has(preset!)).map(({ choice }) => choice!.field),
	);
	const choices = [...deciding].map((field) => {
		const those = chosen.filter((variant) => variant.choice!.field === field && has(variant));
		const values = those.flatMap(({ choice }) => choice!.value ?? []);
		return [`*${field}*`, values.join(', ')].filter(Boolean).join(' ');
	});
	return choices.length > 0 ? `with ${choices.join(' or with ')}` : '';
}

/** Whether it can compute and check all without sending anything, and the option that says so. */
export const sendsNothingWith = (operation: Operation): string[] => [
	...new Set(
		variantsOf(operation)
			.filter(({ task }) => task.preview)
			.map(({ choice }) => choice!.field),
	),
];
