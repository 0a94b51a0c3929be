import fc from 'fast-check';

import { get } from '../../nodes/Qvickly/actions/settlement/get.operation';
import { taskOf, verified } from './tasks';

/** What the settlement's item says of its sums. */
function differenceOf(data: object) {
	const task = taskOf(get, { settlementId: '5', output: 'summary' });
	const read = task.call.result(verified({ SettlementId: '5', ...data }));
	if (!('items' in read)) throw new Error(JSON.stringify(read));
	return read.items[0]!.difference;
}

const kronor = (öre: number) => (öre / 100).toFixed(2);
const öreOf = (amount: string) => Math.round(Number(amount) * 100);

interface Row {
	gross: number;
	fee: number;
	vat: number;
}
const sum = (rows: Row[], of: keyof Row) => rows.reduce((all, row) => all + row[of], 0);
const feesOf = (rows: Row[]) => sum(rows, 'fee') + sum(rows, 'vat');

/** Where the fees of a settlement may be taken off. */
const WAYS = ['invoices', 'states', 'total'] as const;
type Way = (typeof WAYS)[number];

/** A state whose sums agree. Of what the customers have paid, nothing may be left to pay. */
function stateOf(state: 'Paid' | 'Purchase', rows: Row[], way: Way, isAllToPay: boolean) {
	const paid = (amount: number) => kronor(state === 'Paid' ? amount : 0);
	const due = (amount: number) => kronor(state === 'Purchase' || isAllToPay ? amount : 0);
	const gross = sum(rows, 'gross');
	return {
		...{ Paidin: paid(gross), Topay: due(gross) },
		Payout: kronor(gross - (way === 'total' ? 0 : feesOf(rows))),
		...{ TotalFee: kronor(sum(rows, 'fee')), TotalFeeVAT: kronor(sum(rows, 'vat')) },
		Invoices: rows.map((row, index) => ({
			id: String(index + 1),
			...{ paidin: paid(row.gross), paidinCapital: paid(row.gross), topay: due(row.gross) },
			payout: kronor(way === 'invoices' ? row.gross - feesOf([row]) : row.gross),
		})),
	};
}

interface Model {
	paid: Row[];
	purchase: Row[];
	way: Way;
	isAllToPay: boolean;
}

function settlementOf({ paid, purchase, way, isAllToPay }: Model) {
	const Paid = stateOf('Paid', paid, way, isAllToPay);
	const Purchase = stateOf('Purchase', purchase, way, isAllToPay);
	const all = [...paid, ...purchase];
	return {
		...{ Paid, Purchase },
		TotalTopay: kronor(öreOf(Paid.Topay) + öreOf(Purchase.Topay)),
		TotalPayout: kronor(sum(all, 'gross') - feesOf(all)),
	};
}

const rows = fc.array(
	fc.record({
		gross: fc.integer({ min: -10_000_000, max: 10_000_000 }),
		fee: fc.nat(5000),
		vat: fc.nat(1250),
	}),
	{ maxLength: 5 },
);
const model: fc.Arbitrary<Model> = fc.record({
	...{ paid: rows, purchase: rows },
	...{ way: fc.constantFrom(...WAYS), isAllToPay: fc.boolean() },
});

/** Where an amount stands: in all of it, in a state, in a row. */
type Place = ReturnType<typeof settlementOf>;
const PLACES: Array<[string, string[], (data: Place) => object[]]> = [
	['all of it', ['TotalTopay', 'TotalPayout'], (data) => [data]],
	[
		'a state',
		['Paidin', 'Topay', 'Payout', 'TotalFee', 'TotalFeeVAT'],
		({ Paid, Purchase }) => [Paid, Purchase],
	],
	[
		'a row',
		['paidin', 'topay', 'payout'],
		({ Paid, Purchase }) => [...Paid.Invoices, ...Purchase.Invoices],
	],
];
const places = PLACES.flatMap(([where, names, of]) =>
	names.map((name): [string, string, typeof of] => [name, where, of]),
);

