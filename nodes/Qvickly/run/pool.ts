/**
 * Works on a list with a bounded number of workers, in the list's order.
 *
 * @param list what to work on
 * @param workers how many to work on at the same time, at least 1
 * @param work does one; must not throw
 * @param [stopped] asked before each is started; once it says yes, no further one is
 * @returns when all that was started is finished
 */
export async function pool<T>(
	list: readonly T[],
	workers: number,
	work: (one: T) => Promise<void>,
	stopped?: () => boolean,
): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < list.length && !stopped?.()) await work(list[next++]!);
	};
	await Promise.all(Array.from({ length: Math.min(workers, list.length) }, worker));
}
