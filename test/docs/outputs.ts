import type { Operation, Task } from '../../nodes/Qvickly/actions/operation';
import { verified } from '../actions/tasks';
import { variantsOf, type Variant } from './variants';

/** Answers of functions whose output a choice makes another one. */
const ANSWERS: Record<string, object> = {
	getSettlementsWithDetails: { SettlementId: '5', Paid: { Invoices: [{ id: '1000235' }] } },
};

const code = (names: string[]) => names.map((name) => `\`${name}\``).join(', ');

/** The fields of what comes of an answer. */
function fieldsOf({ call }: Task): string {
	const answer = ANSWERS[call.request.function];
	const result = answer && call.result(verified(answer));
	return result && 'items' in result ? code(Object.keys(result.items[0]!)) : '';
}

const chosen = ({ field, value }: Variant['choice'] & object) =>
	`with *${field}*${value === undefined ? '' : ` *${value}*`}`;

/** The fields of what is only checked: most where there are rows. */
const checkedOf = (operation: Operation): string[] =>
	variantsOf(operation, { checkOnly: true })
		.map(({ task }) => Object.keys(task.preview ?? {}))
		.reduce((most, fields) => (fields.length > most.length ? fields : most));

/** What an operation gives where something is chosen differently from what it is preset to. */
export function otherOutputs(operation: Operation): string[] {
	const [preset, ...variants] = variantsOf(operation);
	const outputs = variants.flatMap(({ task, choice }) => {
		if (task.preview) return [`${chosen(choice!)} in their place ${code(checkedOf(operation))}`];
		if (task.details && !preset!.task.details) {
			return [`${chosen(choice!)} also ${code(Object.keys(task.details.miss({}, '')))}`];
		}
		const fields = fieldsOf(task);
		return fields === fieldsOf(preset!.task) ? [] : [`${chosen(choice!)} ${fields}`];
	});
	const isSimplified = operation.fields.some(({ displayName }) => displayName === 'Simplify');
	return [...outputs, ...(isSimplified ? ['with *Simplify* off all that Qvickly gives'] : [])];
}
