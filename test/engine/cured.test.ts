import { CURABLE } from '../sandbox/faults';
import { findLies, succeeded } from './claims';
import { HONEST } from './describeFaults';
import { isRepeatable, runCases, SUBJECTS, type Case } from './faultCases';

describe.each(SUBJECTS.filter(isRepeatable))(
	'with the default retries all is done, once, though the first try fails: $name',
	(subject) => {
		it.concurrent(
			'by whatever can be cured',
			async () => {
				const cases = CURABLE.map(
					(fault): Case => ({ fault, strikes: 'first', onError: 'stopWorkflow', retries: 2 }),
				);
				const { runs, sandbox } = await runCases(subject, cases);
				for (const [index, { items, result }] of runs.entries()) {
					const { fault } = cases[index]!;
					const lies = findLies(subject.operation, items, result, sandbox);
					expect({ fault, done: succeeded(result), lies }).toEqual({
						fault,
						done: [0, 1, 2],
						lies: HONEST,
					});
				}
			},
			120_000,
		);
	},
);
