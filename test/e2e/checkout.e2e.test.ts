import { newOrder, ROWS, runSaved } from './orders';

describe('Checkout', () => {
	const checkout = { resource: 'checkout' };
	const termsUrl = 'https://shop.example/terms';

	it('is created, updated, looked up, and comes to one invoice', async () => {
		const orderid = newOrder();
		const customer = { email: 'anna@example.com' };
		// 'create' is the operation that n8n shows first.
		const created = await runSaved({ ...checkout, orderid, termsUrl, rows: ROWS, customer });
		expect(created).toEqual({
			...{ orderid, total: '125.00', url: expect.stringMatching(/^https:/) },
			...{ temporaryNumber: expect.stringMatching(/^\d+$/), status: expect.stringMatching(/\S/) },
		});
		const { temporaryNumber, url } = created;
		const rows = { row: [{ description: 'Bord', unitPrice: '250.00' }] };
		const which = { temporaryNumber, checkout: url };
		expect(await runSaved({ ...checkout, operation: 'update', ...which, rows })).toMatchObject({
			...{ temporaryNumber, total: '250.00' },
		});
		expect(await runSaved({ ...checkout, operation: 'get', checkout: url })).toMatchObject({
			...{ temporaryNumber, orderid, total: '250.00', number: null },
		});
		const invoice = { ...checkout, operation: 'createInvoice', checkout: url, method: '2' };
		const payment = await runSaved(invoice);
		expect(payment).toMatchObject({ orderid, status: 'Created', alreadyCreated: false });
		expect(await runSaved(invoice)).toMatchObject({ number: payment.number, alreadyCreated: true });
		expect(await runSaved({ ...checkout, operation: 'get', checkout: url })).toMatchObject({
			number: payment.number,
		});
	});
});

describe('Customer and Account', () => {
	it('Get Address gives the registered address', async () => {
		const output = await runSaved({ resource: 'customer', pno: '550101-1018' });
		expect(output).toMatchObject({ firstname: 'Testperson', zip: '12345', company: null });
	});

	it('Get, Get Payment Plans and Get Fees tell what the account has', async () => {
		const account = { resource: 'account' };
		expect(await runSaved(account)).toMatchObject({
			methods: expect.arrayContaining(['Invoice', 'Swish']),
			hasCheckout: true,
		});
		const amount = { options: { amount: '1250' } };
		const plans = await runSaved({ ...account, operation: 'getPaymentPlans', ...amount });
		expect(plans).toMatchObject({ paymentplanid: '1', months: '3' });
		expect(plans.monthlyCost).toMatch(/^\d+\.\d\d$/);
		const fees = await runSaved({ ...account, operation: 'getFees' });
		expect(fees).toMatchObject({ feeid: '12345', fee: '19.00', currency: 'SEK' });
	});
});
