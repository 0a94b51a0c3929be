import type { Call, Kind, Operation, Task } from '../../nodes/Qvickly/actions/operation';
import type { Meanings } from '../../nodes/Qvickly/api/refusals';
import { variantsOf, type Variant } from './variants';

/** A function that an operation calls. */
export interface FunctionCall {
	name: string;
	/** When, a sentence's second half; empty if always. */
	when: string;
	refusals: Meanings;
	/** What it is for: `call` and `then` do what the operation is there for, the others look beside. */
	part: (typeof PARTS)[number];
	/** When it may be sent again. */
	kind: Kind;
	/** The refusal that leads to a further call, and its function. */
	goesOn?: { code: string; name: string };
}

/** In the order in which they are made. */
const PARTS = ['first', 'call', 'check', 'find', 'then', 'details'] as const;

/** Whether a function does what the operation is there for. */
export const isMain = ({ part }: FunctionCall) => part === 'call' || part === 'then';

interface Role extends Omit<FunctionCall, 'when'> {
	text: string;
}

/** What the calls of a task are for. */
function rolesOf({ first, call, then, details }: Task): Role[] {
	const looked = details?.of({ number: '1000235' });
	const role = (
		part: Role['part'],
		kind: Kind,
		{ request, refusals }: Pick<Call, 'request' | 'refusals'>,
		text: string,
	): Role => ({ part, kind, name: request.function, refusals, text });
	return [
		...(first ? [role('first', first.kind, first, BEFORE_ALL)] : []),
		{
			...role('call', call.kind, call, ''),
			goesOn: then && { code: then.code, name: then.call.request.function },
		},
		...(call.kind === 'change' ? [role('check', 'read', call.check, TO_CHECK)] : []),
		...(call.kind === 'once' && call.find ? [role('find', 'read', call.find, TO_FIND)] : []),
		...(then
			? [
					role(
						...(['then', then.call.kind, then.call] as const),
						`only if that is refused for certain with ${then.code}`,
					),
				]
			: []),
		...(looked && !('problem' in looked)
			? [role('details', looked.call.kind, looked.call, 'once for each payment in the list')]
			: []),
	];
}

const BEFORE_ALL = 'before all else (if that speaks against it, nothing more is called)';
const TO_CHECK = 'where the answer leaves it open, or says that it was done before';
const TO_FIND = 'where no clear answer came, to find what was made';

const idOf = ({ name, text }: Role) => `${name} ${text}`;

/** All functions that an operation calls, and when each is. */
export function callsOf(operation: Operation): FunctionCall[] {
	const variants = variantsOf(operation);
	const all = variants.flatMap(({ task }) => rolesOf(task));
	const roles = new Map(all.map((role) => [idOf(role), role]));
	const ordered = [...roles.values()].sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
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
