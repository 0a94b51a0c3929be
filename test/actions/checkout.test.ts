import { create } from '../../nodes/Qvickly/actions/checkout/create.operation';
import { createInvoice } from '../../nodes/Qvickly/actions/checkout/createInvoice.operation';
import { get } from '../../nodes/Qvickly/actions/checkout/get.operation';
import { update } from '../../nodes/Qvickly/actions/checkout/update.operation';
import { meaningOf } from '../../nodes/Qvickly/api/refusals';
import { INFO, lookUpOf, PAYMENT, problemOf, ROWS, sentFor, taskOf, verified } from './tasks';

const HASH = '2a6b47a5ee34a4210f4bd96b3c7c427d';
const URL = `https://checkout.qvickly.io/12345/${HASH}`;
const ANSWER = { number: '111222', orderid: 'A1', status: 'Created', url: `${URL}/test` };

/** The parts of getOrderInfo's answer that are read. */
const checkoutInfo = (order?: object, more: object = {}) => ({
	...INFO,
	PaymentData: {
		...{ number: '111222', orderid: 'A1', status: 'Step2Loaded', method_name: '', currency: 'SEK' },
		...{ url: URL, order },
	},
	...more,
});
/** What stands there while there is no payment yet. */
const NO_PAYMENT = { number: '0', status: '', orderid: '', url: '' };

describe('creating a checkout', () => {
	const FIELDS = { orderid: 'A1', termsUrl: 'https://shop.example/terms', rows: ROWS };
	const result = (answer: object) => {
		return taskOf(create, FIELDS).call.result(verified({ ...ANSWER, ...answer }));
	};

	it('sends rows, terms and no method: the customer chooses', () => {
		expect(sentFor(create, FIELDS)).toMatchObject({
			CheckoutData: { terms: FIELDS.termsUrl, redirectOnSuccess: 'false' },
			PaymentData: { currency: 'SEK', orderid: 'A1', country: 'SE', language: 'sv' },
			Cart: { Total: { withtax: '10000' } },
		});
		expect(sentFor(create, FIELDS).PaymentData).not.toHaveProperty('method');
		expect(sentFor(create, FIELDS)).not.toHaveProperty('Customer');
	});

	it('sends the customer back where there is an address for that, unless told otherwise', () => {
		const acceptUrl = 'https://shop.example/thanks';
		const data = (options: object) => sentFor(create, FIELDS, options).CheckoutData;
		expect(data({ acceptUrl })).toHaveProperty('redirectOnSuccess', 'true');
		expect(data({ acceptUrl, redirect: false })).toHaveProperty('redirectOnSuccess', 'false');
		expect(data({ privacyUrl: 'https://p.se', companyView: true, showPhone: false })).toEqual({
			...{ terms: FIELDS.termsUrl, privacyPolicy: 'https://p.se', redirectOnSuccess: 'false' },
			...{ companyView: 'true', showPhoneOnDelivery: 'false' },
		});
	});

	it('gives its number as a temporary one, as it is no payment', () => {
		const { number, ...others } = ANSWER;
		expect(result({})).toEqual({
			items: [{ ...others, temporaryNumber: number, total: '100.00' }],
		});
	});

	it.each<[string, object]>([
		['Qvickly answered without the address of a checkout', { url: '' }],
		['Qvickly answered without the address of a checkout', { number: '0' }],
		['Qvickly answered about order "B"', { orderid: 'B' }],
	])('is not proved: %s', (open, answer) => {
		expect(result(answer)).toEqual({ open });
	});

	it.each<[string, object, object]>([
		[`"" in 'Terms URL' is no web address`, { termsUrl: '' }, {}],
		[`"x" in 'Privacy Policy URL' is no web address`, {}, { privacyUrl: 'x' }],
		['the order ID is empty', { orderid: '' }, {}],
		['there is no row with a price', { rows: {} }, {}],
	])('is refused: %s', (problem, fields, options) => {
		expect(problemOf(create, { ...FIELDS, ...fields }, options)).toBe(problem);
	});

	it.each(['50010', '50011'])('is refused for the postal code (%s), and not made', (code) => {
		const { reason, settles } = meaningOf(taskOf(create, FIELDS).call.refusals, code, true);
		expect(settles).toBe('try');
		expect(reason).toContain('postal code');
	});

	it('claims its order ID, and may be only checked', () => {
		expect(taskOf(create, FIELDS, { checkOnly: true })).toMatchObject({
			...{ claim: 'the order ID "A1"', preview: { total: '100.00', function: 'initCheckout' } },
		});
	});
});

