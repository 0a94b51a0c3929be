import { startMerchant, errorOf, type Setting } from './merchant';
import { CART, COMPANY, INVOICE, orders, WITH_CUSTOMER } from './order';

const MODES = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

const CONTINUE = { onError: 'continueErrorOutput' } as const;

type Options = Parameters<typeof startMerchant>[0];
type Till = Awaited<ReturnType<typeof startMerchant>>;

/** Creates payments at a sandbox of their own. */
async function create(
	items: object[],
	setting: Setting = {},
	options: Options = {},
	prepare: (till: Till) => unknown = () => {},
) {
	const till = await startMerchant(options);
	await prepare(till);
	const result = await till.run('create', items, {
		node: CONTINUE,
		...setting,
		fields: { ...INVOICE, ...setting.fields },
	});
	await till.sandbox.close();
	return { ...result, ...till, sent: till.sandbox.calls.map((call) => call.function) };
}

const one = orders(1);

/** Each input item's index, of output items. */
const links = (items: Array<{ pairedItem?: unknown }>) =>
	items.map(({ pairedItem }) => (pairedItem as { item: number }).item);

/** What was sent, of a call. */
const dataOf = (body: string) => (JSON.parse(body) as { data: Record<string, object> }).data;

describe('a thousand rows of a sheet', () => {
	it('become a thousand invoices in one run, a few at a time, in order, linked to their rows', async () => {
		const rows = orders(1000).map((row, index) => ({ ...row, Pris: `${100 + index},50` }));
		const list = '={{ [{ vara: "Låda", antal: 2, pris: $json.Pris, moms: "25 %" }] }}';
		const columns = {
			...{ description: 'vara', quantity: 'antal', unitPrice: 'pris', vatRate: 'moms' },
		};
		const { success, failed, sandbox } = await create(
			rows,
			{
				fields: { rowsFrom: 'list', rows: undefined, list, columns },
				options: { maxParallelRequests: 5 },
			},
			{ latency: 5 },
		);
		expect(failed).toEqual([]);
		expect(links(success)).toEqual(rows.map((_, index) => index));
		expect(success.map(({ json }) => json.orderid)).toEqual(rows.map(({ orderid }) => orderid));
		expect(success[999]!.json).toMatchObject({ status: 'Created', total: '2199.00' });
		expect(sandbox.state.most).toBe(5);
		const { creations } = sandbox.payments;
		expect(new Set(creations.map(({ orderid }) => orderid)).size).toBe(1000);
		expect(creations).toHaveLength(1000);
	}, 120_000);
});

describe('order IDs', () => {
	it.each(MODES)(
		'that ten items share are refused before anything is sent (%s)',
		async (onError) => {
			const items = [...orders(2), ...Array(10).fill({ orderid: 'B1' })] as object[];
			const { success, failed, error, sent } = await create(items, { node: { onError } });
			const errors = [...success, ...failed].filter(({ json }) => json.error).map(errorOf);
			const told = error?.description ?? errors[0]?.message;
			expect(told).toContain('items 2 and 3 both have the order ID "B1"');
			// What goes on goes on with the two others.
			expect(errors).toHaveLength(onError === 'stopWorkflow' ? 0 : 10);
			expect(sent).toEqual(onError === 'stopWorkflow' ? [] : ['addPayment', 'addPayment']);
		},
	);

	it('that a payment has already are never a success, whatever the payment is like', async () => {
		const { failed, success, sent } = await create(
			one,
			{ fields: WITH_CUSTOMER },
			{},
			async (till) => {
				await till.run('create', one, { fields: { ...INVOICE, ...WITH_CUSTOMER } });
				till.sandbox.calls.length = 0;
			},
		);
		expect(success).toEqual([]);
		expect(errorOf(failed[0]!)).toMatchObject({
			message:
				'The payment for order A1 was not created: a payment with this order ID exists already, perhaps with another amount',
			details: { outcome: 'refused', code: '5199' },
		});
		expect(sent).toEqual(['addPayment']);
	});
});

