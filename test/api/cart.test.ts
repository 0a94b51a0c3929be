import { cartOf, type Order } from '../../nodes/Qvickly/api/cart';
import { cart, decimal, row, shipping, TO_WHOLE, WITHOUT_TAX } from './orders';

describe('a row', () => {
	it('is sent with its price for one without VAT, and without what is not given', () => {
		expect(cart([row('125', '25', '2.50')]).articles).toEqual([
			{ title: 'Test', quantity: '2.5', aprice: '10000', withouttax: '25000', taxrate: '25' },
		]);
	});

	it('is sent with its discount, article number and unit', () => {
		const full = { ...row('100', '6', '3', '12.5'), artnr: 'A1', unit: 'st' };
		expect(cart([full], WITHOUT_TAX).articles).toEqual([
			{
				...{ artnr: 'A1', title: 'Test', quantity: '3', aprice: '10000', discount: '12.5' },
				...{ withouttax: '26250', taxrate: '6', unit: 'st' },
			},
		]);
	});

	it('is rounded once, half away from zero, also below zero', () => {
		expect(cart([row('0.335', '0', '1'), row('1', '0')]).nets).toEqual(['34', '100']);
		expect(cart([row('-0.335', '0', '1'), row('1', '0')]).nets).toEqual(['-34', '100']);
		expect(cart([row('0.005', '25', '1000')], WITHOUT_TAX).nets).toEqual(['500']);
		expect(cart([row('1.0050', '0', '3', '50')], WITHOUT_TAX).nets).toEqual(['151']);
	});

	it('of text has only that, in its place', () => {
		const { articles } = cart([{ text: 'One' }, row('1', '0'), { text: 'Two' }, row('2', '0')]);
		expect(articles.map(({ title, withouttax }) => [title, withouttax])).toEqual([
			['One', undefined],
			['Test', '100'],
			['Two', undefined],
			['Test', '200'],
		]);
		expect(articles[0]).toEqual({ artnr: '--freetext--', title: 'One' });
	});
});

describe('what rounding leaves of prices with VAT', () => {
	it('is left in the VAT, as long as that is within an öre for each row', () => {
		const { nets, total } = cart([row('0.03', '25'), row('0.03', '25')]);
		expect(nets).toEqual(['2', '2']);
		expect(total).toBe('4,2,0,6');
	});

	it('is passed on to the next row where less than one of a thing is sold', () => {
		const small = row('0.30', '25', '0.1');
		const { nets, total } = cart([small, small, small]);
		expect(nets).toEqual(['2', '3', '2']);
		expect(total).toBe('7,2,0,9');
	});

	it('is passed on beyond one öre for a row, though Qvickly would allow more for several of a thing', () => {
		const { nets, Shipping, total } = cart([row('0.01', '25', '3')], shipping('0.05', '12'));
		expect([...nets, Shipping!.withouttax]).toEqual(['2', '5']);
		expect(total).toBe('7,1,0,8');
	});

	it('never makes a row of nothing cost something, nor a row without VAT cost more', () => {
		const rows = [row('0.10', '25', '0.1'), row('1.20', '12', '0.1')];
		expect(cart([...rows, row('0', '6', '0.1')]).nets).toEqual(['1', '10', '0']);
		expect(cart([...rows, row('1', '0', '0.1')]).nets).toEqual(['1', '10', '10']);
	});

	it('may be half an öre of VAT, however little is sold', () => {
		expect(cart([row('0.20', '25', '0.1')]).total).toBe('2,0,0,2');
	});
});