describe('a checkout is told by its hash, or any form of its address', () => {
	it.each([HASH, URL, `${URL}/`, `${URL}/test`, ` ${URL}/test/\n`, `${URL}?a=1`, `${URL}/test/#b`])(
		'%j',
		(checkout) => {
			expect(sentFor(get, { checkout })).toEqual({ hash: HASH });
		},
	);

	it.each(['', '12345', `https://shop.example/?a=/${HASH}x/y`, 'https://shop.example/', undefined])(
		'not %j',
		(checkout) => {
			expect(problemOf(get, { checkout })).toMatch(/ is no address of a checkout, nor its hash$/);
		},
	);
});

describe('looking a checkout up', () => {
	const look = (data: object, fields: object = {}) =>
		taskOf(get, { checkout: URL, ...fields }).call.result(verified(data));

	it('gives the payment that was made in it', () => {
		expect(look(checkoutInfo(PAYMENT))).toMatchObject({
			items: [
				{
					...{ temporaryNumber: '111222', orderid: 'A1', status: 'Step2Loaded' },
					...{ number: PAYMENT.number, paymentStatus: 'Created' },
					...{ total: '125.00', tax: '25.00', customerName: 'Testperson Åberg' },
				},
			],
		});
	});

	it('gives null for what there is not yet', () => {
		expect(look(checkoutInfo(NO_PAYMENT))).toMatchObject({
			items: [{ number: null, paymentStatus: null, method: null, url: URL }],
		});
	});

	it('gives the whole answer where it is not to be simplified', () => {
		const info = checkoutInfo(PAYMENT);
		expect(look(info, { simple: false })).toEqual({ items: [info] });
	});

	it('gives the address of the payment where the checkout has none, and null without a cart', () => {
		const { Cart, PaymentData, ...rest } = checkoutInfo(PAYMENT);
		expect(Cart).toBeDefined();
		const read = look({ ...rest, PaymentData: { ...PaymentData, url: '' } });
		expect(read).toMatchObject({ items: [{ url: PAYMENT.url, total: null, tax: null }] });
		const without = { ...checkoutInfo(NO_PAYMENT).PaymentData, url: '' };
		expect(look({ PaymentData: without })).toMatchObject({ items: [{ url: null }] });
	});

	it.each(['x1000235', '1000235x'])('takes %j for no payment', (number) => {
		expect(look(checkoutInfo({ ...PAYMENT, number }))).toMatchObject({ items: [{ number: null }] });
	});

	it('proves nothing without a checkout in the answer', () => {
		expect(look({ PaymentData: '' })).toEqual({ open: 'Qvickly answered without a checkout' });
	});
});

