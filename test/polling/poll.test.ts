import fc from 'fast-check';
import type { IPollFunctions } from 'n8n-workflow';

import { dayOf } from '../../nodes/Qvickly/polling/memory';
import { poll } from '../../nodes/Qvickly/polling/poll';
import { SECRET, signedAnswer } from '../api/answers';
import { Lists } from '../sandbox/lists';
import { answering } from '../transport/posting';

// Nothing is waited for between two tries.
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => await Promise.resolve(),
}));

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 0, 31, 23, 59);

type Event = 'settlement' | 'overdue';
type StaticData = Record<string, unknown>;

/** What a poll meets: an answer, or why there is none. */
type Weather = 'fine' | 'unreachable' | 'refused' | 'unsigned' | 'noList' | 'killed';

const copy = (data: StaticData) => JSON.parse(JSON.stringify(data)) as StaticData;

let shops = 0;
let minutes = 0;

/**
 * An n8n that polls, and Qvickly. It keeps what polls have seen as n8n does: by itself when the
 * workflow is switched on and with what a poll starts, else in memory alone; or, if `durable`, after
 * each poll but the one at the activation, if that has changed it.
 */
class Shop {
	lists = new Lists();
	clock = START;
	weather: Weather = 'fine';
	/** What differs in the credential. */
	account: object = {};
	/** What workflows were started with. */
	told: string[] = [];
	/** What each answer so far had. */
	answered: string[][] = [];
	/** What n8n's database has. */
	saved: StaticData = {};
	/** Holds an answer back. */
	before: () => Promise<void> = async () => {};

	/** Each shop has a workflow of its own. */
	#workflow = String(++shops);
	#live: StaticData = {};
	#global: StaticData = {};

	constructor(
		readonly event: Event,
		readonly durable = false,
	) {}

	/** Polls once, as the workflow is switched on or on time. @returns how many were told */
	async poll(isActivation = false): Promise<number> {
		const data = this.durable ? copy(this.saved) : this.#live;
		const handed = JSON.stringify(data);
		jest.spyOn(Date, 'now').mockReturnValue(this.clock);
		// A minute after the last one, whatever the clock says.
		const minute = ++minutes * 60_000;
		jest.spyOn(performance, 'now').mockImplementation(() => minute);
		const items = await poll(this.#context(data)).catch((error: Error) => {
			if (this.weather === 'fine') throw error;
			return 'failed' as const;
		});
		// Whatever it came to, nobody has heard of it.
		if (items === 'failed' || this.weather === 'killed') return 0;
		const fresh = (items?.[0] ?? []).map(({ json }) => String(json.eventId));
		this.told.push(...fresh);
		const keeps = this.durable ? !isActivation && JSON.stringify(data) !== handed : isActivation;
		if (keeps || fresh.length > 0) this.saved = copy(data);
		return fresh.length;
	}

	/** Ends n8n, and starts it again, with what it has saved or with what is given. */
	restart(saved = this.saved) {
		this.saved = saved;
		this.#live = copy(saved);
	}

	#context(data: StaticData): IPollFunctions {
		return {
			getMode: () => 'trigger',
			getNode: () => ({ id: 'one', name: 'Trigger' }),
			getWorkflow: () => ({ id: this.#workflow }),
			getNodeParameter: () => this.event,
			getCredentials: async () =>
				await Promise.resolve({
					...{ merchantId: '12345', secret: SECRET, testMode: false, baseUrl: 'https://a.se' },
					...this.account,
				}),
			getWorkflowStaticData: (type: string) => (type === 'node' ? data : this.#global),
			helpers: { httpRequest: async ({ body }: { body: string }) => await this.#answer(body) },
		} as unknown as IPollFunctions;
	}

	async #answer(body: string) {
		const request = JSON.parse(body) as { function: keyof Lists; data: object };
		const asked = new Map(Object.entries(request.data));
		const owner = { merchant: '12345', test: false };
		const outcome =
			request.function === 'getSettlements'
				? this.lists.getSettlements(asked, owner)
				: this.lists.getDuePayments(asked, owner);
		const { data } = outcome as { data: object };
		await this.before();
		return await answering([this.#text(data)]).respond();
	}

	#text(data: object): string {
		switch (this.weather) {
			case 'unreachable':
				throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
			case 'refused':
				return signedAnswer('{"code":"9015","message":"Not now"}');
			case 'unsigned':
				return signedAnswer(JSON.stringify(data), 'ab');
			case 'noList':
				return signedAnswer('{"Date":"2026-01-31"}');
			default:
				if (this.weather === 'fine') this.answered.push(idsIn(data));
				return signedAnswer(JSON.stringify(data).replaceAll('/', '\\/'));
		}
	}
}

/** As eventId has them. */
const idsIn = (data: object): string[] =>
	Array.isArray(data)
		? data.map(({ number, dueDate }) => `12345-overdue-${number}-${dueDate}`)
		: (data as { Settlements: Array<{ SettlementId: string }> }).Settlements.map(
				({ SettlementId }) => `12345-settlement-${SettlementId}`,
			);

afterEach(() => jest.restoreAllMocks());

/** A row, in days since the start: its date, how much later it is listed, and when it is not listed. */
interface Row {
	date: number;
	late: number;
	goneFrom: number;
	goneFor: number;
}

const rowsOf = (mostLate: number) =>
	fc.array(
		fc.record({
			date: fc.integer({ min: -80, max: 200 }),
			late: fc.integer({ min: 0, max: mostLate }),
			goneFrom: fc.integer({ min: -20, max: 400 }),
			goneFor: fc.constantFrom(0, 0, 0, 2, 9, 40, 400),
		}),
		{ maxLength: 40 },
	);

/** After how many days the next poll comes, and what happens then. */
const polls = fc.array(
	fc.record({
		days: fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(0, 0.0001, 0.04, 1, 1, 7) },
			{ weight: 1, arbitrary: fc.integer({ min: 0, max: 100 }) },
		),
		clock: fc.oneof(
			{ weight: 3, arbitrary: fc.constant(0) },
			{ weight: 1, arbitrary: fc.constantFrom(-20, -3, -1, 1, 3) },
		),
		weather: fc.oneof(
			{ weight: 3, arbitrary: fc.constant<Weather>('fine') },
			{
				weight: 1,
				arbitrary: fc.constantFrom<Weather>(
					...(['unreachable', 'refused', 'unsigned', 'noList', 'killed'] as const),
				),
			},
		),
		/** Nothing is listed at this poll, whatever there is; if it comes soon after the last answer. */
		isEmpty: fc.nat(9).map((one) => one === 0),
		restarts: fc.nat(4).map((one) => one === 0),
	}),
	{ minLength: 2, maxLength: 60 },
);

