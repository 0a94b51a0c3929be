import { FAULTS } from '../sandbox/faults';
import { findLies, succeeded } from './claims';
import { casesOf, runCases, type Subject } from './faultCases';

const HONEST = { falseClaims: [], falseDenials: [], doneTwice: [], lostItems: [] };

/**
 * Tests that whatever goes wrong, nothing is claimed or denied falsely, nothing is credited twice
 * and no item is lost. In two files, as two processes do it in half the time.
 */
export function describeFaults(subjects: Subject[]) {
	const faults = Object.keys(FAULTS).flatMap((name) => [name, `${name}:before`]);
	describe.each(subjects)('whatever goes wrong, no lie is told: $name', (subject) => {
		it.concurrent('though all of it is done where nothing goes wrong', async () => {
			const [one] = (await runCases(subject, casesOf('none').slice(0, 1))).runs;
			expect(succeeded(one!.result)).toEqual(one!.items.map(({ number }) => String(number)));
		});

		it.concurrent.each(faults)('when it is %s', async (fault) => {
			const cases = casesOf(fault);
			const { runs, sandbox } = await runCases(subject, cases);
			const lies = runs.map(({ items, result }) =>
				findLies(subject.operation, items, result, sandbox),
			);
			const named = (of: object[]) => cases.map((one, index) => ({ one, ...of[index] }));
			expect(named(lies)).toEqual(named(cases.map(() => HONEST)));
			// No redirect is followed.
			expect(sandbox.calls.filter((call) => call.path !== '/')).toEqual([]);
		});
	});
}
