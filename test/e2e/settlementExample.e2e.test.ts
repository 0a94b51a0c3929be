import { changed, turnOn } from './exampleFlows';
import { newFolder } from './keptFiles';
import type { Node } from './nodes';
import { daysAgo, everySeconds } from './polls';
import { n8n, sandbox, unique } from './running';
import { until } from './until';
import { newPayments, unknownNumber } from './workflow';

const { lists } = sandbox.payments;

type Folder = ReturnType<typeof newFolder>;
type Change = Parameters<typeof changed>[1];

/** Keeps one of the files, as a user's node behind the example would. */
const keep = (file: string, folder: string): Node => ({
	name: `Keep ${file}`,
	id: `keep-${file}`,
	position: [1900, 0],
	type: 'n8n-nodes-base.readWriteFile',
	typeVersion: 1,
	parameters: {
		operation: 'write',
		fileName: `=${folder}/{{ $binary.${file}.fileName }}`,
		dataPropertyName: file,
		options: {},
	},
});

/** The example, followed by nodes that keep its files, and the folder with these. */
function workflow(change: Change) {
	const folder = newFolder(n8n.folder, `settlements-${unique()}`);
	const keepers = [keep('xlsx', folder.path), keep('sie', folder.path)];
	const { connections, ...rest } = changed('settlement-bookkeeping', change, keepers);
	const after = { main: [keepers.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] };
	return { json: { ...rest, connections: { ...connections, 'Both files': after } }, folder };
}

const often: Change = ({ name, parameters }) =>
	name === 'New settlement'
		? { parameters: { ...parameters, pollTimes: { item: everySeconds(5) } } }
		: {};

/** What each verification comes to on each account, in öre, after it was seen to balance. */
const booked = ({ accounts, verifications }: ReturnType<Folder['sie']>) =>
	verifications.map(({ text, date, transactions }) => {
		const on: Record<string, number> = {};
		for (const { account, ore } of transactions) {
			expect(accounts[account]).toMatch(/\S/);
			on[account] = (on[account] ?? 0) + Number(ore);
		}
		expect(Object.values(on).reduce((sum, one) => sum + one, 0)).toBe(0);
		return { text, date, on };
	});

/** As Qvickly writes it. @param ore whole */
const kronor = (ore: number) => (ore / 100).toFixed(2);

/** A state of a settlement, with what its invoices come to. All amounts are öre. */
function state(
	name: 'Paid' | 'Purchase',
	invoices: Array<[number: string, gross: number, fee: number]>,
) {
	const [gross, fees] = [1, 2].map((at) =>
		invoices.reduce((sum, one) => sum + (one[at] as number), 0),
	) as [number, number];
	const isPaid = name === 'Paid';
	const amounts = (all: number) => (isPaid ? [all, 0] : [0, all]).map(kronor);
	const [Paidin, Topay] = amounts(gross);
	const vat = Math.round(fees / 5);
	return {
		[name]: {
			...{ Paidin, Topay, Payout: kronor(gross - fees) },
			...{ TotalFee: kronor(fees - vat), TotalFeeVAT: kronor(vat) },
			Invoices: invoices.map(([id, own, fee]) => {
				const [paidin, topay] = amounts(own);
				return {
					...{ id, paidin, paidinCapital: paidin, topay },
					...{ payout: kronor(own - fee), paymentDate: daysAgo(2) },
				};
			}),
		},
	};
}

/** 30 kronor of food and 50 of books without VAT, and 0.10 that is rounded away. */
const MIXED = {
	withtax: 8350,
	sections: {
		Articles: [
			{ withouttax: '3000', taxrate: '12' },
			{ withouttax: '5000', taxrate: '0' },
		],
		Cart: { Total: { withouttax: '8000', tax: '360', rounding: '-10', withtax: '8350' } },
	},
};

beforeEach(() => (lists.settlements = []));
afterEach(() => (sandbox.state.faults = undefined));
afterAll(() => (lists.settlements = []));

