import fc from 'fast-check';

import { activate } from '../../nodes/Qvickly/actions/payment/activate.operation';
import { cancel } from '../../nodes/Qvickly/actions/payment/cancel.operation';
import { cancelOrCredit } from '../../nodes/Qvickly/actions/payment/cancelOrCredit.operation';
import { credit } from '../../nodes/Qvickly/actions/payment/credit.operation';
import { get } from '../../nodes/Qvickly/actions/payment/get.operation';
import type { Task } from '../../nodes/Qvickly/actions/operation';
import { Tries } from '../../nodes/Qvickly/run/again';
import { isFailure, type Outcome } from '../../nodes/Qvickly/run/outcome';
import { settle } from '../../nodes/Qvickly/run/settle';
import type { Reply } from '../../nodes/Qvickly/transport/connect';
import { create } from '../../nodes/Qvickly/actions/payment/create.operation';
import { ROWS, taskOf } from '../actions/tasks';

const OPERATIONS = { activate, cancel, cancelOrCredit, credit, get };

/** What an operation wants done for payment 1. */
export const wish = (operation: keyof typeof OPERATIONS, options = {}): Task =>
	taskOf(OPERATIONS[operation], { number: '1' }, options);

/** A payment of 100.00 for order A1, which can be looked for as the customer is known. */
export const creation = (fields: object = {}, options = {}): Task =>
	taskOf(
		create,
		{ type: 'payLink', orderid: 'A1', rows: ROWS, customer: { customerNumber: '42' }, ...fields },
		options,
	);

const reply = (fields: object) => fields as Reply;

/** A signed answer with this data. */
export const signed = (data: object) => reply({ kind: 'verified', data });
/** A signed answer of a function that changes payment 1. */
export const answered = (status: string) => signed({ number: '1', orderid: 'a', status, url: 'u' });
/** A signed answer of getPaymentinfo about it, with this total. */
export const info = (status: string, withtax = '12500') =>
	signed({ PaymentData: { status, currency: 'SEK' }, Cart: { Total: { withtax } } });
export const credited = signed({ number: '2', orderid: 'a', status: 'Credited', url: 'u' });
/** A signed answer of addPayment about order A1. */
export const created = (status = 'WaitingForPurchase', orderid = 'A1') =>
	signed({ number: '7', orderid, status, url: 'u' });
/** A signed list of a customer's payments, of this order each. */
export const listed = (...orderids: string[]) =>
	signed(
		orderids.map((orderid) => ({
			PaymentData: {
				number: '7',
				orderid,
				method: '256',
				status: 'WaitingForPurchase',
				currency: 'SEK',
				url: 'u',
			},
			Cart: { Total: { withtax: '10000' } },
		})),
	);
export const refusal = (code: string, isSigned = false) =>
	reply({ kind: 'refused', code, message: 'Words', logid: '77', signed: isSigned });
export const unverified = reply({ kind: 'unverified' });
export const unreadable = reply({ kind: 'unreadable', text: '<p>Sorry</p>' });
export const noConnection = reply({
	kind: 'noAnswer',
	reason: 'no connection could be made (ECONNREFUSED)',
	mayHaveArrived: false,
});
export const reset = reply({
	kind: 'noAnswer',
	reason: 'the connection broke (ECONNRESET)',
	mayHaveArrived: true,
});
export const http = (status: number, retryAfter?: number) =>
	reply({ kind: 'noAnswer', reason: `HTTP ${status}`, mayHaveArrived: true, status, retryAfter });

/** Replies that leave no doubt about a try to cancel. */
const CLEAR = [
	noConnection,
	...['Created', 'Cancelled', 'Paid', 'Handling'].map(answered),
	...['5209', '5220', '5201', '9013'].flatMap((code) => [refusal(code), refusal(code, true)]),
	...['5208', '5040', '5290'].map((code) => refusal(code, true)),
];
/** Replies that do. */
export const UNCLEAR = [
	...[unverified, unreadable, reset, http(500), http(404), http(429, 2), http(503, 3600), credited],
	...['Created', 'Cancelled', 'Paid', 'Handling'].map((status) => info(status)),
	...['5208', '5040', '5290', '9008'].map((code) => refusal(code)),
	refusal('9008', true),
];
/** Replies in whatever order a bad day has them. */
export const badDay = fc.array(fc.constantFrom(...CLEAR, ...UNCLEAR), {
	minLength: 8,
	maxLength: 8,
});

/**
 * Settles with these replies, all of which must be used. The time that it waits is skipped.
 *
 * @param stopAfter seconds until the execution is stopped
 * @returns the calls, and the seconds at which they were made and at which it ended
 */
export async function settled(task: Task, replies: Reply[], retries = 0, stopAfter?: number) {
	const { calls, ...ending } = await settledUpTo(task, replies, retries, stopAfter);
	expect(calls).toHaveLength(replies.length);
	const called = calls.map(({ name }) => name);
	return { ...ending, called, at: calls.map(({ seconds }) => seconds) };
}

/** The same where replies may be left over. */
export async function settledUpTo(
	task: Task,
	replies: Reply[],
	retries: number,
	stopAfter?: number,
) {
	const script = [...replies];
	const calls: Array<{ name: string; seconds: number; reply: Reply }> = [];
	const stop = new AbortController();
	jest.useFakeTimers();
	try {
		const start = Date.now();
		const seconds = () => (Date.now() - start) / 1000;
		const settling = settle(
			task,
			async ({ request }) => {
				const reply = script.shift();
				if (!reply) throw new Error(`No reply is left for ${request.function}`);
				calls.push({ name: request.function, seconds: seconds(), reply });
				return await Promise.resolve(reply);
			},
			new Tries(retries, stop.signal),
		).then((outcome) => ({ outcome, ended: seconds() }));
		if (stopAfter !== undefined) {
			await jest.advanceTimersByTimeAsync(stopAfter * 1000);
			stop.abort();
		}
		const [ending] = await Promise.all([settling, jest.runAllTimersAsync()]);
		return { ...ending, calls };
	} finally {
		jest.useRealTimers();
	}
}

/** All that a failure says to a person. */
export const textOf = (outcome: Outcome) =>
	isFailure(outcome) ? `${outcome.message}. ${outcome.advice}` : '';
