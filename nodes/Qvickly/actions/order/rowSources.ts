import { asObject, toText } from '../../api/answer';
import { readDecimal } from '../../api/decimal';
import { parsedExactly } from '../../api/exactJson';
import type { Problem } from '../operation';
import { show } from '../problem';
import { COLUMNS } from './cartFields';
import { isEmpty } from './percent';

/** Columns that an order may be without; any other that is not there is misspelt. */
const OPTIONAL = ['articleNumber', 'unit'];

/** A row, a value for each column. */
export type Fields = Readonly<Record<string, unknown>>;

/** What makes a row one of text. Source: Qvickly's page "Snippets request". */
export const TEXT = '--freetext--';

/** The rows of the editor. */
export function definedRows(rows: unknown): Fields[] | Problem {
	const list = asObject(rows)?.row;
	const fields = (Array.isArray(list) ? list : []).map((row) => asObject(row) ?? {});
	const odd = fields.findIndex(({ kind = 'article' }) => kind !== 'article' && kind !== 'text');
	if (odd >= 0) {
		return {
			problem: `${show(fields[odd]!.kind)} in row ${odd + 1} is no value of 'Row Type'`,
			advice: "Choose one in the list; an expression there has to give 'article' or 'text'.",
		};
	}
	return fields.map((row) => (row.kind === 'text' ? { ...row, articleNumber: TEXT } : row));
}

/** The rows of a list, their columns under our names. */
export function listedRows(field: (name: string) => unknown): Fields[] | Problem {
	const given = field('list');
	const list: unknown = typeof given === 'string' ? parsedExactly(given) : given;
	if (!Array.isArray(list)) {
		return {
			problem: `${show(given)} in 'List of Rows' is no list`,
			advice: 'Use an expression that gives a list of objects, such as {{ $json.order_lines }}.',
		};
	}
	const columns = asObject(field('columns')) ?? {};
	const bad = COLUMNS.find(([name]) => {
		const path = pathOf(columns, name);
		const mayLack = !(name in columns) || OPTIONAL.includes(name);
		return path === '' || !(mayLack || list.some((row) => valueAt(row, path) !== undefined));
	});
	if (bad && list.length > 0) {
		const [name, displayName] = bad;
		return {
			problem: `no row of the list has ${show(columns[name])}, which is the '${displayName} Column'`,
			advice: "Correct it in 'Columns': capitals count. Or remove it there.",
		};
	}
	const rows = list.map((row) =>
		Object.fromEntries(COLUMNS.map(([name]) => [name, valueAt(row, pathOf(columns, name))])),
	);
	const odd = rows.find(({ discount }) => isBareNumber(discount));
	if (odd && !('discount' in columns)) {
		return {
			problem: `${show(odd.discount)} in 'discount' of a row may be percent or an amount`,
			advice:
				"If it is percent, add 'Discount Column' to 'Columns'. If it is an amount, take it off the unit price.",
		};
	}
	if (!('allVatRate' in columns)) return rows;
	return rows.map((row) => ({ ...row, vatRate: columns.allVatRate }));
}

const pathOf = (columns: Fields, name: string) =>
	name in columns ? toText(columns[name]).trim() : name;

/** A discount that does not say what it is a discount in. */
const isBareNumber = (value: unknown) =>
	!isEmpty(value) && readDecimal(value) !== 0n && !toText(value).includes('%');

/** The value of a field, or of one inside of it: `price.amount`. */
function valueAt(row: unknown, path: string): unknown {
	const fields = asObject(row);
	if (fields === undefined || Object.hasOwn(fields, path)) return fields?.[path];
	return path.split('.').reduce<unknown>((part, name) => asObject(part)?.[name], row);
}
