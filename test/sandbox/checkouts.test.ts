import { caller, CART, checkout, PERSON } from './orders';
import { startSandbox } from './sandbox';

type Fields = Record<string, unknown>;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let call: ReturnType<typeof caller>;
beforeEach(async () => {
	sandbox = await startSandbox();
	call = caller(sandbox);
});
afterEach(async () => await sandbox.close());

const init = async (fields?: Fields, sections?: Fields) =>
	await call('initCheckout', checkout(fields, sections));

/** A checkout of somebody who is known. */
async function opened() {
	const { data } = await init({}, { Customer: PERSON });
	const { number, url } = data as { number: string; url: string };
	return { number, hash: /([0-9a-f]{40})\/test$/.exec(url)![1]! };
}
const orderOf = async (hash: string) => (await call('getOrderInfo', { hash })).data;

describe('a new checkout', () => {
	it('has a page and a temporary number, which is that of no payment', async () => {
		const { data } = await init();
		expect(data).toEqual({
			number: expect.stringMatching(/^6\d+$/),
			status: 'WaitingForPurchase',
			orderid: 'A-1',
			url: expect.stringMatching(/^https:\/\/checkout\.qvickly\.io\/12345\/[0-9a-f]{40}\/test$/),
		});
		expect((await call('getPaymentinfo', { number: data.number })).code).toBe('5201');
		expect(sandbox.payments.creations).toEqual([]);
		expect(sandbox.payments.checkouts.creations).toMatchObject([
			{ number: data.number, orderid: 'A-1', test: true, withtax: 12500 },
		]);
		const live = await call('initCheckout', checkout(), { credentials: { test: 'false' } });
		expect(live.data.url).not.toContain('/test');
	});

	it.each<[string, string, Fields, Fields?]>([
		['50014', 'without terms', {}, { CheckoutData: { companyView: 'true' } }],
		['6028', 'with terms that are no address', {}, { CheckoutData: { terms: 'terms.html' } }],
		['6024', 'with an accept URL that is none', { accepturl: 'shop' }],
		['6025', 'with a callback URL that is none', { callbackurl: 'shop' }],
		['6026', 'with a cancel URL that is none', { cancelurl: 'ftp://shop' }],
		['9103', 'without language', { language: '' }],
		['5203', 'with an empty order ID', { orderid: '' }],
		['50016', 'in another currency', { currency: 'EUR' }],
		['50017', 'in another country', { country: 'NO' }],
		['50018', 'in another language', { language: 'da' }],
		['9109', 'without rows', {}, { Articles: [] }],
		['9106', 'without cart', {}, { Cart: undefined }],
	])('is refused with %s %s', async (code, _, fields, sections = {}) => {
		const answer = await init(fields, sections);
		expect(answer).toMatchObject({ code, message: expect.stringMatching(/\w/) });
		expect(sandbox.payments.checkouts.creations).toEqual([]);
	});

	it('is refused where checkouts are not open, with 50000', async () => {
		sandbox.state.account.checkout = false;
		expect((await init()).code).toBe('50000');
	});
});

describe('the order of a checkout', () => {
	it.each(['getOrderInfo', 'getOrderByHash', 'getCheckout'])('is what %s gives', async (name) => {
		const { number, hash } = await opened();
		const { data } = await call(name, { hash });
		expect(data).toMatchObject({
			status: 'WaitingForPurchase',
			PaymentData: { number, orderid: 'A-1', status: 'WaitingForPurchase', currency: 'SEK' },
			Customer: { pno: PERSON.pno, Billing: PERSON.Billing },
			Articles: [{ title: 'Köttbullar' }],
			Cart: { Total: CART.Cart.Total },
			CheckoutData: { terms: 'https://shop.example/terms', Cart: { Total: CART.Cart.Total } },
		});
		expect(data.PaymentData).not.toHaveProperty('order');
		expect((await call(name, { PaymentData: { hash } })).data).toEqual(data);
		expect((await call(name, { hash: 'x' })).code).toBe('6010');
		expect((await call(name, { hash: '' })).code).toBe('50015');
		const live = { credentials: { test: 'false' } };
		expect((await call(name, { hash }, live)).code).toBe('6010');
	});

	it('names the payment that it became', async () => {
		const { number, hash } = await opened();
		const ended = sandbox.payments.finish(number, 'paid', { test: true, method: 1024 });
		expect(ended).toMatchObject({ changed: true });
		const { PaymentData } = await orderOf(hash);
		expect(PaymentData).toMatchObject({
			...{ number, status: 'Step2Loaded', method: '1024', method_name: 'Swish' },
			order: { status: 'Paid', orderid: 'A-1', number: expect.stringMatching(/^7\d+$/) },
		});
		expect(sandbox.payments.truth(PaymentData.order.number, true)).toMatchObject({
			...{ status: 'Paid', method: 1024, withtax: 12500, orderid: 'A-1' },
		});
		expect(sandbox.payments.creations).toHaveLength(1);
		expect(sandbox.payments.finish(number, 'paid', { test: true })).toEqual({ code: '5202' });
	});

	it('is cancelled without a payment', async () => {
		const { number, hash } = await opened();
		sandbox.payments.finish(number, 'cancelled', { test: true });
		expect((await orderOf(hash)).PaymentData.status).toBe('Cancelled');
		expect(sandbox.payments.creations).toEqual([]);
	});
});

