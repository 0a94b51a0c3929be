/**
 * Ends requests that take too long, and all of them when the execution is stopped. One timer for
 * all: a signal with a timer for each request costs a run of thousands a fifth of its time.
 */
export class Deadlines {
	/** When each request's time is up; the same time for all, so the first is due first. */
	private readonly open = new Map<AbortController, number>();

	private alarmIsSet = false;

	/**
	 * @param seconds that a request may take
	 * @param stop the execution's cancel signal, if it has one
	 */
	constructor(
		readonly seconds: number,
		private readonly stop = new AbortController().signal,
	) {}

	get isStopped(): boolean {
		return this.stop.aborted;
	}

	/**
	 * Does something with a signal that aborts when its time is up or the execution is stopped.
	 *
	 * @param request what to do; whatever it gives or throws is passed on
	 */
	async guard<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
		const controller = new AbortController();
		const abort = () => controller.abort();
		this.stop.addEventListener('abort', abort);
		this.open.set(controller, performance.now() + this.seconds * 1000);
		this.setAlarm();
		try {
			return await request(controller.signal);
		} finally {
			this.open.delete(controller);
			this.stop.removeEventListener('abort', abort);
		}
	}

	private setAlarm(): void {
		const next = this.open.values().next();
		if (this.alarmIsSet || next.done) return;
		this.alarmIsSet = true;
		const wait = Math.max(0, Math.ceil(next.value - performance.now()));
		AbortSignal.timeout(wait).addEventListener('abort', () => {
			this.alarmIsSet = false;
			this.abortOverdue();
			this.setAlarm();
		});
	}

	private abortOverdue(): void {
		for (const [controller, deadline] of this.open) {
			if (deadline > performance.now()) return;
			this.open.delete(controller);
			controller.abort();
		}
	}
}
