import { errorOf, startMerchant, type Setting } from './merchant';

type Till = Awaited<ReturnType<typeof startMerchant>>;

/** Paid payments 1 … count, all in settlement 5. */
async function settled(count: number, more: object = {}): Promise<Till> {
	const numbers = Array.from({ length: count }, (_, index) => String(index + 1));
	const seed = { status: 'Paid', method: 8 } as const;
	const till = await startMerchant({ payments: numbers.map((number) => ({ number, ...seed })) });
	till.sandbox.payments.lists.settlements.push({ id: 5, date: '2026-01-30', numbers, ...more });
	return till;
}

const settlement = (till: Till, ids: number[], { fields, options, ...more }: Setting = {}) =>
	till.run(
		'get',
		ids.map((id) => ({ id })),
		{
			fields: { resource: 'settlement', settlementId: '={{ $json.id }}', ...fields },
			options: { addPaymentDetails: true, ...options },
			...more,
		},
	);

const lookUps = ({ sandbox }: Till) =>
	sandbox.calls.filter((call) => call.function === 'getPaymentinfo').map(({ number }) => number);

let till: Till;
afterEach(async () => await till.sandbox.close());

describe('details of the rows of a settlement', () => {
	it('are added to each, in its order, linked to the item that asked for them', async () => {
		till = await settled(3);
		const { success } = await settlement(till, [5]);
		expect(
			success.map(({ json, pairedItem }) => [json.number, json.orderid, json.total, pairedItem]),
		).toEqual(
			[1, 2, 3].map((number) => [String(number), `order-${number}`, '125.00', { item: 0 }]),
		);
		expect(success[0]!.json).toMatchObject({
			...{ paidIn: '125.00', payout: '121.87', detailsError: null },
			vat: [{ rate: '25', net: '100.00', vat: '25.00' }],
		});
	});

	it('are looked up only where that is asked for', async () => {
		till = await settled(3);
		await settlement(till, [5], { options: { addPaymentDetails: false } });
		const summary = { output: 'summary' };
		const { success } = await settlement(till, [5], { fields: summary, options: {} });
		expect(success.map(({ json }) => json.invoices)).toEqual([3]);
		expect(lookUps(till)).toEqual([]);
	});

	it('are looked up once for each payment, in however many rows and items it stands', async () => {
		till = await settled(2);
		till.sandbox.payments.lists.settlements.push({
			id: 6,
			date: '2026-02-06',
			numbers: ['2', '2', '1'],
		});
		const { success } = await settlement(till, [5, 6, 5]);
		expect(
			success.map(({ json, pairedItem }) => [json.number, (pairedItem as { item: number }).item]),
		).toEqual([
			...[
				['1', 0],
				['2', 0],
			],
			...[
				['2', 1],
				['2', 1],
				['1', 1],
			],
			...[
				['1', 2],
				['2', 2],
			],
		]);
		expect(success.every(({ json }) => json.orderid === `order-${String(json.number)}`)).toBe(true);
		expect(lookUps(till).sort()).toEqual(['1', '2']);
		const sent = till.sandbox.calls.filter((call) => call.function === 'getSettlementsWithDetails');
		expect(sent).toHaveLength(2);
	});

	it('are looked up so many at a time as is set', async () => {
		till = await settled(20);
		till.sandbox.state.latency = 20;
		await settlement(till, [5], { options: { maxParallelRequests: 3 } });
		expect(till.sandbox.state.most).toBe(3);
	});

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'that cannot be had mark their row, and take none away (On Error: %s)',
		async (onError) => {
			till = await settled(3);
			till.sandbox.state.refuse = ({ number }) => (number === '2' ? '5201' : undefined);
			const { success, failed, error } = await settlement(till, [5], { node: { onError } });
			expect([error, failed]).toEqual([undefined, []]);
			expect(success.map(({ json }) => [json.number, json.payout, json.orderid])).toEqual([
				['1', '121.87', 'order-1'],
				['2', '121.87', null],
				['3', '121.87', 'order-3'],
			]);
			expect(success[1]!.json.detailsError).toMatch(
				/^Payment 2 could not be looked up: it does not exist at this merchant\. Look /,
			);
		},
	);

	it('are tried again, within the retries', async () => {
		till = await settled(2);
		till.sandbox.state.faults = ({ function: name, earlier }) =>
			name === 'getPaymentinfo' && earlier === 0 ? 'http503' : undefined;
		const { success } = await settlement(till, [5]);
		expect(success.map(({ json }) => json.detailsError)).toEqual([null, null]);
	});

	it('end with a refusal of the account, which the other rows name', async () => {
		till = await settled(30);
		till.sandbox.state.refuse = ({ name }) => (name === 'getpaymentinfo' ? '9012' : undefined);
		const { success } = await settlement(till, [5], { options: { maxParallelRequests: 2 } });
		expect(success).toHaveLength(30);
		expect(lookUps(till).length).toBeLessThanOrEqual(3);
		for (const { json } of success) {
			expect(json.detailsError).toContain('the merchant account may not use this API');
		}
	});

	it('leave the rows, if the execution is stopped meanwhile', async () => {
		till = await settled(30);
		const stop = new AbortController();
		till.sandbox.state.onCall = ({ number }) => number === '3' && stop.abort();
		const { success } = await settlement(till, [5], {
			options: { maxParallelRequests: 1 },
			onStart: (run) => stop.signal.addEventListener('abort', () => run.cancel()),
		});
		expect(success.map(({ json }) => json.payout)).toEqual(Array(30).fill('121.87'));
		expect(success.map(({ json }) => json.orderid).filter(Boolean)).toEqual(['order-1', 'order-2']);
		for (const { json } of success.slice(3)) {
			expect(json.detailsError).toContain('the execution was stopped');
		}
		expect(lookUps(till)).toEqual(['1', '2', '3']);
	});
});

