import { eachPayment, qvicklyTo } from './nodes';
import { account, merchants, n8n, sandbox } from './running';
import { deploy, fields, newPayments } from './workflow';

/** What rows say of their account: two that differ in their mode alone, and another one. */
const ACCOUNTS = [
	{ merchant: merchants[1]!.id, test: false },
	{ merchant: merchants[1]!.id, test: true },
	{ merchant: merchants[2]!.id, test: false },
];

const secrets = Object.fromEntries(merchants.map(({ id, secret }) => [id, secret]));

describe('one credential whose fields are expressions over the item', () => {
	const onError = 'continueErrorOutput';
	const credentials = { qvicklyApi: { name: 'Account of each row' } };

	beforeAll(async () => {
		await n8n.createCredential('qvicklyApi', credentials.qvicklyApi.name, {
			...account,
			merchantId: '={{ $json.merchant }}',
			secret: `={{ (${JSON.stringify(secrets)})[$json.merchant] }}`,
			testMode: '={{ $json.test }}',
		});
	});

	/** Rows of the three accounts in turn, twice; each account has each number. */
	function newRows(seed: object) {
		const numbers = newPayments(2);
		for (const one of ACCOUNTS) {
			sandbox.payments.add(numbers.map((number) => ({ ...seed, ...one, number })));
		}
		return numbers.flatMap((number) => ACCOUNTS.map((one) => ({ number, ...one })));
	}

	async function run(operation: string, rows: object[]) {
		const node = qvicklyTo(operation, { onError, credentials });
		const { post } = await deploy([eachPayment, node], ['Webhook > Payments > Qvickly']);
		const before = sandbox.calls.length;
		const { output } = await post({ payments: rows });
		const sent = sandbox.calls.slice(before);
		return {
			done: output('Qvickly', 0),
			failed: fields(output('Qvickly', 1)),
			accounts: sent.map(({ number, merchant, test }) => ({ number, merchant, test })),
		};
	}

	it.each([
		['get', {}, 'Created'],
		['cancel', {}, 'Cancelled'],
		['activate', {}, 'Factoring'],
		['credit', { status: 'Factoring' }, 'Credited'],
	])(
		'%s is sent for the account of each row, live and test apart',
		async (operation, seed, status) => {
			const rows = newRows(seed);
			const { done, failed, accounts } = await run(operation, rows);
			expect(failed).toEqual([]);
			expect(done).toMatchObject(
				rows.map(({ number }, item) => ({ json: { number, status }, pairedItem: { item } })),
			);
			expect(accounts).toHaveLength(rows.length);
			expect(accounts).toEqual(expect.arrayContaining(rows));
			// Of the account of all other tests, which has payments of these numbers as well.
			for (const { number } of rows) {
				expect(sandbox.payments.truth(number)).toMatchObject({ status: 'Created', credits: 0 });
			}
		},
	);

	it('fails the rows alone whose account cannot be read, and those that Qvickly does not know', async () => {
		const [good, ...rest] = newRows({});
		const bad = [{ test: 'maybe' }, { merchant: '' }, { merchant: merchants[0]!.id, test: true }];
		const rows = [good!, ...bad.map((wrong, index) => ({ ...rest[index], ...wrong }))];
		const { done, failed, accounts } = await run('cancel', rows);
		expect(fields(done)).toMatchObject([{ number: good!.number, status: 'Cancelled' }]);
		expect(failed).toMatchObject([
			{ ...rows[1], error: { details: { outcome: 'invalid' } } },
			{ ...rows[2], error: { details: { outcome: 'invalid' } } },
			{ ...rows[3], error: { details: { outcome: 'refused', code: '5201' } } },
		]);
		expect(accounts).toHaveLength(2);
	});
});
