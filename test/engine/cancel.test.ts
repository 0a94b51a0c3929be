import type { IDataObject } from 'n8n-workflow';

import { created, startMerchant } from './merchant';

let till: Awaited<ReturnType<typeof startMerchant>>;

beforeEach(async () => {
	till = await startMerchant({
		payments: [...created(20), { number: 50, status: 'Paid' }, { number: 60, test: true }],
	});
});
afterEach(async () => await till.sandbox.close());

const json = (items: Array<{ json: object }>) => items.map((item) => item.json);
const numbers = (items: Array<{ json: object }>) =>
	json(items).map((fields) => (fields as { number: unknown }).number);
const sent = () => till.sandbox.calls.map((call) => `${call.function} ${call.number}`);

describe('a run in which all goes well', () => {
	it('gives exactly number, orderid, status and url of the payment, as text', async () => {
		const { success, error } = await till.cancel([{ number: 7 }]);
		expect(error).toBeUndefined();
		expect(json(success)).toStrictEqual([
			{
				number: '7',
				orderid: 'order-7',
				status: 'Cancelled',
				url: 'https://api.qvickly.io/invoice/7/7',
			},
		]);
		expect(till.cancelled()).toEqual(['7']);
	});

	it('keeps the order of the items and links each to its input item', async () => {
		till.sandbox.state.latency = 5;
		const order = [9, 3, 20, 1, 14, 5, 2, 11, 8, 17];
		const { success } = await till.cancel(order.map((number) => ({ number })));
		expect(numbers(success)).toEqual(order.map(String));
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual(order.map((_, item) => ({ item })));
	});

	it('takes numbers as text, as numbers and with white space around them', async () => {
		const { success } = await till.cancel([
			{ number: '1' },
			{ number: 2 },
			{ number: ' 3\t' },
			{ number: '\u00a04\n' },
		]);
		expect(numbers(success)).toEqual(['1', '2', '3', '4']);
	});

	it('decrypts the credential once, however many items there are', async () => {
		const { decryptions } = await till.cancel(created(20));
		expect(decryptions).toBe(1);
	});

	it('sends a number that comes several times once and gives its result to each item', async () => {
		const { success } = await till.cancel([
			{ number: 4 },
			{ number: '4 ' },
			{ number: '5' },
			{ number: ' 4' },
		]);
		expect(numbers(success)).toEqual(['4', '4', '5', '4']);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		expect(sent()).toEqual(['cancelPayment 4', 'cancelPayment 5']);
	});

	it('acts on test payments in test mode and on live ones otherwise', async () => {
		const live = await till.cancel([{ number: 60 }]);
		expect(live.error?.message).toBe(
			'Payment 60 was not cancelled: it does not exist at this merchant',
		);
		expect(live.run.data.resultData.runData.Qvickly?.[0]?.hints).toEqual([]);
		const { success, run } = await till.cancel([{ number: 60 }], {
			credential: { testMode: true },
		});
		expect(numbers(success)).toEqual(['60']);
		expect(run.data.resultData.runData.Qvickly?.[0]?.hints).toMatchObject([
			{
				message: expect.stringContaining("'Test Mode' is on in the credential: only"),
				location: 'outputPane',
			},
		]);
		expect(till.sandbox.payments.changes).toMatchObject([{ number: '60', test: true }]);
	});

	it('never has more requests under way than allowed', async () => {
		till.sandbox.state.latency = 30;
		for (const [maxParallelRequests, fewest] of [
			[1, 20 * 30],
			[5, 4 * 30],
		] as const) {
			const started = performance.now();
			await till.cancel(created(20), { options: { maxParallelRequests } });
			expect(performance.now() - started).toBeGreaterThanOrEqual(fewest - 5);
		}
	});
});

describe('a payment that was cancelled before', () => {
	beforeEach(async () => {
		await till.cancel([{ number: 1 }]);
		till.sandbox.calls.length = 0;
	});

	it('is looked up and returned like one cancelled now', async () => {
		const { success } = await till.cancel([{ number: 1 }, { number: 2 }]);
		expect(json(success)).toEqual(
			['1', '2'].map((number) => ({
				number,
				orderid: `order-${number}`,
				status: 'Cancelled',
				url: `https://api.qvickly.io/invoice/${number}/${number}`,
			})),
		);
		expect(sent()).toEqual(['cancelPayment 1', 'cancelPayment 2', 'getPaymentinfo 1']);
		expect(till.cancelled()).toEqual(['1', '2']);
	});

	it('fails if the user wants that', async () => {
		const { error } = await till.cancel([{ number: 1 }], {
			options: { ifAlreadyCancelled: 'fail' },
		});
		expect(error?.message).toBe('Payment 1 had already been cancelled before');
		expect(sent()).toEqual(['cancelPayment 1', 'getPaymentinfo 1']);
	});
});