describe('a long list', () => {
	it('of 5,000 rows is given whole, with the details of each', async () => {
		till = await settled(5000);
		const { success } = await settlement(till, [5], { options: { maxParallelRequests: 20 } });
		expect(success).toHaveLength(5000);
		expect(success.every(({ json }, index) => json.orderid === `order-${index + 1}`)).toBe(true);
		expect(success[0]!.json.difference).toBeNull();
	});

	it('tells a difference of an öre in all its rows', async () => {
		till = await settled(5000, { more: 1n });
		const { success } = await settlement(till, [5], { options: { addPaymentDetails: false } });
		expect(success).toHaveLength(5000);
		expect(new Set(success.map(({ json }) => json.difference))).toEqual(
			new Set([expect.stringMatching(/^payout of all states: .* a difference of 0\.01$/)]),
		);
	});
});

describe('Call Function', () => {
	const call = async (name: string, items: object[], setting: Setting = {}) =>
		await till.run('callFunction', items, {
			...setting,
			fields: { resource: 'api', function: name, data: '={{ $json }}', ...setting.fields },
		});

	it('gives what Qvickly keeps by number in its order, whatever JavaScript makes of it', async () => {
		till = await startMerchant();
		const { success } = await call('getAddress', [{ pno: '550101-1018', engagements: '1' }]);
		expect(success.map(({ json }) => json.key)).toEqual(['5566779988', '2100000005']);
	});

	it('sends again what only reads, and nothing else', async () => {
		till = await settled(1);
		till.sandbox.payments.add([{ number: 9, status: 'Factoring' }]);
		till.sandbox.state.faults = () => 'http503';
		await call('getPaymentinfo', [{ number: 1 }], { node: { onError: 'continueRegularOutput' } });
		const { success } = await call('creditPayment', [{ number: 9 }], {
			node: { onError: 'continueRegularOutput' },
		});
		expect(errorOf(success[0]!)).toMatchObject({
			message: expect.stringMatching(
				/^Function creditPayment may have been carried out: HTTP status 503/,
			),
			description: expect.stringContaining('what creditPayment does'),
			details: { outcome: 'unknown' },
		});
		const sent = till.sandbox.calls.map((one) => one.function);
		expect(sent).toEqual([...Array<string>(3).fill('getPaymentinfo'), 'creditPayment']);
	});

	it('of a function that there is not ends nothing but its own item', async () => {
		till = await settled(2);
		const items = [{ f: 'getNothing' }, { f: 'getFees' }, { f: 'getNothing' }];
		const { success } = await call('={{ $json.f }}', items, {
			fields: { data: '{}' },
			node: { onError: 'continueRegularOutput' },
			options: { maxParallelRequests: 1 },
		});
		expect(errorOf(success[0]!)).toMatchObject({
			message: 'Function getNothing was not carried out: Qvickly does not know it',
			details: { outcome: 'refused', code: '9001' },
		});
		expect(till.sandbox.calls.map((one) => one.function)).toEqual(items.map(({ f }) => f));
	});

	it('does not run with Retry On Fail on, as it may be what moves money', async () => {
		till = await settled(1);
		const { error } = await call('getFees', [{}], { node: { retryOnFail: true } });
		expect(error?.message).toContain("'Call Function' does not run with 'Retry On Fail' on");
		expect(till.sandbox.calls).toEqual([]);
	});

	it('sends equal reads once, and equal calls of anything else each', async () => {
		till = await settled(1);
		till.sandbox.payments.add([{ number: 9, status: 'Factoring' }]);
		await call('getPaymentinfo', [{ number: 1 }, { number: 1 }]);
		await call('creditPayment', [{ number: 9 }, { number: 9 }], {
			node: { onError: 'continueRegularOutput' },
		});
		expect(till.sent()).toEqual(['getPaymentinfo 1', 'creditPayment 9', 'creditPayment 9']);
	});
});

