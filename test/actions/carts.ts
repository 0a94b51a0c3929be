import { readCart } from '../../nodes/Qvickly/actions/order/readCart';

export type Values = Record<string, unknown>;
type Row = Record<string, string>;

/** What is made of these fields. */
export const read = (fields: Values, currency = 'SEK') => {
	const given: Values = { prices: 'withVat', adjustments: {}, columns: {}, ...fields };
	const sold = readCart((name) => {
		if (!(name in given)) throw new Error(`Could not get parameter "${name}"`);
		return given[name];
	}, currency);
	if ('problem' in sold) return { ...sold, rows: [] as Row[], totals: {} as Row };
	const { Total } = sold.Cart as { Total: Row };
	return { ...sold, rows: sold.Articles as Row[], totals: Total };
};

export const PRESET = { quantity: '1', vatRate: '25', description: 'Chair', unitPrice: '100' };
export const defined = (rows: object[], more: Values = {}) =>
	read({ rowsFrom: 'define', rows: { row: rows }, ...more });
export const listed = (list: unknown, columns: object = {}, more: Values = {}) =>
	read({ rowsFrom: 'list', list, columns, ...more });
export const problem = (made: object) =>
	('problem' in made ? (made as { problem: string }) : {}).problem;
