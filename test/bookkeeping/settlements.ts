import fc from 'fast-check';

import { invoice, notLookedUp } from './example';

/** As Qvickly writes an amount. @param ore whole */
export const text = (ore: number) => {
	const digits = String(Math.abs(ore)).padStart(3, '0');
	return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Whole öre of a cell of the sheet. */
export const ore = (value: unknown) => Number(((value ?? 0) as number).toFixed(2).replace('.', ''));

export const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

/** Above what rounding can take away. */
const size = fc.oneof(fc.integer({ min: 51, max: 300 }), fc.integer({ min: 51, max: 90_000_000 }));

/** A payment, or a credit, whose amounts agree. All are öre. */
const payment = fc.record({
	state: fc.constantFrom('Paid', 'Purchase'),
	isCredit: fc.boolean(),
	fee: fc.integer({ min: 0, max: 5000 }),
	nets: fc.uniqueArray(fc.tuple(fc.constantFrom(25, 12, 6, 0), size), {
		selector: ([rate]) => rate,
		minLength: 1,
	}),
	rounding: fc.integer({ min: -50, max: 50 }),
});

/** Settlements that hang together: fees of a state are those of its payments. */
export const settlement = fc
	.array(payment, { minLength: 1, maxLength: 12 })
	.chain((payments) =>
		fc.record({
			payments: fc.constant(payments),
			// The share of the fees that is VAT, which need not be a fifth.
			share: fc.constantFrom(0, 0.2, 0.19, 1),
		}),
	)
	.map(({ payments, share }) => {
		const made = payments.map(({ state, isCredit, fee, nets, rounding }, index) => {
			const vat = nets.map(([rate, net]) => ({ rate, net, vat: Math.round((net * rate) / 100) }));
			const total = sum(vat.flatMap((one) => [one.net, one.vat])) + rounding;
			const [gross, ownFee] = isCredit ? [0 - total, 0 - fee] : [total, fee];
			return { state, isCredit, index, vat, total, gross, fee: ownFee, payout: gross - ownFee };
		});
		const stateVat = (state: string) =>
			Math.round(sum(made.filter((one) => one.state === state).map(({ fee }) => fee)) * share);
		const settlementPayout = text(sum(made.map(({ payout }) => payout)));
		const invoices = made.map(({ state, isCredit, index, vat, total, gross, payout }) =>
			invoice({
				...{ settlementPayout, state, number: String(index), customerName: null },
				...{ [state === 'Paid' ? 'paidIn' : 'toPay']: text(gross), payout: text(payout) },
				...{ status: isCredit ? 'Credited' : 'Paid', total: text(total) },
				vat: vat.map((one) => ({
					...{ rate: String(one.rate), net: text(one.net), vat: text(one.vat) },
				})),
				stateFee: text(
					sum(made.filter((one) => one.state === state).map(({ fee }) => fee)) - stateVat(state),
				),
				stateFeeVat: text(stateVat(state)),
			}),
		);
		return { made, invoices, stateVat };
	});

/** What is said wrongly, left out or not known. */
export const mishap = fc.oneof(
	fc.constant({}),
	fc.constant(notLookedUp('It failed')),
	fc
		.constantFrom('payout', 'toPay', 'paidIn', 'stateFee', 'stateFeeVat', 'total', 'vat')
		.map((name) => ({ [name]: null })),
	fc
		.tuple(
			fc.constantFrom('payout', 'toPay', 'paidIn', 'total'),
			fc.integer({ min: -9e7, max: 9e7 }),
		)
		.map(([name, amount]) => ({ [name]: text(amount) })),
	fc.constantFrom({ state: 'Sold' }, { currency: 'EUR' }, { difference: 'it differs' }),
);

/** Something that is the same in all rows of a settlement. */
export const mishaps = fc.constantFrom(
	...[{}, { settlementPayout: '1.00' }, { settlementPayout: null }, { stateFee: '1000.00' }],
	...[{ stateFeeVat: '1000.00' }, { stateFeeVat: '-0.01' }, { payout: null }],
);
