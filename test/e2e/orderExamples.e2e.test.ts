import { callsFor, made, newOrder } from './orders';
import { publish } from './publish';
import { account, n8n, sandbox, unique } from './running';
import { freePort } from './server';

afterEach(() => {
	sandbox.state.faults = undefined;
});

describe('the example shop-order', () => {
	const lines = [
		{ sku: 'K-1', name: 'Köttbullar', qty: 2, price: { amount: '49.50' }, vat: 12 },
		{ sku: 'B-7', name: 'Bok', qty: 1, price: { amount: '212.00' }, vat: 6 },
	];
	let post: Awaited<ReturnType<typeof publish>>;
	beforeAll(async () => {
		post = await publish('shop-order', 'shop-order');
	});

	it('answers with the address where the customer pays, of a payment with those lines', async () => {
		const order = newOrder();
		const [status, answer] = await post({
			order,
			email: 'anna@example.com',
			shipping: '49.00',
			lines,
		});
		const [payment] = made(order);
		expect([status, answer]).toEqual([
			201,
			{
				order,
				result: 'created',
				number: payment!.number,
				total: '360.00',
				pay_url: expect.stringMatching(/^https:\/\/pay\./),
			},
		]);
		expect(payment).toMatchObject({ method: 256, withtax: 36000 });
		expect(sandbox.payments.truth(payment!.number)!.rows).toMatchObject([
			{ artnr: 'K-1', title: 'Köttbullar', quantity: '2', taxrate: '12' },
			{ artnr: 'B-7', title: 'Bok', quantity: '1', taxrate: '6' },
		]);
	});

	it('answers 422 with the reason if no payment can be made, and makes none', async () => {
		const [twice, bad] = [newOrder(), newOrder()];
		expect((await post({ order: twice, lines }))[0]).toBe(201);
		const refused = (order: string | undefined, reason: string) => [
			422,
			{
				...(order && { order }),
				result: 'not created',
				reason: expect.stringContaining(reason),
				'what to do': expect.stringMatching(/\S/),
			},
		];
		expect(await post({ order: twice, lines })).toMatchObject(refused(twice, 'exists already'));
		expect(made(twice)).toHaveLength(1);
		const unread = [{ ...lines[0], price: { amount: '1,250' } }];
		expect(await post({ order: bad, lines: unread })).toMatchObject(refused(bad, '"1,250"'));
		expect(await post({ order: bad })).toMatchObject(refused(bad, "'List of Rows'"));
		expect(await post({ order: bad, lines: [] })).toMatchObject(refused(bad, ''));
		expect(await post({ lines })).toMatchObject(refused(undefined, 'order ID is empty'));
		expect(await post([])).toMatchObject(refused(undefined, ''));
		expect(made(bad)).toEqual([]);
	});

	it('answers 409, and sends nothing again, if a payment was perhaps made', async () => {
		const order = newOrder();
		sandbox.state.faults = ({ subject }) => (subject === order ? 'reset' : undefined);
		expect(await post({ order, lines })).toMatchObject([
			409,
			{ order, result: 'perhaps created', 'what to do': expect.stringContaining('look') },
		]);
		expect(callsFor(order)).toHaveLength(1);
	});
});

describe('the example return', () => {
	const line = { sku: 'K-1', name: 'Köttbullar', qty: 1, price: { amount: '49.50' }, vat: 12 };
	let post: Awaited<ReturnType<typeof publish>>;
	beforeAll(async () => {
		post = await publish('return', 'return');
	});

	/** A payment of 125 kronor that has been activated. */
	function newPayment(seed: object = { status: 'Factoring' }) {
		const number = String(1_000_000 + unique());
		sandbox.payments.add([{ number, ...seed }]);
		return number;
	}

	it('credits the lines of a return and no more, and answers with the credit', async () => {
		const payment = newPayment();
		expect(await post({ payment, lines: [line] })).toEqual([
			200,
			{
				payment,
				result: 'credited',
				credit: expect.stringMatching(/^8\d+$/),
				url: expect.stringMatching(/^https:/),
			},
		]);
		expect(sandbox.payments.truth(payment)).toMatchObject({ credits: 1, credited: 4950 });
	});

	it('answers 422 with the reason if nothing can be credited', async () => {
		const [payment, open] = [newPayment(), newPayment({ status: 'Created' })];
		const refused = (reason: string) => [
			422,
			{ result: 'not credited', reason: expect.stringContaining(reason) },
		];
		const tooMuch = [{ ...line, qty: 3 }];
		expect(await post({ payment, lines: tooMuch })).toMatchObject(refused('too little'));
		expect(await post({ payment: open, lines: [line] })).toMatchObject(
			refused('not been activated'),
		);
		expect(await post({ payment: 'x', lines: [line] })).toMatchObject(refused('"x"'));
		expect(await post({ payment })).toMatchObject(refused("'List of Rows'"));
		expect(await post({ payment, lines: [] })).toMatchObject(refused(''));
		expect(await post([])).toMatchObject(refused(''));
		for (const one of [payment, open]) {
			expect(sandbox.payments.truth(one)).toMatchObject({ credits: 0 });
		}
	});

	it('answers 409, and sends nothing again, if it was perhaps credited', async () => {
		const payment = newPayment();
		sandbox.state.faults = ({ number }) => (number === payment ? 'reset' : undefined);
		expect(await post({ payment, lines: [line] })).toMatchObject([
			409,
			{ payment, result: 'perhaps credited', 'what to do': expect.stringContaining('look') },
		]);
		expect(sandbox.payments.truth(payment)).toMatchObject({ credits: 1 });
	});
});

it.each([
	['shop-order', 'order', 'created'],
	['return', 'payment', 'credited'],
])('the example %s claims nothing if its Qvickly node is deactivated', async (name, id, done) => {
	const post = await publish(name, name, { disabled: true });
	expect(await post({ [id]: 'A-1', lines: [] })).toMatchObject([
		422,
		{ [id]: 'A-1', result: `not ${done}: the node Qvickly is deactivated` },
	]);
});

it.each([
	['shop-order', 'order', 'created'],
	['return', 'payment', 'credited'],
])('the example %s answers 503 if Qvickly cannot be reached', async (name, id, done) => {
	const baseUrl = `http://127.0.0.1:${await freePort()}`;
	await n8n.createCredential('qvicklyApi', 'Nobody there', { ...account, baseUrl });
	const post = await publish(name, name, { credentials: { qvicklyApi: { name: 'Nobody there' } } });
	const lines = [{ sku: 'B-7', name: 'Bok', qty: 1, price: { amount: '212.00' }, vat: 6 }];
	const answer = { result: `not ${done}`, outcome: 'unreached' };
	expect(await post({ [id]: '1000235', lines })).toMatchObject([503, answer]);
});