const isListed = ({ date, late, goneFrom, goneFor }: Row, today: number) =>
	date + late <= today && !(goneFrom <= today && today < goneFrom + goneFor);

const idOf = (event: Event, row: Row, index: number) =>
	event === 'settlement' ? `12345-settlement-${index}` : `12345-overdue-${index}-${dateOf(row)}`;

const dateOf = ({ date }: Row) => dayOf(START + date * DAY);

/** Lists what is there on a day. */
function fill({ lists, event }: Shop, all: Row[], today: number, isEmpty: boolean) {
	const there = all.flatMap((row, index) =>
		!isEmpty && isListed(row, today) ? [{ row, index: String(index) }] : [],
	);
	if (event === 'settlement') {
		lists.settlements = there.map(({ row, index }) => ({ id: index, date: dateOf(row) }));
	} else {
		lists.due = there.map(({ row, index }) => ({ number: index, dueDate: dateOf(row) }));
	}
}

describe.each<[Event, number]>([
	// What is listed later than that, the overlap does not reach.
	['settlement', 20],
	['overdue', 60],
])('months of polling: %s', (event, mostLate) => {
	it.each([false, true])(
		'tells each that is listed after the first poll once, whatever happens; n8n keeps each poll: %s',
		async (durable) => {
			await fc.assert(
				fc.asyncProperty(rowsOf(mostLate), polls, async (all, times) => {
					const shop = new Shop(event, durable);
					fill(shop, all, 0, false);
					// n8n that keeps each poll begins with the first one after the activation.
					await shop.poll(!durable);
					const known = all.filter((row) => isListed(row, 0));
					const due: string[] = [];
					let today = 0;
					let answered = 0;
					for (const { days, clock, weather, isEmpty, restarts } of times) {
						today += days;
						shop.clock = START + (today + clock) * DAY;
						shop.weather = weather;
						fill(shop, all, today, isEmpty && today - answered <= 1);
						if (weather === 'fine') answered = today;
						if (restarts || weather === 'killed') shop.restart();
						await shop.poll();
						if (weather === 'killed') shop.restart();
					}
					const [first = [], ...later] = shop.answered;
					const seen = new Set(later.flat().filter((id) => !first.includes(id)));
					expect([...shop.told].sort()).toEqual([...seen].sort());

					// Independently of what was asked for: it stays, and there is a poll that may see it.
					shop.clock = START + today * DAY;
					shop.weather = 'fine';
					fill(shop, all, today, false);
					await shop.poll();
					all.forEach((row, index) => {
						const isNew = !known.includes(row) && isListed(row, today) && row.goneFor === 0;
						// Qvickly goes back three months, and not further.
						const isOld = event === 'overdue' && row.date < today - 88;
						if (isNew && !isOld) due.push(idOf(event, row, index));
					});
					expect(due.filter((id) => !shop.told.includes(id))).toEqual([]);
					expect(new Set(shop.told).size).toBe(shop.told.length);
				}),
				{ numRuns: 200 },
			);
		},
	);
});

