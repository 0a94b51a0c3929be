/** Qvickly's payment methods by their numbers. Source: its page "Methods". */
const NAMES: Readonly<Record<string, string>> = {
	1: 'Invoice',
	2: 'Handling invoice',
	4: 'Part payment',
	8: 'Card',
	16: 'Bank',
	24: 'Card or bank',
	32: 'Cash',
	64: 'Checkout',
	256: 'Pay link',
	512: 'Swish',
	1024: 'Swish',
	2048: 'Pay with Qvickly',
};

/**
 * @param method Qvickly's number of it, digits as text
 * @returns its name, undefined for one that is not known
 */
export const methodName = (method: string): string | undefined =>
	Object.hasOwn(NAMES, method) ? NAMES[method] : undefined;