it('books each new settlement, also where something in it is not known', async () => {
	lists.settlements.push({ id: 4, date: daysAgo(9), numbers: newPayments(1) });
	const { json, folder } = workflow(often);
	const id = await turnOn(json);
	const [bought = '', mixed = ''] = [...newPayments(1), ...newPayments(1, MIXED)];
	const [card = ''] = newPayments(1, { method: 8, status: 'Paid' });
	const [credit = ''] = newPayments(1, { status: 'Credited', creditOf: bought, withtax: 5000 });
	const missing = unknownNumber();
	lists.settlements.push(
		{
			...{ id: 5, date: daysAgo(1), numbers: [bought, mixed, card, credit] },
			details: {
				...state('Purchase', [
					[bought, 12_500, 633],
					[mixed, 8350, 400],
					[credit, -5000, 0],
				]),
				...state('Paid', [[card, 12_500, 250]]),
				...{ TotalTopay: '158.50', TotalPayout: kronor(28_350 - 1283) },
			},
		},
		{
			...{ id: 6, date: daysAgo(0), numbers: [missing] },
			details: { ...state('Paid', [[missing, 9900, 100]]), TotalPayout: '97.99' },
		},
	);
	const execution = await until('an execution', 20, async () => (await n8n.executions(id))[0]?.id);
	await n8n.deactivate(id);
	expect((await n8n.finished(execution)).data.resultData.error).toBeUndefined();

	const rows = folder.rows('settlement-5-6.xlsx');
	expect(rows).toMatchObject([
		{
			'payment number': bought,
			'order id': `order-${bought}`,
			'net 25 %': '100',
			'VAT 25 %': '25',
		},
		{
			'payment number': mixed,
			'net 12 %': '30',
			'VAT 12 %': '3.6',
			'net 0 %': '50',
			rounding: '-0.1',
		},
		{ 'payment number': credit, gross: '-50', 'net 25 %': '-40', 'VAT 25 %': '-10', fee: '0' },
		{ 'payment number': card, state: 'Paid', fee: '2', 'fee VAT': '0.5', payout: '122.5' },
		{
			row: 'sum',
			gross: '283.5',
			fee: '10.26',
			'fee VAT': '2.57',
			payout: '270.67',
			difference: '0',
		},
		{
			'payment number': missing,
			difference: '99',
			'to check': expect.stringContaining(missing),
		},
		{ row: 'on the sum', payout: '-0.01', difference: '-0.01' },
		{ row: 'sum', settlement: '6', payout: '97.99', difference: '98.99', 'to check': '2 rows' },
	]);
	const file = folder.sie('settlement-5-6.si');
	const day = (days: number) => daysAgo(days).replaceAll('-', '');
	expect(booked(file)).toEqual([
		{
			...{ text: 'Qvickly settlement 5', date: day(1) },
			on: {
				...{ 1930: 27_067, 6064: 1026, 2641: 257, 3001: -16_000, 2611: -4000 },
				...{ 3002: -3000, 2621: -360, 3004: -5000, 3740: 10 },
			},
		},
		{
			...{
				text: expect.stringContaining(`TO CHECK, 2 rows of the XLSX file: Payment ${missing}`),
				date: day(0),
			},
			on: { 1930: 9799, 6064: 80, 2641: 20, 2999: -9899 },
		},
	]);
	expect(file).toMatchObject({
		company: 'Mitt Företag AB',
		accounts: {
			2611: 'Utgående moms på försäljning inom Sverige, 25 %',
			3740: 'Öres- och kronutjämning',
		},
	});
});

it('settles claims where sales are booked elsewhere, and books the newest when run by hand', async () => {
	const [number = ''] = newPayments(1);
	const details = { ...state('Purchase', [[number, 12_500, 500]]), TotalPayout: '120.00' };
	lists.settlements.push({ id: 7, date: daysAgo(2), numbers: [number], details });
	lists.settlements.push({ id: 8, date: daysAgo(3) });
	const { json, folder } = workflow(({ name, parameters }) =>
		name === 'Accounts'
			? { parameters: withAccount(parameters, 'claims', '1580 A\u030akes fordringar') }
			: {},
	);
	await n8n.runManually(await n8n.createWorkflow(json), 'New settlement');
	const file = folder.sie('settlement-7.si');
	expect(booked(file)).toMatchObject([
		{ on: { 1930: 12_000, 6064: 400, 2641: 100, 1580: -12_500 } },
	]);
	expect(file.accounts[1580]).toBe('Åkes fordringar');
	const { text } = file.verifications[0]!.transactions.at(-1)!;
	expect(text).toContain(`Payment ${number}, order-${number}`);
});

it.each([
	['its node Settlement is deactivated', true, undefined],
	['the settlement cannot be had', false, 'reset'],
] as const)('fails, and makes no file, if %s', async (_, disabled, fault) => {
	lists.settlements.push({ id: 9, date: daysAgo(2), numbers: newPayments(2) });
	sandbox.state.faults = ({ function: called }) =>
		called === 'getSettlementsWithDetails' ? fault : undefined;
	const { json } = workflow(({ name, parameters }) =>
		name === 'Settlement'
			? { disabled, parameters: { ...parameters, options: { retries: 0 } } }
			: {},
	);
	const { status, data } = await n8n.runManually(await n8n.createWorkflow(json), 'New settlement');
	expect(status).toBe('error');
	expect(data.resultData.error.message).toMatch(
		disabled ? /deactivated/ : /Settlement 9 could not be looked up/,
	);
	expect(data.resultData.runData['Both files']).toBeUndefined();
});

/** The node Accounts with another account. */
function withAccount(parameters: object, name: string, value: string) {
	const { assignments } = parameters as { assignments: { assignments: Array<{ name: string }> } };
	return {
		...parameters,
		assignments: {
			assignments: assignments.assignments.map((one) =>
				one.name === name ? { ...one, value } : one,
			),
		},
	};
}
