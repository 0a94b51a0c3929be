import { CURABLE } from '../sandbox/faults';
import { findLies, succeeded } from './claims';
import { HONEST } from './describeFaults';
import { runCases, type Case } from './faultCases';
import { kindOf, SUBJECTS } from './faultSubjects';

describe.each(SUBJECTS.filter((subject) => kindOf(subject) !== 'once'))(
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
					const unread = result.success.filter(({ json }) => json.detailsError);
					expect({ fault, done: succeeded(result), unread, lies }).toEqual({
						fault,
						done: [0, 1, 2],
						unread: [],
						lies: HONEST,
					});
				}
			},
			120_000,
		);
	},
);
