import type { Account } from './account';
import { caller, order, PERSON } from './orders';
import { startSandbox } from './sandbox';

type Fields = Record<string, unknown>;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let call: ReturnType<typeof caller>;
beforeEach(async () => {
	sandbox = await startSandbox();
	call = caller(sandbox);
});
afterEach(async () => await sandbox.close());

const account = (changes: Partial<Account>) => Object.assign(sandbox.state.account, changes);

describe('getAddress', () => {
	const addressOf = async (pno: string, more: Fields = {}) =>
		await call('getAddress', { pno, ...more });

	it.each(['550101-1018', '195501011018'])('knows the test person as %s', async (pno) => {
		const { Billing } = PERSON;
		const { data } = await addressOf(pno);
		expect(data).toMatchObject({ ...Billing, zip: '12345', email: expect.any(String) });
	});

	it('tells companies, and persons from companies by the century', async () => {
		expect((await addressOf('556677-9988')).data.company).toBe('Testcompany Approved');
		expect((await addressOf('5505050558')).data).toHaveProperty('company');
		expect((await addressOf('195505050558')).data).toHaveProperty('firstname');
	});

	it('gives all addresses, and engagements by their numbers, where asked', async () => {
		const all = (await addressOf('5566779988', { alladdresses: '1' })).data;
		expect(all.alladdresses).toMatchObject([{ company: all.company }, { type: 'company' }]);
		const { source } = await addressOf('550101-1018', { engagements: '1' });
		expect(source).toMatch(/^{"5566779988":".*","2100000005":".*"}$/);
	});

	it.each([
		['9014', ''],
		['9015', '550101'],
		['9016', '55010110AB'],
		['9016', '21550101-1018'],
		['8010', '8001019876'],
	])('refuses with %s %j', async (code, pno) => {
		expect((await addressOf(pno)).code).toBe(code);
	});
});

describe('getAccountinfo', () => {
	const methods = async (data: Fields) =>
		(await call('getAccountinfo', { a: '1', ...data })).data.paymentoptions.map(
			({ method }: { method: string }) => method,
		);

	it('lists card and Pay with Qvickly, or all where asked', async () => {
		expect(await methods({})).toEqual(['8', '2048']);
		const all = ['1', '2', '4', '8', '16', '256', '1024', '2048'];
		expect(await methods({ comingFromPF2: '1' })).toEqual(all);
		account({ methods: [1, 8] });
		expect(await methods({ PaymentData: { comingFromPF2: '1' } })).toEqual(['1', '8']);
	});

	it('lists what can be paid', async () => {
		const of = async (totalwithtax: string) =>
			await methods({ comingFromPF2: '1', PaymentData: { totalwithtax } });
		account({ methods: [4, 8], minAmount: 100 });
		expect(await of('9999')).toEqual(['8']);
		expect(await of('10000')).toEqual(['4', '8']);
		expect(await of('99')).toEqual([]);
	});
});

describe('getPaymentplans', () => {
	const plans = async (fields: Fields) =>
		await call('getPaymentplans', {
			PaymentData: { currency: 'SEK', country: 'SE', language: 'sv', ...fields },
		});

	it('lists all, or what fits an amount with its costs', async () => {
		const all = (await plans({})).data;
		expect(all).toHaveLength(3);
		expect(all[0]).not.toHaveProperty('monthlycost');
		const some = (await plans({ totalwithtax: '39999' })).data;
		expect(some).toHaveLength(2);
		expect(Number(some[0].monthlycost) * 3).toBe(Number(some[0].totalfee));
	});

	it('is refused where none fits, and without currency, country or language', async () => {
		expect((await plans({ totalwithtax: '9999' })).code).toBe('5301');
		expect((await plans({ currency: 'EUR' })).code).toBe('5301');
		for (const name of ['currency', 'country', 'language']) {
			expect((await plans({ [name]: '' })).code).toBe('5302');
		}
	});
});

it('getFees lists fees, which payments may have', async () => {
	const { data } = await call('getFees', { a: '1' });
	expect(data).toMatchObject([{ feeid: '12345', fee: '1900', description: [{}, {}] }]);
	expect((await call('addPayment', order(1, { feeid: '12345' }))).code).toBeUndefined();
});

describe('getInvoicesByCustomer', () => {
	const invoices = async (customerno: string, test = 'true') =>
		await call('getInvoicesByCustomer', { customerno }, { credentials: { test } });
	const add = async (orderid: string, Customer: Fields, changes: Fields = {}) =>
		await call('addPayment', order(2, { orderid, ...changes }, { Customer }));
	const COMPANY = { pno: '556677-9988', Billing: { ...PERSON.Billing, company: 'Any AB' } };

	it('lists what a customer has, by exact number', async () => {
		await add('A', { nr: '77', ...PERSON });
		await add('B', { nr: '77', ...PERSON });
		await add('C', { nr: '777', ...PERSON });
		const { data } = await invoices('77');
		expect(data).toMatchObject([
			{ PaymentData: { orderid: 'A', status: 'Created', number: expect.any(String) } },
			{ PaymentData: { orderid: 'B' }, PaymentInfo: { balancedue: '12500' } },
		]);
		expect(data[0]).toMatchObject({
			Cart: { Total: { withtax: '12500' } },
			Customer: { nr: '77', Billing: { type: 'person' }, companySigner: { pno: '' } },
			Articles: [{ title: 'Köttbullar' }],
		});
		expect((await invoices('77', 'false')).source).toBe('[]');
		expect((await invoices('7')).source).toBe('[]');
		expect((await invoices('')).code).toBe('7020');
	});

	it("lists what a company has, by its organisation's number, but not by a person's", async () => {
		await add('A', COMPANY);
		await add('B', PERSON);
		for (const number of ['5566779988', '556677-9988', '165566779988']) {
			expect((await invoices(number)).data).toMatchObject([{ PaymentData: { orderid: 'A' } }]);
		}
		expect((await invoices('550101-1018')).data).toEqual([]);
	});

	it('has the balance, which is nothing once cancelled', async () => {
		sandbox.payments.add([
			{ number: 5, test: true, status: 'Paid', credited: 500 },
			{ number: 6, test: true, status: 'Cancelled' },
		]);
		expect((await invoices('12')).data).toMatchObject([
			{ PaymentInfo: { balancedue: '12000' }, Cart: { Total: { withtax: '12500' } } },
			{
				PaymentInfo: { balancedue: '0' },
				Cart: { Total: { withouttax: '10000', tax: '2500', withtax: '0' } },
			},
		]);
	});
});
