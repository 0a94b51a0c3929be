import { ask, sign } from './client';
import type { Seed } from './payments';
import { MERCHANT, startSandbox } from './sandbox';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
afterEach(async () => await sandbox.close());

/** 50 kr with tax, of the 125 kr that every payment of the sandbox comes to. */
const TOTAL = { withouttax: '4000', tax: '1000', rounding: '0', withtax: '5000' };

const part = (changes: { Articles?: unknown; Cart?: unknown } = {}) => ({
	PaymentData: { number: '1000235', partcredit: 'true' },
	Articles: [{ title: 'Returned', taxrate: '25', withouttax: '4000' }],
	Cart: { Total: TOTAL },
	...changes,
});

const WHOLE = { PaymentData: { number: '1000235' } };

/** Someone who credits a payment that has been activated, unless told otherwise. */
async function withPayment(seed: Partial<Seed> = {}) {
	sandbox = await startSandbox({
		payments: [{ number: 1000235, test: true, status: 'Factoring', ...seed }],
	});
	const call = async (name: string, data: object) => await ask(sandbox, name, JSON.stringify(data));
	return { call, credit: async (data: object) => await call('creditPayment', data) };
}

const amounts = () => sandbox.payments.credits.map(({ of, amount }) => [of, amount]);

describe('a payment that was activated', () => {
	it('can be credited in whole; the answer is signed and about the credit, with a number of its own', async () => {
		const { credit, call } = await withPayment({ orderid: 'A-1' });
		const answer = await credit(WHOLE);
		expect(answer.data).toEqual({
			number: expect.stringMatching(/^\d+$/),
			status: 'Credited',
			orderid: 'A-1',
			url: expect.stringMatching(/^https:/),
		});
		expect(answer.data.number).not.toBe('1000235');
		expect(answer.hash).toBe(sign(answer.source, MERCHANT.secret));
		expect(amounts()).toEqual([['1000235', 12500]]);
		expect((await call('getPaymentinfo', { number: answer.data.number })).code).toBeUndefined();
	});

	it('can be credited in parts, until nothing is left', async () => {
		const { credit } = await withPayment();
		const first = await credit(part());
		const second = await credit(part());
		expect(first.data.number).not.toBe(second.data.number);
		expect((await credit(part())).code).toBe('5214');
		expect((await credit(WHOLE)).code).toBe('5214');
		expect(amounts()).toEqual([
			['1000235', 5000],
			['1000235', 5000],
		]);
	});
});

describe('refused is', () => {
	it.each([undefined, '5213', '5204'])(
		'to credit in whole again, with 5214 or another code that is asked for: %s',
		async (overCredit) => {
			const { credit } = await withPayment({ withtax: 99999, ...(overCredit && { overCredit }) });
			await credit(WHOLE);
			expect((await credit(WHOLE)).code).toBe(overCredit ?? '5214');
			expect(amounts()).toEqual([['1000235', 99999]]);
			expect(sandbox.payments.truth(1000235, true)).toMatchObject({ credits: 1, credited: 99999 });
		},
	);

	it.each([
		['5205', 'Created'],
		['5205', 'Pending'],
		['5211', 'Cancelled'],
	] as const)('with %s to credit a payment that is %s', async (code, status) => {
		const { credit } = await withPayment({ status });
		expect((await credit(WHOLE)).code).toBe(code);
		expect(amounts()).toEqual([]);
	});

	it('to credit or to activate a credit, with 5212 and 5223', async () => {
		const { credit, call } = await withPayment();
		const { number } = (await credit(WHOLE)).data;
		expect((await credit({ PaymentData: { number } })).code).toBe('5212');
		expect((await call('activatePayment', { number })).code).toBe('5223');
	});

	it.each<[string, string, Parameters<typeof part>[0]]>([
		['9109', 'no articles', { Articles: [] }],
		['9106', 'no total', { Cart: { Handling: [] } }],
		['9111', 'kronor in place of öre', { Cart: { Total: { ...TOTAL, withtax: '50.00' } } }],
		[
			'9102',
			'rows that do not come to the total',
			{ Cart: { Total: { ...TOTAL, withouttax: '1' } } },
		],
		['9107', 'a total that does not add up', { Cart: { Total: { ...TOTAL, withtax: '5001' } } }],
	])('with %s a part with %s', async (code, _, changes) => {
		const { credit } = await withPayment();
		expect((await credit(part(changes))).code).toBe(code);
		expect(amounts()).toEqual([]);
	});
});

it('a credit that is only pretended leaves no trace', async () => {
	const { credit } = await withPayment();
	sandbox.state.faults = () => 'noSignature:before';
	const { data } = await credit(WHOLE);
	expect(data).toMatchObject({
		status: 'Credited',
		number: expect.not.stringContaining('1000235'),
	});
	expect(amounts()).toEqual([]);
	expect(sandbox.payments.get(data.number, true)).toBeUndefined();
	sandbox.state.faults = undefined;
	expect((await credit(WHOLE)).data.number).not.toBe(data.number);
});
