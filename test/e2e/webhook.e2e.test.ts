import { eachPayment, merge, qvickly, respond } from './nodes';
import { n8n } from './running';
import { failedWebhookStatus } from './versions';
import { deploy, fields, newPayments, recorded, unknownNumber } from './workflow';

const cancelled = (number: string) => ({
	number,
	orderid: `order-${number}`,
	status: 'Cancelled',
	url: expect.stringMatching(new RegExp(`^https://api\\.qvickly\\.io/invoice/${number}/`)),
});

describe('Webhook → Qvickly → Respond to Webhook', () => {
	it('cancels the one payment that is posted and answers with exactly its four fields', async () => {
		const [number = ''] = newPayments(1);
		const { post } = await deploy(
			[qvickly('={{ $json.body.number }}'), respond],
			['Webhook > Qvickly > Respond'],
		);
		const { httpStatus, text, status } = await post({ number: Number(number) });
		expect({ httpStatus, status }).toEqual({ httpStatus: 200, status: 'success' });
		expect(JSON.parse(text)).toEqual([cancelled(number)]);
		expect(recorded([number])).toMatchObject({
			cancelled: [number],
			calls: [{ function: 'cancelPayment', test: false, changed: true }],
		});
	});

	it('cancels many payments, once each, and answers in the order that they came in', async () => {
		const numbers = newPayments(50).reverse();
		const { post } = await deploy(
			[eachPayment, qvickly('={{ $json.number }}'), respond],
			['Webhook > Payments > Qvickly > Respond'],
		);
		const { text, output } = await post({ payments: numbers.map((number) => ({ number })) });
		expect(JSON.parse(text)).toEqual(numbers.map(cancelled));
		expect(output('Qvickly').map(({ pairedItem }) => pairedItem)).toEqual(
			numbers.map((_, item) => ({ item })),
		);
		const { calls, cancelled: changed } = recorded(numbers);
		expect(calls).toHaveLength(50);
		expect(changed).toEqual([...numbers].sort());
	});

	it('sends failed items down the error branch with their input fields, and none down the other', async () => {
		const [good = '', other = ''] = newPayments(2);
		const [sent = ''] = newPayments(1, { status: 'Factoring' });
		const unknown = unknownNumber();
		const { post } = await deploy(
			[
				eachPayment,
				qvickly('={{ $json.number }}', { onError: 'continueErrorOutput' }),
				merge,
				respond,
			],
			['Webhook > Payments > Qvickly > Merge > Respond', 'Qvickly:1 > Merge:1'],
		);
		const payments = [good, sent, '10O0235', unknown, other].map((number, index) => ({
			number,
			invoice: `F-${index}`,
		}));
		const { httpStatus, text, output } = await post({ payments });

		expect(fields(output('Qvickly', 0))).toEqual([cancelled(good), cancelled(other)]);
		expect(fields(output('Qvickly', 1))).toEqual([
			expect.objectContaining({
				number: sent,
				invoice: 'F-1',
				error: {
					message: expect.stringContaining(sent),
					description: expect.any(String),
					details: expect.objectContaining({ outcome: 'refused', code: '5209' }),
				},
			}),
			expect.objectContaining({
				number: '10O0235',
				invoice: 'F-2',
				error: expect.objectContaining({
					message: expect.stringContaining('"10O0235"'),
					details: { outcome: 'invalid' },
				}),
			}),
			expect.objectContaining({
				number: unknown,
				invoice: 'F-3',
				error: expect.objectContaining({
					details: expect.objectContaining({ outcome: 'refused', code: '5201' }),
				}),
			}),
		]);
		expect(httpStatus).toBe(200);
		expect(JSON.parse(text)).toHaveLength(5);
		expect(recorded([good, sent, '10O0235', unknown, other])).toMatchObject({
			cancelled: [good, other],
			calls: { length: 4 },
		});
	});

	it('leaves the success branch empty if every item fails', async () => {
		const sent = newPayments(2, { status: 'Handling' });
		const { post } = await deploy(
			[
				eachPayment,
				qvickly('={{ $json.number }}', { onError: 'continueErrorOutput' }),
				merge,
				respond,
			],
			['Webhook > Payments > Qvickly > Merge > Respond', 'Qvickly:1 > Merge:1'],
		);
		const { text, output } = await post({ payments: sent.map((number) => ({ number })) });
		expect(output('Qvickly', 0)).toEqual([]);
		expect(fields(output('Qvickly', 1)).map(({ number }) => number)).toEqual(sent);
		expect(JSON.parse(text)).toHaveLength(2);
		expect(recorded(sent)).toMatchObject({ cancelled: [], calls: { length: 2 } });
	});

	it('stops the workflow with an error that names the payment, if that is the error mode', async () => {
		const [sent = ''] = newPayments(1, { status: 'Factoring' });
		const { post } = await deploy(
			[qvickly('={{ $json.body.number }}'), respond],
			['Webhook > Qvickly > Respond'],
		);
		const { httpStatus, status, error, output } = await post({ number: sent });
		expect(status).toBe('error');
		expect(httpStatus).toBe(failedWebhookStatus(n8n.version));
		expect(error.message).toContain(`Payment ${sent} was not cancelled`);
		expect(output('Respond')).toEqual([]);
		expect(recorded([sent]).cancelled).toEqual([]);
	});
});
