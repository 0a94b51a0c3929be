import { contains } from '../../nodes/Qvickly/actions/order/contains';

describe('what was looked up has what was sent', () => {
	it.each([
		[{ orderid: 'A', url: 'u' }, { orderid: 'A' }],
		[
			{ Articles: [{ quantity: '2.50', taxrate: 25 }] },
			{ Articles: [{ quantity: '2.5', taxrate: '25.0' }] },
		],
		[{ PaymentData: {} }, { PaymentData: { number: undefined } }],
		[{ quantity: '1.2500' }, { quantity: '1.25' }],
		[{ quantity: '2.' }, { quantity: '2.00' }],
		// What was left out has nothing in it, however that is written.
		[{ title: 'a', artnr: '', unit: 'st', discount: '0' }, { title: 'a' }],
		[{ title: 'a', discount: '0.00', unit: null, artnr: 0 }, { title: 'a' }],
		[{ Shipping: { withouttax: '0', taxrate: '25' }, Total: { rounding: '0' } }, { Total: {} }],
		[{ Handling: [], Total: {} }, { Total: {} }],
		// No such member can be taken away.
		[{ zip: '1', country: 'SE' }, { zip: '1' }],
	])('%j has all of %j', (found, sent) => {
		expect(contains(found, sent)).toBe(true);
	});

	it.each([
		[{ orderid: '1.1' }, { orderid: '1.10' }],
		[{ orderid: '0701' }, { orderid: '701' }],
		[{ Articles: [{ title: 'a' }, { title: 'b' }] }, { Articles: [{ title: 'a' }] }],
		[{ Articles: [] }, { Articles: [{ title: 'a' }] }],
		[
			{ Articles: [{ title: 'a' }, { title: 'c' }] },
			{ Articles: [{ title: 'a' }, { title: 'b' }] },
		],
		[{ Articles: 'x' }, { Articles: [{}] }],
		[{ quantity: 'x1.0' }, { quantity: 'x1' }],
		[{}, { Cart: { Total: { withtax: '1' } } }],
		[{ street: 'a', street2: 'c/o' }, { street: 'a' }],
		[{ street: 'a', company: 'AB' }, { street: 'a' }],
		[{ street: 'a', phone: '070', email: '' }, { street: 'a' }],
		[{ street: 'a', email: 'a@b.se' }, { street: 'a' }],
		[{ company: 'AB', firstname: 'A', lastname: 'B' }, { company: 'AB' }],
		[{ title: 'a', artnr: '7' }, { title: 'a' }],
		[{ title: 'a', unit: 'kg' }, { title: 'a' }],
		[{ title: 'a', discount: '10' }, { title: 'a' }],
		[{ Shipping: { withouttax: '100', taxrate: '25' }, Total: {} }, { Total: {} }],
		[{ Handling: { withouttax: '0.5' }, Total: {} }, { Total: {} }],
		[{ Total: { rounding: '-50' } }, { Total: {} }],
		[{ Billing: {}, Shipping: { street: 'a' } }, { Billing: {} }],
	])('%j does not have %j', (found, sent) => {
		expect(contains(found, sent)).toBe(false);
	});
});
