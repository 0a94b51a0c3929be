import { startShop } from '../sandbox/shop';
import { qvicklyTo } from './nodes';
import { answersTo, callShop, deployTrigger, end } from './reports';
import { n8n, sandbox } from './running';
import { until } from './until';
import { newPayments, unknownNumber } from './workflow';

const newPayment = (seed: object = { status: 'Paid', method: 8 }) => newPayments(1, seed)[0]!;

const carddata = { maskedcardno: '476173******0416', cardholdername: 'CARDHOLDER' };

describe('Qvickly Trigger', () => {
	afterEach(() => {
		sandbox.callbacks.ways = {};
		sandbox.state.faults = undefined;
	});

	it('starts the workflow with the payment as Qvickly has it now: JSON, form and address', async () => {
		const { report, next, count } = await deployTrigger();
		const number = newPayment();
		for (const shape of ['json', 'form', 'query'] as const) {
			for (const escaped of [true, shape === 'json']) {
				const facts = { number, url: 'https://api.qvickly.io/invoice/1', carddata };
				expect((await report(facts, { shape, escaped })).status).toBe(200);
				const { status, outputs } = await next();
				expect(status).toBe('success');
				expect(outputs).toEqual([
					[
						expect.objectContaining({
							...{ number, orderid: `order-${number}`, status: 'Paid', method: 'Card' },
							...{ total: '125.00', event: 'Paid', eventId: `${number}-Paid` },
						}),
					],
				]);
				expect(outputs[0]![0]).not.toHaveProperty('card');
			}
		}
		expect(await count()).toBe(6);
	});

	it('starts for what is chosen, by what Qvickly says now and not by what was reported', async () => {
		const { report, next, count } = await deployTrigger({ events: ['paid', 'cancelled'] });
		const cancelled = newPayment({ status: 'Cancelled' });
		expect(await report({ number: newPayment({}), status: 'Created' })).toEqual({
			status: 200,
			text: 'OK',
		});
		// What the look-up does not have yet is to be reported again.
		expect((await report({ number: newPayment({}), status: 'Paid' })).status).toBe(503);
		expect((await report({ number: cancelled, status: 'Paid' })).status).toBe(200);
		expect((await next()).outputs).toEqual([
			[expect.objectContaining({ number: cancelled, status: 'Cancelled', event: 'Paid' })],
		]);
		expect(await count()).toBe(1);
	});

	it('is told of no payment, answers, and starts nothing', async () => {
		const { report, next, count } = await deployTrigger({ events: ['all'] });
		expect((await report({ number: '0', status: 'Created' })).status).toBe(200);
		expect((await report({ number: undefined, code: '5201', message: 'No' })).status).toBe(200);
		const number = newPayment({ status: 'Credited' });
		await report({ number, status: 'Credited' });
		expect((await next()).outputs[0]).toMatchObject([{ number, status: 'Credited' }]);
		expect(await count()).toBe(1);
	});

	it('has an address of its own choice, and an output for each event', async () => {
		const path = `qvickly-${Date.now()}`;
		const { report, next, url } = await deployTrigger(
			{ events: ['paid', 'denied', 'created'], options: { path, outputs: true } },
			[end('Paid'), end('Created'), end('Denied')],
			['Trigger > Paid', 'Trigger:1 > Created'],
		);
		expect(url).toMatch(new RegExp(`/webhook/${path}$`));
		const created = newPayment({});
		await report({ number: created, status: 'Created' });
		const { outputs } = await next();
		expect(outputs).toEqual([[], [expect.objectContaining({ number: created })], []]);
		await report({ number: newPayment() });
		expect((await next('Paid')).outputs[0]).toHaveLength(1);
		await report({ number: newPayment({ status: 'Denied' }), status: 'Denied' });
		expect((await next()).outputs.map(({ length }) => length)).toEqual([0, 0, 1]);
	});

	it('asks for nothing if it is not to, and gives card data if it is to', async () => {
		const number = unknownNumber();
		const { report, next } = await deployTrigger({ lookUp: false, options: { cardData: true } });
		await report({ number, carddata });
		expect((await next()).outputs[0]).toEqual([
			{
				...{ number, orderid: `order-${number}`, status: 'Paid', url: '' },
				...{ event: 'Paid', eventId: `${number}-Paid`, card: carddata },
			},
		]);
		expect(sandbox.calls.filter((call) => call.number === number)).toEqual([]);
	});

	it('answers 503 if the payment cannot be looked up, so that Qvickly reports again', async () => {
		const { report, next, count } = await deployTrigger();
		const number = newPayment();
		sandbox.state.faults = (call) => (call.number === number ? 'http500' : undefined);
		expect(await report({ number })).toEqual({ status: 503, text: 'Service Unavailable' });
		sandbox.state.faults = undefined;
		expect((await report({ number: unknownNumber() })).status).toBe(503);
		expect((await report({ number })).status).toBe(200);
		await next();
		expect(await count()).toBe(1);
		expect(n8n.log()).toContain('"Trigger" answered a call with 503');
	});

	it('answers 404 while its workflow is switched off, and 200 again when it is on', async () => {
		const { report, id } = await deployTrigger();
		const number = newPayment();
		await n8n.deactivate(id);
		await until('the address to be gone', 20, async () =>
			(await report({ number })).status === 404 ? true : undefined,
		);
		await n8n.activate(id);
		expect((await report({ number })).status).toBe(200);
	});
});

