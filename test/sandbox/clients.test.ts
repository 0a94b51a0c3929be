import { caller } from './orders';
import { startSandbox } from './sandbox';
import type { Seed } from './seeds';
import { samples } from './vectors/clients.json';

interface Sample {
	client: string;
	function: string;
	data: object;
	status?: Seed['status'];
	/** The refusal, and why. */
	code?: string;
	why?: string;
}

/** What tells the invoice and the order in the samples. */
const hash = '123456abc123456abc123456abc12345';

/** Sends a sample to a sandbox that has what it is about, and gives what came back in a line. */
async function send({ function: name, data, status = 'Created' }: Sample) {
	const test = true;
	const sandbox = await startSandbox({
		payments: [
			{ number: 12345, status, hash, test },
			{ number: 13286, status: 'Created', test },
			{ number: 4003208, status: 'Created', test },
		],
		checkouts: [{ number: 1, hash, test }],
	});
	sandbox.payments.lists.settlements.push(
		{ id: 1, date: '2024-04-02', numbers: ['12345'] },
		{ id: 263, date: '2024-04-08', numbers: ['12345'] },
	);
	const { code, text } = await caller(sandbox)(name, data);
	await sandbox.close();
	return { code, text };
}

/** What the clients' authors would see, where they ask for it: SHOW_SAMPLES=1. */
const shown: string[] = [];
afterAll(() => {
	if (process.env.SHOW_SAMPLES) console.log(shown.join('\n'));
});

describe("Qvickly's own Node.js and Python clients, in all their payment API examples", () => {
	it.each(samples as Sample[])('$client: $function is known', async (sample) => {
		const { code, text } = await send(sample);
		shown.push(
			`${sample.client} ${sample.function}: ${
				code
					? `refused with ${code} (${sample.why})`
					: text
							.replace(/^\{"credentials":\{[^}]*\},/, '{')
							.replace(/\s+/g, ' ')
							.slice(0, 90)
			}`,
		);
		expect(code).not.toBe('9001');
		expect(code).toBe(sample.code);
	});
});