describe('what is kept', () => {
	const settle = (shop: Shop, ...days: number[]) => {
		shop.lists.settlements.push(
			...days.map((day) => ({
				id: shop.lists.settlements.length + 1,
				date: dayOf(START + day * DAY),
			})),
		);
	};

	it('may be of an older state: what came since comes again, and nothing else', async () => {
		const shop = new Shop('settlement');
		settle(shop, -9, -2);
		await shop.poll(true);
		settle(shop, 0);
		await shop.poll();
		const backup = shop.saved;
		for (let day = 1; day <= 60; day++) {
			shop.clock = START + day * DAY;
			if (day % 7 === 0) settle(shop, day);
			await shop.poll();
		}
		const before = shop.told;
		expect(before).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11].map((id) => `12345-settlement-${id}`));
		shop.told = [];
		shop.restart(backup);
		await shop.poll();
		expect(shop.told).toEqual(before.slice(1));
	});

	it('may be lost: nothing that is there comes again, and what is next comes', async () => {
		const shop = new Shop('settlement');
		settle(shop, -9, -2);
		await shop.poll(true);
		shop.restart({});
		await shop.poll(true);
		settle(shop, 0);
		await shop.poll();
		expect(shop.told).toEqual(['12345-settlement-3']);
	});
});

describe('polls', () => {
	it('begin anew for another merchant, or in live mode, and tell its own apart', async () => {
		const shop = new Shop('settlement');
		for (const id of [1, 2]) shop.lists.settlements.push({ id, date: dayOf(START) });
		await shop.poll(true);
		shop.account = { testMode: true };
		shop.lists.settlements.push({ id: 3, date: dayOf(START) });
		await shop.poll();
		shop.lists.settlements.push({ id: 4, date: dayOf(START) });
		await shop.poll();
		shop.account = { merchantId: '777' };
		shop.lists.settlements = [];
		await shop.poll();
		shop.lists.settlements = [{ id: 1, date: dayOf(START) }];
		await shop.poll();
		expect(shop.told).toEqual(['12345-test-settlement-4', '777-settlement-1']);
	});

	it('begin anew where what was kept is damaged', async () => {
		const shop = new Shop('settlement');
		shop.lists.settlements.push({ id: 1, date: dayOf(START) });
		await shop.poll(true);
		const { source } = shop.saved.memory as { source: string };
		shop.restart({ memory: { source, day: 7 } });
		await shop.poll();
		expect(shop.told).toEqual([]);
	});

	it.each([false, true])(
		'tell once what two of them find at the same time: %s',
		async (durable) => {
			const shop = new Shop('settlement', durable);
			await shop.poll(true);
			shop.lists.settlements.push({ id: 1, date: dayOf(START) });
			let goOn = () => {};
			const both = new Promise<void>((resolve) => (goOn = resolve));
			let asked = 0;
			shop.before = async () => {
				if (++asked === 2) goOn();
				await both;
			};
			await Promise.all([shop.poll(), shop.poll()]);
			expect(shop.told).toEqual(['12345-settlement-1']);
			shop.lists.settlements.push({ id: 2, date: dayOf(START) });
			await shop.poll();
			expect(shop.told).toEqual(['12345-settlement-1', '12345-settlement-2']);
		},
	);

	it('begin with another merchant also right after something was told of the one before', async () => {
		const shop = new Shop('settlement');
		await shop.poll(true);
		shop.lists.settlements.push({ id: 1, date: dayOf(START) });
		await shop.poll();
		minutes--;
		shop.account = { testMode: true };
		await shop.poll(true);
		shop.lists.settlements.push({ id: 2, date: dayOf(START) });
		await shop.poll();
		expect(shop.told).toEqual(['12345-settlement-1', '12345-test-settlement-2']);
	});

	it('begin with the activation, also where n8n does not keep what that said', async () => {
		const shop = new Shop('settlement', true);
		await shop.poll(true);
		shop.lists.settlements.push({ id: 1, date: dayOf(START) });
		await shop.poll();
		expect(shop.told).toEqual(['12345-settlement-1']);
	});

	it('tell nothing of long ago where a clock begins in 1970', async () => {
		const shop = new Shop('settlement');
		for (let day = 0; day < 365; day += 7) {
			shop.lists.settlements.push({ id: day, date: dayOf(START - day * DAY) });
		}
		await shop.poll(true);
		shop.restart();
		shop.clock = 60_000;
		await shop.poll().catch(() => {});
		shop.clock = START + DAY;
		await shop.poll();
		expect(shop.told).toEqual([]);
	});
});