describe('Check Only', () => {
	it('sends nothing, and gives the cart that would be sent', async () => {
		const { success, sent } = await create(orders(2), { options: { checkOnly: true } });
		expect(sent).toEqual([]);
		expect(links(success)).toEqual([0, 1]);
		expect(success[0]!.json).toMatchObject({
			checkOnly: true,
			total: '125.00',
			tax: '25.00',
			rounding: '0.00',
			function: 'addPayment',
			data: {
				PaymentData: { method: '1', orderid: 'A1', currency: 'SEK' },
				Articles: [{ title: 'Köttbullar', quantity: '1', taxrate: '25', withouttax: '10000' }],
				Cart: { Total: { withouttax: '10000', tax: '2500', withtax: '12500' } },
			},
		});
	});

	it('still refuses what cannot be sent', async () => {
		const rows = { row: [{ description: 'Låda', unitPrice: '1,250', vatRate: '25' }] };
		const { failed, sent } = await create(one, {
			fields: { rows },
			options: { checkOnly: true },
		});
		expect(sent).toEqual([]);
		expect(errorOf(failed[0]!).message).toContain(
			'"1,250" in row 1 ("Låda") cannot be read as unit price',
		);
	});
});

describe('each type', () => {
	const URLS = { acceptUrl: 'https://shop.example/thanks' };

	it.each([
		['invoice', { ...INVOICE }, 1, 'Created', false, ''],
		['invoice', { ...INVOICE, ...COMPANY }, 1, 'Created', false, ''],
		['handlingInvoice', { email: 'a@example.com' }, 2, 'Created', false, ''],
		['partPayment', { ...INVOICE, planId: '1' }, 4, 'Created', false, ''],
		['card', {}, 8, 'WaitingForPurchase', true, 'url'],
		['bank', {}, 16, 'WaitingForPurchase', true, 'url'],
		['payLink', {}, 256, 'WaitingForPurchase', true, 'url'],
		['swish', {}, 1024, 'WaitingForPurchase', true, 'url'],
		['payWithQvickly', {}, 2048, 'Created', true, 'url'],
	] as const)(
		'%s is created, and what comes out is of it',
		async (type, fields, method, status, ...of) => {
			const till = await startMerchant();
			const { success } = await till.run('create', one, {
				fields: { orderid: 'A1', ...CART, ...fields, type },
				options: type === 'card' ? URLS : {},
			});
			await till.sandbox.close();
			const [needed, pays] = of;
			const { url } = success[0]!.json;
			const { number } = till.sandbox.payments.creations[0]!;
			expect(success[0]!.json).toEqual({
				...{ number, orderid: 'A1', status, total: '125.00', customerActionNeeded: needed },
				url: expect.stringMatching(/^https:/),
				payUrl: pays && url,
			});
			expect(till.sandbox.payments.truth(number)).toMatchObject({ method, withtax: 12500 });
		},
	);

	it('a pay link leads past the form where a customer is known in full and goods go elsewhere', async () => {
		const { personalNumber, ...customer } = { ...INVOICE };
		const till = await startMerchant();
		const shipTo = { firstName: 'Åsa', street: 'Torget 1', zip: '11122', city: 'Lund' };
		const { success } = await till.run('create', one, {
			fields: { type: 'payLink', orderid: 'A1', ...CART, shipTo, customer },
		});
		await till.sandbox.close();
		expect(personalNumber).toBeTruthy();
		expect(success[0]!.json.payUrl).toBe(`${String(success[0]!.json.url)}/pay`);
	});

	it('an invoice can be activated at once, and a payment plan too small for it is refused', async () => {
		const { success } = await create(one, { options: { activate: 'atOnce', dueDays: 10 } });
		expect(success[0]!.json.status).toBe('Factoring');
		const { failed } = await create(one, { fields: { type: 'partPayment', planId: '3' } });
		expect(errorOf(failed[0]!).details).toMatchObject({ outcome: 'refused', code: '9110' });
	});
});

