import { get } from '../../nodes/Qvickly/actions/payment/get.operation';
import { INFO, info, received, taskOf, verified } from './tasks';

const { call } = taskOf(get, { simple: true });
const raw = taskOf(get, { simple: false }).call;
const simplified = (data: object) => {
	const result = call.result(verified(data));
	if (!('items' in result)) throw new Error(JSON.stringify(result));
	return result.items[0]!;
};

it('getting a payment is a read with getPaymentinfo', () => {
	expect(call).toMatchObject({
		kind: 'read',
		request: { function: 'getPaymentinfo', data: '{"number":"1000235"}' },
		done: 'looked up',
	});
});

it('simplified and raw are two calls; simplified is the default', () => {
	expect(taskOf(get, { simple: false }).variant).not.toBe(taskOf(get, { simple: true }).variant);
	expect(taskOf(get).variant).toBe(taskOf(get, { simple: true }).variant);
});

it('it is refused for a number that cannot be one', () => {
	expect(get.prepare(() => 'order-7', {})).toHaveProperty('problem');
});

describe('simplified, it gives', () => {
	it('the same fields, with names and amounts that can be read', () => {
		expect(simplified({ ...INFO, Settlement: { number: '77', date: '2024-08-01' } })).toEqual({
			number: '1000235',
			orderid: '12345',
			status: 'Created',
			method: 'Card',
			currency: 'SEK',
			total: '125.00',
			tax: '25.00',
			url: 'https://api.qvickly.io/invoice/1',
			relatedPayment: null,
			settlementNumber: '77',
			settlementDate: '2024-08-01',
			customerName: 'Testperson Åberg',
		});
	});

	it('null for what Qvickly leaves out or does not know', () => {
		const bare = { PaymentData: { status: 'Created' }, Settlement: { date: '0000-00-00' } };
		expect(simplified(bare)).toEqual({
			number: '1000235',
			orderid: '',
			status: 'Created',
			method: null,
			currency: null,
			total: null,
			tax: null,
			url: '',
			relatedPayment: null,
			settlementNumber: null,
			settlementDate: null,
			customerName: null,
		});
	});

	it.each([
		[{ method: 1024 }, 'Swish'],
		[{ method: '99', method_name: 'Faktura' }, 'Faktura'],
		[{ method: '99', method_name: ' ' }, '99'],
		[{ method: '', method_name: 'Kort' }, 'Kort'],
	])('for the method %j the name %j', (payment, method) => {
		expect(simplified(info(payment)).method).toBe(method);
	});

	it("a company's name before a person's", () => {
		const Billing = { ...INFO.Customer.Billing, company: 'Testbolaget AB' };
		expect(simplified({ ...INFO, Customer: { Billing } }).customerName).toBe('Testbolaget AB');
	});

	it('the status in one spelling', () => {
		expect(simplified(info({ status: 'Canceled' })).status).toBe('Cancelled');
	});

	it('no amount for one that is no whole number of hundredths', () => {
		const Total = { withtax: '125.00', tax: 2500 };
		expect(simplified({ ...INFO, Cart: { Total } })).toMatchObject({ total: null, tax: '25.00' });
	});

	it('an order number beyond 2^53 to the letter', () => {
		const data = received('{"PaymentData":{"status":"Paid","orderid":9007199254740993}}');
		expect(simplified(data).orderid).toBe('9007199254740993');
	});
});

it('raw, it gives all that came, with its spelling and its numbers to the letter', () => {
	const data = received(
		'{"PaymentData":{"status":"Canceled","orderid":9007199254740993},"Cart":{"a":1.10,"b":12345678901234567890,"c":1},"More":{}}',
	);
	expect(raw.result(data)).toEqual({
		items: [
			{
				PaymentData: { status: 'Canceled', orderid: '9007199254740993' },
				Cart: { a: '1.10', b: '12345678901234567890', c: 1 },
				More: {},
			},
		],
	});
});

it.each([
	['about another payment', info({ number: '2' }), 'Qvickly answered about payment "2"'],
	['without a status', info({ status: '' }), 'Qvickly answered without a status'],
	['without a payment', {}, 'Qvickly answered without a status'],
	['that is a list', [], 'Qvickly answered without a status'],
])('raw or not, an answer %s is none', (_, data, open) => {
	expect(call.result(verified(data))).toEqual({ open });
	expect(raw.result(verified(data))).toEqual({ open });
});
