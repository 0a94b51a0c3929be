import type { Account } from './account';
import { sign } from './client';
import { caller, CART, order, PERSON } from './orders';
import { MERCHANT, startSandbox } from './sandbox';

type Fields = Record<string, unknown>;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let call: ReturnType<typeof caller>;
beforeEach(async () => {
	sandbox = await startSandbox();
	call = caller(sandbox);
});
afterEach(async () => await sandbox.close());

const add = async (...request: Parameters<typeof order>) =>
	await call('addPayment', order(...request));
const account = (changes: Partial<Account>) => Object.assign(sandbox.state.account, changes);

const COMPANY = {
	pno: '556677-9988',
	Billing: {
		...{ company: 'Any Name AB', street: 'Teststreet 2', zip: '54321', city: 'Test city' },
		email: 'company@example.com',
	},
};
const person = (billing: Fields, rest: Fields = {}) => ({
	Customer: { ...PERSON, Billing: { ...PERSON.Billing, ...billing }, ...rest },
});

describe('a new payment', () => {
	it('is answered with four signed fields, and can be looked up with all that was said of it', async () => {
		const urls = { accepturl: 'https://shop.example/ok', callbackurl: 'https://shop.example/cb' };
		const answer = await add(
			1,
			{ orderid: 'Åsa/1', ...urls },
			{ PaymentInfo: { yourreference: 'Å', delivery: 'Post' } },
		);
		expect(answer.data).toEqual({
			number: expect.stringMatching(/^\d+$/),
			status: 'Created',
			orderid: 'Åsa/1',
			url: expect.stringMatching(/^https:\/\/api\.qvickly\.io\/invoice\/12345\/\d{8}[0-9a-f]{32}$/),
		});
		expect(answer.hash).toBe(sign(answer.source, MERCHANT.secret));
		const { number } = answer.data;
		const info = await call('getPaymentinfo', { number });
		expect(info.data).toMatchObject({
			PaymentData: { number, orderid: 'Åsa/1', method: '1', status: 'Created', urls },
			PaymentInfo: { yourreference: 'Å', deliverymethod: 'Post', ourreference: '' },
			Customer: { nr: '1001', pno: PERSON.pno, Billing: { ...PERSON.Billing, street2: '' } },
			Articles: [{ title: 'Köttbullar', quantity: '1', tax: '2500', withouttax: '10000' }],
			Cart: { Total: { ...CART.Cart.Total, rounding: '0' } },
		});
	});

	it('is recorded, and true', async () => {
		const { number } = (await add(1)).data;
		expect(sandbox.payments.creations).toEqual([
			{
				...{ number, test: true, merchant: MERCHANT.id },
				...{ orderid: 'A-1', method: 1, withtax: 12500 },
			},
		]);
		expect(sandbox.payments.truth(number, true)).toMatchObject({
			...{ orderid: 'A-1', method: 1, withtax: 12500, status: 'Created', stage: 'open' },
			rows: [{ title: 'Köttbullar', withouttax: '10000' }],
		});
		expect(sandbox.calls).toMatchObject([{ changed: true, number: '', orderid: 'A-1' }]);
	});

	it('can be activated, and cancelled', async () => {
		const [one, two] = [await add(1), await add(2, { orderid: 'A-2' })];
		const { data } = await call('activatePayment', { number: one.data.number });
		expect(data.status).toBe('Factoring');
		expect((await call('cancelPayment', { number: two.data.number })).data.status).toBe(
			'Cancelled',
		);
	});

	const WINDOW = '/12345/[0-9a-f]{40}';
	it.each<[number, string, string, Fields?]>([
		[1, 'Created', `^https://api.qvickly.io/invoice${WINDOW}$`],
		[2, 'Created', `^https://api.qvickly.io/invoice${WINDOW}$`],
		[4, 'Created', `^https://api.qvickly.io/invoice${WINDOW}$`],
		[1, 'Factoring', '/invoice/', { autoactivate: '1' }],
		[2, 'Handling', '/invoice/', { autoactivate: '1' }],
		[4, 'Partpayment', '/invoice/', { autoactivate: '1' }],
		[1, 'Created', '/invoice/', { autoactivate: '2999-12-31' }],
		[8, 'WaitingForPurchase', `^https://api.qvickly.io/swedbankpay${WINDOW}$`],
		[8, 'WaitingForPurchase', '/swedbankpay/', { autoactivate: '1' }],
		[16, 'WaitingForPurchase', WINDOW],
		[256, 'WaitingForPurchase', `^https://pay.qvickly.io${WINDOW}$`],
		[264, 'WaitingForPurchase', `^https://pay.qvickly.io${WINDOW}$`],
		[1024, 'WaitingForPurchase', `^https://api.qvickly.io/invoice-swish${WINDOW}/$`],
		[2048, 'Created', `^https://my.qvickly.io/pwq${WINDOW}$`],
	])('by method %i is %s first, at %s', async (method, status, url, fields = {}) => {
		const { data } = await add(method, fields);
		expect(data).toMatchObject({ status, url: expect.stringMatching(url) });
	});

	it('is Pending where the credit check waits', async () => {
		account({ creditCheck: 'waits' });
		expect((await add(1)).data.status).toBe('Pending');
		expect((await add(2, { orderid: 'A-2' })).data.status).toBe('Created');
	});

	it.each([1, 4])('by method %i waits for BankID where that is demanded', async (method) => {
		account({ demandsBankId: true });
		expect((await add(method)).code).toBe('5101');
		expect((await add(method, { bankid: 'true' })).data).toMatchObject({
			status: 'WaitingForBankIDIdentification',
			url: expect.stringContaining('/bankidv6/12345/'),
		});
	});

	it('by a saved card is Paid at once, if that card was saved', async () => {
		const first = (await add(8, {}, { Card: { recurring: '1' } })).data.number;
		const other = (await add(8, { orderid: 'A-2' })).data.number;
		const again = async (recurringnr: string) =>
			await add(8, { orderid: 'A-3', autoactivate: '1' }, { Card: { recurringnr } });
		expect((await again(first)).code).toBe('4100');
		sandbox.payments.finish(first, 'paid', { test: true });
		sandbox.payments.finish(other, 'paid', { test: true });
		expect((await again('7')).code).toBe('4100');
		expect((await again(other)).code).toBe('4100');
		account({ savedCards: false });
		expect((await again(first)).code).toBe('5014');
		account({ savedCards: true });
		expect((await again(first)).data.status).toBe('Paid');
	});

	it('keeps text in ISO-8859-1', async () => {
		const data = order(8, {}, { Articles: [{ ...CART.Articles[0], title: 'Pris – 5' }] });
		const signed = JSON.stringify(data).replace('–', '?').replaceAll('/', '\\/');
		const { number } = (await call('addPayment', data, { signed })).data;
		expect(sandbox.payments.truth(number, true)?.rows).toMatchObject([{ title: 'Pris ? 5' }]);
	});
});