describe('an answer that is lost', () => {
	it('is made up for by looking for the order at its customer, and nothing is sent again', async () => {
		const { success, sent, sandbox } = await create(
			orders(3),
			{ fields: WITH_CUSTOMER },
			{ faults: ({ orderid }) => (orderid === 'A2' ? 'reset' : undefined) },
		);
		expect(sent.sort()).toEqual([...Array(3).fill('addPayment'), 'getInvoicesByCustomer']);
		expect(success.map(({ json }) => json.orderid)).toEqual(['A1', 'A2', 'A3']);
		const { number } = success[1]!.json;
		expect(sandbox.payments.truth(String(number))).toMatchObject({ orderid: 'A2', withtax: 12500 });
		// That it may be an earlier one of today is said beside it.
		expect({
			...success[0]!.json,
			number,
			orderid: 'A2',
			foundByOrderId: true,
			url: success[1]!.json.url,
		}).toEqual(success[1]!.json);
	});

	it('stays unknown if the order is not found, as it may still be under way', async () => {
		const { failed, sandbox, sent } = await create(
			one,
			{ fields: WITH_CUSTOMER, options: { timeout: 1 } },
			{ faults: ({ orderid }) => (orderid ? 'late' : undefined), late: 60_000 },
		);
		expect(errorOf(failed[0]!)).toMatchObject({
			message:
				'The payment for order A1 may have been created: no answer came within 1 second; looked for, the customer has no payment of this order and amount',
			description: expect.stringContaining(
				"Before you run it again, look in Qvickly's portal for a payment with order ID A1: otherwise it could be done twice.",
			),
			details: { outcome: 'unknown' },
		});
		expect(sent).toEqual(['addPayment', 'getInvoicesByCustomer']);
		// It was carried out after all.
		expect(sandbox.payments.creations).toHaveLength(1);
	});

	it('stays unknown without a customer number, and nothing more is sent', async () => {
		const { failed, sent } = await create(one, {}, { faults: () => 'html' });
		expect(errorOf(failed[0]!).details.outcome).toBe('unknown');
		expect(sent).toEqual(['addPayment']);
	});

	it('about another order proves nothing: the right one is looked for', async () => {
		const { success, sandbox } = await create(
			one,
			{ fields: WITH_CUSTOMER },
			{ faults: ({ orderid }) => (orderid ? 'otherPayment' : undefined) },
		);
		expect(success[0]!.json).toMatchObject({ orderid: 'A1' });
		expect(success[0]!.json.number).toBe(sandbox.payments.creations[0]!.number);
	});

	it('stays unknown where the customer has two payments of the order, or one of another amount', async () => {
		const lost: Options = {
			account: { uniqueOrderIds: false },
			faults: ({ orderid, earlier }) => (orderid && earlier > 0 ? 'reset' : undefined),
		};
		const twice = await create(one, { fields: WITH_CUSTOMER }, lost, async ({ run }) => {
			await run('create', one, { fields: { ...INVOICE, ...WITH_CUSTOMER } });
		});
		expect(errorOf(twice.failed[0]!).message).toContain('has 2 payments of this order and amount');
		const faults: NonNullable<Options>['faults'] = ({ orderid, earlier }) =>
			orderid && earlier > 0 ? 'reset:before' : undefined;
		const other = await create(
			one,
			{ fields: WITH_CUSTOMER },
			{ ...lost, faults },
			async ({ run }) => {
				const rows = { row: [{ description: 'Annat', unitPrice: '130', vatRate: '25' }] };
				await run('create', one, { fields: { ...INVOICE, ...WITH_CUSTOMER, rows } });
			},
		);
		expect(errorOf(other.failed[0]!).message).toContain('has no payment of this order and amount');
	});
});

describe('a payment of the same order, amount and customer, made before', () => {
	/** What is said of a creation that is lost on its way, where there is a payment from some days ago. */
	const said = async (days: number, uniqueOrderIds: boolean, fault: string | undefined) => {
		const { success, failed } = await create(
			one,
			{ fields: WITH_CUSTOMER },
			{
				account: { uniqueOrderIds },
				faults: ({ orderid, earlier }) => (orderid && earlier > 0 ? fault : undefined),
			},
			async (till) => {
				await till.run('create', one, { fields: { ...INVOICE, ...WITH_CUSTOMER } });
				const { number } = till.sandbox.payments.creations[0]!;
				const then = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
				till.sandbox.payments.get(number)!.sections!.PaymentInfo!.paymentdate = then;
			},
		);
		return success[0]?.json.number ?? errorOf(failed[0]!).details.outcome;
	};
	const [FIRST, SECOND] = ['7000000001', '7000000002'];

	it('some days ago is not taken for the new one, which never arrived or is found', async () => {
		expect(await said(3, false, 'reset:before')).toBe('unknown');
		expect(await said(31, true, 'reset:before')).toBe('unknown');
		expect(await said(31, false, 'reset')).toBe(SECOND);
	});

	it('today is the one of the order, whichever run made it: none is made twice', async () => {
		expect(await said(0, true, 'reset:before')).toBe(FIRST);
		expect(await said(0, false, 'reset')).toBe('unknown');
	});

	it('is never a success where Qvickly says that it exists', async () => {
		expect(await said(0, true, undefined)).toBe('refused');
	});
});

