import { eachPayment, qvickly } from './nodes';
import { sandbox } from './running';
import { deploy, fields, newPayments, recorded } from './workflow';

const retry = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

/** Posts payments to Webhook → Qvickly; n8n retries the node, the node itself does not retry. */
async function run(numbers: string[], onError: string) {
	const { post } = await deploy(
		[eachPayment, qvickly('={{ $json.number }}', { ...retry, onError }, { retries: 0 })],
		['Webhook > Payments > Qvickly'],
	);
	return await post({ payments: numbers.map((number, index) => ({ number, invoice: index })) });
}

/** The first try to cancel this payment gets no proper answer; `:before`: and is not carried out. */
function failOnce(number: string, fault: string) {
	sandbox.state.faults = (call) =>
		call.function === 'cancelPayment' && call.number === number && call.earlier === 0
			? fault
			: undefined;
}

describe('Retry On Fail, where one payment fails at the first try', () => {
	afterEach(() => {
		sandbox.state.faults = undefined;
	});

	const modes = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];

	describe.each(modes)('error mode %s', (onError) => {
		it.each([
			['not carried out', 'http503:before'],
			['carried out, with the answer lost', 'reset'],
		])('gives every payment as cancelled if the call was %s', async (_, fault) => {
			const numbers = newPayments(3);
			failOnce(numbers[0]!, fault);
			const { status, output } = await run(numbers, onError);
			expect(status).toBe('success');
			expect(fields(output('Qvickly', 0))).toEqual(
				numbers.map((number) => ({
					number,
					orderid: `order-${number}`,
					status: 'Cancelled',
					url: expect.stringContaining(number),
				})),
			);
			expect(output('Qvickly', 1)).toEqual([]);
			expect(recorded(numbers).cancelled).toEqual(numbers);
			expect(recorded([numbers[0]!]).calls.length).toBeGreaterThan(1);
		});
	});

	it('tries again for any payment if the error mode is to stop', async () => {
		const numbers = newPayments(3);
		failOnce(numbers[2]!, 'http503:before');
		const { status, output } = await run(numbers, 'stopWorkflow');
		expect(status).toBe('success');
		expect(fields(output('Qvickly')).map(({ number }) => number)).toEqual(numbers);
		expect(recorded(numbers).cancelled).toEqual(numbers);
	});

	// n8n looks at the first item alone to see whether a node that continues has failed.
	it('reports the payment as not known to be cancelled where n8n does not try again', async () => {
		const numbers = newPayments(3);
		failOnce(numbers[2]!, 'http503:before');
		const { output } = await run(numbers, 'continueErrorOutput');
		expect(fields(output('Qvickly', 0)).map(({ number }) => number)).toEqual(numbers.slice(0, 2));
		expect(fields(output('Qvickly', 1))).toMatchObject([
			{ number: numbers[2], invoice: 2, error: { details: { outcome: 'unknown' } } },
		]);
		expect(recorded(numbers).cancelled).toEqual(numbers.slice(0, 2));
	});
});
