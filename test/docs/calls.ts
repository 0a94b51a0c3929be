import type { Call, Operation, Task } from '../../nodes/Qvickly/actions/operation';
import { usualFields, prepared } from '../actions/tasks';

/** A function that an operation calls, and when. */
export interface Role {
	name: string;
	when: string;
}

/** What makes an operation call more than it usually does. */
const MORE: Record<string, { fields?: object; options?: object }> = {
	activate: { options: { expectedAmount: '125.00' } },
	create: { fields: { type: 'invoice', customer: { customerNumber: '12' } } },
	'settlement.get': { options: { addPaymentDetails: true } },
};

/** The tasks of an operation, for each value of each of its lists. */
export function tasksOf(name: string, operation: Operation): Task[] {
	const usual = usualFields(operation);
	const ofLists = operation.fields.flatMap(({ name: field, type, options = [] }) =>
		type === 'options' &&
		!(
			'loadOptionsMethod' in (operation.fields.find((one) => one.name === field)?.typeOptions ?? {})
		)
			? options.map((option) => ({ ...usual, [field]: (option as { value: unknown }).value }))
			: [],
	);
	const { fields = {}, options = {} } = MORE[name] ?? {};
	return [
		prepared(operation, usual, {}),
		prepared(operation, { ...usual, ...fields }, options),
		...ofLists.map((one) => prepared(operation, one, {})),
	].filter((task): task is Task => !('problem' in task));
}

/** Every function that an operation calls, once for each reason. */
export function rolesOf(name: string, operation: Operation): Role[] {
	const roles = tasksOf(name, operation).flatMap((task) => {
		const row = task.details?.of({ number: '1' });
		return [
			...(task.first ? [role(task.first, 'before all else')] : []),
			...ofCall(task.call, ''),
			...(task.then
				? ofCall(task.then.call, `only if that is refused for certain with ${task.then.code}`)
				: []),
			...(row && 'call' in row ? [role(row.call, 'for each payment in the list')] : []),
		];
	});
	return roles.filter(
		(one, index) =>
			roles.findIndex(({ name: of, when }) => of === one.name && when === one.when) === index,
	);
}

const role = ({ request }: Pick<Call, 'request'>, when: string): Role => ({
	name: request.function,
	when,
});

const ofCall = (call: Call, when: string): Role[] => [
	role(call, when),
	...(call.kind === 'change'
		? [role(call.check, 'where the answer leaves it open what is true')]
		: []),
	...(call.kind === 'once' && call.find
		? [role(call.find, 'where the answer leaves it open whether it was done')]
		: []),
];