describe('a discount on the order', () => {
	const rows = [row('100', '25'), row('50', '12'), row('50', '25')];
	const discountOf = (order: Partial<Order>) => cart(rows, { title: 'x', ...order } as Order);

	it('is a row for each rate, by what is bought of it, and leaves shipping alone', () => {
		const discount = { title: 'Summer', percent: decimal('10') };
		const { articles, Shipping } = discountOf({ ...WITHOUT_TAX, ...shipping('20'), discount });
		const reduction = { title: 'Summer', quantity: '1' };
		expect(articles.slice(3)).toEqual([
			{ ...reduction, aprice: '-1500', withouttax: '-1500', taxrate: '25' },
			{ ...reduction, aprice: '-500', withouttax: '-500', taxrate: '12' },
		]);
		expect(Shipping).toEqual({ withouttax: '2000', taxrate: '25' });
	});

	it('includes VAT as the prices do', () => {
		const discount = { title: 'x', amount: 4000n };
		const { nets, total } = discountOf({ discount });
		expect(nets.slice(3)).toEqual(['-2400', '-893']);
		expect(total.split(',')[3]).toBe('16000');
	});

	it('is split without an öre over, the last rate taking what is left', () => {
		const three = [row('1', '0'), row('1', '6'), row('1', '12')];
		const { nets } = cart(three, { ...WITHOUT_TAX, discount: { title: 'x', amount: 100n } });
		expect(nets.slice(3)).toEqual(['-33', '-34', '-33']);
	});

	it('takes nothing off a rate of which nothing is left', () => {
		const back = [row('100', '25'), row('-50', '12')];
		const { nets } = cart(back, { ...WITHOUT_TAX, discount: { title: 'x', amount: 1000n } });
		expect(nets).toEqual(['10000', '-5000', '-1000']);
	});

	it('of percent is of all rows, also of those below zero', () => {
		const back = [row('100', '25'), row('-50', '12'), row('30', '12')];
		const discount = { title: 'x', percent: decimal('10') };
		expect(cart(back, { ...WITHOUT_TAX, discount }).nets.slice(3)).toEqual(['-800']);
		const all = { title: 'x', percent: decimal('100') };
		expect(cart(back, { ...WITHOUT_TAX, ...shipping('10'), discount: all })).toMatchObject({
			nets: ['10000', '-5000', '3000', '-8000'],
		});
	});

	it('of percent is nothing where the rows come to less than nothing', () => {
		const back = [row('10', '25'), row('-50', '12')];
		const discount = { title: 'x', percent: decimal('10') };
		const { articles } = cart(back, { ...WITHOUT_TAX, ...shipping('100'), discount });
		expect(articles).toHaveLength(2);
	});

	it('of nothing is no row', () => {
		expect(discountOf({ discount: { title: 'x', amount: 0n } }).articles).toHaveLength(3);
		expect(discountOf({ discount: { title: 'x', percent: 0n } }).articles).toHaveLength(3);
	});

	it('may be all of the rows', () => {
		const discount = { title: 'x', amount: 20000n };
		const { nets } = discountOf({ ...WITHOUT_TAX, ...shipping('5'), discount });
		expect(nets.slice(3)).toEqual(['-15000', '-5000']);
	});

	it('of more than the rows is refused', () => {
		const discount = { title: 'x', amount: 20001n };
		expect(cartOf({ rows, withTax: true, toWhole: false, discount, ...shipping('500') })).toEqual({
			problem: 'the discount of 200.01 is more than the 200.00 of the rows',
		});
	});
});

describe('a total is rounded to the whole krona, a half away from zero', () => {
	it.each([
		['100.49', '-49', '10000'],
		['100.50', '50', '10100'],
		['100.51', '49', '10100'],
		['100.00', '0', '10000'],
	])('%s', (price, rounding, total) => {
		const { Cart, total: sums } = cart([row(price, '25')], TO_WHOLE);
		expect(sums.split(',').slice(2)).toEqual([rounding, total]);
		expect('rounding' in (Cart as { Total: object }).Total).toBe(rounding !== '0');
	});
});

it.each<[string, Order['rows'], Partial<Order>]>([
	['there is no row with a price', [], {}],
	['there is no row with a price', [{ text: 'x' }], shipping('10')],
	['all rows together come to 0.00', [row('0', '25')], {}],
	['all rows together come to -5.00', [row('5', '25'), row('-10', '25')], {}],
	['all rows together come to 0.00', [row('0.49', '0')], TO_WHOLE],
	['all rows together come to 0.00', [row('9', '25', '1', '100')], {}],
])('no cart: %s', (problem, rows, more) => {
	expect(cartOf({ rows, withTax: true, toWhole: false, ...more })).toEqual({ problem });
});
