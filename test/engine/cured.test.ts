import { CURABLE } from '../sandbox/faults';
import { succeeded } from './claims';
import { runCases, SUBJECTS, type Case } from './faultCases';

const REPEATABLE = SUBJECTS.filter(({ operation }) => !/credit/i.test(operation));

describe.each(REPEATABLE)(
	'with the default retries all is done, once, though the first try fails: $name',
	(subject) => {
		it.concurrent('by whatever can be cured', async () => {
			const cases = CURABLE.map(
				(fault): Case => ({ fault, strikes: 'first', onError: 'stopWorkflow', retries: 2 }),
			);
			const { runs, sandbox } = await runCases(subject, cases);
			const numbers = runs.flatMap(({ items }) => items.map(({ number }) => String(number)));
			expect(runs.flatMap(({ result }) => succeeded(result))).toEqual(numbers);
			const changed = sandbox.payments.changes.map(({ number }) => number);
			expect(changed.sort()).toEqual(subject.operation === 'get' ? [] : numbers.sort());
		});
	},
);
