import { readSie } from '../e2e/readSie';
import { example } from '../examples';
import { runCode } from './runCode';

type Fields = Record<string, unknown>;
export type Row = Record<string, string | number | null>;

interface Assignment {
	name: string;
	value: string;
}

const { nodes } = example('settlement-bookkeeping');

const parametersOf = (name: string) =>
	nodes.find((node) => node.name === name)!.parameters as {
		jsCode: string;
		assignments: { assignments: Assignment[] };
	};

/** What the node Accounts has in the example. */
const ACCOUNTS = Object.fromEntries(
	parametersOf('Accounts').assignments.assignments.map(({ name, value }) => [name, value]),
);

/** The same in letters that are one byte in any encoding: which one the file has is n8n's part. */
export const ASCII_ACCOUNTS = Object.fromEntries(
	Object.entries(ACCOUNTS).map(([name, value]) => [name, value.replace(/[^\x20-\x7e]/g, '?')]),
);

/** A row as the operation Get gives it: of one invoice of 125 kronor, which is all of settlement 5. */
export const invoice = (fields: Fields = {}): Fields => ({
	...{
		settlementId: '5',
		settlementDate: '2026-04-29',
		settlementUrl: 'https://example.com/5.pdf',
	},
	...{ settlementToPay: '125.00', settlementPayout: '112.50', difference: null },
	...{ state: 'Purchase', stateFee: '10.00', stateFeeVat: '2.50', paymentDate: null },
	...{ number: '1000235', paidIn: '0.00', paidInCapital: '0.00', toPay: '125.00' },
	...{ payout: '112.50', detailsError: null, orderid: '2026-1001', status: 'Factoring' },
	...{ method: 'Invoice', currency: 'SEK', total: '125.00', net: '100.00' },
	...{ vat: [{ rate: '25', net: '100.00', vat: '25.00' }], customerNumber: '7' },
	...fields,
});

/** What a look-up that failed leaves. */
export const notLookedUp = (detailsError: string): Fields => ({
	...{ detailsError, orderid: null, status: null, method: null, currency: null, total: null },
	...{ net: null, vat: null, customerNumber: null, customerName: null },
});

/**
 * Runs the code of the example's two Code nodes, one behind the other.
 *
 * @param invoices what the operation Get gives
 * @param accounts where not as in the example
 * @param settlements what the trigger gives
 */
export function keepBooks(
	invoices: Fields[],
	accounts: Fields = {},
	settlements: Fields[] = [...new Set(invoices.map((one) => one.settlementId))].map(
		(settlementId) => ({ settlementId }),
	),
) {
	const others = settlements.map((one) => ({ ...one, ...ASCII_ACCOUNTS, ...accounts }));
	const run = (name: string, input: Fields[]) => runCode(parametersOf(name).jsCode, input, others);
	const rows = run('Rows', invoices) as Row[];
	const [books] = run('Verifications', rows);
	const { sie, toCheck, fileName } = books as { sie: string; toCheck: string[]; fileName: string };
	return { rows, toCheck, fileName, file: readSie(Buffer.from(sie, 'latin1')) };
}

/** What comes of some invoices, and what is booked on each account, in öre. */
export function booked(invoices: Fields[], accounts: Fields = {}) {
	const books = keepBooks(invoices, accounts);
	const { verifications } = books.file;
	const amounts: Record<string, number> = {};
	for (const { account, ore } of verifications.flatMap(({ transactions }) => transactions)) {
		amounts[account] = (amounts[account] ?? 0) + Number(ore);
	}
	return { ...books, amounts, verifications };
}

/** The rows that say what has to be checked, and what of them is on the account for differences. */
export const odd = (rows: Row[]) =>
	rows
		.filter((row) => row['to check'] !== '' && row.row !== 'sum')
		.map((row) => [row.row, row.difference, row['to check']]);
