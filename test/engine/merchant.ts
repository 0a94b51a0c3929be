import type { INodeType } from 'n8n-workflow';

import { QvicklyApi } from '../../credentials/QvicklyApi.credentials';
import { Qvickly } from '../../nodes/Qvickly/Qvickly.node';
import { startSandbox, type Options } from '../sandbox/sandbox';
import { createEngine, type Result, type RunOptions } from './engine';

/** What a test says of a run beside its items. */
export interface Setting {
	/** Values of fields, in place of the number of each item. */
	fields?: object;
	/** Values of 'Options'. */
	options?: object;
	/** Settings of the node, such as `onError`. */
	node?: RunOptions['node'];
	/** Fields of the credential that differ from a good one. */
	credential?: Record<string, unknown>;
	onStart?: RunOptions['onStart'];
	/** Lists for which the node runs one after the other, in place of the items. */
	lists?: object[][];
	/** ID of the execution. */
	executionId?: string;
}

/** Payments 1 … count, ready to be cancelled or activated. */
export const created = (count: number, seed: object = {}) =>
	Array.from({ length: count }, (_, index) => ({ number: index + 1, ...seed }));

/**
 * A sandbox of its own, and a merchant who runs workflows of one Qvickly node there.
 *
 * @param options what the sandbox starts with
 * @param node the node, where it is not the package's own
 */
export async function startMerchant(options: Options = {}, node: new () => INodeType = Qvickly) {
	const engine = createEngine({ node, credential: QvicklyApi });
	const sandbox = await startSandbox(options);
	const { id, secret } = sandbox.merchant;
	const account = {
		merchantId: id,
		secret,
		testMode: false,
		language: 'en',
		baseUrl: sandbox.url,
	};

	const run = async (operation: string, items: object[], setting: Setting = {}) => {
		const result = await engine.run({
			items,
			parameters: {
				resource: 'payment',
				operation,
				number: '={{ $json.number }}',
				options: setting.options ?? {},
				...setting.fields,
			},
			credential: { ...account, ...setting.credential },
			node: setting.node,
			onStart: setting.onStart,
			lists: setting.lists,
			executionId: setting.executionId,
		});
		expectNoSecrets(result, [secret, ...sandbox.calls.map(({ hash }) => hash)]);
		return result;
	};

	return {
		sandbox,
		run,
		/** Loads a list as the editor does. */
		load: async (method: string, credential: Record<string, unknown> = {}) =>
			await engine.load(method, { ...account, ...credential }),
		cancel: async (items: object[], setting?: Setting) => await run('cancel', items, setting),
		/** What was sent, in order, such as "cancelPayment 7". */
		sent: () => sandbox.calls.map((call) => `${call.function} ${call.number}`),
		cancelled: () =>
			sandbox.payments.changes.filter(({ to }) => to === 'Cancelled').map(({ number }) => number),
	};
}

/** What a failed item says. */
export const errorOf = ({ json }: { json: object }) => (json as { error: ItemError }).error;

interface ItemError {
	message: string;
	description: string;
	details: { outcome: string; code?: string; number?: string };
}

/** Nothing that n8n keeps or shows of any run may hold the secret or a request's signature. */
function expectNoSecrets({ run, error }: Result, secrets: string[]) {
	const kept = JSON.stringify(run) + JSON.stringify({ ...error }) + String(error?.stack);
	expect(secrets.filter((secret) => secret !== '' && kept.includes(secret))).toEqual([]);
}
