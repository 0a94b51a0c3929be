import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import { cancel } from '../../nodes/Qvickly/actions/payment/cancel.operation';
import { credit } from '../../nodes/Qvickly/actions/payment/credit.operation';
import { begin } from '../../nodes/Qvickly/run/begun';

/** n8n's table of notes: a list for each scope, which is read, added to, and written back as a whole. */
class Notes {
	readonly lists = new Map<string, string[]>();

	/** @param delay that a statement takes, in milliseconds */
	constructor(private readonly delay = () => 0) {}

	async checkProcessedAndRecord(
		items: string[],
		scope: string,
		{ maxEntries }: { maxEntries: number },
	) {
		await this.wait();
		const list = this.lists.get(scope) ?? [];
		await this.wait();
		const news = items.filter((item) => !list.includes(item));
		this.lists.set(scope, [...list, ...news].slice(-maxEntries));
		return { new: news, processed: items.filter((item) => list.includes(item)) };
	}

	private async wait() {
		const delay = this.delay();
		if (delay > 0) await sleep(delay);
	}
}

/** An execution: what n8n has of it in memory, and how it goes on from what was saved. */
class Execution {
	constructor(
		private readonly notes: object,
		private readonly id: string,
		readonly flow: Record<string, unknown> = {},
	) {}

	/** Whether the node's run is said to have begun before. */
	async begins(runIndex: number, node: object = {}): Promise<unknown> {
		const context = {
			getExecutionId: () => this.id,
			getNode: () => ({ name: 'Qvickly', type: 'n8n-nodes-qvickly.qvickly', ...node }),
			getContext: () => this.flow,
			getWorkflowDataProxy: () => ({ $runIndex: runIndex }),
			helpers: this.notes,
		};
		const begun = await begin(context as unknown as IExecuteFunctions, credit);
		return 'before' in begun ? begun.before : begun;
	}

	/** The execution as it is now, read from the database. */
	saved = () => new Execution(this.notes, this.id, JSON.parse(JSON.stringify(this.flow)));
}

it('what is begun once is not said to have begun before, also in a loop', async () => {
	const execution = new Execution(new Notes(), '1');
	for (let run = 0; run < 3; run++) expect(await execution.begins(run)).toBe(false);
	expect(await new Execution(new Notes(), '2').begins(0)).toBe(false);
});

it('asks nobody about what may be sent twice, has no execution, or is called by an agent', async () => {
	const context = { getExecutionId: () => '1', getNode: () => ({ type: 'qvicklyTool' }) };
	const none = { getExecutionId: () => undefined, getNode: () => ({ type: 'qvickly' }) };
	const answers = [
		await begin({ ...none, getExecutionId: () => '1' } as unknown as IExecuteFunctions, cancel),
		await begin(none as unknown as IExecuteFunctions, credit),
		await begin(context as unknown as IExecuteFunctions, credit),
	];
	expect(answers).toEqual(Array(3).fill({ before: false }));
});

describe('where n8n runs an execution again', () => {
	it('from its start, all of it is in doubt, however often the node had run', async () => {
		const notes = new Notes();
		const first = new Execution(notes, '1');
		const before = first.saved();
		for (let run = 0; run < 1200; run++) await first.begins(run);
		for (let run = 0; run < 1300; run++) expect(await before.begins(run)).toBe(true);
	});

	it('from its last wait, what it did after that is in doubt, and only if it did something', async () => {
		const notes = new Notes();
		const first = new Execution(notes, '1');
		expect(await first.begins(0)).toBe(false);
		const waiting = first.saved();
		const second = waiting.saved();
		expect(await second.begins(1)).toBe(false);
		const third = second.saved();
		expect(await third.begins(2)).toBe(false);
		expect(await third.saved().begins(3)).toBe(false);
		expect(third.flow).toEqual({ qvicklyBegun: 3 });
		// The worker is lost, and the numbers of the runs have changed.
		expect(await waiting.saved().begins(7)).toBe(true);
	});

	it('from the last node that it has saved, the run that was under way is in doubt', async () => {
		const notes = new Notes();
		const first = new Execution(notes, '1');
		await first.begins(0);
		const progress = first.saved();
		await first.begins(1);
		const again = progress.saved();
		expect(await again.begins(1)).toBe(true);
		expect(await again.begins(2)).toBe(true);
	});

	it('another node may have done it', async () => {
		const notes = new Notes();
		const first = new Execution(notes, '1');
		const start = first.saved();
		await first.begins(0, { name: 'Credit' });
		expect(await start.begins(0, { name: 'Credit in part' })).toBe(true);
	});
});

it('keeps the notes of executions that begin at once', async () => {
	const notes = new Notes(() => 1 + Math.random() * 4);
	const ids = Array.from({ length: 20 }, (_, index) => `execution ${index}`);
	await Promise.all(ids.map(async (id) => await new Execution(notes, id).begins(0)));
	const isKept = (id: string) =>
		[...notes.lists.values()].filter((list) => list.some((note) => note.startsWith(`${id} `)));
	// n8n keeps one of those that it writes at once; the others are made again within a second or two.
	for (let look = 0; look < 60 && ids.some((id) => isKept(id).length === 0); look++) {
		await sleep(50);
	}
	const again = await Promise.all(ids.map(async (id) => await new Execution(notes, id).begins(0)));
	expect(again).toEqual(ids.map(() => true));
});

describe('a note is made again', () => {
	beforeEach(() => {
		jest.useFakeTimers();
		jest.spyOn(Math, 'random').mockReturnValue(1);
	});

	afterEach(() => {
		jest.restoreAllMocks();
		jest.useRealTimers();
	});

	/** The seconds at which the note of the node's run is made, where the database gives these answers. */
	async function seconds(...answers: Array<'new' | 'there' | 'fails'>) {
		const start = Date.now();
		const at: number[] = [];
		const notes = {
			async checkProcessedAndRecord(items: string[], scope: string) {
				const answer = scope === 'node' ? answers.shift() : 'there';
				if (scope === 'node') at.push((Date.now() - start) / 1000);
				if (answer === 'fails') throw new Error('the disk is full');
				return await Promise.resolve({ processed: answer === 'there' ? items : [] });
			},
		};
		const [begun] = await Promise.all([
			new Execution(notes, '1').begins(0),
			jest.runAllTimersAsync(),
		]);
		return { at, begun };
	}

	it('where the database fails, within a quarter of a second, five times at most', async () => {
		expect(await seconds('fails', 'there')).toEqual({ at: [0, 0.25], begun: true });
		const { at, begun } = await seconds(...Array<'fails'>(9).fill('fails'));
		expect(at).toEqual([0, 0.25, 0.5, 0.75, 1]);
		expect(begun).toMatchObject({ outcome: 'unknown' });
	});

	it('until it is seen to be there, each half of a second, four times at most', async () => {
		expect((await seconds('there')).at).toEqual([0]);
		expect((await seconds('new', 'there')).at).toEqual([0, 0.5]);
		expect((await seconds('new', 'fails', 'new', 'there')).at).toEqual([0, 0.5, 1, 1.5]);
		expect((await seconds()).at).toEqual([0, 0.5, 1, 1.5, 2]);
	});
});
