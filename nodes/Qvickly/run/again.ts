import { sleep } from 'n8n-workflow';

import type { Kind } from '../actions/operation';
import type { Unproven, Verdict } from './verdict';

/** Seconds before the first further try; each wait after it is twice as long. */
const FIRST_WAIT = 0.5;

/** Seconds. Where the other side asks for a longer wait, nothing more is sent for the item. */
const LONGEST_WAIT = 60;

/**
 * Whether a call may be sent again, and whether that can help. This is the one place that decides it.
 *
 * @param kind of the call
 * @param verdict on its last try
 */
export function mayBeSentAgain(kind: Kind, verdict: Verdict): verdict is Unproven {
	if (verdict.kind === 'neverArrived') return true;
	return (
		verdict.kind === 'unclear' && kind !== 'once' && isWorthIt(verdict) && !asksForPeace(verdict)
	);
}

/** Whether another try can come to more. What is no answer of Qvickly's has an HTTP status. */
const isWorthIt = ({ status }: Unproven) =>
	status === undefined || status === 408 || status === 429 || status >= 500;

/** Whether the other side asks for a longer wait than a run should take. */
export const asksForPeace = ({ retryAfter = 0 }: Unproven) => retryAfter > LONGEST_WAIT;

/** The further tries of one item, all its calls together, with waits that grow from each to the next. */
export class Tries {
	private used = 0;

	/**
	 * @param retries how many there are
	 * @param stop the execution's cancel signal, if it has one, which ends them and cuts waits short
	 */
	constructor(
		private readonly retries: number,
		private readonly stop = new AbortController().signal,
	) {}

	get isStopped(): boolean {
		return this.stop.aborted;
	}

	/**
	 * Takes one, if any is left, and waits for its time.
	 *
	 * @param atLeast seconds, where the other side asked for that
	 * @returns whether it may be made now
	 */
	async take(atLeast = 0): Promise<boolean> {
		if (this.used >= this.retries || this.isStopped) return false;
		await this.pause(atLeast);
		this.used++;
		return !this.isStopped;
	}

	/** Waits as before a further try, without taking one. @param atLeast seconds */
	async pause(atLeast = 0): Promise<void> {
		const seconds = Math.max(atLeast, Math.min(FIRST_WAIT * 2 ** this.used, LONGEST_WAIT));
		let end = () => {};
		const stopped = new Promise<void>((resolve) => (end = resolve));
		this.stop.addEventListener('abort', end);
		await Promise.race([sleep(seconds * 1000), stopped]);
		this.stop.removeEventListener('abort', end);
	}
}
