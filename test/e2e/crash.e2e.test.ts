import { findLies, now } from '../engine/claims';
import type { Result } from '../engine/engine';
import { packTarball } from '../install';
import type { Seed } from '../sandbox/payments';
import { startSandbox } from '../sandbox/sandbox';
import { startN8n, type N8n } from './n8n';
import { eachPayment, qvicklyTo, webhook } from './nodes';
import { workflowOf } from './workflow';

const PAYMENTS = 500;

/** As many as may be under way for a list are carried out without n8n ever hearing of it. */
const UNHEARD = 8;

type Operation = 'cancel' | 'credit' | 'cancelOrCredit';

/** For each list, the status of its payments, and how many calls it is half-way after. */
const LISTS: Array<[Operation, Array<Seed['status']>, number]> = [
	['cancel', ['Created'], PAYMENTS / 2],
	['credit', ['Factoring'], PAYMENTS / 2],
	['cancelOrCredit', ['Created', 'Factoring'], (PAYMENTS * 3) / 4],
];

const SIZE = 1_000_000;

const listOf = (number: string | number) => Math.floor(Number(number) / SIZE) - 1;

const payments = (operation: Operation) => {
	const index = LISTS.findIndex(([name]) => name === operation);
	const statuses = LISTS[index]![1];
	return Array.from({ length: PAYMENTS }, (_, row) => ({
		number: String((index + 1) * SIZE + row),
		status: statuses[row % statuses.length],
	}));
};

describe('lists of 500 payments, run again after n8n was killed in the middle of them,', () => {
	let sandbox: Awaited<ReturnType<typeof startSandbox>>;
	let n8n: N8n;
	let since: ReturnType<typeof now>;
	let credits: number;
	const results = new Map<Operation, Result>();

	beforeAll(async () => {
		const all = LISTS.flatMap(([operation]) => payments(operation));
		sandbox = await startSandbox({ payments: all, latency: 10 });
		n8n = await startN8n({ tarball: packTarball() });
		const { id: merchantId, secret } = sandbox.merchant;
		const account = { merchantId, secret, baseUrl: sandbox.url };
		await n8n.createCredential('qvicklyApi', 'Qvickly sandbox', account);
		const workflows = await Promise.all(LISTS.map(([operation]) => deploy(operation)));

		const crashing = workflows.map(({ post }) => expect(post()).rejects.toThrow());
		await halfWay();
		await Promise.all([n8n.kill(), ...crashing]);
		sandbox.state.faults = undefined;
		await n8n.restart();
		since = now(sandbox);
		credits = sandbox.payments.credits.length;
		await Promise.all(workflows.map(({ runAgain }) => runAgain()));
	}, 240_000);

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
	});

	async function deploy(operation: Operation) {
		const qvickly = qvicklyTo(operation, { onError: 'continueErrorOutput' });
		const nodes = [webhook(operation, false), eachPayment, qvickly];
		const id = await n8n.createWorkflow(
			workflowOf(operation, nodes, ['Webhook > Payments > Qvickly']),
		);
		await n8n.activate(id);
		const post = async () =>
			await fetch(n8n.webhookUrl(operation), {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ payments: payments(operation) }),
			});
		const runAgain = async () => {
			await post();
			const { resultData } = (await n8n.nthExecution(id, 2)).data;
			const [success, failed] = resultData.runData.Qvickly![0].data.main;
			results.set(operation, { success, failed } as Result);
		};
		return { post, runAgain };
	}

	/** Waits until all lists are half done; nothing is answered any more from there on. */
	const halfWay = () =>
		new Promise<void>((resolve) => {
			const calls = LISTS.map(() => 0);
			sandbox.state.faults = ({ number = '' }) => {
				const list = listOf(number);
				const isOver = ++calls[list]! > LISTS[list]![2];
				if (calls.every((count, one) => count >= LISTS[one]![2] + UNHEARD)) resolve();
				return isOver ? 'silence' : undefined;
			};
		});

	it.each(LISTS)(
		'%s: do each payment once in all, and say of each row what is true',
		(operation) => {
			const rows = payments(operation);
			const lies = findLies(operation, rows, results.get(operation)!, sandbox, since);
			const none = { falseClaims: [], falseDenials: [], doneTwice: [], lostItems: [] };
			expect(lies).toEqual(none);

			const { changes, credits } = sandbox.payments;
			const done = [...changes.map(({ number }) => number), ...credits.map(({ of }) => of)];
			const those = done.filter((number) => LISTS[listOf(number)]![0] === operation);
			expect(those.sort()).toEqual(rows.map(({ number }) => number));
		},
	);

	it('cancel: give every row as cancelled', () => {
		const { success, failed } = results.get('cancel')!;
		expect(failed).toEqual([]);
		expect(success.every(({ json }) => json.status === 'Cancelled')).toBe(true);
	});

	it.each(['credit', 'cancelOrCredit'] as const)(
		'%s: are refused for the payments that were credited before, and for no other',
		(operation) => {
			const before = sandbox.payments.credits
				.slice(0, credits)
				.filter(({ of }) => LISTS[listOf(of)]![0] === operation);
			const { failed } = results.get(operation)!;
			expect(before.length).toBeGreaterThanOrEqual(PAYMENTS / 8);
			expect(failed.map(({ json }) => json.number).sort()).toEqual(
				before.map(({ of }) => of).sort(),
			);
			expect(failed.map(({ json }) => json.error)).toEqual(
				failed.map(() => ({
					message: expect.stringContaining('too little, is left of it to credit'),
					description: expect.stringContaining('credited before, by this workflow'),
					details: expect.objectContaining({ outcome: 'refused', code: '5214' }),
				})),
			);
		},
	);
});
