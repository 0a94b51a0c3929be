import { contains } from '../../nodes/Qvickly/actions/order/contains';

describe('what was looked up has what was sent', () => {
	it.each([
		[{ orderid: 'A', url: 'u' }, { orderid: 'A' }],
		[
			{ Articles: [{ quantity: '2.50', taxrate: 25 }] },
			{ Articles: [{ quantity: '2.5', taxrate: '25.0' }] },
		],
		[{ PaymentData: {} }, { PaymentData: { number: undefined } }],
	])('%j has all of %j', (found, sent) => {
		expect(contains(found, sent)).toBe(true);
	});

	it.each([
		[{ orderid: '1.1' }, { orderid: '1.10' }],
		[{ orderid: '0701' }, { orderid: '701' }],
		[{ Articles: [{ title: 'a' }, { title: 'b' }] }, { Articles: [{ title: 'a' }] }],
		[{ Articles: [] }, { Articles: [{ title: 'a' }] }],
		[{}, { Cart: { Total: { withtax: '1' } } }],
	])('%j does not have %j', (found, sent) => {
		expect(contains(found, sent)).toBe(false);
	});
});
