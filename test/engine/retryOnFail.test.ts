import { findLies } from './claims';
import { created, errorOf, startMerchant, type Setting } from './merchant';

const MODES = ['stopWorkflow', 'continueErrorOutput', 'continueRegularOutput'] as const;

const retry = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

/** Runs an operation with Retry On Fail, in a mode, on payments of which the first does not exist. */
async function run(
	operation: string,
	mode: (typeof MODES)[number],
	setting: Setting,
	prepare: (till: Awaited<ReturnType<typeof startMerchant>>) => void = () => {},
) {
	const till = await startMerchant({ payments: created(3).slice(1) });
	prepare(till);
	const result = await till.run(operation, created(3), {
		...setting,
		node: { ...retry, onError: mode },
		options: { retries: 0, maxParallelRequests: 1, ...setting.options },
	});
	await till.sandbox.close();
	expect(findLies(operation, created(3), result, till.sandbox)).toMatchObject({
		falseClaims: [],
		falseDenials: [],
		doneTwice: [],
	});
	return { ...result, sent: till.sent() };
}

describe('with Retry On Fail, the last try denies nothing that an earlier one did', () => {
	it.each(MODES.slice(1))('where it gets no answer to its look-up (%s)', async (mode) => {
		const { success } = await run(
			'activate',
			mode,
			{ options: { expectedAmount: 125 } },
			(till) => {
				till.sandbox.state.faults = ({ function: name, earlier }) =>
					name === 'getPaymentinfo' && earlier > 0 ? 'html' : undefined;
			},
		);
		expect(success.filter(({ json }) => !json.error).map(({ json }) => json.number)).toEqual([
			'2',
			'3',
		]);
	});

	it.each(MODES)('where the network is gone at the second try (%s)', async (mode) => {
		const { error, sent } = await run('cancel', mode, {}, (till) => {
			const last = mode === 'stopWorkflow' ? 1 : 3;
			till.sandbox.state.onCall = () => {
				if (till.sandbox.calls.length === last) void till.sandbox.close();
			};
		});
		expect(sent.filter((call) => call === 'cancelPayment 2').length).toBeLessThanOrEqual(1);
		if (error) expect(error.message).toContain('Payment 1');
	});

	it.each(MODES.slice(1))('where payments cancelled before are to fail (%s)', async (mode) => {
		const options = { ifAlreadyCancelled: 'fail' };
		const { success, sent } = await run('cancel', mode, { options });
		expect(success.filter(({ json }) => !json.error)).toHaveLength(2);
		expect(sent).toEqual([
			'cancelPayment 1',
			'cancelPayment 2',
			'cancelPayment 3',
			'cancelPayment 1',
		]);
	});

	it('nor forgets it where a row fails that comes after', async () => {
		const till = await startMerchant({ payments: created(2) });
		const { error } = await till.run('cancel', created(3), {
			options: { ifAlreadyCancelled: 'fail', maxParallelRequests: 1 },
			node: retry,
		});
		await till.sandbox.close();
		expect(error?.message).toBe('Payment 3 was not cancelled: it does not exist at this merchant');
		expect(error?.description).toContain('2 cancelled (1, 2), 1 not cancelled (3)');
	});

	it('and what it left in doubt stays in doubt, unless it is cleared up', async () => {
		const settle = async (fault: string) => {
			const { failed, success } = await run('cancel', 'continueErrorOutput', {}, (till) => {
				till.sandbox.state.faults = ({ function: name, number, earlier }) => {
					if (number !== '2') return undefined;
					return name === 'getPaymentinfo' && earlier === 0
						? 'html'
						: earlier === 0
							? 'reset'
							: fault || undefined;
				};
			});
			const two = [...failed, ...success].find(
				({ pairedItem }) => (pairedItem as { item: number }).item === 1,
			)!;
			return two.json.error ? errorOf(two).details.outcome : 'done';
		};
		expect(await settle('http403')).toBe('unknown');
		expect(await settle('')).toBe('done');
	});

	it('and what it left in doubt is not denied where the second try does not arrive', async () => {
		const { failed } = await run('cancel', 'continueErrorOutput', {}, (till) => {
			till.sandbox.state.faults = ({ function: name, number }) =>
				number === '2' ? (name === 'getPaymentinfo' ? 'html' : 'reset') : undefined;
			till.sandbox.state.onCall = () => {
				const again = till.sent().filter((call) => call === 'cancelPayment 1').length === 2;
				if (again) void till.sandbox.close();
			};
		});
		const outcomes = failed.map((item) => errorOf(item).details.outcome);
		expect(outcomes).toEqual(['refused', 'unknown']);
	});
});
