import { ask } from './client';
import type { Seed } from './payments';
import { startSandbox } from './sandbox';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
afterEach(async () => await sandbox.close());

/** What a function answers about a payment. */
async function answerOf(name: string, seed: Partial<Seed> = {}) {
	sandbox = await startSandbox({ payments: [{ number: 1000235, test: true, ...seed }] });
	return await ask(sandbox, name, '{"number":"1000235"}');
}
const infoOf = async (seed?: Partial<Seed>) => (await answerOf('getPaymentinfo', seed)).data;

const sum = (amounts: unknown[]) => amounts.map(Number).reduce((total, one) => total + one, 0);

describe('getPaymentinfo', () => {
	it('answers with everything that Qvickly documents, in over a kilobyte', async () => {
		const { data, text } = await answerOf('getPaymentinfo', { orderid: 'A-1', method: 8 });
		expect(text.length).toBeGreaterThan(1024);
		expect(data).toMatchObject({
			PaymentData: {
				...{ method: '8', method_name: 'Kort', paymentplanid: '', currency: 'SEK', country: 'SE' },
				...{ language: 'sv', autoactivate: '0', orderid: 'A-1', status: 'Created' },
				...{ paymentid_related: '', number: '1000235', urls: {}, url: expect.any(String) },
			},
			PaymentInfo: { paymentterms: '14' },
			Card: { accepturl: expect.any(String) },
			Customer: {
				nr: '12',
				Billing: { city: 'Malmö', email: expect.stringContaining('@') },
				Shipping: { city: 'Lund' },
			},
			Articles: [{ tax: expect.any(String), taxrate: '25' }, {}, {}],
			Cart: { Total: { withouttax: '10000', tax: '2500', rounding: '0', withtax: '12500' } },
		});
		expect(data).not.toHaveProperty('Settlement');
	});

	it.each([
		[1, 1],
		[3, 2],
		[12500, 3],
		[12502, 7],
		[99999, 60],
		[1_234_567_890, 200],
	])('adds up to the öre: %i öre in %i rows', async (withtax, rows) => {
		const { Articles, Cart } = await infoOf({ withtax, rows });
		const { Total, Handling, Shipping } = Cart;
		expect(Articles).toHaveLength(rows);
		const parts: Array<Record<string, string>> = [...Articles, Handling, Shipping];
		expect(sum(parts.map((part) => part.withouttax))).toBe(Number(Total.withouttax));
		const taxes = parts.map(({ tax, withouttax }) => tax ?? Number(withouttax) / 4);
		expect(sum(taxes)).toBe(Number(Total.tax));
		expect(sum([Total.withouttax, Total.tax, Total.rounding])).toBe(withtax);
		expect(Total.withtax).toBe(String(withtax));
		expect(Math.abs(Number(Total.rounding))).toBeLessThan(2);
	});

	it('answers as long as there are rows', async () => {
		const { text } = await answerOf('getPaymentinfo', { rows: 150 });
		expect(text.length).toBeGreaterThan(20_000);
	});

	it('tells companies from persons, the currency and the settlement', async () => {
		const settlement = { number: '2', date: '2018-12-17' };
		const data = await infoOf({ customer: 'company', currency: 'EUR', settlement });
		expect(data).toMatchObject({
			PaymentData: { currency: 'EUR' },
			Settlement: settlement,
			Customer: { Billing: { company: 'Testbolaget AB', lastname: '' } },
		});
	});

	it('has an empty settlement if it is to', async () => {
		expect((await infoOf({ settlement: [] })).Settlement).toEqual([]);
	});

	it('names on a credit the payment that was credited, and the amount', async () => {
		const { data } = await answerOf('creditPayment', { status: 'Paid', withtax: 5000 });
		const credit = await ask(sandbox, 'getPaymentinfo', `{"number":"${data.number}"}`);
		expect(credit.data).toMatchObject({
			PaymentData: { number: data.number, status: 'Credited', paymentid_related: '1000235' },
			Cart: { Total: { withtax: '5000' } },
		});
	});

	it('leaves out of PaymentData what it is to', async () => {
		const { PaymentData } = await infoOf({ infoWithout: ['number', 'method_name', 'urls'] });
		expect(Object.keys(PaymentData)).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/^(number|method_name|urls)$/)]),
		);
		expect(PaymentData.status).toBe('Created');
	});
});

describe('an answer', () => {
	it.each(['orderid', 'url', 'number'])('may be without %s', async (name) => {
		const { data } = await answerOf('cancelPayment', { without: [name] });
		expect(Object.keys(data)).toHaveLength(3);
		expect(data).not.toHaveProperty(name);
	});

	it('may hold numbers as numbers, to the last digit', async () => {
		const seed = { numbers: true, orderid: '9007199254740993', status: 'Paid' } as const;
		const { source } = await answerOf('creditPayment', seed);
		expect(source).toMatch(/^{"number":\d+,"status":"Credited","orderid":9007199254740993,/);
		const info = await ask(sandbox, 'getPaymentinfo', '{"number":"1000235"}');
		expect(info.source).toContain('"orderid":9007199254740993,');
		expect(info.data).toMatchObject({
			PaymentData: { number: 1000235, method: 1, paymentplanid: '' },
			Customer: { Billing: { zip: '211 22' } },
			Cart: { Total: { withtax: 12500 } },
		});
	});

	it.each(['Canceled', 'CANCELLED'])('may spell it %s', async (cancelledAs) => {
		const { data } = await answerOf('cancelPayment', { cancelledAs });
		expect(data.status).toBe(cancelledAs);
		const info = await ask(sandbox, 'getPaymentinfo', '{"number":"1000235"}');
		expect(info.data.PaymentData.status).toBe(cancelledAs);
		expect(sandbox.payments.truth(1000235, true)?.status).toBe('Cancelled');
	});

	it('about another payment is one also where numbers are numbers', async () => {
		sandbox = await startSandbox({ payments: [{ number: 7, test: true, numbers: true }] });
		sandbox.state.faults = () => 'otherPayment';
		const { data } = await ask(sandbox, 'getPaymentinfo', '{"number":"7"}');
		expect(String(data.PaymentData.number)).toBe('8');
	});
});
