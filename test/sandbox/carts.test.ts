import { readCart } from './cartCheck';
import { decode } from './phpJson';
import { caller, CART, order } from './orders';
import { startSandbox } from './sandbox';
import { vectors } from './vectors/carts.json';

/** What Qvickly's checks say of a cart. */
const check = (cart: object) => readCart(decode(JSON.stringify(cart)));

describe('the vectors of carts:', () => {
	it.each(vectors.filter(({ codes }) => codes.length === 0))(
		'$id is accepted',
		({ Articles, Cart }) => {
			expect(check({ Articles, Cart })).toEqual({ withtax: Cart.Total.withtax });
		},
	);

	it.each(vectors.filter(({ codes }) => codes.length > 0))(
		'$id is refused with one of $codes',
		({ Articles, Cart, codes }) => {
			expect(codes).toContain((check({ Articles, Cart }) as { code: string }).code);
		},
	);
});

const row = (changes: object = {}) => ({
	...{ title: 'Row', taxrate: '25', withouttax: '10000' },
	...changes,
});
const total = (changes: object = {}) => ({
	Cart: { Total: { ...CART.Cart.Total, ...changes } },
});
const rows = (...Articles: object[]) => ({ ...CART, Articles });

describe('a cart is refused', () => {
	it.each<[string, string, object]>([
		['9109', 'without rows', { Articles: undefined }],
		['9109', 'with an empty list of rows', rows()],
		['9109', 'with text alone', rows({ artnr: '--freetext--', title: 'Hello' })],
		['9105', 'if a row has no sum', rows(row({ withouttax: undefined }))],
		['9112', 'if a row has no rate', rows(row({ taxrate: '' }))],
		['9112', 'if a rate is none', rows(row({ taxrate: '25 %' }))],
		['9112', 'if a rate is negative', rows(row({ taxrate: '-25' }))],
		['9004', 'if a row has no title', rows(row({ title: '' }))],
		['9004', 'if a text row has none', rows(row(), { artnr: '--freetext--' })],
		['9005', 'if a quantity is none', rows(row({ quantity: '1,5' }))],
		['9106', 'without cart', { Cart: undefined }],
		['9106', 'without tax', total({ tax: undefined })],
		['9111', 'with a total in kronor', total({ withtax: '125.00' })],
		['9111', 'with a row in kronor', rows(row({ withouttax: '100.00' }))],
		['9111', 'with a rounding in kronor', total({ rounding: '0.44' })],
		['9113', 'if rounded up by more than 50', total({ rounding: '51', withtax: '12551' })],
		['9113', 'if rounded down by more than 50', total({ rounding: '-51', withtax: '12449' })],
		['9102', 'if the rows do not come to the net sum', rows(row(), row({ withouttax: '1' }))],
		['9107', 'if the sums do not add up', total({ withtax: '12501' })],
		['9114', 'if the tax is 2 öre off with one piece', total({ tax: '2502', withtax: '12502' })],
	])('with %s %s', (code, _, changes) => {
		expect(check({ ...CART, ...changes })).toEqual({ code });
	});
});

describe('a cart is accepted', () => {
	const text = { artnr: '--freetext--', title: 'Text', withouttax: '1', taxrate: '' };
	it.each<[string, object]>([
		['with numbers as numbers', rows(row({ withouttax: 10000, taxrate: 25, quantity: 0.5 }))],
		['with text rows, whatever they say', rows(row(), text)],
		['with a tax that is 1 öre off with one piece', total({ tax: '2501', withtax: '12501' })],
		[
			'with a tax that is 12 öre off with 12 pieces',
			{ ...rows(row({ quantity: '12' })), ...total({ tax: '2488', withtax: '12488' }) },
		],
		['with a rounding of 50', total({ rounding: '50', withtax: '12550' })],
		['with a negative row', rows(row({ withouttax: '12000' }), row({ withouttax: '-2000' }))],
		['with a rate that has a fraction', { ...rows(row({ taxrate: '25.0' })) }],
	])('%s', (_, changes) => {
		expect(check({ ...CART, ...changes })).toHaveProperty('withtax');
	});

	it('exactly, where floating point is wrong', () => {
		const huge = { title: 'Huge', taxrate: '25', withouttax: '9007199254740993' };
		const Total = {
			...{ withouttax: '9007199254740993', tax: '2251799813685248' },
			withtax: '11258999068426241',
		};
		expect(check({ Articles: [huge], Cart: { Total } })).toHaveProperty('withtax');
		Total.withouttax = '9007199254740992';
		expect(check({ Articles: [huge], Cart: { Total } })).toEqual({ code: '9102' });
	});

	it('counting handling and shipping, with their VAT', () => {
		const Cart = {
			Handling: { withouttax: '1000', taxrate: '25' },
			Shipping: { withouttax: '3000', taxrate: '6' },
			Total: { withouttax: '14000', tax: '2930', withtax: '16930' },
		};
		expect(check({ ...CART, Cart })).toEqual({ withtax: 16930 });
		const Shipping = { ...Cart.Shipping, taxrate: '' };
		expect(check({ ...CART, Cart: { ...Cart, Shipping } })).toEqual({ code: '9112' });
	});
});

it.each(['addPayment', 'updatePayment', 'creditPayment'])('%s checks the cart', async (name) => {
	const status = name === 'creditPayment' ? 'Paid' : 'Created';
	const sandbox = await startSandbox({ payments: [{ number: 7, test: true, status }] });
	const data = {
		...order(8),
		...(name !== 'addPayment' && { PaymentData: { number: '7', partcredit: 'true' } }),
	};
	const call = caller(sandbox);
	const bad = { ...data, ...total({ tax: '2499' }) };
	expect((await call(name, bad)).code).toBe('9107');
	expect((await call(name, data)).code).toBeUndefined();
	await sandbox.close();
});