describe("'When the Workflow Has Finished'", () => {
	const whenFinished = { responseMode: 'lastNode' };

	it('answers 200 without the data of the workflow, also if its last node gives nothing', async () => {
		const nothing = { ...end('Filter'), type: 'n8n-nodes-base.filter', typeVersion: 2.2 };
		const none = { ...nothing, parameters: filterOf('nobody') };
		for (const rest of [[end()], [none, end()]]) {
			const { report, next } = await deployTrigger(whenFinished, rest);
			expect(await report({ number: newPayment() })).toEqual({ status: 200, text: '' });
			expect((await next()).status).toBe('success');
		}
	});

	it('answers 500 if the workflow fails, and the same event comes again until it does not', async () => {
		const missing = unknownNumber();
		const { report, url, next } = await deployTrigger(whenFinished, [
			qvicklyTo('get', {}, { number: missing }),
		]);
		expect((await report({ number: newPayment() })).status).toBe(500);
		expect((await next('Qvickly')).status).toBe('error');

		const number = newPayment({
			method: 1024,
			status: 'WaitingForPurchase',
			sections: reportTo(url),
		});
		sandbox.callbacks.ways = { wait: () => 200 };
		sandbox.payments.finish(number, 'paid');
		await until('some tries', 20, async () => (answersTo(number).length >= 2 ? true : undefined));
		sandbox.payments.add([{ number: missing }]);
		await until('success', 20, async () => (answersTo(number).at(-1) === 200 ? true : undefined));
		const answers = answersTo(number);
		expect(answers.slice(0, -1)).toEqual(answers.slice(0, -1).map(() => 500));
	});

	it('loses none of 200 events while every fifth run fails, and invents none', async () => {
		const shop = await startShop();
		const { url } = await deployTrigger(whenFinished, [callShop(shop.url)]);
		let calls = 0;
		const handled: string[] = [];
		shop.answer = ({ body }) => {
			if (calls++ % 5 === 0) return 500;
			handled.push(JSON.parse(body).number as string);
			return 200;
		};
		const sections = reportTo(url);
		const numbers = newPayments(200, { method: 1024, status: 'WaitingForPurchase', sections });
		sandbox.callbacks.ways = { wait: () => 100, copies: 1 };
		for (let from = 0; from < numbers.length; from += 10) {
			for (const number of numbers.slice(from, from + 10)) sandbox.payments.finish(number, 'paid');
			await sandbox.callbacks.idle();
		}
		await until('all events', 100, async () =>
			new Set(handled).size === numbers.length ? true : undefined,
		);
		expect([...new Set(handled)].sort()).toEqual([...numbers].sort());
		expect(calls).toBeGreaterThanOrEqual(250);
		shop.close();
	}, 240_000);
});

/** What a payment has said of where it is reported. */
const reportTo = (callbackurl: string) => ({ PaymentData: { callbackurl, returnmethod: 'POST' } });

const filterOf = (status: string) => ({
	conditions: {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
		conditions: [
			{
				id: 'one',
				leftValue: '={{ $json.status }}',
				rightValue: status,
				operator: { type: 'string', operation: 'equals' },
			},
		],
		combinator: 'and',
	},
	options: {},
});
