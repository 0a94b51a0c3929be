import { ask } from './client';
import { startSandbox } from './sandbox';

const NUMBER = '{"number":"1000235"}';
const FIRST = { id: '1', secret: 'one' };
const SECOND = { id: '2', secret: 'two' };

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeEach(async () => {
	sandbox = await startSandbox({ merchants: [FIRST, SECOND] });
	sandbox.payments.add([{ number: 1000235, test: true, status: 'Created' }]);
});
afterEach(async () => await sandbox.close());

const call = async (merchant: typeof FIRST, name: string) =>
	await ask({ url: sandbox.url, merchant }, name, NUMBER);

describe('payments belong to merchants:', () => {
	it.each(['getPaymentinfo', 'activatePayment', 'cancelPayment', 'creditPayment'])(
		'%s does not find a payment of another, which is the first unless told otherwise',
		async (name) => {
			expect((await call(SECOND, name)).code).toBe('5201');
			expect((await call(FIRST, name)).code).not.toBe('5201');
		},
	);

	it('one number can be at two, and each change and credit says at which it was made', async () => {
		sandbox.payments.add([{ number: 1000235, test: true, merchant: '2', method: 8 }]);
		await call(FIRST, 'cancelPayment');
		await call(SECOND, 'activatePayment');
		const { number: credit } = (await call(SECOND, 'creditPayment')).data;
		const { payments } = sandbox;
		expect(payments.get(1000235, true)?.status).toBe('Cancelled');
		expect(payments.get(1000235, true, '2')?.status).toBe('Paid');
		expect(payments.truth(1000235, true, '2')).toMatchObject({ credits: 1 });
		expect(payments.changes.map(({ merchant, to }) => [merchant, to])).toEqual([
			['1', 'Cancelled'],
			['2', 'Paid'],
		]);
		expect(payments.credits).toMatchObject([{ merchant: '2', of: '1000235', number: credit }]);
		expect(payments.get(credit, true)).toBeUndefined();
		expect(payments.get(credit, true, '2')?.status).toBe('Credited');
	});
});

describe('a merchant may be refused altogether,', () => {
	it.each(['9010', '9011', '9012', '9013', '5222', '8705', '9001'])(
		'with %s, and nothing is changed, while others are served',
		async (code) => {
			sandbox.payments.add([{ number: 1000235, test: true, merchant: '2' }]);
			sandbox.state.refuse = ({ merchant }) => (merchant.id === '1' ? code : undefined);
			const answer = await call(FIRST, 'cancelPayment');
			expect(answer).toMatchObject({ code, hash: '', message: expect.stringMatching(/\w/) });
			expect((await call(FIRST, 'getAccountinfo')).code).toBe(code);
			expect((await call(SECOND, 'cancelPayment')).code).toBeUndefined();
			expect(sandbox.payments.changes).toMatchObject([{ merchant: '2' }]);
		},
	);

	it('also where a call is carried out late', async () => {
		sandbox.state.faults = () => 'unsignedUnderWay';
		sandbox.state.refuse = () => '9012';
		await call(FIRST, 'cancelPayment');
		await sandbox.close();
		expect(sandbox.payments.changes).toEqual([]);
	});
});
