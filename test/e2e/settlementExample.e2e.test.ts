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

const ACTIVATED = { status: 'Factoring' };

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
	const [bought = ''] = newPayments(1, ACTIVATED);
	const [mixed = ''] = newPayments(1, { ...ACTIVATED, ...MIXED });
	const [credit = ''] = newPayments(1, { status: 'Credited', creditOf: bought, withtax: 5000 });
	const [card = ''] = newPayments(1, { method: 8, status: 'Paid' });
	const missing = unknownNumber();
	lists.settlements.push(
		{ id: 5, date: daysAgo(1), numbers: [bought, mixed, credit, card] },
		{ id: 6, date: daysAgo(0), numbers: [missing], more: -1n },
	);
	const execution = await until('an execution', 20, async () => (await n8n.executions(id))[0]?.id);
	await n8n.deactivate(id);
	expect((await n8n.finished(execution)).data.resultData.error).toBeUndefined();

	const rows = folder.rows('settlement-5-6.xlsx');
	expect(rows).toMatchObject([
		{ 'payment number': credit, gross: '-50', 'net 25 %': '-40', 'VAT 25 %': '-10', fee: '-1' },
		{ 'payment number': card, state: 'Paid', fee: '2.5', 'fee VAT': '0.63', payout: '121.87' },
		{ 'payment number': bought, 'order id': `order-${bought}`, net: '100', 'VAT 25 %': '25' },
		{ 'payment number': mixed, 'net 12 %': '30', 'VAT 12 %': '3.6', rounding: '-0.1' },
		{ row: 'sum', gross: '283.5', fee: '5.67', 'fee VAT': '1.43', payout: '276.4' },
		{ 'payment number': missing, difference: '100', 'to check': expect.stringContaining(missing) },
		{ row: 'on the sum', payout: '-0.01', difference: '-0.01' },
		{ row: 'sum', settlement: '6', payout: '97.49', difference: '99.99', 'to check': '2 rows' },
	]);
	const file = folder.sie('settlement-5-6.si');
	const day = (days: number) => daysAgo(days).replaceAll('-', '');
	expect(booked(file)).toEqual([
		{
			...{ text: 'Qvickly settlement 5', date: day(1) },
			on: {
				...{ 1930: 27_640, 6064: 567, 2641: 143, 3001: -16_000, 2611: -4000 },
				...{ 3002: -3000, 2621: -360, 3004: -5000, 3740: 10 },
			},
		},
		{
			...{
				text: expect.stringContaining(`TO CHECK, 2 rows of the XLSX file: Payment ${missing}`),
				date: day(0),
			},
			on: { 1930: 9749, 6064: 200, 2641: 50, 2999: -9999 },
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
	const [number = ''] = newPayments(1, ACTIVATED);
	lists.settlements.push({ id: 7, date: daysAgo(2), numbers: [number] });
	lists.settlements.push({ id: 8, date: daysAgo(3) });
	const { json, folder } = workflow(({ name, parameters }) =>
		name === 'Accounts'
			? { parameters: withAccount(parameters, 'claims', '1580 A\u030akes fordringar') }
			: {},
	);
	await n8n.runManually(await n8n.createWorkflow(json), 'New settlement');
	const file = folder.sie('settlement-7.si');
	expect(booked(file)).toMatchObject([
		{ on: { 1930: 12_187, 6064: 250, 2641: 63, 1580: -12_500 } },
	]);
	expect(file.accounts[1580]).toBe('Åkes fordringar');
	const { text } = file.verifications[0]!.transactions.at(-1)!;
	expect(text).toContain(`Payment ${number}, order-${number}`);
});

it('takes the sums of payments and fees where Qvickly lists numbers alone, and says so', async () => {
	const numbers = newPayments(2, ACTIVATED);
	lists.settlements.push({ id: 9, date: daysAgo(2), numbers, shape: { invoices: 'ids' } });
	const { json, folder } = workflow(() => undefined);
	await n8n.runManually(await n8n.createWorkflow(json), 'New settlement');
	const said = expect.stringContaining("it is the payment's total");
	expect(folder.rows('settlement-9.xlsx')).toMatchObject([
		...numbers.map(() => ({ gross: '125', difference: '0', 'to check': said })),
		{ row: 'on the sum', fee: '5', 'fee VAT': '1.26', payout: '243.74', 'to check': '' },
		{ row: 'sum', gross: '250', difference: '0', 'to check': '2 rows' },
	]);
	expect(booked(folder.sie('settlement-9.si'))).toMatchObject([
		{
			text: expect.stringContaining('TO CHECK'),
			on: { 1930: 24_374, 6064: 500, 2641: 126, 3001: -20_000, 2611: -5000 },
		},
	]);
});

it.each([
	['its node Settlement is deactivated', true, undefined],
	['the settlement cannot be had', false, 'reset'],
] as const)('fails, and makes no file, if %s', async (_, disabled, fault) => {
	lists.settlements.push({ id: 10, date: daysAgo(2), numbers: newPayments(2) });
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
		disabled ? /deactivated/ : /Settlement 10 could not be looked up/,
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
