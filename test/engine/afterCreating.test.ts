import { errorOf, startMerchant, type Setting } from './merchant';
import { CART, INVOICE, orders } from './order';

type Json = Record<string, unknown>;

/** A merchant with one payment or checkout at a time, who does one thing after another with it. */
async function startTill(options: Parameters<typeof startMerchant>[0] = {}) {
	const till = await startMerchant(options);
	/** The output of one item, or what its error says. */
	const run = async (name: string, fields: object, setting: Setting = {}): Promise<Json> => {
		const [resource, operation] = name.split('.') as [string, string];
		const { success, failed } = await till.run(operation, orders(1), {
			node: { onError: 'continueErrorOutput' },
			...setting,
			fields: { resource, ...fields },
		});
		return success[0]?.json ?? { ...errorOf(failed[0]!) };
	};
	return { ...till, run };
}

const priced = (unitPrice: string) => ({
	...CART,
	rows: { row: [{ description: 'Retur', unitPrice, vatRate: '25' }] },
});

describe('a payment that was created', () => {
	it('is given another order ID and other rows, and keeps what is not named', async () => {
		const { run, sandbox } = await startTill();
		const { number } = await run('payment.create', INVOICE);
		const update = async (fields: object, options = {}) =>
			await run('payment.update', { number, rowsFrom: 'keep', ...fields }, { options });
		const truth = () => sandbox.payments.truth(String(number));

		expect(await update({}, { newOrderId: 'A1-b' })).toMatchObject({ number, orderid: 'A1-b' });
		expect(truth()).toMatchObject({ orderid: 'A1-b', withtax: 12500 });
		expect(await update(priced('80'))).toMatchObject({ orderid: 'A1-b', status: 'Created' });
		expect(truth()).toMatchObject({ orderid: 'A1-b', withtax: 8000, rows: [{ title: 'Retur' }] });
		expect(await update({})).toMatchObject({
			message: 'Item 0: nothing is to be changed',
			details: { outcome: 'invalid' },
		});
		await sandbox.close();
	});

	it('is not updated once it is activated, and its status is told', async () => {
		const { run, sandbox } = await startTill();
		const { number } = await run('payment.create', INVOICE);
		await run('payment.activate', { number });
		const told = await run(
			'payment.update',
			{ number, rowsFrom: 'keep' },
			{ options: { newOrderId: 'A1-b' } },
		);
		await sandbox.close();
		expect(told).toMatchObject({
			message: `Payment ${String(number)} was not updated: its status at Qvickly is "Factoring", and only one that is "Created" can be changed`,
			details: { outcome: 'refused', code: '5202' },
		});
	});

	it('is credited part by part until nothing is left of it', async () => {
		const { run, sandbox } = await startTill();
		const { number } = await run('payment.create', INVOICE);
		await run('payment.activate', { number });
		const credit = async (price: string) =>
			await run('payment.credit', { number, scope: 'part', ...priced(price) });

		const first = await credit('50');
		expect(first).toMatchObject({ number, status: 'Credited' });
		expect(await credit('75.01')).toMatchObject({
			message: expect.stringContaining('nothing, or too little, is left of it to credit'),
			details: { outcome: 'refused' },
		});
		expect((await credit('75')).creditNumber).not.toBe(first.creditNumber);
		expect(await credit('0.01')).toMatchObject({ details: { outcome: 'refused' } });
		expect(await run('payment.credit', { number, scope: 'whole' })).toMatchObject({
			details: { outcome: 'refused' },
		});
		await sandbox.close();
		expect(sandbox.payments.credits.map(({ amount }) => amount)).toEqual([5000, 7500]);
	});

	it('two parts of one payment are two credits, in one run', async () => {
		const till = await startMerchant({ payments: [{ number: 1, status: 'Factoring' }] });
		const items = [{ price: '50' }, { price: '75' }];
		const { success } = await till.run('credit', items, {
			fields: { number: '1', scope: 'part', ...priced('={{ $json.price }}') },
		});
		await till.sandbox.close();
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		const amounts = till.sandbox.payments.credits.map(({ amount }) => amount);
		expect(amounts.sort()).toEqual([5000, 7500]);
	});

	it('is duplicated once, and a second copy is refused by its order ID', async () => {
		const { run, sandbox } = await startTill();
		const { number } = await run('payment.create', INVOICE);
		const copy = await run('payment.duplicate', { number, method: '1' });
		expect(copy).toMatchObject({ copyOf: number, orderid: `${String(number)}-copy` });
		expect(copy.number).not.toBe(number);
		expect(sandbox.payments.truth(String(copy.number))).toMatchObject({ withtax: 12500 });
		expect(await run('payment.duplicate', { number, method: '1' })).toMatchObject({
			details: { outcome: 'refused', code: '5199' },
		});
		expect(await run('payment.duplicate', { number, method: '8' })).toMatchObject({
			details: { outcome: 'refused', code: '11112' },
		});
		await sandbox.close();
	});
});

