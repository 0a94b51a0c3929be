import { eachPayment, merge, qvicklyTo, respond } from './nodes';
import { sandbox } from './running';
import { deploy, fields, newPayments, recorded, unknownNumber } from './workflow';

/** Posts rows to Webhook → Qvickly, whose outputs are merged and sent back. */
async function run(operation: string, rows: object[], parameters: object = {}) {
	const qvickly = qvicklyTo(operation, { onError: 'continueErrorOutput' }, parameters);
	const { post } = await deploy(
		[eachPayment, qvickly, merge, respond],
		['Webhook > Payments > Qvickly > Merge > Respond', 'Qvickly:1 > Merge:1'],
	);
	const { httpStatus, text, output } = await post({ payments: rows });
	expect(httpStatus).toBe(200);
	expect(JSON.parse(text)).toHaveLength(rows.length);
	const [done, failed] = [output('Qvickly', 0), output('Qvickly', 1)];
	return { done: fields(done), failed: fields(failed), links: done.map((one) => one.pairedItem) };
}

/** A failed row: all that came in, and why. */
const failure = (row: object, outcome: string, message: string, code?: string) => ({
	...row,
	error: {
		message: expect.stringContaining(message),
		description: expect.stringMatching(/\S/),
		details: expect.objectContaining({ outcome, ...(code && { code }) }),
	},
});

const rowsOf = (numbers: string[]) => numbers.map((number, index) => ({ number, row: index }));

const url = (number: string) => expect.stringContaining(`/invoice/${number}/`);

/** @param of the payment or credit whose URL it is */
const basic = (number: string, status: string, of = number) => ({
	number,
	orderid: `order-${number}`,
	status,
	url: url(of),
});

const open = { status: 'Created' };
const sent = { status: 'Factoring' };

describe('in a workflow from webhook to answer', () => {
	it('Get gives each payment in short, and sends an unknown one down the error branch', async () => {
		const [number = ''] = newPayments(1, { ...sent, customer: 'company' });
		const rows = rowsOf([number, unknownNumber()]);
		const { done, failed } = await run('get', rows);
		expect(done).toEqual([
			{
				number,
				orderid: `order-${number}`,
				status: 'Factoring',
				method: 'Invoice',
				currency: 'SEK',
				total: '125.00',
				tax: '25.00',
				url: url(number),
				relatedPayment: null,
				settlementNumber: null,
				settlementDate: null,
				customerName: expect.stringMatching(/\S/),
			},
		]);
		expect(failed).toEqual([failure(rows[1]!, 'refused', 'could not be looked up', '5201')]);
	});

	it('Get without Simplify gives what Qvickly answered', async () => {
		const [number = ''] = newPayments(1);
		const { done } = await run('get', rowsOf([number]), { simple: false });
		expect(done).toEqual([
			expect.objectContaining({
				PaymentData: expect.objectContaining({ number, method: '1', status: 'Created' }),
				Cart: expect.objectContaining({ Total: expect.objectContaining({ withtax: '12500' }) }),
			}),
		]);
		expect(recorded([number]).calls).toMatchObject([{ function: 'getPaymentinfo' }]);
	});

	it('Activate activates what is open, and passes what had been activated before', async () => {
		const numbers = [...newPayments(2, open), ...newPayments(1, sent)];
		const rows = rowsOf([...numbers, ...newPayments(1, { status: 'Pending' })]);
		const { done, failed, links } = await run('activate', rows);
		expect(done).toEqual(numbers.map((number) => basic(number, 'Factoring')));
		expect(links).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(failed).toEqual([
			failure(rows[3]!, 'refused', 'its credit check is not finished', '5208'),
		]);
	});

	it('Activate compares the amount with each row’s own field, and sends no other', async () => {
		const numbers = newPayments(3, open);
		const totals = ['125.00', 124.99, 'a lot'];
		const rows = numbers.map((number, index) => ({ number, total: totals[index] }));
		const { done, failed } = await run('activate', rows, {
			options: { expectedAmount: '={{ $json.total }}' },
		});
		expect(done).toMatchObject([{ number: numbers[0], status: 'Factoring' }]);
		expect(failed).toEqual([
			failure(rows[1]!, 'refused', "its total is 125.00 SEK, and 'Expected Amount' is 124.99"),
			failure(rows[2]!, 'invalid', '"a lot" in \'Expected Amount\''),
		]);
		expect(recorded(numbers.slice(1)).calls).toMatchObject([{ function: 'getPaymentinfo' }]);
	});

	it('Cancel cancels, and sends an activated payment down the error branch', async () => {
		const numbers = [...newPayments(1, open), ...newPayments(1, sent)];
		const rows = rowsOf(numbers);
		const { done, failed } = await run('cancel', rows);
		expect(done).toMatchObject([{ number: numbers[0], status: 'Cancelled' }]);
		expect(failed).toEqual([failure(rows[1]!, 'refused', 'already been activated', '5209')]);
	});

	it('Credit credits a payment once, though it stands in two rows', async () => {
		const [number = ''] = newPayments(1, sent);
		const rows = rowsOf([number, number, ...newPayments(1, open)]);
		const { done, failed } = await run('credit', rows, { options: { maxParallelRequests: 1 } });
		const [credit] = sandbox.payments.credits.filter(({ of }) => of === number);
		expect(done).toEqual([
			{ ...basic(number, 'Credited', credit!.number), creditNumber: credit!.number },
		]);
		expect(failed).toEqual([
			failure(rows[1]!, 'refused', 'too little, is left of it to credit', '5214'),
			failure(rows[2]!, 'refused', 'it has not been activated yet', '5205'),
		]);
		expect(recorded([number]).calls).toHaveLength(2);
		expect(sandbox.payments.truth(number)).toMatchObject({ credits: 1 });
	});

	it('Cancel or Credit does with each payment what it still can', async () => {
		const [created = ''] = newPayments(1, open);
		const [activated = ''] = newPayments(1, sent);
		const [cancelled = ''] = newPayments(1, { status: 'Cancelled' });
		const rows = rowsOf([created, activated, cancelled, unknownNumber()]);
		const { done, failed } = await run('cancelOrCredit', rows);
		const [credit] = sandbox.payments.credits.filter(({ of }) => of === activated);
		expect(done).toEqual([
			{ ...basic(created, 'Cancelled'), action: 'cancelled', creditNumber: '' },
			{
				...basic(activated, 'Credited', credit!.number),
				action: 'credited',
				creditNumber: credit!.number,
			},
			{ ...basic(cancelled, 'Cancelled'), action: 'none', creditNumber: '' },
		]);
		expect(failed).toEqual([failure(rows[3]!, 'refused', 'does not exist', '5201')]);
	});
});
