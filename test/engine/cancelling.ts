import { QvicklyApi } from '../../credentials/QvicklyApi.credentials';
import { Qvickly } from '../../nodes/Qvickly/Qvickly.node';
import { startSandbox, type Options } from '../sandbox/sandbox';
import { createEngine, type Result, type RunOptions } from './engine';

/** What a test says of a run beside its items. */
export interface Setting {
	/** Values of 'Options'. */
	options?: object;
	/** Settings of the node, such as `onError`. */
	node?: RunOptions['node'];
	/** Fields of the credential that differ from a good one. */
	credential?: Record<string, unknown>;
	number?: string;
	onStart?: RunOptions['onStart'];
}

const engine = createEngine({ node: Qvickly, credential: QvicklyApi });

/** Payments 1 … count, ready to be cancelled. */
export const created = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ number: index + 1 }));

/**
 * A sandbox of its own, and a way to run workflows that cancel payments there.
 *
 * @param options what the sandbox starts with
 */
export async function startCancelling(options: Options) {
	const sandbox = await startSandbox(options);
	const { id, secret } = sandbox.merchant;
	const credential = {
		merchantId: id,
		secret,
		testMode: false,
		language: 'en',
		baseUrl: sandbox.url,
	};

	const cancel = async (items: object[], setting: Setting = {}) => {
		const result = await engine.run({
			items,
			parameters: {
				resource: 'payment',
				operation: 'cancel',
				number: setting.number ?? '={{ $json.number }}',
				options: setting.options ?? {},
			},
			credential: { ...credential, ...setting.credential },
			node: setting.node,
			onStart: setting.onStart,
		});
		expectNoSecrets(result, [secret, ...sandbox.calls.map(({ hash }) => hash)]);
		return result;
	};

	return { sandbox, cancel, cancelled: () => sandbox.payments.changes.map(({ number }) => number) };
}

/** Nothing that n8n keeps or shows of any run may hold the secret or a request's signature. */
function expectNoSecrets({ run, error }: Result, secrets: string[]) {
	const kept = JSON.stringify(run) + JSON.stringify({ ...error }) + String(error?.stack);
	expect(secrets.filter((secret) => secret !== '' && kept.includes(secret))).toEqual([]);
}
