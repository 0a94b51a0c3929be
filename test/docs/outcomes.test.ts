import type { Meanings } from '../../nodes/Qvickly/api/refusals';
import type { Reply } from '../../nodes/Qvickly/transport/connect';
import { readText } from '../packed';
import { refusal, reset, settledUpTo } from '../run/settling';
import { operations } from './described';
import { variantsOf } from './variants';

/** The table of codes in docs/operations.md. */
const rows = readText('docs/operations.md')
	.split('\n## Codes\n')[1]!
	.split('\n')
	.map((line) => line.split(' | '))
	.filter((cells) => cells.length === 5);

/** What the page says of such a refusal in an operation. */
const saidOf = (title: string, code: string, reason: string) =>
	rows
		.filter(([of, why, , , where]) => {
			return of === `| ${code}` && why === reason && where!.includes(`[${title}]`);
		})
		.map(([, , , outcome]) => outcome!);

/** What the node does with it, in the page's words. */
async function doneWith(task: Parameters<typeof settledUpTo>[0], before: Reply[], code: string) {
	const replies = [...before, refusal(code, true), reset, reset];
	const { outcome, calls } = await settledUpTo(task, replies, 0);
	const next = calls[before.length + 1]?.name;
	if (next !== undefined && next === task.then?.call.request.function) {
		return `goes on with \`${next}\``;
	}
	const ends = 'outcome' in outcome ? `\`${outcome.outcome}\`` : 'done';
	return next === undefined ? ends : `looked up, ${ends} if that does not tell`;
}

/** Each refusal that means something of its own to an operation, and what comes before it. */
const cases = operations.flatMap(({ title, operation }) => {
	const [{ task }] = variantsOf(operation) as [ReturnType<typeof variantsOf>[number]];
	const { call, then } = task;
	const of = (refusals: Meanings, before: Reply[]) =>
		Object.entries(refusals).map(([code, { reason }]) => ({ title, task, code, reason, before }));
	const unlikeOwn = (refusals: Meanings) =>
		Object.fromEntries(Object.entries(refusals).filter(([code]) => !(code in call.refusals)));
	return [
		...of(call.refusals, []),
		...(call.kind === 'change' ? of(unlikeOwn(call.check.refusals), [reset]) : []),
		...(then ? of(then.call.refusals, [refusal(then.code, true)]) : []),
	];
});

it('every code that means something of its own somewhere is tried, or these tests would say nothing', () => {
	expect(new Set(cases.map(({ code }) => code)).size).toBeGreaterThan(100);
});

it.each(operations.map(({ title }) => title))(
	'docs/operations.md says what becomes of an item after each refusal of %s',
	async (title) => {
		const wrong: string[] = [];
		for (const { task, code, reason, before } of cases.filter((one) => one.title === title)) {
			const said = saidOf(title, code, reason);
			const done = await doneWith(task, before, code);
			// "looked up" alone: the look-up always tells, and may say anything.
			if (!said.some((one) => one === done || (one === 'looked up' && done.startsWith(one)))) {
				wrong.push(`${code}: ${done}, and the page says ${said.join(' or ') || 'nothing'}`);
			}
		}
		expect(wrong).toEqual([]);
	},
);
