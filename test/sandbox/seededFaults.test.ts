import { seededFaults } from './faults';

describe('faults by chance', () => {
	const calls = Array.from({ length: 2000 }, (_, number) => ({
		function: 'cancelPayment',
		number: String(number),
		earlier: 0,
	}));
	const drawn = (seed: string, rate: number) => calls.map(seededFaults(seed, rate, ['a', 'b']));

	it('are the same for the same seed, and others for another', () => {
		expect(drawn('one', 0.5)).toEqual(drawn('one', 0.5));
		expect(drawn('one', 0.5)).not.toEqual(drawn('two', 0.5));
	});

	it('meet the share of calls that is wanted, with every fault', () => {
		const faults = drawn('one', 0.1).filter((fault) => fault !== undefined);
		expect(faults.length).toBeGreaterThan(150);
		expect(faults.length).toBeLessThan(250);
		expect(new Set(faults)).toEqual(new Set(['a', 'b']));
		expect(new Set(drawn('one', 0))).toEqual(new Set([undefined]));
		expect(new Set(drawn('one', 1))).toEqual(new Set(['a', 'b']));
	});
});
