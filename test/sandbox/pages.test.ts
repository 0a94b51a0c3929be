import { caller, CART, checkout, order } from './orders';
import type { Payments } from './payments';
import { startSandbox } from './sandbox';

type Fields = Record<string, unknown>;
type Ending = Parameters<Payments['finish']>[1];

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let call: ReturnType<typeof caller>;
beforeEach(async () => {
	sandbox = await startSandbox({ pages: true, payments: [{ number: 7, test: true }] });
	call = caller(sandbox);
});
afterEach(async () => await sandbox.close());

const add = async (...request: Parameters<typeof order>) =>
	(await call('addPayment', order(...request))).data as { number: string; url: string };
const look = async (url: string) => {
	const page = await fetch(url);
	return { status: page.status, headers: page.headers, text: await page.text() };
};
const press = async (url: string, ending: string) => {
	const type = { 'content-type': 'application/x-www-form-urlencoded' };
	const body = new URLSearchParams({ ending }).toString();
	return await fetch(url, { method: 'POST', headers: type, body, redirect: 'manual' });
};
const truth = (number: string) => sandbox.payments.truth(number, true);

describe('the page of a payment', () => {
	it('shows order, rows and total, and what the customer can do', async () => {
		const { number, url } = await add(8, { accepturl: 'https://shop.example/ok' });
		expect(url).toMatch(new RegExp(`^${sandbox.url}/pay/[0-9a-f]{40}$`));
		const { status, headers, text } = await look(url);
		expect(status).toBe(200);
		expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
		for (const word of ['Order A-1', number, 'WaitingForPurchase', 'Köttbullar', '125,00 SEK']) {
			expect(text).toContain(word);
		}
		expect(text.match(/value="[^"]+"/g)).toEqual(
			['paid', 'denied', 'cancelled', 'failed'].map((ending) => `value="${ending}"`),
		);
		const answer = await press(url, 'paid');
		expect([answer.status, answer.headers.get('location')]).toEqual([303, new URL(url).pathname]);
		const after = await look(url);
		expect(after.text).not.toContain('<form');
		expect(after.text).toContain('<a href="https://shop.example/ok">');
		expect(truth(number)).toMatchObject({ status: 'Created', stage: 'open' });
	});

	it('is safe, whatever was bought by whom', async () => {
		const title = `<script>alert("1")</script> & 'more'`;
		const { url } = await add(
			8,
			{ orderid: '"><b>', cancelurl: 'javascript:alert(1)' },
			{ Articles: [{ ...CART.Articles[0], title, quantity: '1' }] },
		);
		await press(url, 'cancelled');
		const { text, headers } = await look(url);
		expect(text).not.toMatch(/<script|<b>|javascript:/);
		expect(text).toContain('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;more');
		expect(headers.get('content-security-policy')).toContain("default-src 'none'");
	});

	it.each<[number, string, string, Fields?]>([
		[8, 'paid', 'Created'],
		[8, 'paid', 'Paid', { autoactivate: '1' }],
		[8, 'failed', 'Failed'],
		[8, 'cancelled', 'Cancelled'],
		[16, 'paid', 'Paid'],
		[1024, 'paid', 'Paid'],
		[1024, 'denied', 'Denied'],
		[256, 'paid 1', 'Created'],
		[256, 'paid 8', 'Created'],
		[256, 'paid 8', 'Paid', { autoactivate: '1' }],
		[256, 'paid 1024', 'Paid'],
		[256, 'cancelled', 'Cancelled'],
		[264, 'paid 8', 'Created'],
		[2048, 'paid 1024', 'Paid'],
		[256, 'paid 4', 'WaitingForPurchase'],
	])('by method %i, given %j, makes it %s', async (method, ending, status, fields = {}) => {
		const { number, url } = await add(method, fields);
		await press(url, ending);
		expect(truth(number)?.status).toBe(status);
	});

	it('lets the customer choose, and the payment is by that method from then on', async () => {
		const { number, url } = await add(256);
		expect((await look(`${url}/nin`)).text.match(/Pay by \w+/g)).toEqual([
			...['Pay by invoice', 'Pay by card', 'Pay by Swish'],
		]);
		await press(`${url}/pay`, 'paid 8');
		expect(truth(number)?.method).toBe(8);
		expect((await call('activatePayment', { number })).data.status).toBe('Paid');
		const narrow = await add(264, { orderid: 'A-2' });
		expect((await look(narrow.url)).text.match(/Pay by \w+/g)).toEqual(['Pay by card']);
	});

	it.each<[string, string, string, string]>([
		['signs with BankID', 'demandsBankId', 'Sign with BankID', 'Created'],
		['or the credit check approves', 'creditCheck', 'Approve', 'Approved'],
	])('%s', async (_, setting, label, status) => {
		const value = setting === 'creditCheck' ? 'waits' : true;
		Object.assign(sandbox.state.account, { [setting]: value });
		const { number, url } = await add(1, { bankid: 'true' });
		expect((await look(url)).text).toContain(label);
		await press(url, 'paid');
		expect(truth(number)?.status).toBe(status);
		const other = await add(1, { bankid: 'true', orderid: 'A-2' });
		await press(other.url, 'denied');
		expect(truth(other.number)?.status).toBe('Denied');
	});

	it('of one where there is nothing to do only shows it', async () => {
		const { url } = (await call('cancelPayment', { number: '7' })).data;
		expect((await look(url)).text).toContain('Cancelled');
		await press(url, 'paid');
		expect(truth('7')?.status).toBe('Cancelled');
		expect((await press(url, 'stolen')).status).toBe(400);
	});

	it('is nowhere else, and nowhere without the option', async () => {
		expect((await look(`${sandbox.url}/pay/x`)).status).toBe(404);
		expect((await press(`${sandbox.url}/pay/x`, 'paid')).status).toBe(404);
		const plain = await startSandbox();
		expect((await look(`${plain.url}/pay/x`)).text).toContain('"code":"9003"');
		await plain.close();
	});
});

