import { eachPayment, qvicklyTo } from './nodes';
import { sandbox } from './running';
import { deploy, fields, newPayments } from './workflow';

const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

// n8n would send every item again after one has failed.
describe.each(['credit', 'cancelOrCredit'])('%s with Retry On Fail', (operation) => {
	const run = async (onError: string) => {
		const numbers = newPayments(2, { status: 'Factoring' });
		const before = sandbox.calls.length;
		const { post } = await deploy(
			[eachPayment, qvicklyTo(operation, { ...retry, onError })],
			['Webhook > Payments > Qvickly'],
		);
		const result = await post({ payments: numbers.map((number) => ({ number })) });
		expect(sandbox.calls).toHaveLength(before);
		return { numbers, ...result };
	};

	it('stops the workflow before anything is sent', async () => {
		const { status, error } = await run('stopWorkflow');
		expect(status).toBe('error');
		expect(error.message).toContain("does not run with 'Retry On Fail' on");
		expect(error.description).toContain("Turn 'Retry On Fail' off");
	});

	it.each([
		['continueRegularOutput', 0],
		['continueErrorOutput', 1],
	])('sends nothing, and fails every item (%s)', async (onError, index) => {
		const { numbers, output } = await run(onError);
		expect(fields(output('Qvickly', index))).toMatchObject(
			numbers.map((number) => ({
				...(index === 1 && { number }),
				error: {
					message: expect.stringContaining("does not run with 'Retry On Fail' on"),
					details: { outcome: 'invalid' },
				},
			})),
		);
		expect(output('Qvickly', 1 - index)).toEqual([]);
	});
});