describe('items that cannot be used', () => {
	const items = [{ number: 1 }, { number: '1e6' }, { number: -2 }, { other: 3 }, { number: 4 }];

	it('stop the run before anything is sent, all named in one error', async () => {
		const { error } = await till.cancel(items);
		expect(error?.message).toBe('3 of 5 items cannot be used');
		expect(error?.description).toContain('Nothing was sent for any item.');
		expect(error?.description).toContain('Item 1: "1e6" is not a payment number');
		expect(error?.description).toContain('Item 2: -2 is not a payment number');
		expect(error?.description).toContain('Item 3: the payment number is empty');
		expect(till.sandbox.calls).toEqual([]);
	});

	it('are named up to ten, and the rest counted', async () => {
		const { error } = await till.cancel(Array.from({ length: 25 }, () => ({ number: 'x' })));
		expect(error?.description).toContain('Item 9: ');
		expect(error?.description).not.toContain('Item 10: ');
		expect(error?.description).toContain('and 15 more');
	});

	it('become error items where the node continues, and the others go on', async () => {
		const { success } = await till.cancel(items, { node: { onError: 'continueRegularOutput' } });
		expect(json(success)).toMatchObject([
			{ number: '1' },
			{
				error: {
					message: 'Item 1: "1e6" is not a payment number',
					details: { outcome: 'invalid' },
				},
			},
			{ error: { message: 'Item 2: -2 is not a payment number' } },
			{ error: { message: 'Item 3: the payment number is empty' } },
			{ number: '4' },
		]);
		expect(till.cancelled()).toEqual(['1', '4']);
	});

	it('are those too whose expression fails', async () => {
		const { failed, success } = await till.cancel([{ number: 1 }], {
			fields: { number: '={{ $("Nowhere").item.json.number }}' },
			node: { onError: 'continueErrorOutput' },
		});
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toMatchObject({ details: { outcome: 'invalid' } });
		expect(till.sandbox.calls).toEqual([]);
	});
});

