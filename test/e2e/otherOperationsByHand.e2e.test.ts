import { qvicklyTo, start, type Node } from './nodes';
import { account, n8n, sandbox, unique } from './running';
import { newPayments, unknownNumber, workflowOf } from './workflow';

/** Settlements and notes of test mode, which no other test looks at. */
const CREDENTIAL = 'Qvickly in test mode';
const OURS = { test: true };

const { payments } = sandbox;

/** The day of the newer settlement, and of the due date. */
const DAY = '2026-01-30';

let numbers: string[];
let runData: Record<string, Array<{ data: { main: Item[][] } }>>;

interface Item {
	json: Record<string, unknown>;
	pairedItem: unknown;
}

/** A Qvickly node of one operation, whose name it has. */
const to = (resource: string, operation: string, fields: object, options: object = {}): Node => ({
	...qvicklyTo(operation, {}, { resource, ...fields, options }),
	name: `${resource} ${operation}`,
	onError: 'continueErrorOutput',
	credentials: { qvicklyApi: { name: CREDENTIAL } },
});

/** Calls what the row says. */
const call = (does: 'moves' | 'reads', data: string): Node => ({
	...to('api', 'callFunction', { function: `={{ $json.${does} }}`, data }),
	name: `call what ${does}`,
});

/** Each takes its own field of the rows. */
const OPERATIONS = [
	to('settlement', 'getMany', { fromDate: '={{ $json.day }}' }),
	to('settlement', 'get', { settlementId: '={{ $json.settlement }}' }, { addPaymentDetails: true }),
	to('payment', 'getMany', { by: 'overdue', dueFrom: '={{ $json.day }}' }),
	to('payment', 'addLogNote', { invoiceHash: '={{ $json.invoice }}', text: 'Packat på {{ ja }}' }),
	to('customer', 'search', { name: '={{ $json.name }}' }),
	to('account', 'getTerms', { type: 'invoice', amount: '={{ $json.amount }}' }),
	to('lookup', 'exchangeRate', { currency: '={{ $json.currency }}' }, { date: DAY }),
	to('lookup', 'vatRate', { country: '={{ $json.country }}' }),
	to('lookup', 'eInvoiceRecipient', { orgnum: '={{ $json.orgnum }}' }),
	call('moves', '={{ { PaymentData: { number: $json.number } } }}'),
	call('reads', '={ "number": "{{ $json.number }}" }'),
];

/** What works for every operation. */
const good = (number: string) => ({
	...{ number, day: DAY, settlement: 502, name: 'testperson', amount: '125,50' },
	...{ currency: 'eur', country: 'FI', orgnum: '556677-9988' },
	...{ moves: 'creditPayment', reads: 'getPaymentinfo' },
	invoice: `https://api.qvickly.io/invoice/12345/${payments.get(number, true)!.hash}`,
});

/** What works for none. */
const bad = () => ({
	...{ number: unknownNumber(), day: 'soon', settlement: 599, name: ' ', amount: 'a lot' },
	...{ currency: 'XXX', country: 'ZZ', orgnum: 'AB', invoice: 'https://shop.example/1' },
	...{ moves: 'getAPICredentials', reads: 'getNothing' },
});

beforeAll(async () => {
	await n8n.createCredential('qvicklyApi', CREDENTIAL, { ...account, testMode: true });
	numbers = [
		...newPayments(1, { ...OURS, status: 'Factoring' }),
		...newPayments(1, { ...OURS, status: 'Paid', method: 8 }),
	];
	payments.lists.settlements.push(
		{ ...OURS, id: 501, date: '2026-01-23' },
		{ ...OURS, id: 502, date: DAY, numbers },
		{ ...OURS, id: 503, date: '2026-02-06' },
	);
	payments.lists.due.push({ ...OURS, number: numbers[0]!, dueDate: DAY });
	const rows = [good(numbers[0]!), bad(), good(numbers[1]!)];
	const set: Node = {
		...{ name: 'Set', type: 'n8n-nodes-base.set', typeVersion: 3.4 },
		parameters: { mode: 'raw', jsonOutput: JSON.stringify({ rows }), options: {} },
	};
	const each: Node = {
		...{ name: 'Rows', type: 'n8n-nodes-base.splitOut', typeVersion: 1 },
		parameters: { fieldToSplitOut: 'rows', options: {} },
	};
	const id = await n8n.createWorkflow(
		workflowOf(
			`other operations ${unique()}`,
			[start, set, each, ...OPERATIONS],
			['Start > Set > Rows', ...OPERATIONS.map(({ name }) => `Rows > ${name}`)],
		),
	);
	const { data } = await n8n.runManually(id, 'Start');
	expect(data.resultData.error).toBeUndefined();
	({ runData } = data.resultData);
});

