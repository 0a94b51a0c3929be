import fc from 'fast-check';

import { keepBooks, type Row } from './example';
import { mishap, mishaps, ore, settlement, sum, text } from './settlements';

const AMOUNTS = [
	...['gross', 'net', 'net 25 %', 'net 12 %', 'net 6 %', 'net 0 %', 'VAT 25 %', 'VAT 12 %'],
	...['VAT 6 %', 'VAT 0 %', 'rounding', 'fee', 'fee VAT', 'payout', 'difference'],
];

function verificationOf(invoices: Parameters<typeof keepBooks>[0], accounts: object = {}) {
	const { rows, file } = keepBooks(invoices, { ...accounts });
	expect(file.verifications.length).toBeLessThanOrEqual(1);
	const transactions = file.verifications[0]?.transactions ?? [];
	const on = (account: string) =>
		sum(transactions.filter((one) => one.account === account).map((one) => Number(one.ore)));
	return { rows, file, transactions, on };
}

/** In each row, and in the sum of them, what comes in is what is booked. */
function expectBalance(rows: Row[], booksClaims: boolean) {
	const all = rows.slice(0, -1);
	for (const name of AMOUNTS) {
		expect([name, sum(all.map((row) => ore(row[name])))]).toEqual([name, ore(rows.at(-1)![name])]);
	}
	const { payout, fee, rounding, difference, net, gross, ...rest } = rows.at(-1)!;
	const vat = [rest['VAT 25 %'], rest['VAT 12 %'], rest['VAT 6 %']].map(ore);
	const booked = booksClaims ? [ore(gross)] : [ore(net), ...vat, ore(rounding)];
	expect(sum([payout, fee, rest['fee VAT']].map(ore))).toBe(sum([...booked, ore(difference)]));
}

it('has no difference where a settlement hangs together, and every sum is that of what came in', () => {
	fc.assert(
		fc.property(settlement, ({ made, invoices, stateVat }) => {
			const { rows, on } = verificationOf(invoices);
			expect(rows.slice(0, -1).map((row) => [row['to check'], row.difference])).toEqual(
				made.map(() => ['', 0]),
			);
			expectBalance(rows, false);
			expect(on('1930')).toBe(sum(made.map(({ payout }) => payout)));
			expect(on('2641')).toBe(sum([...new Set(made.map(({ state }) => state))].map(stateVat)));
			expect(on('6064') + on('2641')).toBe(sum(made.map(({ fee }) => fee)));
			for (const [rate, sales, vat] of [
				...[[25, '3001', '2611'] as const, [12, '3002', '2621'] as const],
				...[[6, '3003', '2631'] as const, [0, '3004', ''] as const],
			]) {
				const parts = made.flatMap((one) =>
					one.vat
						.filter((part) => part.rate === rate)
						.map(({ net, vat: tax }) => (one.isCredit ? [-net, -tax] : [net, tax])),
				);
				expect(-on(sales) || 0).toBe(sum(parts.map(([net]) => net!)));
				expect(-on(vat) || 0).toBe(sum(parts.map(([, tax]) => tax!)));
			}
			made.forEach(({ gross, payout, fee }, index) => {
				const row = rows[index]!;
				expect([row.gross, row.payout].map(ore)).toEqual([gross, payout]);
				expect(ore(row.fee) + ore(row['fee VAT'])).toBe(fee);
			});
		}),
		{ numRuns: 300 },
	);
});

it('shares the VAT on fees as the fees are, to the öre', () => {
	fc.assert(
		fc.property(settlement, ({ made, invoices, stateVat }) => {
			const { rows } = verificationOf(invoices);
			made.forEach(({ state, fee }, index) => {
				const all = sum(made.filter((one) => one.state === state).map((one) => one.fee));
				if (all === 0) return;
				const exact = (stateVat(state) * fee) / all;
				expect(Math.abs(ore(rows[index]!['fee VAT']) - exact)).toBeLessThan(1);
			});
		}),
	);
});

it.each([
	['sales', {}],
	['claims', { claims: '1580 Claims' }],
])(
	'balances whatever is missing or wrong, and pays in what Qvickly has paid out: %s',
	(_, accounts) => {
		fc.assert(
			fc.property(settlement, fc.infiniteStream(mishap), mishaps, ({ invoices }, own, shared) => {
				const all = invoices.map((one) => ({ ...one, ...own.next().value, ...shared }));
				const { rows, file, transactions, on } = verificationOf(all, accounts);
				expect(sum(transactions.map((one) => Number(one.ore)))).toBe(0);
				const numbers = new Set(transactions.map(({ account }) => account));
				expect(Object.keys(file.accounts).sort()).toEqual([...numbers].sort());
				expectBalance(rows, 'claims' in accounts);
				const { settlementPayout } = all[0] as { settlementPayout: string | null };
				if (settlementPayout !== null) expect(text(on('1930'))).toBe(settlementPayout);
				// Nothing is on the account for differences without a word.
				for (const row of rows) if (row.difference !== 0) expect(row['to check']).toMatch(/\S/);
			}),
			{ numRuns: 500 },
		);
	},
);
