const {
	createRunExecutionData,
	ICredentialsHelper,
	NodeHelpers,
	Workflow,
} = require('n8n-workflow');
const { ExecutionLifecycleHooks, LoadOptionsContext, WorkflowExecute } = require('n8n-core');

/**
 * @typedef {import('n8n-workflow').INodeType} INodeType
 * @typedef {import('n8n-workflow').ICredentialType} ICredentialType
 * @typedef {import('n8n-workflow').INode} INode
 * @typedef {import('n8n-workflow').IRun} IRun
 * @typedef {import('n8n-workflow').INodeExecutionData} Item
 * @typedef {{ node: new () => INodeType, credential: new () => ICredentialType }} Package
 * @typedef {{
 *   items: object[], parameters: object, credential?: Record<string, unknown>,
 *   node?: Partial<INode>, onStart?: (execution: { cancel: () => void }) => void,
 *   lists?: object[][], executionId?: string,
 * }} RunOptions `items` are the json of the items that come in, `node` settings such as onError; with
 *   `lists` the node runs once for each of them
 * @typedef {{
 *   success: Item[], failed: Item[], error: (Error & { description?: string, context?: any }) | undefined,
 *   run: IRun, decryptions: number,
 * }} Result The items on the node's two outputs, or the error that stopped it
 */

/**
 * Runs workflows in n8n-core's real engine, in this process, without n8n's server and database.
 * The workflow is always: trigger, a node that gives the items, the node under test.
 *
 * @param {Package} nodePackage what the package under test exports
 */
function createEngine(nodePackage) {
	const credentialType = new nodePackage.credential();

	/** The workflow, and all else that n8n gives to what runs it. @param {RunOptions} options */
	function prepare(options) {
		const { items, parameters, credential, node } = options;
		const { lists = [items], executionId = 'execution' } = options;
		/** @type {Record<string, INodeType>} */
		const types = { source: sourceNode(lists), tested: new nodePackage.node() };
		/** @type {INode} */
		const tested = {
			id: '2',
			name: 'Qvickly',
			type: 'tested',
			typeVersion: 1,
			position: [0, 0],
			parameters: /** @type {any} */ (parameters),
			...(credential && {
				credentials: { [credentialType.name]: { id: '1', name: 'Account' } },
			}),
			...node,
		};
		/** @type {INode} */
		const source = {
			...tested,
			id: '1',
			name: 'Source',
			type: 'source',
			parameters: {},
			onError: undefined,
			retryOnFail: false,
			credentials: {},
		};
		const workflow = new Workflow({
			id: 'workflow',
			nodes: [source, tested],
			connections: {
				Source: { main: lists.map(() => [{ node: 'Qvickly', type: 'main', index: 0 }]) },
			},
			active: false,
			nodeTypes: /** @type {any} */ ({
				getByNameAndVersion: (/** @type {string} */ name) => types[name],
				getByName: (/** @type {string} */ name) => types[name],
				getKnownTypes: () => ({}),
			}),
			settings: { executionOrder: 'v1' },
		});
		const helper = new CredentialsHelper(credentialType, credential ?? {});
		const workflowData = /** @type {any} */ ({
			id: 'workflow',
			name: 'Test',
			nodes: [source, tested],
			connections: {},
			active: false,
		});
		const additionalData = /** @type {any} */ ({
			credentialsHelper: helper,
			hooks: new ExecutionLifecycleHooks('manual', executionId, workflowData),
			executionId,
			webhookWaitingBaseUrl: 'http://localhost/waiting',
			formWaitingBaseUrl: 'http://localhost/form-waiting',
			webhookBaseUrl: 'http://localhost/webhook',
			restApiUrl: 'http://localhost/rest',
			instanceBaseUrl: 'http://localhost',
			variables: {},
			currentNodeParameters: undefined,
			secretsHelpers: {},
			logAiEvent: () => {},
			sendDataToUI: () => {},
		});
		return { workflow, source, tested, additionalData, helper };
	}

	/** @param {RunOptions} options @returns {Promise<Result>} */
	async function run(options) {
		const { workflow, source, additionalData, helper } = prepare(options);
		const execution = new WorkflowExecute(additionalData, 'manual', createRunExecutionData({}));
		const running = execution.run({ workflow, startNode: source });
		options.onStart?.({ cancel: () => /** @type {any} */ (running).cancel() });
		const result = await running;
		const runs = result.data.resultData.runData.Qvickly ?? [];
		const main = runs.at(-1)?.data?.main ?? [];
		return {
			success: main[0] ?? [],
			failed: main[1] ?? [],
			error: /** @type {any} */ (result.data.resultData.error ?? runs.at(-1)?.error),
			run: result,
			decryptions: helper.decryptions,
		};
	}

	/**
	 * Loads a list for the editor.
	 *
	 * @param {string} method the node's
	 * @param {Record<string, unknown>} credential
	 */
	async function load(method, credential) {
		const { workflow, tested, additionalData } = prepare({ items: [], parameters: {}, credential });
		const context = new LoadOptionsContext(workflow, tested, additionalData, '');
		const list = new nodePackage.node().methods?.loadOptions?.[method];
		if (!list) throw new Error(`There is no list "${method}"`);
		return await list.call(context);
	}

	return { load, run };
}

