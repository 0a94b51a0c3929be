import { asObject } from '../../api/answer';
import { checkCart } from '../../api/checkCart';
import { parsedExactly } from '../../api/exactJson';
import type { Problem } from '../operation';

/** The parts of a request that say what is bought. */
export interface Sold {
	Articles: unknown;
	Cart: unknown;
	/** Öre with VAT. */
	total: bigint;
}

const ADVICE =
	"Correct 'Cart', or let the node compute it: set 'Rows From' to 'Define Below' or 'From a List'.";

/** Reads a cart that somebody else has computed, and checks all its sums. */
export function readCompleteCart(value: unknown): Sold | Problem {
	const whole = asObject(typeof value === 'string' ? parsedExactly(value) : value);
	if (whole === undefined) return { problem: "'Cart' is no JSON object", advice: ADVICE };
	const cart = asTexts({ Articles: whole.Articles, Cart: whole.Cart });
	const checked = checkCart(cart.Articles, cart.Cart);
	if ('problem' in checked) return { problem: checked.problem, advice: ADVICE };
	if (checked.total > 0n) return { ...cart, total: checked.total };
	return { problem: `'Cart' comes to ${checked.total} öre`, advice: ADVICE };
}

/** The same with every number as text, as Qvickly wants them. */
function asTexts<T>(value: T): T;
function asTexts(value: unknown): unknown {
	if (typeof value === 'number') return String(value);
	if (Array.isArray(value)) return value.map((one) => asTexts(one as unknown));
	const fields = asObject(value);
	return fields === undefined
		? value
		: Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, asTexts(one)]));
}