it('the terms of a type are a page, which is asked for again while it is not whole', async () => {
	till = await startMerchant();
	till.sandbox.state.faults = ({ earlier }) =>
		[undefined, 'cutShort', 'truncated', 'empty'][3 - earlier];
	const { success } = await till.run('getTerms', [{}], {
		fields: { resource: 'account', type: 'card', amount: '100' },
		options: { retries: 3 },
	});
	expect(success[0]!.json).toEqual({
		method: '8',
		html: expect.stringMatching(/^<!DOCTYPE html>[^]*kort[^]*10000 öre[^]*<\/html>\n$/),
	});
	expect(till.sandbox.calls).toHaveLength(4);
});

describe('lists of payments and customers', () => {
	const PNO = '550101-1018';
	const CUSTOMER = {
		...{ nr: '42', pno: PNO },
		Billing: { firstname: 'Tess', lastname: 'Åberg', street: 'Gatan 1', zip: '12345', city: 'By' },
	};
	const list = async (fields: object, setting: Setting = {}) =>
		await till.run('getMany', [{ pno: PNO, whole: '195501011018' }], { ...setting, fields });
	const start = async () => {
		const sections = { Customer: CUSTOMER };
		till = await startMerchant({
			payments: [
				{ number: 1, method: 1, status: 'Factoring', sections },
				{ number: 2, method: 8, status: 'Paid', sections },
				{ number: 3, method: 1, status: 'Factoring', customer: 'company' },
			],
		});
		till.sandbox.payments.lists.due.push({ number: '1', dueDate: '2026-01-31', topay: '12500' });
	};

	it('give the same fields, each amount where its unit is known', async () => {
		await start();
		const due = await list({ by: 'overdue', dueFrom: '={{ DateTime.fromISO("2026-01-30") }}' });
		const theirs = await list({ by: 'customer', customerNumber: '42' });
		const open = await list({ by: 'pno', pno: PNO });
		const all = await list({ by: 'pno', pno: PNO }, { options: { includePaid: true } });
		expect(due.success.map(({ json }) => [json.number, json.toPay, json.toPayUnknownUnit])).toEqual(
			[['1', null, '12500']],
		);
		expect(theirs.success.map(({ json }) => [json.number, json.total])).toEqual([
			['1', '125.00'],
			['2', '125.00'],
		]);
		expect(open.success.map(({ json }) => [json.number, json.toPay])).toEqual([['1', '125.00']]);
		expect(all.success.map(({ json }) => json.number)).toEqual(['1', '2']);
		const names = [due, theirs, open].map(({ success }) => Object.keys(success[0]!.json));
		expect(names[1]).toEqual(names[0]);
		expect(names[2]).toEqual(names[0]);
	});

	it('name nobody by a whole number in what goes wrong', async () => {
		await start();
		for (const refused of [undefined, '7022', '5555']) {
			till.sandbox.state.refuse = () => refused;
			till.sandbox.state.faults = () => (refused ? undefined : 'badSignature');
			for (const fields of [
				{ by: 'pno', pno: '={{ $json.pno }}' },
				{ by: 'customer', customerNumber: '={{ $json.whole }}' },
				{ by: 'pno', pno: '={{ $json.pno }} Tess' },
			]) {
				const { error } = await list(fields, { options: { retries: 0 } });
				expect(error?.message).toMatch(/550101-?\*{4}/);
				expect(JSON.stringify({ ...error, message: error?.message })).not.toContain('1018');
			}
		}
	});

	it('find a customer, and the invoice that a note is for', async () => {
		await start();
		const { success } = await till.run('search', [{}], {
			fields: { resource: 'customer', name: 'tess' },
		});
		expect(success.map(({ json }) => [json.customerid, json.name, json.city])).toEqual([
			['42', 'Tess Åberg', 'By'],
		]);
		const [invoice] = (await list({ by: 'pno', pno: PNO })).success;
		const note = (invoiceHash: unknown) => ({ invoiceHash, text: 'Sent – “today”' });
		for (const invoiceHash of [invoice!.json.url, invoice!.json.hash]) {
			const { success: done } = await till.run('addLogNote', [{}], { fields: note(invoiceHash) });
			expect(done.map(({ json }) => json.result)).toEqual(['OK']);
		}
		expect(till.sandbox.payments.notes.map(({ number, text }) => [number, text])).toEqual(
			Array(2).fill(['1', 'Sent - "today"']),
		);
	});
});
