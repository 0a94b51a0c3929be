import { ask, sign } from './client';
import { MERCHANT, startSandbox } from './sandbox';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
afterEach(async () => await sandbox.close());

const NUMBER = '{"number":"1000235"}';
const FUNCTIONS = ['getPaymentinfo', 'activatePayment', 'cancelPayment', 'creditPayment'];

describe('the sandbox', () => {
	it('logs every call in order, with what came of it', async () => {
		sandbox = await startSandbox({ payments: [{ number: 1000235, test: true }] });
		await ask(sandbox, 'cancelPayment', NUMBER);
		await ask(sandbox, 'cancelPayment', NUMBER);
		await ask(sandbox, 'getPaymentinfo', NUMBER, { credentials: { test: 'false' } });
		await ask(sandbox, 'getAccountinfo', NUMBER, { secret: 'wrong' });
		await ask(sandbox, '', '', { body: 'rubbish' });
		expect(sandbox.calls).toMatchObject([
			{ function: 'cancelPayment', number: '1000235', test: true, changed: true, code: undefined },
			{ function: 'cancelPayment', number: '1000235', test: true, changed: false, code: '5220' },
			{ function: 'getPaymentinfo', test: false, changed: false, code: '5201' },
			{ function: 'getAccountinfo', merchant: '12345', changed: false, code: '9013' },
			{ function: '', number: '', changed: false, code: '9003', body: 'rubbish' },
		]);
	});

	it('logs the request as it came', async () => {
		sandbox = await startSandbox();
		await ask({ ...sandbox, url: `${sandbox.url}/some/path?a=1` }, 'getAccountinfo', NUMBER);
		const [call] = sandbox.calls;
		expect(call).toMatchObject({
			path: '/some/path?a=1',
			hash: expect.stringMatching(/^[0-9a-f]{128}$/),
		});
		expect(call?.headers).toMatchObject({ 'content-type': 'application/json' });
		expect(call?.body).toContain(`"data":${NUMBER},"function":"getAccountinfo"`);
	});

	it('logs the changes of payments apart from the calls', async () => {
		sandbox = await startSandbox({ payments: [{ number: 1000235, test: true }] });
		await ask(sandbox, 'getPaymentinfo', NUMBER);
		await ask(sandbox, 'cancelPayment', NUMBER);
		expect(sandbox.payments.changes).toEqual([
			{ number: '1000235', test: true, merchant: '12345', from: 'Created', to: 'Cancelled' },
		]);
	});

	it.each([
		['cancelPayment', 'Created', true],
		['activatePayment', 'Created', true],
		['creditPayment', 'Paid', true],
		['getPaymentinfo', 'Created', false],
	] as const)('logs of %s whether it changed something', async (name, status, changed) => {
		sandbox = await startSandbox({ payments: [{ number: 1000235, test: true, status }] });
		await ask(sandbox, name, NUMBER);
		expect(sandbox.calls).toMatchObject([{ function: name, changed }]);
	});

	it('knows the truth about each payment, whatever it answered', async () => {
		sandbox = await startSandbox({ payments: [{ number: 1000235, test: true, method: 8 }] });
		const truth = () => sandbox.payments.truth(1000235, true);
		expect(truth()).toEqual({
			...{ status: 'Created', stage: 'open', credits: 0, credited: 0 },
			...{ orderid: 'order-1000235', method: 8, withtax: 12500 },
			rows: Array(3).fill(expect.objectContaining({ taxrate: '25' })),
		});
		await ask(sandbox, 'activatePayment', NUMBER);
		await ask(sandbox, 'creditPayment', NUMBER);
		sandbox.state.faults = () => 'noSignature:before';
		await ask(sandbox, 'cancelPayment', NUMBER);
		expect(truth()).toMatchObject({
			...{ status: 'Paid', stage: 'activated', credits: 1, credited: 12500 },
		});
		expect(sandbox.payments.truth(1000235)).toBeUndefined();
	});

	it('tells of calls as they come', async () => {
		const seen: string[] = [];
		sandbox = await startSandbox({ onCall: (call) => seen.push(call.function) });
		await ask(sandbox, 'getAccountinfo', NUMBER);
		expect(seen).toEqual(['getAccountinfo']);
	});

	it.each(FUNCTIONS)('puts refusals of %s inside signed data if it is to', async (name) => {
		sandbox = await startSandbox();
		sandbox.state.refuseInData = true;
		const answer = await ask(sandbox, name, NUMBER);
		expect(answer).toMatchObject({ code: undefined, hash: sign(answer.source, MERCHANT.secret) });
		expect(answer.data).toMatchObject({ code: '5201', message: expect.stringMatching(/1000235/) });
	});

	it('never answers sooner than its latency, which can be changed', async () => {
		sandbox = await startSandbox({ latency: 60 });
		const duration = async () => {
			const start = performance.now();
			await ask(sandbox, 'getAccountinfo', NUMBER);
			return performance.now() - start;
		};
		// A timer may end a millisecond early.
		expect(await duration()).toBeGreaterThan(58);
		sandbox.state.latency = 120;
		expect(await duration()).toBeGreaterThan(118);
	});

	it('waits for calls side by side, not one after the other', async () => {
		sandbox = await startSandbox({ latency: 100 });
		await Promise.all(Array.from({ length: 20 }, () => ask(sandbox, 'getAccountinfo', NUMBER)));
		expect(sandbox.state.most).toBe(20);
	});

	it('starts with the payments that it is given, and takes more later', async () => {
		sandbox = await startSandbox({
			payments: [{ number: '1', orderid: 'A', status: 'Paid', url: 'https://a.se/', method: 8 }],
		});
		sandbox.payments.add([{ number: 2 }]);
		expect(sandbox.payments.get('1')).toMatchObject({
			number: '1',
			orderid: 'A',
			status: 'Paid',
			url: 'https://a.se/',
			method: 8,
			merchant: '12345',
			test: false,
			credits: 0,
			credited: 0,
		});
		expect(sandbox.payments.get(2)).toMatchObject({
			number: '2',
			orderid: 'order-2',
			status: 'Created',
		});
		expect(sandbox.payments.get(3)).toBeUndefined();
	});

	it('knows the merchants that it is given, and no other', async () => {
		const merchants = [
			{ id: '1', secret: 'one' },
			{ id: '2', secret: 'two' },
		];
		sandbox = await startSandbox({ merchants });
		const company = async (merchant: { id: string; secret: string }) =>
			(await ask({ url: sandbox.url, merchant }, 'getAccountinfo', NUMBER)).data
				?.company as unknown;
		expect(await company(merchants[0]!)).toContain('Merchant 1');
		expect(await company(merchants[1]!)).toContain('Merchant 2');
		expect(await company({ id: '1', secret: 'two' })).toBeUndefined();
		expect(await company({ id: '12345', secret: '123456789012' })).toBeUndefined();
	});

	it('takes a free port, so that several can run', async () => {
		sandbox = await startSandbox();
		const other = await startSandbox();
		await ask(other, 'getAccountinfo', NUMBER);
		await other.close();
		expect(other.url).not.toBe(sandbox.url);
		expect([sandbox.calls.length, other.calls.length]).toEqual([0, 1]);
	});
});
