import { COMMON_MEANINGS, type Meaning, type Meanings } from '../../nodes/Qvickly/api/refusals';

/** What an operation is called, and the refusals that mean something of their own there. */
export interface Refusals {
	title: string;
	link: string;
	tables: Meanings[];
}

interface Row extends Meaning {
	code: string;
	/** Where it means that. */
	where: Map<string, Refusals | undefined>;
}

/** What such a refusal makes of an item. */
const OUTCOMES: Record<Meaning['settles'], string> = {
	nothing: '`unknown`; what only reads: `unanswered`',
	before: 'looked up',
	try: '`refused`',
	matter: '`refused`',
	account: '`refused`, and nothing more is sent for the account',
};

/** Every code with its meanings, in the order of the codes. */
export function refusalTable(operations: Refusals[]): string[] {
	const rows = new Map<string, Row>();
	const add = (code: string, meaning: Meaning, operation?: Refusals) => {
		const key = JSON.stringify([code, meaning]);
		const row = rows.get(key) ?? { code, ...meaning, where: new Map() };
		row.where.set(operation?.title ?? '', operation);
		rows.set(key, row);
	};
	for (const [code, meaning] of Object.entries(COMMON_MEANINGS)) add(code, meaning);
	for (const operation of operations) {
		for (const table of operation.tables) {
			for (const [code, meaning] of Object.entries(table)) add(code, meaning, operation);
		}
	}
	const sorted = [...rows.values()].sort((a, b) => Number(a.code) - Number(b.code));
	return [
		'| code | reason | what to do | outcome | operations |',
		'| --- | --- | --- | --- | --- |',
		...sorted.map(
			({ code, reason, advice, settles, where }) =>
				`| ${code} | ${reason} | ${advice} | ${OUTCOMES[settles]} | ${placesOf(where)} |`,
		),
	];
}

const placesOf = (where: Row['where']): string =>
	[...where.values()].map((one) => (one ? `[${one.title}](#${one.link})` : 'all')).join(', ');