describe('the error modes', () => {
	const items = [
		{ number: 1, customer: 'Åsa' },
		{ number: 50, customer: 'Bo' },
		{ number: 999, customer: 'Cilla' },
		{ number: 2, customer: 'Didrik' },
	];

	it('stop: the error says what happened, what to do, and how far the run got', async () => {
		const { error, success } = await till.cancel(items, { options: { maxParallelRequests: 1 } });
		expect(success).toEqual([]);
		expect(error?.message).toBe('Payment 50 was not cancelled: it has already been activated');
		expect(error?.context).toMatchObject({ itemIndex: 1 });
		expect(error?.description).toContain('Credit it instead');
		expect(error?.description).toContain(
			'Of 4 items: 1 cancelled (1), 1 not cancelled (50), 2 not attempted (999, 2). Take it out of the list',
		);
		expect(error?.description).toContain('"Unable to cancel a sent invoice." (code 5209, log ID ');
		expect(till.cancelled()).toEqual(['1']);
	});

	it('stop: those under way are finished and counted, and no new one is started', async () => {
		till.sandbox.state.latency = 20;
		const { error } = await till.cancel([{ number: 50 }, ...created(20)], {
			options: { maxParallelRequests: 4 },
		});
		expect(till.cancelled().sort()).toEqual(['1', '2', '3']);
		expect(error?.description).toContain(
			'17 not attempted (4, 5, 6, 7, 8, 9, 10, 11, 12, 13, and 7 more)',
		);
		const numbers = (group: Array<{ number: string }>) => group.map(({ number }) => number);
		const { data } = error!.context;
		expect(Object.keys(data)).toEqual(['not cancelled', 'cancelled', 'not attempted']);
		expect(numbers(data['not attempted'])).toEqual(
			Array.from({ length: 17 }, (_, index) => String(index + 4)),
		);
		expect(data['not cancelled']).toEqual([
			{
				item: 0,
				number: '50',
				code: '5209',
				message: 'Payment 50 was not cancelled: it has already been activated',
			},
		]);
	});

	it('stop: what was done is in the error, whole', async () => {
		const { error } = await till.cancel(items, { options: { maxParallelRequests: 1 } });
		expect(error?.context.data.cancelled).toEqual([
			{
				item: 0,
				number: '1',
				orderid: 'order-1',
				status: 'Cancelled',
				url: 'https://api.qvickly.io/invoice/1/1',
			},
		]);
	});

	it('continue: one item for each input item, failed ones with their error', async () => {
		const { success, failed } = await till.cancel(items, {
			node: { onError: 'continueRegularOutput' },
		});
		expect(failed).toEqual([]);
		expect(json(success)).toMatchObject([
			{ number: '1' },
			{ error: { details: { outcome: 'refused', code: '5209', number: '50' } } },
			{ error: { details: { outcome: 'refused', code: '5201', number: '999' } } },
			{ number: '2' },
		]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		// Older versions of n8n, which test:compat runs, take an error item with more fields for a success.
		expect(Object.keys(success[1]!.json)).toEqual(['error']);
	});

	it('continue with error output: failed items go there with their input fields, and only there', async () => {
		const { success, failed } = await till.cancel(items, {
			node: { onError: 'continueErrorOutput' },
		});
		expect(numbers(success)).toEqual(['1', '2']);
		expect(json(failed)).toMatchObject([
			{
				number: 50,
				customer: 'Bo',
				error: { message: 'Payment 50 was not cancelled: it has already been activated' },
			},
			{ number: 999, customer: 'Cilla', error: { details: { code: '5201' } } },
		]);
	});

	it("gives Qvickly's own words in the credential's language", async () => {
		const { failed } = await till.cancel(items, {
			node: { onError: 'continueErrorOutput' },
			credential: { language: 'sv' },
		});
		expect(failed[0]?.json.error).toMatchObject({
			details: { message: 'Kan inte makulera en skickad faktura.' },
		});
	});
});

describe('settings that cannot be used', () => {
	const bad = [
		[{ credential: { secret: 'wrong' } }, 'Qvickly does not accept the signature', 1],
		[{ credential: { merchantId: '9' } }, 'Qvickly does not accept the credentials', 1],
		[{ credential: { baseUrl: 'http://api.qvickly.io' } }, 'must start with https://', 0],
		[{ credential: { secret: ' ' } }, "'Secret' is empty", 0],
		[{ options: { maxParallelRequests: 51 } }, 'must be a whole number from 1 to 50, but is 51', 0],
		[{ options: { timeout: 'soon' } }, 'but is "soon"', 0],
	] as const;

	it.each(bad)(
		'%j stops the run with a message that says what to change',
		async (setting, message, calls) => {
			const { error } = await till.cancel([{ number: 1 }], setting);
			expect(error?.message).toContain(message);
			expect(till.sandbox.calls).toHaveLength(calls);
			expect(till.cancelled()).toEqual([]);
		},
	);

	it.each(bad)(
		'%j sends every item to the error output, none to the other',
		async (setting, message) => {
			const { success, failed } = await till.cancel(created(3), {
				...setting,
				node: { onError: 'continueErrorOutput' },
			});
			expect(success).toEqual([]);
			expect(numbers(failed)).toEqual([1, 2, 3]);
			expect(failed[2]?.json.error).toMatchObject({ message: expect.stringContaining(message) });
		},
	);
});

describe('Retry On Fail', () => {
	const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'with %s ends with every payment cancelled once and every item a success',
		async (onError) => {
			// The first try of the first payment fails after it was carried out, with no retries of our own.
			till.sandbox.state.faults = ({ number, function: name, earlier }) =>
				number === '1' && name === 'cancelPayment' && earlier === 0 ? 'http500' : undefined;
			const { success, failed, error } = await till.cancel(created(5), {
				node: { ...retry, onError },
				options: { retries: 0 },
			});
			expect(error).toBeUndefined();
			expect(failed).toEqual([]);
			expect(numbers(success)).toEqual(['1', '2', '3', '4', '5']);
			expect(till.cancelled().sort()).toEqual(['1', '2', '3', '4', '5']);
		},
	);
});

describe('stopping the execution from outside', () => {
	it('starts no further request, cuts waits short, and says so of every item', async () => {
		let stop = () => {};
		till.sandbox.state.faults = () => 'http503:before';
		till.sandbox.state.onCall = () => till.sandbox.calls.length === 2 && stop();
		// The waits before ten further tries are minutes, in which this test would run out of time.
		const { run, success } = await till.cancel(created(20), {
			options: { maxParallelRequests: 2, retries: 10 },
			onStart: (execution) => (stop = execution.cancel),
		});
		expect(run.status).toBe('canceled');
		expect(till.sandbox.calls).toHaveLength(2);
		const outcomes = success.map(
			({ json }) => (json.error as { details: IDataObject }).details.outcome,
		);
		expect(outcomes).toEqual([...Array(2).fill('unknown'), ...Array(18).fill('notAttempted')]);
	});
});
