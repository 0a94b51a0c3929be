import { caller } from './orders';
import type { Seed } from './payments';
import { startSandbox } from './sandbox';
import { requests } from './vectors/requests.json';

interface Sample {
	id: string;
	function: string;
	data: object;
	seed?: Seed;
	checkout?: { number: string };
	/** The refusal, where the sample is wrong, and why. */
	code?: string;
	why?: string;
}

/** Sends a sample to a sandbox that has what it is about. */
async function send({ function: name, data, seed, checkout }: Sample) {
	const sandbox = await startSandbox({
		payments: seed ? [{ ...seed, test: true }] : [],
		checkouts: checkout ? [{ ...checkout, test: true }] : [],
	});
	const answer = await caller(sandbox)(name, data);
	await sandbox.close();
	return answer;
}

describe("what Qvickly's own clients send", () => {
	const samples = requests as Sample[];

	it.each(samples.filter(({ code }) => code === undefined))('is accepted: $id', async (sample) => {
		const { code, data } = await send(sample);
		expect({ code, number: data?.number }).toEqual({ code: undefined, number: expect.any(String) });
	});

	it.each(samples.filter(({ code }) => code !== undefined))(
		'is refused with $code where it is wrong: $id. $why',
		async (sample) => {
			expect((await send(sample)).code).toBe(sample.code);
		},
	);
});