describe('making the payment of a checkout', () => {
	const task = () => taskOf(createInvoice, { checkout: URL, method: 1 });
	const result = (data: object) => task().call.result(verified(data));

	it('is a change, as a checkout comes to one payment only', () => {
		expect(task().call).toMatchObject({
			...{ kind: 'change', acceptDoneBefore: true },
			request: {
				function: 'createInvoiceFromOrderHash',
				data: JSON.stringify({ hash: HASH, method: '1' }),
			},
		});
		expect(task().claim).toBe(`checkout ${HASH}`);
	});

	it.each([
		['1', true],
		[1, true],
		['0', false],
		[undefined, false],
	])('says with alreadycreated %j: %j', (alreadycreated, alreadyCreated) => {
		expect(result({ ...PAYMENT, alreadycreated })).toEqual({
			items: [{ ...PAYMENT, alreadyCreated }],
		});
	});

	it('is not proved without a payment number or a status', () => {
		expect(result({ ...PAYMENT, number: '0' })).toHaveProperty('open');
		expect(result({ ...PAYMENT, status: '' })).toHaveProperty('open');
	});

	it('is looked up in the checkout', () => {
		const { call } = task();
		expect(lookUpOf(call, checkoutInfo(PAYMENT))).toEqual({
			items: [{ ...PAYMENT, alreadyCreated: true }],
		});
		expect(lookUpOf(call, checkoutInfo(NO_PAYMENT))).toEqual({
			notDone: 'no payment has been made in it',
		});
		expect(lookUpOf(call, {})).toHaveProperty('open');
	});

	it('is not made again where it is paid (6022)', () => {
		expect(meaningOf(task().call.refusals, '6022', true)).toMatchObject({
			...{ reason: 'it is already paid', settles: 'try' },
		});
	});

	it('needs a method', () => {
		expect(problemOf(createInvoice, { checkout: URL })).toBe(`"" in 'Method' is no method`);
	});
});

describe('updating a checkout', () => {
	const FIELDS = { temporaryNumber: '111222', checkout: URL, rows: ROWS };
	const task = () => taskOf(update, FIELDS);
	const result = (data: object) => task().call.result(verified(data));
	const look = (data: object) => lookUpOf(task().call, data);
	const Articles = [
		{ title: 'Test', quantity: '1', aprice: '8000', withouttax: '8000', taxrate: '25' },
	];
	const Cart = { Total: { withouttax: '8000', tax: '2000', withtax: '10000' } };

	it('sends all rows and the cart for the temporary number', () => {
		expect(sentFor(update, FIELDS)).toEqual({ PaymentData: { number: '111222' }, Articles, Cart });
		expect(task().claim).toBe('checkout 111222');
	});

	it('is proved by an answer about this checkout', () => {
		expect(result({ ...ANSWER, status: 'CheckoutLoaded' })).toMatchObject({
			items: [{ temporaryNumber: '111222', status: 'CheckoutLoaded', total: '100.00' }],
		});
		expect(result({ ...ANSWER, number: '9' })).toHaveProperty('open');
	});

	it('is looked up by its rows', () => {
		const found = look(checkoutInfo(NO_PAYMENT, { Articles, Cart }));
		expect(found).toMatchObject({ items: [{ temporaryNumber: '111222', url: URL }] });
		const notDone = 'it does not have these rows';
		for (const part of [{}, { Articles }, { Articles: [], Cart }]) {
			expect(look(checkoutInfo(NO_PAYMENT, part))).toEqual({ notDone });
		}
		const other = { PaymentData: { number: '9' }, Articles, Cart };
		expect(look(checkoutInfo(NO_PAYMENT, other))).toHaveProperty('open');
		expect(look({ Articles, Cart })).toEqual({ open: 'Qvickly answered without a checkout' });
	});

	it.each([
		[HASH, ''],
		[` ${URL} `, URL],
		[`http://localhost/${HASH}`, `http://localhost/${HASH}`],
		[`see https://a.se/${HASH}`, ''],
	])('is looked up by %j, and gives an address if that is one', (checkout, url) => {
		const { call } = taskOf(update, { ...FIELDS, checkout });
		const data = checkoutInfo(NO_PAYMENT, { Articles, Cart });
		expect(lookUpOf(call, data)).toMatchObject({ items: [{ url }] });
	});

	it.each<[string, object]>([
		['"x" is no number of a checkout', { temporaryNumber: 'x' }],
		[`"x" is no address of a checkout, nor its hash`, { checkout: 'x' }],
		['there is no row with a price', { rows: {} }],
	])('is refused: %s', (problem, change) => {
		expect(problemOf(update, { ...FIELDS, ...change })).toBe(problem);
	});
});