describe('an update of a checkout', () => {
	const update = async (number: string, sections: object, fields: Fields = {}) =>
		await call('updateCheckout', { PaymentData: { number, ...fields }, ...sections });
	const SMALL = {
		Articles: [{ title: 'Small', taxrate: '25', withouttax: '100' }],
		Cart: { Total: { withouttax: '100', tax: '25', withtax: '125' } },
	};

	it('replaces rows, cart and order ID', async () => {
		const { number, hash } = await opened();
		expect((await update(number, SMALL, { orderid: 'B' })).data).toMatchObject({
			...{ number, status: 'CheckoutLoaded', orderid: 'B' },
		});
		expect(await orderOf(hash)).toMatchObject({
			Articles: [{ title: 'Small' }],
			Cart: { Total: { withtax: '125' } },
			PaymentData: { orderid: 'B', currency: 'SEK' },
			Customer: { pno: PERSON.pno },
		});
		expect(sandbox.payments.updates).toMatchObject([{ number }]);
	});

	it('is refused without rows, without cart, and where there is no checkout any more', async () => {
		const { number } = await opened();
		expect((await update(number, { Articles: SMALL.Articles })).code).toBe('9106');
		expect((await update(number, { Cart: SMALL.Cart })).code).toBe('9109');
		expect((await update(number, SMALL, { orderid: '' })).code).toBe('6009');
		expect((await update('', SMALL)).code).toBe('5200');
		expect((await update('7', SMALL)).code).toBe('50013');
		sandbox.payments.finish(number, 'paid', { test: true });
		expect((await update(number, SMALL)).code).toBe('50013');
	});
});

describe('createInvoiceFromOrderHash', () => {
	const create = async (data: Fields) => await call('createInvoiceFromOrderHash', data);

	it('makes the payment once, and says when it was made before', async () => {
		const { hash } = await opened();
		const first = (await create({ hash, method: '1' })).data;
		expect(first).toMatchObject({ status: 'Created', orderid: 'A-1' });
		expect(first).not.toHaveProperty('alreadycreated');
		const again = (await create({ PaymentData: { hash, method: '1' } })).data;
		expect(again).toEqual({ ...first, alreadycreated: '1' });
		expect(sandbox.payments.creations).toHaveLength(1);
		expect(sandbox.calls.map(({ changed }) => changed)).toEqual([true, true, false]);
	});

	it('is refused without hash, method or customer', async () => {
		const { hash } = await opened();
		expect((await create({ method: '1' })).code).toBe('50015');
		expect((await create({ hash: 'x', method: '1' })).code).toBe('6010');
		expect((await create({ hash })).code).toBe('5000');
		const { url } = (await init({ orderid: 'B' })).data;
		const other = url.split('/').at(-2);
		expect((await create({ hash: other, method: '1' })).code).toBe('6035');
	});

	it('works on checkouts that a test starts with', async () => {
		sandbox.payments.checkouts.add([{ number: 5, test: true, hash: 'abc', withtax: 999 }]);
		const { number } = (await create({ hash: 'abc', method: '2' })).data;
		expect(sandbox.payments.truth(number, true)).toMatchObject({ withtax: 999, method: 2 });
	});
});