it('sums that agree are no difference, wherever the fees are taken off', () => {
	fc.assert(
		fc.property(model, (one) => {
			expect(differenceOf(settlementOf(one))).toBeNull();
		}),
		{ numRuns: 500 },
	);
});

it.each(places)('%s in %s that is off by an öre or more is told', (name, _, of) => {
	const off = fc.oneof(fc.constantFrom(1, -1), fc.integer().filter(Boolean));
	let changed = 0;
	fc.assert(
		fc.property(model, off, fc.nat(), (one, by, at) => {
			const data = settlementOf(one);
			const found = of(data);
			fc.pre(found.length > 0);
			// What is the fees to the öre is another way to take them off, not a wrong sum.
			const fees = [one.paid, one.purchase, [...one.paid, ...one.purchase]].map(feesOf);
			fc.pre(!fees.includes(Math.abs(by)));
			const place = found[at % found.length] as Record<string, string>;
			place[name] = kronor(öreOf(place[name]!) + by);
			changed++;
			expect(differenceOf(data)).toMatch(/a difference of -?\d/);
		}),
		{ numRuns: 300 },
	);
	expect(changed).toBeGreaterThan(100);
});

describe('a difference', () => {
	const row = { gross: 12500, fee: 250, vat: 63 };
	const data = (more: object = {}) => {
		const whole = settlementOf({ paid: [row], purchase: [], way: 'invoices', isAllToPay: true });
		return { ...whole, Paid: { ...whole.Paid, ...more } };
	};

	it('of the fees names both sums, and only them', () => {
		expect(differenceOf(data({ TotalFee: '2.51' }))).toBe(
			"payout with fees of Paid: the parts come to 125.01, Qvickly's sum is 125.00, a difference of -0.01",
		);
	});

	it('is not made of fees that Qvickly leaves out', () => {
		for (const nothing of ['', null, undefined]) {
			expect(differenceOf(data({ TotalFeeVAT: nothing }))).toBeNull();
			expect(differenceOf(data({ TotalFee: nothing, TotalFeeVAT: nothing }))).toBeNull();
		}
	});

	it('cannot be told of an amount that cannot be read, which is said', () => {
		for (const name of ['Paidin', 'Topay', 'Payout', 'TotalFee', 'TotalFeeVAT']) {
			for (const odd of ['1,00', 'n/a', '0.005', '1e3']) {
				expect(differenceOf(data({ [name]: odd }))).toContain('not all amounts can be read');
			}
		}
		const [invoice] = data().Paid.Invoices;
		for (const name of ['paidin', 'topay', 'payout']) {
			const Invoices = [{ ...invoice, [name]: '1,00' }];
			expect(differenceOf(data({ Invoices }))).toContain('not all amounts can be read');
		}
	});

	it('is told in the way of taking fees off that explains most', () => {
		const taken = settlementOf({ paid: [row], purchase: [row], way: 'total', isAllToPay: true });
		expect(differenceOf({ ...taken, TotalPayout: '243.75' })).toBe(
			"payout of all states: the parts come to 243.74, Qvickly's sum is 243.75, a difference of 0.01",
		);
	});

	it('is told of a row without an amount where others have one', () => {
		const Invoices = [...data().Paid.Invoices, { id: '2' }];
		expect(differenceOf(data({ Invoices }))).toBeNull();
		const without = [...data().Paid.Invoices, { id: '2', paidin: '', topay: '1', payout: null }];
		expect(differenceOf(data({ Invoices: without }))).toMatch(/^to pay of Paid: .* of -1\.00$/);
	});

	it('of a state that is not known is told as well', () => {
		const Other = { Topay: '1', Payout: '1', Invoices: [{ id: '9', topay: '1', payout: '1' }] };
		const whole = { ...data(), Other };
		expect(differenceOf(whole)).toMatch(/^to pay of all states: .*; payout of all states: /);
	});
});
