import { settingFields } from '../../nodes/Qvickly/actions/settings';
import { get as getSettlement } from '../../nodes/Qvickly/actions/settlement/get.operation';
import { taskOf, verified } from '../actions/tasks';
import { readText } from '../packed';
import { operations } from './described';
import { FUNCTIONS } from '../sandbox/functionNames';

const page = readText('docs/operations.md');

const section = (title: string) => page.split(`\n### ${title}\n`)[1]!.split(/\n##+ /)[0]!;

const calls = (title: string) => /^Calls .*$/m.exec(section(title))![0];

describe('docs/operations.md says', () => {
	it.each([
		['Payment: Activate', 'getPaymentinfo', 'with *Expected Amount*, before all else'],
		[
			'Payment: Create',
			'getInvoicesByCustomer',
			'*Customer Is* A Company or with *Customer Number*',
		],
		['Payment: Get Many', 'getDuePayments', 'with *By* Due Date'],
		['Payment: Get Many', 'getInvoicesByCustomer', 'with *By* Customer Number'],
		['Settlement: Get', 'getPaymentinfo', 'with *Add Payment Details*'],
	])('when %s calls %s, and not that it always does', (title, name, when) => {
		const call = calls(title)
			.split('; ')
			.filter((one) => one.includes(`\`${name}\``));
		expect(call).toEqual(expect.arrayContaining([expect.stringContaining(when)]));
	});

	it('of what is done once that it is not sent again without a clear answer', () => {
		for (const kind of ['read', 'change', 'once'] as const) {
			for (const { description } of settingFields(kind)) expect(page).toContain(description);
		}
	});

	it('what a field within another depends on', () => {
		expect(section('Payment: Create')).toMatch(
			/\| Rows › Quantity \|.*Only with \*Row Type\* Article/,
		);
	});

	it('which codes a look-up may meet', () => {
		expect(page).toMatch(/^\| 6010 \|.*\[Checkout: Update\]/m);
		expect(page).toMatch(/^\| 5201 \|.*\[Settlement: Get\]/m);
	});

	it('what triggers call', () => {
		expect(section('Qvickly Trigger')).toContain('`getPaymentinfo` with *Look the Payment Up*');
		expect(section('Qvickly Polling Trigger')).toMatch(
			/`getSettlements` with .* New Settlement; `getDuePayments` with .* Payment Overdue/,
		);
	});

	it('the presets of lists by their names', () => {
		expect(section('Qvickly Trigger')).toMatch(/^\| Trigger On \| \*Paid\* \|/m);
	});

	it('of every function that is called by what it is reached', () => {
		const called = operations.flatMap(({ calls: all }) => all.map(({ name }) => name));
		expect(called.length).toBeGreaterThan(30);
		expect(called.filter((name) => !FUNCTIONS.includes(name))).toEqual([]);
		expect(FUNCTIONS).toHaveLength(33);
	});

	it('that getOrderByHash is the look-up of a checkout, and nothing that bills a customer', () => {
		expect(/^\| `getOrderByHash` \|.*$/m.exec(page)![0]).not.toContain('Create Invoice');
	});
});

describe('docs/settlement.md has every field', () => {
	const text = readText('docs/settlement.md');

	it.each(['invoices', 'summary'])('of the output "%s"', (output) => {
		const { call, details } = taskOf(
			getSettlement,
			{ settlementId: '5', output },
			{ addPaymentDetails: true },
		);
		const result = call.result(
			verified({ SettlementId: '5', Paid: { Paidin: '1', Invoices: [{ id: '1000235' }] } }),
		);
		const [item] = 'items' in result ? result.items : [];
		const all = details?.miss(item!, '') ?? item!;
		const inside = ((item!.states ?? []) as object[]).flatMap(Object.keys);
		const names = [...Object.keys(all), ...inside];
		expect(names.length).toBeGreaterThan(8);
		expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
	});
});