describe('a payment is refused', () => {
	it.each<[string, string, number, Fields?, Fields?]>([
		['5000', 'without method', 8, { method: undefined }],
		['5000', 'with a method that is none', 3],
		['5000', 'with methods that do not go together', 10],
		['6036', 'by the Swish of old', 512],
		['9103', 'without currency', 8, { currency: '' }],
		['9103', 'without language', 8, { language: undefined }],
		['9103', 'without country', 8, { country: undefined }],
		['9103', 'without order ID', 8, { orderid: undefined }],
		['5203', 'with an empty order ID', 8, { orderid: '' }],
		['6012', 'by part payment in another currency', 4, { currency: 'EUR' }],
		['6012', 'by bank in another currency', 16, { currency: 'EUR' }],
		['9121', 'if autocancel is no number', 256, { autocancel: '2 days' }],
		['2553', 'if the day of activation is none', 1, { autoactivate: '2999-02-30' }],
		['2553', 'if it is spelled otherwise', 1, { autoactivate: '31/12/2999' }],
		['2554', 'if it has passed', 1, { autoactivate: '2024-01-01' }],
		[
			'9014',
			'by invoice without number of the person',
			1,
			{},
			{ Customer: { ...PERSON, pno: '' } },
		],
		['9015', 'if that is too short', 1, {}, { Customer: { ...PERSON, pno: '550101-101' } }],
		['9016', 'if it is none', 4, {}, { Customer: { ...PERSON, pno: '550101-10AB' } }],
		['9016', 'if it is too long', 1, {}, { Customer: { ...PERSON, pno: '55010110180' } }],
		['20103', 'by invoice without last name', 1, {}, person({ lastname: '' })],
		['20103', 'by invoice without street', 1, {}, person({ street: undefined })],
		['20103', 'by part payment without city', 4, {}, person({ city: '' })],
		['9104', 'by invoice without e-mail', 1, {}, person({ email: '' })],
		['9104', 'by handling invoice without customer', 2, {}, { Customer: undefined }],
		['9200', 'by card with an e-mail that is none', 8, {}, person({ email: 'person@example' })],
		['9108', 'by part payment without plan', 4, { paymentplanid: '' }],
		['9110', 'with a plan that is none', 4, { paymentplanid: '7' }],
		['9110', 'with a plan for more', 4, { paymentplanid: '2' }],
		['61101', 'with a fee that is none', 1, { feeid: '7' }],
		['9109', 'without rows', 8, {}, { Articles: [] }],
		['5008', 'of nothing', 8, {}, free()],
	])('with %s %s', async (code, _, method, fields = {}, sections = {}) => {
		const answer = await add(method, fields, sections);
		expect(answer).toMatchObject({ code, message: expect.stringMatching(/\w/) });
		expect(sandbox.payments.creations).toEqual([]);
	});

	it.each([
		[1, '5001'],
		[2, '5002'],
		[4, '5003'],
		[8, '5004'],
		[16, '5005'],
		[264, '5004'],
		[1024, '5000'],
	])('by method %i where it is not open, with %s', async (method, code) => {
		account({ methods: [256] });
		expect((await add(method)).code).toBe(code);
	});

	it('of more or less than the account allows, with 5007 and 5008', async () => {
		account({ maxAmount: 12499 });
		expect((await add(8)).code).toBe('5007');
		account({ maxAmount: 12500, minAmount: 12501 });
		expect((await add(8)).code).toBe('5008');
		account({ minAmount: 12500 });
		expect((await add(8)).code).toBeUndefined();
	});

	it('with an order ID that a payment of that merchant and mode has, with 5199', async () => {
		expect((await add(8)).code).toBeUndefined();
		expect((await add(8)).code).toBe('5199');
		const live = { credentials: { test: 'false' } };
		expect((await call('addPayment', order(8), live)).code).toBeUndefined();
		sandbox.payments.add([{ number: 7, test: true, orderid: 'seeded' }]);
		expect((await add(8, { orderid: 'seeded' })).code).toBe('5199');
		account({ uniqueOrderIds: false });
		expect((await add(8)).code).toBeUndefined();
		expect(sandbox.payments.creations).toHaveLength(3);
	});
});

