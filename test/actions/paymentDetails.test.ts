import fc from 'fast-check';

import { paymentDetails } from '../../nodes/Qvickly/actions/settlement/paymentDetails';
import { vatByRate } from '../../nodes/Qvickly/actions/settlement/vatByRate';
import { INFO, verified } from './tasks';

const row = (withouttax: string, taxrate: string) => ({ title: 'A', withouttax, taxrate });

/** What is paid, its VAT as it is or as the rows say. */
function payment(rows: Array<[net: number, rate: number]>, more: object = {}, tax?: number) {
	const nets = rows.reduce((sum, [net]) => sum + net, 0);
	const taxes = rows.reduce((sum, [net, rate]) => sum + Math.round((net * rate) / 100), 0);
	const Total = {
		...{ withouttax: String(nets), tax: String(tax ?? taxes) },
		withtax: String(nets + (tax ?? taxes)),
	};
	const Articles = rows.map(([net, rate]) => row(String(net), String(rate)));
	return { Articles, Cart: { Total, ...more } };
}

const rates = (data: object) => vatByRate(verified(data));

describe('the VAT of a payment by its rates', () => {
	it('has each rate once, its net amount and its VAT', () => {
		expect(
			rates(
				payment([
					[10000, 25],
					[5000, 12],
					[2000, 25],
				]),
			),
		).toEqual([
			{ rate: '25', net: '120.00', vat: '30.00' },
			{ rate: '12', net: '50.00', vat: '6.00' },
		]);
	});

	it('has what is shipped and handled with it', () => {
		const Shipping = { withouttax: '4000', taxrate: '25' };
		const Handling = { withouttax: '0', taxrate: '0' };
		const data = payment([[10000, 6]], { Shipping, Handling });
		const Total = { withouttax: '14000', tax: '1600', withtax: '15600' };
		expect(rates({ ...data, Cart: { ...data.Cart, Total } })).toEqual([
			{ rate: '6', net: '100.00', vat: '6.00' },
			{ rate: '25', net: '40.00', vat: '10.00' },
		]);
	});

	it('takes rows of text for none, and a payment of nothing for one without VAT', () => {
		const data = payment([[100, 25]]);
		const Articles = [{ title: 'Text', artnr: '--freetext--' }, ...data.Articles];
		expect(rates({ ...data, Articles })).toEqual([{ rate: '25', net: '1.00', vat: '0.25' }]);
		expect(rates(payment([]))).toEqual([]);
	});

	it.each<[string, object]>([
		['rows are missing', { ...payment([[100, 25]]), Articles: [] }],
		['the VAT is another', payment([[10000, 25]], {}, 2000)],
		['there is VAT, if only an öre, and no rate above zero', payment([[10000, 0]], {}, 1)],
		['a rate is below zero', payment([[10000, -25]])],
		['a rate is missing', { ...payment([[100, 25]]), Articles: [{ withouttax: '100' }] }],
		['an amount cannot be read', { ...payment([[100, 25]]), Articles: [row('1.00', '25')] }],
		['there are no sums', { Articles: [row('100', '25')] }],
		['the rows are no list', { ...payment([[100, 25]]), Articles: 'none' }],
		['there is VAT without rows', payment([], {}, 5)],
		['the VAT is off by more than an öre for the row and each fee', payment([[100, 25]], {}, 29)],
	])('is not told where %s', (_, data) => {
		expect(rates(data)).toBeUndefined();
	});

	it('gives what rounding left to the rate with the most', () => {
		const [high, low] = [
			[10000, 25],
			[5000, 12],
		] as [number, number][];
		const vat = (rows: Array<[number, number]>) =>
			rates(payment(rows, {}, 3098))?.map((one) => one.vat);
		expect(vat([high!, low!])).toEqual(['24.98', '6.00']);
		expect(vat([low!, high!])).toEqual(['6.00', '24.98']);
		expect(rates(payment([[100, 25]], {}, 28))).toMatchObject([{ vat: '0.28' }]);
	});

	/** Rows and fees of a payment, as Qvickly may write them. */
	const sold = fc.record({
		net: fc.integer({ min: -1_000_000, max: 1_000_000 }),
		rate: fc.constantFrom('25', '25.00', '12', '6', '6.5', '0'),
		place: fc.constantFrom('Articles', 'Articles', 'Articles', 'Shipping', 'Handling'),
		asNumber: fc.boolean(),
	});
	const sales = fc.uniqueArray(sold, {
		minLength: 1,
		maxLength: 12,
		comparator: (a, b) => a === b && a !== 'Articles',
		selector: ({ place }) => place,
	});

	/** What is paid, its VAT rounded in each row or, by rate, at the end. */
	function paid(list: Array<{ net: number; rate: string; place: string; asNumber: boolean }>) {
		const written = list.map(({ net, rate, place, asNumber }) => ({
			place,
			row: { withouttax: asNumber ? net : String(net), taxrate: rate },
		}));
		const of = (name: string) => written.filter(({ place }) => place === name);
		const rounded = (öre: number) => Math.sign(öre) * Math.round(Math.abs(öre));
		const byRow = list.map(({ net, rate }) => rounded((net * Number(rate)) / 100));
		const net = list.reduce((sum, one) => sum + one.net, 0);
		const tax = byRow.reduce((sum, one) => sum + one, 0);
		const Total = { withouttax: String(net), tax: String(tax), withtax: String(net + tax) };
		const Articles = [...of('Articles').map(({ row: one }) => one), { title: 'Text' }];
		const [Shipping, Handling] = [of('Shipping')[0]?.row, of('Handling')[0]?.row ?? ''];
		return { Articles, Cart: { Total, Shipping, Handling } };
	}

	const öreOf = (amount: string) => Math.round(Number(amount) * 100);

	it('comes to the VAT and the net amount of the payment, whatever was rounded', () => {
		fc.assert(
			fc.property(sales, (list) => {
				const data = paid(list);
				const found = rates(data);
				if (!found) throw new Error('is not told');
				const sum = (name: 'net' | 'vat') => found.reduce((all, one) => all + öreOf(one[name]), 0);
				expect(sum('vat')).toBe(Number(data.Cart.Total.tax));
				expect(sum('net')).toBe(Number(data.Cart.Total.withouttax));
				expect(new Set(found.map(({ rate }) => rate)).size).toBe(found.length);
				for (const { rate, net, vat } of found) {
					const off = öreOf(vat) - (öreOf(net) * Number(rate)) / 100;
					expect(Math.abs(off)).toBeLessThanOrEqual(rate === '0' ? 0 : list.length + 2);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('is not told where a net amount is off by an öre', () => {
		fc.assert(
			fc.property(sales, fc.constantFrom(1, -1, 100), fc.nat(), (list, by, at) => {
				const { Articles, Cart } = paid(list);
				const withouttax = String(Number(Cart.Total.withouttax) + by);
				const Total = { ...Cart.Total, withouttax };
				expect(rates({ Articles, Cart: { ...Cart, Total } })).toBeUndefined();
				const sold = list.map((one, index) =>
					index === at % list.length ? { ...one, net: one.net + by } : one,
				);
				expect(rates({ ...paid(sold), Cart: { ...paid(sold).Cart, Total: Cart.Total } })).toBe(
					undefined,
				);
			}),
		);
	});
});

const details = (data: object, number = '1000235') => {
	const task = paymentDetails.of({ number });
	if ('problem' in task) throw new Error(task.problem);
	return task.call.result(verified(data));
};

describe('the details of a payment in a settlement', () => {
	it('are its order, its VAT and its customer', () => {
		const Customer = { ...INFO.Customer, nr: '77' };
		const read = details({ ...INFO, Customer, ...payment([[10000, 25]]) });
		expect(read).toEqual({
			items: [
				{
					...{ orderid: '12345', status: 'Created', method: 'Card', currency: 'SEK' },
					...{ total: '125.00', net: '100.00', vat: [{ rate: '25', net: '100.00', vat: '25.00' }] },
					...{ customerNumber: '77', customerName: 'Testperson Åberg', detailsError: null },
				},
			],
		});
	});

	it('say why there is no VAT by rate', () => {
		expect(details(INFO)).toEqual({
			items: [
				expect.objectContaining({
					...{ total: '125.00', vat: null },
					detailsError: "The payment's rows do not come to its sums, so there is no VAT by rate.",
				}),
			],
		});
	});

	it('are null where there is no cart', () => {
		const { Cart, ...rest } = INFO;
		expect(Cart).toBeDefined();
		expect(details(rest)).toMatchObject({ items: [{ total: null, net: null, vat: null }] });
	});

	it('are not those of another payment', () => {
		expect(details(INFO, '7')).toHaveProperty('open');
	});

	it('keep the fields of the row, and say why there are none', () => {
		const missing = paymentDetails.miss({ number: '1', payout: '5.00' }, 'Gone.');
		expect(missing).toMatchObject({
			payout: '5.00',
			orderid: null,
			vat: null,
			detailsError: 'Gone.',
		});
		const [item] = (details(INFO) as { items: object[] }).items;
		const added = paymentDetails.add({ payout: '5.00' }, { ...item });
		expect(Object.keys(added).sort()).toEqual(
			Object.keys({ ...missing, number: undefined })
				.filter((name) => name !== 'number')
				.sort(),
		);
	});

	it.each(['', 'A', undefined])('cannot be read for the number %j', (number) => {
		expect(paymentDetails.of({ number })).toHaveProperty('problem');
	});
});