/** A node that starts a workflow with items, a list on each of its outputs. @param {object[][]} lists @returns {INodeType} */
function sourceNode(lists) {
	// n8n goes on with what the last output gives.
	const output = [...lists]
		.reverse()
		.map((items) =>
			items.map((json, item) => /** @type {Item} */ ({ json, pairedItem: { item } })),
		);
	return {
		description: {
			name: 'source',
			displayName: 'Source',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: [],
			outputs: lists.map(() => 'main'),
			properties: [],
		},
		execute: async () => output,
	};
}

/** Gives the one credential, as n8n's own helper does after decrypting it. */
class CredentialsHelper extends ICredentialsHelper {
	decryptions = 0;

	/** @param {ICredentialType} type @param {Record<string, unknown>} values */
	constructor(type, values) {
		super();
		this.type = type;
		this.values = values;
	}

	getParentTypes() {
		return [];
	}

	/** @param {any} credentials @param {string} _name @param {any} request */
	async authenticate(credentials, _name, request) {
		const { authenticate } = this.type;
		return typeof authenticate === 'function' ? await authenticate(credentials, request) : request;
	}

	async preAuthentication() {
		return undefined;
	}

	async runPreAuthentication() {
		return undefined;
	}

	isCredentialUsableByNode() {
		return true;
	}

	/** @returns {Promise<any>} */
	async getCredentials() {
		throw new Error('not used by nodes');
	}

	/**
	 * Fills in defaults and works out expressions, as n8n's own helper does.
	 *
	 * @param {any} _additional
	 * @param {any} _credentials
	 * @param {string} _type
	 * @param {any} mode
	 * @param {any} executeData
	 * @param {boolean} _raw
	 * @param {any} at the item, and where it stands
	 * @returns {Promise<any>}
	 */
	async getDecrypted(_additional, _credentials, _type, mode, executeData, _raw, at) {
		this.decryptions++;
		const { properties } = this.type;
		const values = /** @type {any} */ (this.values);
		const filled = NodeHelpers.getNodeParameters(properties, values, true, false, null, null);
		const raw = /** @type {any} */ ({ ...filled, ...values });
		// A list for the editor has no item to work expressions out for.
		if (at === undefined) return raw;
		return at.workflow.expression.getParameterValue(
			raw,
			at.runExecutionData,
			at.runIndex,
			at.itemIndex,
			at.node.name,
			at.connectionInputData,
			mode,
			{},
			executeData,
			false,
			raw,
		);
	}

	async updateCredentials() {}

	async updateCredentialsOauthTokenData() {}

	/** @returns {any} */
	getCredentialsProperties() {
		return [];
	}
}

module.exports = { createEngine };