/** A cart of nothing. */
function free() {
	const Articles = [{ title: 'Free', taxrate: '25', withouttax: '0' }];
	return { Articles, Cart: { Total: { withouttax: '0', tax: '0', withtax: '0' } } };
}

describe('the credit check', () => {
	it.each(['5501011018', '550101-1018', '195501011018', '19550101-1018'])(
		'knows the test person as %s',
		async (pno) => {
			expect((await add(1, {}, person({}, { pno }))).code).toBeUndefined();
			expect((await add(1, {}, person({ city: 'Lund' }, { pno }))).code).toBe('2405');
		},
	);

	it.each<[string, Fields]>([
		['2401', { firstname: 'Tess' }],
		['2402', { lastname: 'Person' }],
		['2403', { street: 'Testgatan 2' }],
		['2404', { zip: '123 46' }],
		['2405', { city: 'Malmö' }],
		['2406', { country: 'NO' }],
	])('refuses with %s another address: %j', async (code, billing) => {
		expect((await add(1, {}, person(billing))).code).toBe(code);
		expect((await add(4, {}, person({}, { Shipping: billing }))).code).toBe(code);
		expect((await add(2, {}, person(billing))).code).toBeUndefined();
	});

	it('knows the test company, whoever is its contact', async () => {
		const Billing = { ...COMPANY.Billing, firstname: 'Any', lastname: 'One' };
		expect((await add(1, {}, { Customer: { ...COMPANY, Billing } })).code).toBeUndefined();
		const moved = { ...COMPANY.Billing, street: 'Other' };
		expect((await add(1, {}, { Customer: { ...COMPANY, Billing: moved } })).code).toBe('2403');
	});

	it.each(['195505050558', '550505-0558', '5505050558'])('denies %s', async (pno) => {
		expect((await add(1, {}, person({}, { pno }))).code).toBe('1001');
		expect((await add(8, {}, person({}, { pno }))).code).toBeUndefined();
	});

	it('takes anyone else at any address', async () => {
		expect((await add(1, {}, person({ city: 'X' }, { pno: '8001019876' }))).code).toBeUndefined();
	});
});
