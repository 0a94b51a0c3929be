import { COMMON_MEANINGS, type Meaning } from '../../nodes/Qvickly/api/refusals';
import type { FunctionCall } from './calls';
import { link, type Described } from './described';

interface Row extends Pick<Meaning, 'reason' | 'advice'> {
	code: string;
	outcome: string;
	/** Links to where it means that. */
	where: Set<string>;
}

const OPEN = {
	read: '`unanswered`',
	list: '`unanswered`',
	change: 'looked up, `unknown` if that does not tell',
	once: '`unknown`',
};

/** What such a refusal of a call makes of an item. */
function outcomeOf(code: string, { settles }: Meaning, call?: FunctionCall): string {
	if (call?.part === 'details') return '`detailsError` in the row';
	// It was asked as it is not known what is true, and it is not known after.
	if (call?.part === 'check' || call?.part === 'find') return '`unknown`';
	if (call?.goesOn?.code === code) return `goes on with \`${call.goesOn.name}\``;
	switch (settles) {
		case 'nothing':
			return call
				? OPEN[call.kind]
				: `read, list: ${OPEN.read}; change: ${OPEN.change}; once: ${OPEN.once}`;
		case 'before':
			return 'looked up';
		case 'account':
			return '`refused`, and nothing more is sent for the account';
		default:
			return '`refused`';
	}
}

/** Every code with its meanings, in the order of the codes. */
export function refusalTable(operations: Described[]): string[] {
	const rows = new Map<string, Row>();
	const add = (code: string, meaning: Meaning, where: string, call?: FunctionCall) => {
		const { reason, advice } = meaning;
		const outcome = outcomeOf(code, meaning, call);
		const key = JSON.stringify([code, meaning, outcome]);
		const row = rows.get(key) ?? { code, reason, advice, outcome, where: new Set() };
		row.where.add(where);
		rows.set(key, row);
	};
	for (const [code, meaning] of Object.entries(COMMON_MEANINGS)) add(code, meaning, 'all');
	for (const operation of operations) {
		const own = operation.calls.find(({ part }) => part === 'call')!.refusals;
		for (const call of operation.calls) {
			for (const [code, meaning] of Object.entries(call.refusals)) {
				// A look-up that is refused as the call was agrees with it.
				if (call.part === 'check' && code in own) continue;
				add(code, meaning, link(operation), call);
			}
		}
	}
	const sorted = [...rows.values()].sort((a, b) => Number(a.code) - Number(b.code));
	return [
		'| code | reason | what to do | outcome | operations |',
		'| --- | --- | --- | --- | --- |',
		...sorted.map(
			({ code, reason, advice, outcome, where }) =>
				`| ${code} | ${reason} | ${advice} | ${outcome} | ${[...where].join(', ')} |`,
		),
	];
}