describe('a checkout', () => {
	const TERMS = { termsUrl: 'https://shop.example/terms' };

	it('is created, looked up, updated, invoiced, and looked up with its payment', async () => {
		const { run, sandbox } = await startTill();
		const { personalNumber, email, firstName, lastName, street, zip, city } = INVOICE;
		const customer = { personalNumber, email, firstName, lastName, street, zip, city };
		const made = await run('checkout.create', { orderid: 'A1', ...TERMS, ...CART, customer });
		expect(made).toMatchObject({ orderid: 'A1', total: '125.00' });
		const { url, temporaryNumber } = made;
		const get = async () => await run('checkout.get', { checkout: url });
		expect(await get()).toMatchObject({
			...{ temporaryNumber, orderid: 'A1', number: null, paymentStatus: null, total: '125.00' },
		});

		const changed = await run('checkout.update', {
			...{ checkout: url, temporaryNumber },
			...priced('80'),
		});
		expect(changed).toMatchObject({ temporaryNumber, orderid: 'A1', total: '80.00' });
		expect(await get()).toMatchObject({ total: '80.00' });

		const invoice = async () => await run('checkout.createInvoice', { checkout: url, method: '1' });
		const paid = await invoice();
		expect(paid).toMatchObject({ orderid: 'A1', status: 'Created', alreadyCreated: false });
		expect(await invoice()).toEqual({ ...paid, alreadyCreated: true });
		const { number } = paid;
		expect(await get()).toMatchObject({ number, paymentStatus: 'Created', total: '80.00' });
		expect(
			await run('checkout.update', { checkout: url, temporaryNumber, ...priced('90') }),
		).toMatchObject({ details: { outcome: 'refused', code: '50013' } });
		expect(sandbox.payments.creations).toHaveLength(1);
		await sandbox.close();
	});

	it('is not invoiced twice, though the first answer is lost', async () => {
		const { run, sandbox } = await startTill({
			checkouts: [{ number: 1, hash: '00000000000000000001' }],
			faults: ({ function: name, earlier }) =>
				name === 'createInvoiceFromOrderHash' && earlier === 0 ? 'reset' : undefined,
		});
		const fields = { checkout: '00000000000000000001', method: '1' };
		const { number } = await run('checkout.createInvoice', fields);
		await sandbox.close();
		expect(sandbox.payments.creations.map((one) => one.number)).toEqual([number]);
	});
});

describe('what is only asked for', () => {
	it('an address is given, and the one that is asked about named without its last digits', async () => {
		const { run, sandbox } = await startTill();
		const ask = async (pno: string) => await run('customer.getAddress', { pno, country: 'SE' });
		expect(await ask('550101-1018')).toMatchObject({
			...{ firstname: 'Testperson', lastname: 'Approved', city: 'Teststad' },
		});
		expect(await ask('196001011234')).toMatchObject({
			message: expect.stringMatching(/^The address of customer 19600101\*\*\*\* could not be /),
			details: { outcome: 'refused', code: '8010' },
		});
		await sandbox.close();
	});

	it('the account, its plans and its fees are given', async () => {
		const { run, sandbox } = await startTill();
		expect(await run('account.get', {})).toMatchObject({
			company: 'Sandbox Merchant 12345 AB',
			methods: expect.arrayContaining(['Swish']),
		});
		const plan = { paymentplanid: '1', months: '3', minAmount: '100.00' };
		expect(await run('account.getPaymentPlans', {})).toMatchObject(plan);
		expect(await run('account.getFees', {})).toMatchObject({ feeid: '12345', fee: '19.00' });
		await sandbox.close();
	});
});
