import { whyLeftOut } from '../../nodes/Qvickly/actions/api/functions';
import { FUNCTIONS } from '../sandbox/functionNames';

/** Other names of getOrderInfo, by which it gives the same. */
const ALIASES = ['getOrderByHash', 'getCheckout'];

/**
 * By which operation each function can be reached.
 *
 * @param callers links to the operations that are there for it, and to those that call it beside
 */
export function functionTable(
	callers: (name: string) => { own: string[]; beside: string[] },
	callFunction: string,
): string[] {
	const reached = (name: string) => {
		const { own, beside } = callers(name);
		const more = beside.length > 0 ? `; called beside by ${beside.join(', ')}` : '';
		if (own.length > 0) return `${own.join(', ')}${more}`;
		const left = whyLeftOut(name);
		if (left) return `left out: ${left.reason}`;
		const alias = ALIASES.includes(name)
			? `; the same as getOrderInfo: ${callers('getOrderInfo').own.join(', ')}`
			: '';
		return `${callFunction}${alias}`;
	};
	return [
		'| function | by |',
		'| --- | --- |',
		...FUNCTIONS.map((name) => `| \`${name}\` | ${reached(name)} |`),
	];
}
