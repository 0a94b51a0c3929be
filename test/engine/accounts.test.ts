import { errorOf, startMerchant } from './merchant';

const MERCHANTS = [
	{ id: '11', secret: 'secret-of-11' },
	{ id: '22', secret: 'secret-of-22' },
];

/** A credential whose fields are the item's own. */
const PER_ITEM = {
	merchantId: '={{ $json.merchant }}',
	secret: '={{ "secret-of-" + $json.merchant }}',
	testMode: '={{ $json.test }}',
};

const ROWS = [
	{ number: 1, merchant: '11', test: false },
	{ number: 1, merchant: '22', test: false },
	{ number: 1, merchant: '11', test: true },
	{ number: 1, merchant: 11, test: 'false' },
];

/** A payment 1 of each account, and a way to cancel those of some rows. */
async function start() {
	const merchant = await startMerchant({
		merchants: MERCHANTS,
		payments: MERCHANTS.flatMap(({ id }) =>
			[false, true].map((test) => ({ number: 1, merchant: id, test })),
		),
	});
	const changed = () =>
		merchant.sandbox.payments.changes.map(
			(change) => `${change.merchant} ${change.test ? 'test' : 'live'} ${change.number}`,
		);
	return { ...merchant, changed };
}

let till: Awaited<ReturnType<typeof start>>;
beforeEach(async () => (till = await start()));
afterEach(async () => await till.sandbox.close());

const continues = { onError: 'continueErrorOutput' } as const;

describe('a credential whose fields are expressions', () => {
	it('is read for each item: every payment is cancelled at its own merchant, in its own mode', async () => {
		const { success, run } = await till.cancel(ROWS, { credential: PER_ITEM });
		expect(till.changed().sort()).toEqual(['11 live 1', '11 test 1', '22 live 1']);
		expect(success).toHaveLength(4);
		const calls = till.sandbox.calls.map(({ merchant, test }) => `${merchant} ${String(test)}`);
		expect(calls.sort()).toEqual(['11 false', '11 true', '22 false']);
		expect(run.data.resultData.runData.Qvickly?.[0]?.hints).toMatchObject([
			{ message: expect.stringContaining('for some items') },
		]);
	});

	it('is decrypted for each item, and one without expressions once', async () => {
		const { decryptions } = await till.cancel(ROWS, { credential: PER_ITEM });
		expect(decryptions).toBe(4);
		const rows = Array.from({ length: 5 }, () => ROWS[0]!);
		expect((await till.cancel(rows)).decryptions).toBe(1);
	});

	it('fails for the items alone for which it gives nothing that can be used', async () => {
		const rows = [ROWS[0]!, { number: 2, merchant: '22' }, { number: 3 }];
		const { success, failed } = await till.cancel(rows, { credential: PER_ITEM, node: continues });
		expect(success).toHaveLength(1);
		expect(failed.map(({ json }) => json.error)).toMatchObject([
			{ message: expect.stringMatching(/^Item 1: 'Test Mode' .* must be true or false/) },
			{ message: expect.stringMatching(/^Item 2: 'Merchant ID' is empty/) },
		]);
		expect(till.changed()).toEqual(['11 live 1']);
	});

	it('stops the run, with nothing sent, if one item has no account', async () => {
		const { error } = await till.cancel([ROWS[0]!, { number: 3 }], { credential: PER_ITEM });
		expect(error?.message).toMatch(/^Item 1: 'Merchant ID' is empty/);
		expect(till.sandbox.calls).toEqual([]);
	});
});

describe('a refusal that is the account’s', () => {
	const rows = (count: number, merchant: string) =>
		Array.from({ length: count }, (_, index) => ({ number: index + 1, merchant, test: false }));

	it.each(['9010', '9011', '9012', '9013', '5222', '8705', '9001', '9002'])(
		'(%s) ends the sending in every error mode; the rest is told why, and to check the credential',
		async (code) => {
			till.sandbox.state.refuse = () => code;
			for (const onError of ['continueErrorOutput', 'continueRegularOutput'] as const) {
				till.sandbox.calls.length = 0;
				const { success, failed } = await till.cancel(rows(50, '11'), {
					credential: PER_ITEM,
					node: { onError },
				});
				expect(till.sandbox.calls.length).toBeLessThanOrEqual(8);
				const errors = [...success, ...failed].map(errorOf);
				expect(errors).toHaveLength(50);
				expect(errors[0]).toMatchObject({ details: { outcome: 'refused', code } });
				const { message, description, details } = errors[49]!;
				expect(details.outcome).toBe('notAttempted');
				expect(message).toBe(
					`Nothing was sent for payment 50 this time: ${errors[0]!.message.split(': ')[1]}`,
				);
				expect(description.length).toBeGreaterThan('Run it again.'.length);
			}
		},
	);

	it('leaves the items of other accounts alone', async () => {
		till.sandbox.state.refuse = ({ merchant }) => (merchant.id === '11' ? '9013' : undefined);
		const items = [...rows(20, '11'), ROWS[1]!];
		const { success } = await till.cancel(items, {
			credential: PER_ITEM,
			node: continues,
			options: { maxParallelRequests: 2 },
		});
		expect(success.map(({ json }) => json.number)).toEqual(['1']);
		expect(till.sandbox.calls.length).toBeLessThanOrEqual(3);
		expect(till.changed()).toEqual(['22 live 1']);
	});

	it('stops a run with advice about the credential, not about the list', async () => {
		const { error } = await till.cancel(rows(20, '11'), {
			credential: { ...PER_ITEM, secret: 'wrong' },
			options: { maxParallelRequests: 1 },
		});
		expect(error?.message).toContain('Qvickly does not accept the signature');
		expect(error?.description).toContain('Open the Qvickly API credential');
		expect(error?.description).not.toContain('out of the list');
		expect(till.sandbox.calls).toHaveLength(1);
	});
});