describe('the page of a checkout', () => {
	it('makes the payment that was chosen, by a customer who fills in who they are', async () => {
		const { url } = (await call('initCheckout', checkout())).data;
		const hash = url.split('/').pop();
		const order = async () => (await call('getOrderInfo', { hash })).data;
		expect((await look(url)).text).toContain('Pay by Swish');
		expect((await order()).PaymentData.status).toBe('CheckoutLoaded');
		await press(url, 'paid 1');
		expect(await order()).toMatchObject({
			PaymentData: { order: { status: 'Created' }, method: '1' },
			Customer: { Billing: { firstname: 'Testperson' } },
		});
		expect((await look(url)).text).toContain('Created, as payment 7');
	});
});

describe('payments.finish', () => {
	it('is for payments that wait for their customer, and is recorded', async () => {
		const { number } = await add(1024);
		const { payments } = sandbox;
		expect(payments.finish('1', 'paid', { test: true })).toEqual({ code: '5201' });
		expect(payments.finish(number, 'paid')).toEqual({ code: '5201' });
		expect(payments.finish(number, 'paid', { test: true })).toMatchObject({
			data: { number, status: 'Paid' },
		});
		expect(payments.finish(number, 'paid', { test: true })).toEqual({ code: '5202' });
		expect(payments.changes).toMatchObject([{ number, from: 'WaitingForPurchase', to: 'Paid' }]);
	});

	it.each<[Ending, string]>([
		['denied', 'Denied'],
		['cancelled', 'Cancelled'],
		['failed', 'Failed'],
	])('%s gives %s', async (ending, status) => {
		const { number } = await add(8);
		sandbox.payments.finish(number, ending, { test: true });
		expect(truth(number)?.status).toBe(status);
	});
});
