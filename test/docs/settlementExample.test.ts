import { get } from '../../nodes/Qvickly/actions/settlement/get.operation';
import { taskOf, verified } from '../actions/tasks';
import { readText } from '../packed';

const page = readText('docs/settlement.md');

const cells = (line: string) =>
	line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());

const [titles = [], , ...lines] = [...page.matchAll(/^\|.*`state`.*\n(?:\|.*\n)+/gm)]
	.flatMap(([table]) => table.trim().split('\n'))
	.map(cells);
const names = titles.map((title) => title.replaceAll('`', ''));

/** The rows of the worked example, by the names of its columns. */
const rows = lines.map(
	(line) =>
		Object.fromEntries(
			// A word in brackets explains the number before it.
			line.map((cell, index) => [names[index]!, cell.replace(/ \(.*\)$/, '') || null]),
		) as Record<string, string>,
);

const sum = (of: typeof rows, name: string) =>
	of.reduce((all, row) => all + Number(row[name]), 0).toFixed(2);

/** Qvickly's answer about it. @param payout what it says to be that of the first state */
function answer(payout?: string) {
	const byState = Object.fromEntries(
		[...new Set(rows.map(({ state }) => state!))].map((state, index) => {
			const own = rows.filter((row) => row.state === state);
			const sums = {
				Paidin: sum(own, 'paidIn'),
				Topay: sum(own, 'toPay'),
				Payout: index === 0 && payout ? payout : sum(own, 'payout'),
				TotalFee: own[0]!.stateFee,
				TotalFeeVAT: own[0]!.stateFeeVat,
			};
			const invoices = own.map(({ number, paidIn, toPay, payout: of }) => ({
				...{ id: number, paidin: paidIn, topay: toPay, payout: of },
			}));
			return [state, { ...sums, Invoices: invoices }];
		}),
	);
	return {
		SettlementId: rows[0]!.settlementId,
		...byState,
		TotalTopay: sum(rows, 'toPay'),
		TotalPayout: rows[0]!.settlementPayout,
	};
}

function itemsOf(data: object) {
	const result = taskOf(get, { settlementId: '5' }).call.result(verified(data));
	return 'items' in result ? result.items : [];
}

it('the worked example of docs/settlement.md is what the node gives, and its sums agree', () => {
	expect(rows.length).toBeGreaterThanOrEqual(3);
	expect(names.length).toBeGreaterThanOrEqual(8);
	expect(itemsOf(answer())).toEqual(rows.map((row) => expect.objectContaining(row) as object));
});

it('a sum that is off by an öre is told as the page says', () => {
	const [, told = ''] = /^> (.*)$/m.exec(page) ?? [];
	const [, wrong] = /Qvickly's sum is ([\d.]+)/.exec(told) ?? [];
	const [item] = itemsOf(answer(wrong));
	expect(told).not.toBe('');
	expect(item!.difference).toContain(told);
});