afterAll(() => {
	payments.lists.settlements = [];
	payments.lists.due = [];
});

/** What a node gave: the items of its first row, those of its last, and what failed. */
function outputOf(name: string) {
	const [done = [], failed = []] = runData[name]![0]!.data.main;
	const of = (item: number) =>
		done.filter(({ pairedItem }) => (pairedItem as { item: number }).item === item);
	expect([...of(0), ...of(2)]).toEqual(done);
	return {
		first: of(0).map(({ json }) => json),
		last: of(2).map(({ json }) => json),
		failed: failed.map(({ json }) => json),
	};
}

describe('each row comes to its items, and one that fails goes down the error branch', () => {
	it.each([
		['settlement getMany', 'invalid', '"soon"'],
		['settlement get', 'refused', 'Settlement 599 could not be looked up'],
		['payment getMany', 'invalid', '"soon"'],
		['payment addLogNote', 'invalid', 'is no address of an invoice'],
		['customer search', 'invalid', 'the name is empty'],
		['account getTerms', 'invalid', '"a lot"'],
		['lookup exchangeRate', 'refused', 'no rate of that currency'],
		['lookup vatRate', 'refused', 'does not know the country'],
		['lookup eInvoiceRecipient', 'invalid', 'is no organisation number'],
		['call what moves', 'invalid', 'getAPICredentials is not called'],
		['call what reads', 'refused', 'Qvickly does not know it'],
	])('%s', (name, outcome, message) => {
		const { first, last, failed } = outputOf(name);
		expect(first.length).toBeGreaterThan(0);
		expect(last.length).toBe(first.length);
		expect(failed).toEqual([
			expect.objectContaining({
				currency: 'XXX',
				error: {
					message: expect.stringContaining(message),
					description: expect.stringMatching(/\S/),
					details: expect.objectContaining({ outcome }),
				},
			}),
		]);
	});

	it('and there is no other', () => {
		const nodes = OPERATIONS.map(({ name }) => name);
		expect(Object.keys(runData).sort()).toEqual(['Rows', 'Set', 'Start', ...nodes].sort());
	});
});

describe('in a real n8n', () => {
	it('settlements come the newest first, and each with its payments', () => {
		const { first } = outputOf('settlement getMany');
		expect(first).toEqual([
			expect.objectContaining({ settlementId: '503', date: '2026-02-06', numbers: [] }),
			expect.objectContaining({ settlementId: '502', date: DAY, numbers }),
		]);
	});

	it('the invoices of a settlement come with what is known of their payments', () => {
		const { first, last } = outputOf('settlement get');
		expect(first).toEqual([
			expect.objectContaining({
				...{ settlementId: '502', state: 'Paid', number: numbers[1], paidIn: '125.00' },
				...{ payout: '121.87', difference: null, detailsError: null },
				...{ orderid: `order-${numbers[1]}`, total: '125.00', customerNumber: '12' },
				vat: [{ rate: '25', net: '100.00', vat: '25.00' }],
			}),
			expect.objectContaining({ state: 'Purchase', number: numbers[0], paidIn: '0.00' }),
		]);
		expect(last).toEqual(first);
		const lookUps = sandbox.calls.filter(
			(one) => one.function === 'getPaymentinfo' && one.test && one.number === numbers[1],
		);
		// One for the settlement, one that is called by hand.
		expect(lookUps).toHaveLength(2);
	});

	it('each invoice is given its note once, as it was written', () => {
		const hashes = numbers.map((number) => payments.get(number, true)!.hash);
		const { first, last } = outputOf('payment addLogNote');
		expect([...first, ...last]).toEqual(hashes.map((hash) => ({ hash, result: 'OK' })));
		expect(payments.notes.filter(({ hash }) => hashes.includes(hash))).toEqual(
			hashes.map((hash) => expect.objectContaining({ hash, text: 'Packat på {{ ja }}' })),
		);
	});

	it('a function that moves money is called once, and what it answers is the item', () => {
		const { first, last } = outputOf('call what moves');
		const credits = payments.credits.filter(({ of }) => numbers.includes(of));
		expect([...first, ...last].map(({ number }) => number).sort()).toEqual(
			credits.map(({ number }) => number).sort(),
		);
		expect(credits.map(({ of }) => of).sort()).toEqual([...numbers].sort());
	});

	it('a function that reads gives what it answers', () => {
		expect(outputOf('call what reads').last).toMatchObject([
			{ PaymentData: { number: numbers[1], method: '8' }, Cart: expect.anything() },
		]);
	});
});
