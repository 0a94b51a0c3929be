import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { VerifiedData } from '../api/answer';
import type { QvicklyRequest } from '../api/envelope';

/** An entry in 'Resource' and what can be done with it. */
export interface Resource {
	option: INodePropertyOptions & { value: string };
	operations: Operation[];
}

/** Something the user can choose in 'Operation'. Everything there is to it stands in one file. */
export interface Operation {
	/** The entry in the 'Operation' list; `action` is its name in the node panel. */
	option: INodePropertyOptions & { value: string; action: string };
	/** What a language model is told that may use it as a tool: whole sentences. */
	toolDescription: string;
	/** What it did to its subject once it is done, as in "Payment 1000235 was cancelled". */
	done: string;
	/** Its own fields, without `displayOptions`. */
	fields: INodeProperties[];
	/** Its own entries in 'Options'. */
	options: INodeProperties[];
	/**
	 * Reads and checks the parameters of one item.
	 *
	 * @param parameter gives a field's value for the item, expressions worked out
	 * @param options the values in 'Options'
	 * @returns what to do for the item, or what is wrong with it
	 */
	prepare(parameter: (name: string) => unknown, options: IDataObject): Task | Problem;
}

/** A field's value that cannot be used. */
export interface Problem {
	/** What is wrong, quoting the value: a whole sentence without its full stop. */
	problem: string;
	/** What to do, whole sentences. */
	advice: string;
}

/** What a signed answer means for a task. The texts are a sentence's second half. */
export type Result =
	/** It proves the thing done; these are the fields of the output item. */
	| { json: IDataObject }
	/** It says that the thing is not done. */
	| { notDone: string }
	/** It proves neither: it is about something else, or leaves it out. */
	| { unrelated: string };

/** One call to make: what one item, or several that ask for the same, want from Qvickly. */
export interface Task {
	/** Tasks with the same key are one call; their items share its result. */
	key: string;
	/** What it is about, such as "payment 1000235". */
	subject: string;
	request: QvicklyRequest;
	/** Reads the answer. */
	result(data: VerifiedData): Result;
	/** What is done cannot be undone: how to find out what is true where an answer leaves it open. */
	check: {
		request: QvicklyRequest;
		result(data: VerifiedData): Result;
		/** The code of the refusal that says that it had been done before. */
		alreadyDone: string;
		/** The code of the refusal that proves that it has not been done and never will be. */
		neverDone: string;
		/** Whether that is fine with the user. */
		acceptAlreadyDone: boolean;
	};
}
