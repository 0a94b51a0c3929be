import { made, newOrder, ROWS, runSaved } from './orders';
import { sandbox } from './running';
import { newPayments } from './workflow';

const PERSON = {
	personalNumber: '550101-1018',
	email: 'person@example.com',
	firstName: 'Testperson',
	lastName: 'Approved',
	street: 'Testgatan 1',
	zip: '12345',
	city: 'Teststad',
};

/** What was sent with the last call of a function. */
const sent = (name: string) =>
	JSON.parse(sandbox.calls.filter((call) => call.function === name).at(-1)!.body).data;

describe('Payment > Create', () => {
	const url = expect.stringMatching(/^https:/);

	it.each([
		['an invoice, as Type is when the node is new', {}, PERSON, 1],
		[
			'an invoice to a company',
			{ buyer: 'company' },
			{
				...{ organisationNumber: '556677-9988', email: 'company@example.com' },
				...{
					company: 'Testcompany Approved',
					street: 'Teststreet 2',
					zip: '54321',
					city: 'Test city',
				},
			},
			1,
		],
		['a handling invoice', { type: 'handlingInvoice' }, { email: 'person@example.com' }, 2],
		['a part payment', { type: 'partPayment', planId: '1' }, PERSON, 4],
		['a pay link', { type: 'payLink' }, {}, 256],
		['a card payment', { type: 'card' }, {}, 8],
		['a Swish payment', { type: 'swish' }, {}, 1024],
		['a bank payment', { type: 'bank' }, {}, 16],
		['a payment with Qvickly', { type: 'payWithQvickly' }, {}, 2048],
	])('makes %s', async (_, type, customer, method) => {
		const orderid = newOrder();
		const output = await runSaved({
			operation: 'create',
			...type,
			orderid,
			...customer,
			rows: ROWS,
		});
		const isWindow = method > 4;
		expect(output).toEqual({
			...{ number: made(orderid)[0]!.number, orderid, url, total: '125.00' },
			status: isWindow && method !== 2048 ? 'WaitingForPurchase' : 'Created',
			customerActionNeeded: isWindow,
			payUrl: isWindow ? url : '',
		});
		expect(made(orderid)).toMatchObject([{ method, withtax: 12500 }]);
		expect(sandbox.payments.truth(output.number!)!.rows).toMatchObject([
			{ title: 'Stol', quantity: '1', taxrate: '25', withouttax: '10000' },
			{ artnr: '--freetext--', title: 'Levereras i maj' },
		]);
	});

	it('takes rows from a list, and everything that can be added to a payment', async () => {
		const orderid = newOrder();
		const output = await runSaved({
			...{ operation: 'create', orderid, ...PERSON, currency: 'EUR', prices: 'withoutVat' },
			rowsFrom: 'list',
			list: '={{ [{ titel: "Stol", pris: { belopp: "100,50" }, antal: 2 }] }}',
			columns: {
				...{ description: 'titel', quantity: 'antal', unitPrice: 'pris.belopp' },
				allVatRate: '25',
			},
			adjustments: {
				...{ discount: '10%', discountText: 'Trohetsrabatt', toWhole: true },
				shipping: { values: { price: '49.00' } },
			},
			customer: { phone: '0712345678', customerNumber: '4711' },
			shipTo: {
				firstName: 'Testperson',
				lastName: 'Approved',
				street: 'Testgatan 1',
				zip: '12345',
				city: 'Teststad',
			},
			options: {
				...{
					acceptUrl: 'https://shop.example/thanks',
					language: 'en',
					dueDays: 30,
					feeId: '12345',
				},
				...{ activate: 'atOnce', cancelAfter: '3 days' },
				...{ ourReference: 'Anna', yourReference: 'Bo', deliveryTerms: 'Fritt', bankId: true },
			},
		});
		expect(output).toMatchObject({ orderid, total: '287.00' });
		expect(sent('addPayment')).toMatchObject({
			PaymentData: {
				...{ currency: 'EUR', language: 'en', autoactivate: '1', autocancel: '4320' },
				...{ feeid: '12345', bankid: 'true', accepturl: 'https://shop.example/thanks' },
			},
			PaymentInfo: { paymentterms: '30', ourreference: 'Anna', yourreference: 'Bo' },
			Customer: { nr: '4711', Billing: { phone: '0712345678' }, Shipping: { zip: '12345' } },
			Articles: [{ title: 'Stol' }, { title: 'Trohetsrabatt' }],
			Cart: { Shipping: { withouttax: '4900' }, Total: { withtax: '28700' } },
		});
	});

	it('is activated on a date', async () => {
		const options = { activate: 'onDate', activateOn: '2030-01-31T00:00:00' };
		await runSaved({ operation: 'create', orderid: newOrder(), ...PERSON, rows: ROWS, options });
		expect(sent('addPayment')).toMatchObject({ PaymentData: { autoactivate: '2030-01-31' } });
	});

	it('sends a complete cart as it is', async () => {
		const orderid = newOrder();
		const cart = JSON.stringify({
			Articles: [{ title: 'Stol', taxrate: 25, withouttax: 10000 }],
			Cart: { Total: { withouttax: 10000, tax: 2500, withtax: 12500 } },
		});
		await runSaved({ operation: 'create', type: 'payLink', orderid, rowsFrom: 'cart', cart });
		expect(made(orderid)).toMatchObject([{ withtax: 12500 }]);
	});

	it('sends nothing if it is to check only, and gives what would be sent', async () => {
		const [orderid, calls] = [newOrder(), sandbox.calls.length];
		const options = { checkOnly: true };
		const output = await runSaved({
			operation: 'create',
			type: 'payLink',
			orderid,
			rows: ROWS,
			options,
		});
		expect(output).toMatchObject({
			...{ checkOnly: true, total: '125.00', tax: '25.00', rounding: '0.00' },
			...{ function: 'addPayment', data: { PaymentData: { orderid } } },
		});
		expect(sandbox.calls).toHaveLength(calls);
	});
});

describe('the other operations on payments', () => {
	it('Update changes the order ID alone, or the rows', async () => {
		const [number = ''] = newPayments(1, { status: 'Created' });
		const newOrderId = newOrder();
		const update = { operation: 'update', number };
		expect(await runSaved({ ...update, options: { newOrderId } })).toMatchObject({
			orderid: newOrderId,
		});
		await runSaved({ ...update, rowsFrom: 'define', rows: ROWS });
		expect(sandbox.payments.truth(number)).toMatchObject({ orderid: newOrderId, withtax: 12500 });
		expect(sandbox.payments.truth(number)!.rows).toHaveLength(2);
	});

	it('Duplicate makes another payment like it', async () => {
		const [number = ''] = newPayments(1, { status: 'Factoring' });
		const output = await runSaved({ operation: 'duplicate', number, method: '1' });
		expect(output).toMatchObject({ copyOf: number, number: expect.stringMatching(/^\d+$/) });
		expect(output.number).not.toBe(number);
		expect(sandbox.payments.truth(output.number!)).toMatchObject({ withtax: 12500 });
	});

	it('Credit pays a part back', async () => {
		const [number = ''] = newPayments(1, { status: 'Factoring' });
		const rows = { row: [{ description: 'Stol', unitPrice: '40', vatRate: '12' }] };
		const output = await runSaved({ operation: 'credit', number, scope: 'part', rows });
		expect(output).toMatchObject({ number, creditNumber: expect.stringMatching(/^8\d+$/) });
		expect(sandbox.payments.truth(number)).toMatchObject({ credits: 1, credited: 4000 });
	});
});
