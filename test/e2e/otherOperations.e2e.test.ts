import { eachPayment, merge, qvicklyTo, respond } from './nodes';
import { sandbox, unique } from './running';
import { deploy, fields, newPayments, recorded } from './workflow';

/** Posts rows to Webhook → Qvickly, whose outputs are merged and sent back. */
async function run(resource: string, operation: string, rows: object[], more: object = {}) {
	const parameters = { resource, ...more };
	const qvickly = qvicklyTo(operation, { onError: 'continueErrorOutput' }, parameters);
	const { post } = await deploy(
		[eachPayment, qvickly, merge, respond],
		['Webhook > Payments > Qvickly > Merge > Respond', 'Qvickly:1 > Merge:1'],
	);
	const { httpStatus, output } = await post({ payments: rows });
	expect(httpStatus).toBe(200);
	const [done, failed] = [output('Qvickly', 0), output('Qvickly', 1)];
	return { done: fields(done), failed: fields(failed), links: done.map((one) => one.pairedItem) };
}

/** A settlement of this test's alone, of payments that are paid. */
function newSettlement() {
	const numbers = newPayments(2, { status: 'Paid', method: 8 });
	const id = unique();
	// In the future, so that no other test's is listed with it.
	const date = new Date(Date.UTC(2090, 0, id)).toISOString().slice(0, 10);
	sandbox.payments.lists.settlements.push({ id, date, numbers });
	return { id: String(id), date, numbers };
}

afterAll(() => {
	sandbox.payments.lists.settlements = [];
	sandbox.payments.lists.due = [];
});

describe('in a workflow from webhook to answer', () => {
	it('Settlement gives those since a day, and each invoice with the details of its payment', async () => {
		const { id, date, numbers } = newSettlement();
		const many = await run('settlement', 'getMany', [{ from: `${date}T10:00:00` }], {
			fromDate: '={{ $json.from }}',
		});
		expect(many.done).toContainEqual(expect.objectContaining({ settlementId: id, date, numbers }));

		const got = await run('settlement', 'get', [{ id: 'none' }, { id }], {
			settlementId: '={{ $json.id }}',
			options: { addPaymentDetails: true },
		});
		expect(got.done).toEqual(
			numbers.map((number) =>
				expect.objectContaining({
					...{ settlementId: id, number, payout: '121.87', orderid: `order-${number}` },
					...{ vat: [{ rate: '25', net: '100.00', vat: '25.00' }], difference: null },
				}),
			),
		);
		expect(got.links).toEqual([{ item: 1 }, { item: 1 }]);
		expect(got.failed).toEqual([
			expect.objectContaining({
				id: 'none',
				error: expect.objectContaining({ message: 'Item 0: "none" is not a settlement ID' }),
			}),
		]);
	});

	it('Payment gives many: overdue ones, those of a customer, and those of a person', async () => {
		const [number = ''] = newPayments(1, { status: 'Factoring' });
		sandbox.payments.lists.due.push({ number, dueDate: '2090-01-31' });
		const overdue = await run('payment', 'getMany', [{}], { by: 'overdue', dueFrom: '2090-01-01' });
		expect(overdue.done).toContainEqual(
			expect.objectContaining({ number, invoiceStatus: 'Due', toPayUnknownUnit: '200' }),
		);
		const byCustomer = { by: 'customer', customerNumber: '12' };
		const customers = await run('payment', 'getMany', [{}], byCustomer);
		expect(customers.done).toContainEqual(
			expect.objectContaining({ number, status: 'Factoring', total: '125.00' }),
		);
		const persons = await run('payment', 'getMany', [{}], { by: 'pno', pno: '550101-1018' });
		expect(persons.done).toContainEqual(
			expect.objectContaining({ number, type: 'invoice', toPay: '125.00' }),
		);
	});

	it('Add Log Note writes one note', async () => {
		const [number = ''] = newPayments(1, { status: 'Factoring' });
		const { hash } = sandbox.payments.get(number)!;
		const { done } = await run('payment', 'addLogNote', [{ hash }], {
			invoiceHash: '={{ $json.hash }}',
			text: 'Skickad – paket 7',
		});
		expect(done).toEqual([{ hash, result: 'OK' }]);
		expect(sandbox.payments.notes.filter((note) => note.number === number)).toEqual([
			expect.objectContaining({ text: 'Skickad - paket 7' }),
		]);
	});

	it('Customer and Account give whom a name is of, and the terms as a page', async () => {
		newPayments(1, { customer: 'company' });
		const found = await run('customer', 'search', [{}], { name: 'Testbolaget' });
		expect(found.done).toEqual([expect.objectContaining({ customerid: '13', city: 'Malmö' })]);
		const terms = await run('account', 'getTerms', [{}], { type: 'card', amount: '1 250,50' });
		expect(terms.done).toEqual([
			{ method: '8', html: expect.stringMatching(/^<!DOCTYPE html>[^]*125050 öre[^]*<\/html>\n$/) },
		]);
	});

	it('Lookup gives rates, and no rate where Qvickly has none', async () => {
		const rows = [{ currency: 'EUR' }, { currency: 'XXX' }];
		const rates = await run('lookup', 'exchangeRate', rows, { currency: '={{ $json.currency }}' });
		expect(rates.done).toEqual([{ currency: 'EUR', date: expect.any(String), rate: '11.4525' }]);
		expect(rates.failed).toEqual([
			expect.objectContaining({
				currency: 'XXX',
				error: expect.objectContaining({
					message: expect.stringContaining('Qvickly has no rate of that currency'),
				}),
			}),
		]);
		const vat = await run('lookup', 'vatRate', [{}], { country: 'fi' });
		expect(vat.done).toEqual([{ country: 'FI', rate: '25.5' }]);
		const orgnum = '556677-9988';
		const recipients = await run('lookup', 'eInvoiceRecipient', [{}], { orgnum });
		expect(recipients.done.map(({ gln }) => gln)).toEqual(['7300009000001', '7300009000002']);
	});

	it('API calls a function by its name, each once if it is not known to only read', async () => {
		const [number = ''] = newPayments(1, { status: 'Factoring' });
		const data = '={{ { PaymentData: { number: $json.number } } }}';
		const credited = await run('api', 'callFunction', [{ number }], {
			...{ function: 'creditPayment', data },
		});
		expect(credited.done).toEqual([expect.objectContaining({ status: 'Credited' })]);
		expect(recorded([number]).calls).toHaveLength(1);
		const refused = await run('api', 'callFunction', [{ number }], {
			...{ function: 'getAPICredentials', data: '{"eid":"1"}' },
		});
		expect(refused.failed[0]).toMatchObject({
			number,
			error: { message: expect.stringContaining('getAPICredentials is not called') },
		});
		const people = await run('api', 'callFunction', [{}], {
			...{ function: 'getAddress', data: '{"pno":"550101-1018","engagements":"1"}' },
		});
		expect(people.done.map(({ key }) => key)).toEqual(['5566779988', '2100000005']);
	});
});
