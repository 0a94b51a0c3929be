import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { VerifiedData } from '../api/answer';
import type { QvicklyRequest } from '../api/envelope';
import type { Meanings } from '../api/refusals';

/** An entry in 'Resource' and what can be done with it. */
export interface Resource {
	option: INodePropertyOptions & { value: string };
	operations: Operation[];
	/** What n8n runs where a workflow names no operation, as it does not save defaults. */
	defaultOperation: Operation;
}

/** Something the user can choose in 'Operation'. Everything there is to it stands in one file. */
export interface Operation {
	/** The entry in the 'Operation' list; `action` is its name in the node panel. */
	option: INodePropertyOptions & { value: string; action: string };
	/** What a language model is told that may use it as a tool: whole sentences. */
	toolDescription: string;
	/** The kind of its calls; of an operation that makes several, the most delicate one. */
	kind: Kind;
	/** What it did to its subject once it is done, as in "Payment 1000235 was cancelled". */
	done: string;
	/** Its own fields; `displayOptions` only where one depends on another of them. */
	fields: INodeProperties[];
	/** Its own entries in 'Options'. */
	options: INodeProperties[];
	/**
	 * Reads and checks the fields of one item.
	 *
	 * @param field gives a field's value for the item, expressions worked out
	 * @param options the entries of 'Options' that the user has added. One whose expression gives
	 *   nothing is there as well, and undefined
	 * @returns what to do for the item, or what is wrong with it
	 */
	prepare(field: (name: string) => unknown, options: IDataObject): Task | Problem;
	/** Where it may wait for something to happen: for one item only, as the whole execution waits. */
	wait?: {
		/** @returns when to wait no longer, or what is wrong with the fields */
		until(field: (name: string) => unknown): { date: Date } | Problem;
		/** Whether nothing is left to wait for. @param item the output as it is now */
		isOver(item: IDataObject): boolean;
		/** What the input item is given in case that nothing happens until then. */
		ifNothing(item: IDataObject, until: Date): IDataObject;
	};
}

/**
 * When a call may be sent again:
 * - `read`: until an answer can be trusted, as it changes nothing
 * - `list`: a read that gives many items
 * - `change`: also, as sending it twice does no more than once, and a look-up tells what is true
 * - `once`: only if the try before certainly never arrived
 */
export type Kind = 'read' | 'list' | 'change' | 'once';

/** A field's value that cannot be used. */
export interface Problem {
	/** What is wrong, quoting the value: a whole sentence without its full stop. */
	problem: string;
	/** What to do, whole sentences. */
	advice: string;
}

/** What one item wants from Qvickly. */
export interface Task {
	/** What it is about, such as "payment 1000235". */
	subject: string;
	/** The payment's number, where it is about one. */
	number?: string;
	/** Looked at before anything else: only if its result has items (none will do), it goes on. */
	first?: Read;
	call: Call;
	/** What to go on with if the call is refused for certain with this code. */
	then?: { code: string; call: Once };
	/** Whatever but the calls themselves tells it from another task: what the user chose for it. */
	variant?: string;
	/** What only one task of a run may be about, as in "two items want a payment for order A1". */
	claim?: string;
	/** What to give in place of making any call: nothing is sent. */
	preview?: IDataObject;
	/** Why it makes no sense at Qvickly itself, but only at a sandbox on this machine. */
	onlyInSandbox?: Problem;
	/** What else is to be known of the items that it gives. */
	details?: Details;
}

/** Further reads, one for each item of a list at most. Equal ones are one call in all the run. */
export interface Details {
	/** @returns what to read for the item, or why nothing can be */
	of(item: IDataObject): ReadTask | Problem;
	/** The item with what was read, the first item of the read's result. */
	add(item: IDataObject, read: IDataObject): IDataObject;
	/** The item without it: one that cannot be read loses no item. @param problem whole sentences */
	miss(item: IDataObject, problem: string): IDataObject;
}

/** A task that only reads. */
export type ReadTask = Task & { call: Read };

export type Call = Read | Change | Once;

interface AnyCall {
	request: QvicklyRequest;
	/** What it does to its subject, such as "cancelled" or "looked up". */
	done: string;
	/** The meanings of refusals that are its own. */
	refusals: Meanings;
	/** Reads a signed answer. */
	result(data: VerifiedData): Result;
	/** The longest answer to read, in bytes, where a megabyte is not enough. */
	maxAnswerBytes?: number;
}

export interface Read extends AnyCall {
	kind: 'read' | 'list';
	/** Reads an answer that is no JSON, where the function gives a page, which is not signed. */
	page?(text: string): Result;
}

export interface Once extends AnyCall {
	kind: 'once';
	/** What shows in Qvickly's portal that it was done, such as "a credit of it". */
	trace: string;
	/** The look-up that may find what was done where the answer leaves it open. */
	find?: {
		request: QvicklyRequest;
		refusals: Meanings;
		/** Items only if it is found. */
		result(data: VerifiedData): Result;
		maxAnswerBytes?: number;
	};
}

export interface Change extends AnyCall {
	kind: 'change';
	/** The look-up that tells what is true where the answer leaves it open. */
	check: {
		request: QvicklyRequest;
		/** The meanings of refusals that are the look-up's own. */
		refusals: Meanings;
		/** @param ledHere what the look-up is to clear up */
		result(data: VerifiedData, ledHere: LedHere): Result;
	};
	/** Whether it is fine with the user if it had been done before this run. */
	acceptDoneBefore: boolean;
}

/** What led to a look-up. */
export interface LedHere {
	/** The code of Qvickly's refusal, if it was one. */
	code?: string;
	/** Whether some try of this run may have been carried out, or may yet be. */
	doubt: boolean;
}

/** What a signed answer means. The texts are a sentence's second half. */
export type Result =
	/** It proves the thing done; these are the fields of the output items. */
	| { items: IDataObject[] }
	/** It says that the thing is not done. */
	| { notDone: string; advice?: string }
	/** It proves neither: it is about something else, or leaves it out. */
	| { open: string };
