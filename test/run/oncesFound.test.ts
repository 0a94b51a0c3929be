import fc from 'fast-check';

import { isFailure } from '../../nodes/Qvickly/run/outcome';
import {
	badDay,
	created,
	creation,
	http,
	listed,
	noConnection,
	refusal,
	reset,
	settled,
	settledUpTo,
	signed,
	textOf,
	unreadable,
	unverified,
} from './settling';

const task = creation();

const unclear = {
	'an unsigned answer': unverified,
	'an unreadable answer': unreadable,
	'an answer about another order': created('Created', 'A2'),
	'an unknown code without a signature': refusal('5040'),
	'an internal problem': refusal('9008', true),
	'a provider that failed': refusal('6501', true),
	'a broken connection': reset,
	'HTTP 500': http(500),
};

describe('a payment that was made, for all that is known', () => {
	it.each(Object.entries(unclear))(
		'is looked for after %s, and given if it is found',
		async (_, reply) => {
			const { outcome, called } = await settled(task, [reply, listed('A0', 'A1')], 5);
			expect(outcome).toMatchObject({
				items: [{ number: '7', orderid: 'A1', total: '100.00', foundByOrderId: true }],
			});
			expect(called).toEqual(['addPayment', 'getInvoicesByCustomer']);
		},
	);

	it.each([
		['there is none', listed('A0'), 'the customer has no payment of this order and amount'],
		['there are two', listed('A1', 'A1'), 'the customer has 2 payments of this order and amount'],
		['the look-up is refused', refusal('5040', true), 'Qvickly refused it with code 5040'],
		['the look-up is no list', signed({}), 'Qvickly answered without a list'],
		['the look-up is not signed', unverified, "the signature of Qvickly's answer is wrong"],
		['the look-up has no connection', noConnection, 'no connection could be made'],
	])('may have been made all the same where %s', async (_, look, reason) => {
		const { outcome } = await settled(task, [reset, look]);
		expect(outcome).toMatchObject({
			outcome: 'unknown',
			message: expect.stringMatching(
				/^The payment for order A1 may have been created: the connection broke \(ECONNRESET\); looked for, /,
			),
			advice: expect.stringContaining(
				"Before you run it again, look in Qvickly's portal for a payment with order ID A1: otherwise it could be done twice.",
			),
		});
		expect(textOf(outcome)).toContain(reason);
	});

	it('is not looked for where nothing is known that payments are listed by', async () => {
		const { outcome } = await settled(creation({ customer: {} }), [reset], 5);
		expect(outcome).toMatchObject({
			outcome: 'unknown',
			message: 'The payment for order A1 may have been created: the connection broke (ECONNRESET)',
		});
	});

	it('is looked for by what is left of the retries, after a pause', async () => {
		const { outcome, called, at } = await settled(
			task,
			[noConnection, reset, unverified, listed('A1')],
			2,
		);
		expect(outcome).toHaveProperty('items');
		expect(called).toEqual([
			...['addPayment', 'addPayment', 'getInvoicesByCustomer', 'getInvoicesByCustomer'],
		]);
		expect(at[2]! - at[1]!).toBeGreaterThanOrEqual(0.5);
		const out = await settled(task, [noConnection, reset, unverified], 1);
		expect(out.outcome).toHaveProperty('outcome', 'unknown');
	});

	it('is looked for after as long as the other side asks for, and not where that is over a minute', async () => {
		const { at } = await settled(task, [http(503, 20), listed('A1')]);
		expect(at[1]).toBeGreaterThanOrEqual(20);
		const { outcome } = await settled(task, [http(503, 61)], 3);
		expect(outcome).toHaveProperty('outcome', 'unknown');
	});

	it('closes the account where its look-up is refused for the account', async () => {
		const { outcome } = await settled(task, [reset, refusal('9013')]);
		expect(outcome).toMatchObject({ outcome: 'unknown', closes: { settles: 'account' } });
	});
});

describe('a payment is not looked for', () => {
	it.each([
		['a clear answer', [created()], 'items'],
		['it was denied at once', [created('Denied')], 'refused'],
		['its order ID exists (5199)', [refusal('5199')], 'refused'],
		['its cart was refused', [refusal('9102', true)], 'refused'],
		['the account was refused', [refusal('9013')], 'refused'],
		['no try can have arrived', [noConnection, noConnection], 'unreached'],
	])('where %s', async (_, replies, kind) => {
		const { outcome, called } = await settled(task, replies, replies.length - 1);
		expect(isFailure(outcome) ? outcome.outcome : 'items').toBe(kind);
		expect(new Set(called)).toEqual(new Set(['addPayment']));
	});

	it('where the execution was stopped before', async () => {
		const { outcome, calls } = await settledUpTo(task, [noConnection], 5, 0.1);
		expect(calls).toHaveLength(1);
		expect(outcome).toHaveProperty('outcome', 'notAttempted');
	});
});

it('what exists already is never taken for a success, and its order ID is quoted', async () => {
	const { outcome } = await settled(task, [refusal('5199', true)]);
	expect(outcome).toMatchObject({
		outcome: 'refused',
		message:
			'The payment for order A1 was not created: a payment with this order ID exists already, perhaps with another amount',
	});
});

it('whatever comes, a payment is not sent again after a try that may have arrived', async () => {
	const replies = fc.oneof(
		badDay,
		fc.array(fc.constantFrom(reset, noConnection, unverified, listed('A1'), listed(), created()), {
			...{ minLength: 8, maxLength: 8 },
		}),
	);
	await fc.assert(
		fc.asyncProperty(replies, fc.nat(4), async (given, retries) => {
			const { outcome, calls } = await settledUpTo(task, given, retries);
			const made = calls.filter(({ name }) => name === 'addPayment');
			expect(made.slice(0, -1).map(({ reply }) => reply)).toEqual(
				made.slice(1).map(() => noConnection),
			);
			expect(calls.length).toBeLessThanOrEqual(2 + retries);
			expect(textOf(outcome)).not.toMatch(/safe|nothing is .* twice/);
		}),
		{ numRuns: 300 },
	);
});

it('what is only checked gives what would be sent, and nothing is sent', async () => {
	const { outcome } = await settled(creation({}, { checkOnly: true }), []);
	expect(outcome).toMatchObject({
		items: [{ checkOnly: true, total: '100.00', function: 'addPayment' }],
	});
});
