import type { IDataObject } from 'n8n-workflow';

import type { startSandbox } from '../sandbox/sandbox';
import type { Result } from './engine';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

/** What a run says of payments, each a list of payment numbers as text. */
interface Told {
	cancelled: string[];
	notCancelled: string[];
	perhaps: string[];
}

/** Where what a run says and what is true part. All lists are empty for an honest run. */
export interface Lies {
	/** Said to be cancelled, but is not. */
	falseClaims: string[];
	/** Said not to be cancelled, but is. */
	falseDenials: string[];
	/** Cancelled by the run, which says nothing of it. */
	lostCancellations: string[];
	/** Input items without exactly one output item, where the node did not throw. */
	lostItems: number[];
}

/**
 * Holds what a run says against the sandbox's own record.
 *
 * @param inputs how many items went in
 */
export function findLies(inputs: number, result: Result, sandbox: Sandbox): Lies {
	const { cancelled, notCancelled, perhaps } = result.error
		? toldByError(result)
		: toldByItems(result);
	const told = new Set([...cancelled, ...notCancelled, ...perhaps]);
	const isCancelled = (number: string) => sandbox.payments.get(number)?.status === 'Cancelled';
	const outputs = new Map<number, number>();
	for (const { pairedItem } of [...result.success, ...result.failed]) {
		const { item } = pairedItem as { item: number };
		outputs.set(item, (outputs.get(item) ?? 0) + 1);
	}
	return {
		falseClaims: cancelled.filter((number) => !isCancelled(number)),
		falseDenials: notCancelled.filter(isCancelled),
		lostCancellations: sandbox.payments.changes
			.map(({ number }) => number)
			.filter((number) => !told.has(number)),
		lostItems: result.error
			? []
			: Array.from({ length: inputs }, (_, item) => item).filter((item) => outputs.get(item) !== 1),
	};
}

/** The payments that a run says are cancelled. */
export function succeeded({ success }: Result): string[] {
	return success.filter(({ json }) => !('error' in json)).map(({ json }) => String(json.number));
}

function toldByItems(result: Result): Told {
	const details = [...result.success, ...result.failed]
		.filter(({ json }) => 'error' in json)
		.map(({ json }) => json.details as IDataObject);
	const numbers = (unknown: boolean) =>
		details
			.filter(({ outcome }) => (outcome === 'unknown') === unknown)
			.map(({ number }) => String(number));
	return { cancelled: succeeded(result), notCancelled: numbers(false), perhaps: numbers(true) };
}

function toldByError({ error }: Result): Told {
	const data = error?.context.data as Record<string, string[]>;
	return {
		cancelled: data.cancelled ?? [],
		notCancelled: [...(data['not cancelled'] ?? []), ...(data['not attempted'] ?? [])],
		perhaps: data['perhaps cancelled'] ?? [],
	};
}
