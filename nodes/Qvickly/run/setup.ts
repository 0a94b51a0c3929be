import { sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import type { Operation, Task } from '../actions/operation';
import { readSettings, type Settings } from '../actions/settings';
import { readAccount, type Account } from '../api/account';
import { fieldReader, type ReadField } from './fields';
import { invalid, isFailure, ofItem, type Failure } from './outcome';
import { refuseContradictions } from './sameCalls';

/** What to do, and in whose name. */
export interface Wish {
	task: Task;
	/** The very same object for all items of one account. */
	account: Account;
}

/** The same for an item. */
export interface Plan extends Wish {
	/** Index of the item. */
	item: number;
}

/** What the node is set to, the same for all items. */
export interface Setup {
	operation: Operation;
	settings: Settings;
}

/** Gives an operation; undefined if this version of the node does not have it. */
export type FindOperation = (resource: string, operation: string) => Operation | undefined;

/** So many items are read before other work of this n8n gets its turn. */
const AT_A_STRETCH = 1000;

/** Reads the operation and the settings. Expressions in these settings see the first item. */
export function readSetup(context: IExecuteFunctions, find: FindOperation): Setup | Failure {
	try {
		const field = (name: string) => context.getNodeParameter(name, 0, '') as string;
		const operation = find(field('resource'), field('operation'));
		if (!operation) {
			return invalid(
				"This version of the node does not have what 'Resource' and 'Operation' are set to",
				'Choose another operation, or update the node on every n8n process that runs workflows.',
			);
		}
		if (operation.kind === 'once' && context.getNode().retryOnFail) {
			return invalid(
				`'${operation.option.name}' does not run with 'Retry On Fail' on: n8n would send all items again, and what is ${operation.done} already could be done twice`,
				"Turn 'Retry On Fail' off in the node's settings.",
			);
		}
		const settings = readSettings((name, preset) =>
			context.getNodeParameter(`options.${name}`, 0, preset),
		);
		return { operation, settings };
	} catch (error) {
		return invalid((error as Error).message, "Correct the node's settings, and run it again.");
	}
}

/** Reads and checks all items, before anything is sent for one. */
export async function readPlans(
	context: IExecuteFunctions,
	{ operation }: Setup,
	count: number,
): Promise<Array<Plan | Failure> | Failure> {
	const accounts = await readAccounts(context, count);
	if (isFailure(accounts)) return accounts;
	const plans: Array<Plan | Failure> = [];
	const field = fieldReader(context);
	for (let item = 0; item < count; item++) {
		if (item % AT_A_STRETCH === AT_A_STRETCH - 1) await sleep(0);
		const account = accounts[item]!;
		plans.push(isFailure(account) ? account : readPlan(field, operation, item, account));
	}
	return refuseContradictions(plans);
}

function readPlan(
	field: ReadField,
	operation: Operation,
	item: number,
	account: Account,
): Plan | Failure {
	try {
		const options = field('options', item, {}) as IDataObject;
		const odd = operation.options.find(
			({ name, type }) =>
				type === 'boolean' && name in options && typeof options[name] !== 'boolean',
		);
		if (odd) {
			const value = JSON.stringify(options[odd.name]) ?? 'nothing';
			const problem = `${value} in '${odd.displayName}' is neither true nor false`;
			return ofItem(item, problem, 'An expression there has to give one of the two, not text.');
		}
		const task = operation.prepare((name) => field(name, item), options);
		if ('problem' in task) return ofItem(item, task.problem, task.advice);
		const { onlyInSandbox } = task;
		return onlyInSandbox && account.baseUrl.startsWith('https:')
			? ofItem(item, onlyInSandbox.problem, onlyInSandbox.advice)
			: { item, task, account };
	} catch (error) {
		return ofItem(item, (error as Error).message, "Check the expressions in the node's fields.");
	}
}

/**
 * Reads each item's account: the fields of a credential may be expressions. Where none is, as the
 * credential itself says (n8n does not), it is decrypted once for all items.
 */
async function readAccounts(
	context: IExecuteFunctions,
	count: number,
): Promise<Array<Account | Failure> | Failure> {
	const known = new Map<string, Account>();
	let dependsOnItem = true;
	const read = async (item: number): Promise<Account | Failure> => {
		try {
			const fields = await context.getCredentials('qvicklyApi', item);
			dependsOnItem = fields.dependsOnItem !== 'no';
			const account = readAccount(fields);
			const key = JSON.stringify(account);
			if (!known.has(key)) known.set(key, account);
			return known.get(key)!;
		} catch (error) {
			const advice = 'Correct the Qvickly API credential, and run it again.';
			const { message } = error as Error;
			return dependsOnItem ? ofItem(item, message, advice) : invalid(message, advice);
		}
	};
	const first = await read(0);
	if (!dependsOnItem) return isFailure(first) ? first : Array<Account>(count).fill(first);
	const accounts = [first];
	for (let item = 1; item < count; item++) accounts.push(await read(item));
	return accounts;
}
