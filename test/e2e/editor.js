const { activate, deactivate, notYetThere, readExecution } = require('./session');
const { until } = require('./until');

/**
 * @typedef {{ id: string, type: string, name: string }} Credential
 * @typedef {{
 *   name: string, nodes: any[], connections: object, settings?: object, pinData?: object,
 * }} WorkflowJson as exported from n8n
 * @typedef {{
 *   id: string, status: string, data: { resultData: { runData: Record<string, any[]>, error?: any } },
 * }} Execution `status` is n8n's: success, error, running, waiting, …
 */

/** Seconds after which an execution counts as stuck. */
const LONGEST_EXECUTION = 60;

/**
 * What a user does in n8n's editor, by the calls that the editor makes.
 *
 * @param {string} version of n8n
 * @param {import('./session').Request} request
 */
function createEditor(version, request) {
	/** @type {Credential[]} */
	const credentials = [];

	/** @param {string} type @param {string} name @param {object} data its fields @returns {Promise<string>} its id */
	async function createCredential(type, name, data) {
		const { id } = await request('POST', '/rest/credentials', { name, type, data });
		credentials.push({ id, type, name });
		return id;
	}

	/**
	 * Tests a credential as n8n does when it is saved. It is removed afterwards.
	 *
	 * @param {string} type
	 * @param {object} data its fields
	 * @returns {Promise<{ status: 'OK' | 'Error', message: string }>}
	 */
	async function testCredential(type, data) {
		const body = { name: 'Credential to test', type, data };
		const { id } = await request('POST', '/rest/credentials', body);
		const test = { credentials: { id, ...body } };
		const result = await request('POST', '/rest/credentials/test', test);
		await request('DELETE', `/rest/credentials/${id}`);
		return result;
	}

	/**
	 * Imports a workflow.
	 *
	 * @param {WorkflowJson} workflow each credential in it becomes the one made here last that has
	 *   its type and name, or else the one made first that has its type
	 * @returns {Promise<string>} its id
	 */
	async function createWorkflow({ name, nodes, connections, settings, pinData }) {
		const { id } = await request('POST', '/rest/workflows', {
			name,
			nodes: nodes.map((node) => mapCredentials(node, credentials)),
			connections,
			settings: { executionOrder: 'v1', ...settings },
			pinData,
			active: false,
		});
		return id;
	}

	/**
	 * Runs a workflow as the editor's button does.
	 *
	 * @param {string} id
	 * @param {string} trigger name of the trigger node to start from
	 * @returns {Promise<Execution>} once it has ended
	 */
	async function runManually(id, trigger) {
		const workflowData = await request('GET', `/rest/workflows/${id}`);
		const body = { workflowData, triggerToStartFrom: { name: trigger } };
		const { executionId } = await request('POST', `/rest/workflows/${id}/run`, body);
		return await finished(executionId);
	}

	/** @param {string} id @returns {Promise<Execution>} as it is now */
	async function execution(id) {
		return readExecution(version, await request('GET', `/rest/executions/${id}`));
	}

	/** @param {string} id @returns {Promise<Execution>} once it has ended */
	const finished = (id) =>
		until(`execution ${id} to end`, LONGEST_EXECUTION, async () => {
			const found = await execution(id).catch(notYetThere);
			const isOver = found && !['new', 'running', 'waiting'].includes(found.status);
			// n8n 1.123 may say so before what came of it is written down.
			const isWritten =
				found?.data && (found.status !== 'success' || hasRun(found.data.resultData.runData));
			return isOver && isWritten ? found : undefined;
		});

	/** @param {string} workflowId @returns {Promise<Array<{ id: string, status: string }>>} newest first */
	async function executions(workflowId) {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		return (await request('GET', `/rest/executions?filter=${filter}`)).results;
	}

	/**
	 * @param {string} workflowId
	 * @param {number} count
	 * @returns {Promise<Execution>} the workflow's newest execution, once there are so many and it
	 *   has ended. n8n may answer a webhook before the execution is in its list
	 */
	async function nthExecution(workflowId, count) {
		const newest = await until(`execution ${count} of ${workflowId}`, 10, async () => {
			const all = await executions(workflowId);
			return all.length < count ? undefined : all[0];
		});
		return await finished(newest.id);
	}

	return {
		/** Any other call that the editor can make. */
		request,
		createCredential,
		testCredential,
		createWorkflow,
		/** Turns a workflow on, until its webhooks answer. @param {string} id */
		activate: (id) => activate(request, id),
		/** Turns a workflow off. @param {string} id */
		deactivate: (id) => deactivate(request, id),
		runManually,
		execution,
		finished,
		executions,
		nthExecution,
	};
}

/** @param {object | undefined} runData */
const hasRun = (runData) => Object.keys(runData ?? {}).length > 0;

/** @param {any} node @param {Credential[]} made */
function mapCredentials(node, made) {
	/** @type {Array<[string, { name?: string }]>} */
	const wanted = Object.entries(node.credentials ?? {});
	const mapped = wanted.map(([type, { name }]) => {
		const ofType = made.filter((one) => one.type === type);
		const found = ofType.filter((one) => one.name === name).at(-1) ?? ofType[0];
		if (!found) throw new Error(`Workflow needs a credential of type ${type}; make one first`);
		return [type, { id: found.id, name: found.name }];
	});
	return { ...node, credentials: Object.fromEntries(mapped) };
}

module.exports = { createEditor };
