import { Qvickly } from '../../nodes/Qvickly/Qvickly.node';
import { startMerchant } from './merchant';

const LISTS = Object.keys(new Qvickly().methods.loadOptions);

/** Loads a list from a sandbox of its own. */
async function load(
	method: string,
	credential?: Record<string, unknown>,
	options: Parameters<typeof startMerchant>[0] = {},
) {
	const till = await startMerchant(options);
	try {
		return { choices: await till.load(method, credential), sent: till.sandbox.calls };
	} finally {
		await till.sandbox.close();
	}
}

describe('the lists that the editor loads from the account', () => {
	it('plans are named by what they are, and have Qvickly’s ID', async () => {
		expect((await load('getPaymentPlans')).choices).toEqual(
			[3, 6, 12].map((months, index) => ({
				name: `${months} månaders delbetalning`,
				value: String(index + 1),
			})),
		);
	});

	it('fees are named with what they cost', async () => {
		expect((await load('getFees')).choices).toEqual([
			{ name: 'Administrationsavgift, 19.00 SEK', value: '12345' },
		]);
	});

	it('methods are those that are open for the account', async () => {
		const { choices } = await load('getMethods', {}, { account: { methods: [1, 8, 1024] } });
		expect(choices.map(({ value }) => value)).toEqual(['1', '8', '1024']);
		expect(choices.map(({ name }) => name)).toContain('Swish');
	});

	it.each(LISTS)(
		'%s says what to do where the secret is wrong, and keeps it to itself',
		async (name) => {
			const error = await load(name, { secret: 'wrong-secret' }).catch((thrown: Error) => thrown);
			expect(error).toBeInstanceOf(Error);
			const { message } = error as Error;
			expect(message).toMatch(/could not be looked up: Qvickly does not accept the signature/);
			expect(JSON.stringify({ ...error, message })).not.toContain('wrong-secret');
		},
	);

	it.each(LISTS)('%s says so where there is no answer', async (name) => {
		const error = await load(name, {}, { faults: () => 'html' }).catch((thrown: Error) => thrown);
		expect((error as Error).message).toMatch(/could not be looked up: what came is not an answer/);
	});
});
