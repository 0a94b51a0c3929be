import { FAULTS } from '../sandbox/faults';
import { changedOf, findLies, succeeded } from './claims';
import { casesOf, runCases } from './faultCases';
import type { Subject } from './faultSubjects';

export const HONEST = { falseClaims: [], falseDenials: [], doneTwice: [], lostItems: [] };

/** Milliseconds for a test, many of which run at the same time on a machine that may be busy. */
const SLOW = 120_000;

/**
 * Tests that whatever goes wrong, nothing is claimed or denied falsely, nothing is done twice that
 * may be done once, and no item is lost. In several files, as that many processes share the work.
 */
export function describeFaults(subjects: Subject[]) {
	describe.each(subjects)('whatever goes wrong, no lie is told: $name', (subject) => {
		const find = ({ runs, sandbox }: Awaited<ReturnType<typeof runCases>>) =>
			runs.map(({ items, result }) => findLies(subject.operation, items, result, sandbox));

		it.concurrent('though all of it is done where nothing goes wrong', async () => {
			const ran = await runCases(subject, casesOf('none', subject).slice(0, 1));
			expect(ran.runs.map(({ result }) => succeeded(result))).toEqual([[0, 1, 2]]);
			expect(find(ran)).toEqual([HONEST]);
			const rows = ran.runs.flatMap(({ result }) => result.success);
			expect(rows.filter(({ json }) => json.detailsError)).toEqual([]);
			// Or it would be blind to what is denied or done twice.
			const [{ items } = { items: [] }] = ran.runs;
			const did = ran.sandbox.calls.some(({ changed }) => changed);
			expect(changedOf(subject.operation, items, ran.sandbox).size).toBe(did ? items.length : 0);
		});

		const test = async (fault: string) => {
			const cases = casesOf(fault, subject);
			const ran = await runCases(subject, cases);
			const lies = find(ran);
			const named = (of: object[]) => cases.map((one, index) => ({ one, ...of[index] }));
			expect(named(lies)).toEqual(named(cases.map(() => HONEST)));
			// No redirect is followed.
			expect(ran.sandbox.calls.filter((call) => call.path !== '/')).toEqual([]);
		};
		it.concurrent.each(Object.keys(FAULTS))('when it is %s', test, SLOW);
	});
}