describe('text beyond ISO-8859-1', () => {
	const rows = { row: [{ description: 'Tält – “stort”… 5 €', unitPrice: '125', vatRate: '25' }] };

	it('that typesetting made is written plainly, and kept so', async () => {
		const { success, sandbox } = await create(one, { fields: { rows } });
		const truth = sandbox.payments.truth(String(success[0]!.json.number));
		expect(truth?.rows[0]!.title).toBe('Tält - "stort"... 5 EUR');
	});

	it('is refused with its place where that is turned off, and all else always', async () => {
		const off = await create(one, { fields: { rows }, options: { replaceCharacters: false } });
		expect(off.sent).toEqual([]);
		expect(errorOf(off.failed[0]!).message).toContain('title');
		const emoji = { row: [{ description: 'Tält ⛺', unitPrice: '125', vatRate: '25' }] };
		const on = await create(one, { fields: { rows: emoji } });
		expect(on.sent).toEqual([]);
		expect(errorOf(on.failed[0]!).message).toMatch(/title' has the character "⛺"/);
		const name = await create(one, { fields: { firstName: 'Łukasz' } });
		expect(errorOf(name.failed[0]!).message).toMatch(/firstname' has the character "Ł"/);
	});
});

describe('BankID', () => {
	const account = { demandsBankId: true };

	it('that the account demands is told, where the customer is not led there', async () => {
		const { failed } = await create(one, {}, { account });
		expect(errorOf(failed[0]!)).toMatchObject({
			message: expect.stringContaining('requires that the customer signs with BankID'),
			description: expect.stringContaining("Turn on 'Customer Can Sign with BankID'"),
			details: { outcome: 'refused', code: '5101' },
		});
	});

	it('waits for the customer, whose page comes out', async () => {
		const { success } = await create(one, { options: { bankId: true } }, { account });
		const { status, customerActionNeeded, payUrl, url } = success[0]!.json;
		expect([status, customerActionNeeded, payUrl]).toEqual([
			'WaitingForBankIDIdentification',
			true,
			url,
		]);
	});
});

describe('what Qvickly refuses for the customer', () => {
	it.each([
		['another name than the registered one', { lastName: 'Andersson' }, '2402'],
		['another street', { street: 'Storgatan 1' }, '2403'],
	])('is told with what to do: %s', async (_, fields, code) => {
		const { failed } = await create(one, { fields });
		expect(errorOf(failed[0]!).details).toMatchObject({ outcome: 'refused', code });
		expect(errorOf(failed[0]!).description).toContain("'Get Address'");
	});

	it('is told of a person who gets no credit', async () => {
		const denied = { personalNumber: '195505050558', street: 'Testgatan 2', zip: '54321' };
		const { failed } = await create(one, { fields: denied });
		expect(errorOf(failed[0]!)).toMatchObject({
			message: expect.stringContaining('the credit check said no'),
			details: { code: '1001' },
		});
	});
});

it.each(['create', 'duplicate'])('%s does not start with Retry On Fail', async (operation) => {
	const till = await startMerchant({ payments: [{ number: 1, status: 'Created' }] });
	for (const onError of MODES) {
		const { success, failed, error } = await till.run(operation, [{ number: 1, orderid: 'A1' }], {
			node: { onError, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
			fields: operation === 'create' ? INVOICE : { method: '1' },
		});
		const told = JSON.stringify([error?.message, ...success, ...failed]);
		expect(told).toContain("does not run with 'Retry On Fail' on");
	}
	await till.sandbox.close();
	expect(till.sent()).toEqual([]);
});

it('what is sent has each part that Qvickly requires, and no empty one', async () => {
	const { sandbox } = await create(one);
	const { PaymentData, Customer, ...others } = dataOf(sandbox.calls[0]!.body);
	expect(Object.keys(others)).toEqual(['Articles', 'Cart']);
	expect(PaymentData).toEqual({
		...{ method: '1', currency: 'SEK', orderid: 'A1', country: 'SE', language: 'sv' },
	});
	expect(Object.keys(Customer!)).toEqual(['pno', 'Billing']);
});
