import { startMerchant } from './merchant';

type Till = Awaited<ReturnType<typeof startMerchant>>;

let till: Till;
afterEach(async () => await till.sandbox.close());

/** Paid payments 1 … count, all in settlement 5; settlement 6 has the first of them. */
async function settled(count: number) {
	const numbers = Array.from({ length: count }, (_, index) => String(index + 1));
	till = await startMerchant({
		payments: numbers.map((number) => ({ number, status: 'Paid', method: 8 })),
	});
	till.sandbox.payments.lists.settlements.push(
		{ id: 5, date: '2026-01-30', numbers },
		{ id: 6, date: '2026-02-06', numbers: ['1'] },
	);
}

const WITH_DETAILS = {
	fields: { resource: 'settlement', settlementId: '={{ $json.id }}' },
	options: { addPaymentDetails: true, maxParallelRequests: 1 },
};

const lookUps = () =>
	till.sandbox.calls.filter((call) => call.function === 'getPaymentinfo').length;

it('with Retry On Fail each row comes once, however many tries there were', async () => {
	await settled(3);
	till.sandbox.state.faults = ({ function: name, subject, earlier }) =>
		name === 'getSettlementsWithDetails' && subject === '6' && earlier < 2 ? 'http400' : undefined;
	const { success } = await till.run('get', [{ id: 5 }, { id: 6 }], {
		...WITH_DETAILS,
		node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
	});
	expect(
		success.map(({ json, pairedItem }) => [
			json.number,
			json.orderid,
			json.detailsError,
			pairedItem,
		]),
	).toEqual([
		...[1, 2, 3].map((number) => [String(number), `order-${number}`, null, { item: 0 }]),
		['1', 'order-1', null, { item: 1 }],
	]);
});

it('a function whose answer has nothing but an "error" of its own was carried out all the same', async () => {
	await settled(1);
	for (const data of [{ error: '' }, { error: 'none' }, { error: 'none', message: 'ok' }]) {
		till.sandbox.payments.lists.getSettlements = () => ({ data, changed: false });
		const { success, failed } = await till.run('callFunction', [{}], {
			fields: { resource: 'api', function: 'getSettlements', data: '{"fromDate":"2026-01-01"}' },
			node: { onError: 'continueErrorOutput' },
		});
		expect({ success: success.length, failed: failed.length }).toEqual({ success: 1, failed: 0 });
		expect(success[0]!.json).toEqual({ value: data });
	}
});

describe('a run that stops at a failed item', () => {
	it('looks nothing more up, as nobody is given it', async () => {
		await settled(20);
		const { error } = await till.run('get', [{ id: 5 }, { id: 7 }], WITH_DETAILS);
		expect(error?.message).toContain('Settlement 7 could not be looked up');
		expect(lookUps()).toBe(0);
	});

	it('keeps nothing that was only read, and does not warn of doing it twice: Call Function', async () => {
		await settled(1);
		const { error } = await till.run('callFunction', [{ name: 'Testperson' }, { name: '' }], {
			fields: { resource: 'api', function: 'getCustomersByName', data: '={{ $json }}' },
			options: { retries: 0 },
		});
		expect(error?.context.data).toMatchObject({ 'carried out': [{ item: 0 }] });
		expect(error?.context.data['carried out']).toEqual([{ item: 0 }]);
		expect(error?.description).not.toContain('twice');
	});
});

it('a note for an invoice that Qvickly does not know was not written', async () => {
	await settled(1);
	const { error } = await till.run('addLogNote', [{}], {
		fields: { invoiceHash: 'ab'.repeat(20), text: 'Skickat' },
	});
	expect(error?.message).toMatch(/was not given the note: /);
});
