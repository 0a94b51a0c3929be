const { join } = require('node:path');

const { n8nFolder } = require('../install');
const { until } = require('./until');

/**
 * @typedef {{ email: string, password: string }} Login
 * @typedef {(method: string, path: string, body?: unknown) => Promise<any>} Request
 *   Calls n8n's own interface as its editor does and gives the JSON that comes back, taken out of
 *   its `data` wrapper. Throws an Error with n8n's answer for any status that is not 2xx.
 */

/** A connection for each request: on a busy machine n8n closes one that is kept as it is used again. */
const ALONE = { connection: 'close' };

/**
 * Logs in to n8n as its owner, who is made first if there is none yet.
 *
 * @param {string} url
 * @param {Login} login
 * @returns {Promise<Request>}
 */
async function logIn(url, login) {
	let cookie = '';

	/** @type {Request} */
	const request = async (method, path, body) => {
		const response = await fetch(url + path, {
			method,
			headers: { ...ALONE, cookie, 'browser-id': 'harness', 'content-type': 'application/json' },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok) {
			throw Object.assign(new Error(`${method} ${path}: HTTP ${response.status} ${text}`), {
				status: response.status,
			});
		}
		const [session] = response.headers.getSetCookie();
		if (session) cookie = session.split(';')[0] ?? '';
		const answer = text === '' ? undefined : JSON.parse(text);
		return answer?.data ?? answer;
	};

	const { userManagement } = await request('GET', '/rest/settings');
	if (userManagement.showSetupOnFirstLoad) {
		await request('POST', '/rest/owner/setup', { ...login, firstName: 'Test', lastName: 'Owner' });
	} else {
		await request('POST', '/rest/login', {
			emailOrLdapLoginId: login.email,
			password: login.password,
		});
	}
	return request;
}

/**
 * Turns a workflow on, until its webhooks answer: newer versions of n8n publish a version of it and
 * do so in the background, older ones set a switch.
 *
 * @param {Request} request
 * @param {string} id
 */
async function activate(request, id) {
	const { versionId } = await request('GET', `/rest/workflows/${id}`);
	const published = await ifThere(request('POST', `/rest/workflows/${id}/activate`, { versionId }));
	if (published) await untilPublished(request, id);
	else await request('PATCH', `/rest/workflows/${id}`, { active: true, versionId });
}

/** Turns a workflow off. @param {Request} request @param {string} id */
async function deactivate(request, id) {
	const off = await ifThere(request('POST', `/rest/workflows/${id}/deactivate`, {}));
	if (off) return;
	const { versionId } = await request('GET', `/rest/workflows/${id}`);
	await request('PATCH', `/rest/workflows/${id}`, { active: false, versionId });
}

/** @param {Request} request @param {string} id */
const untilPublished = (request, id) =>
	until(`workflow ${id} to be published`, 30, async () => {
		const now = await ifThere(request('GET', `/rest/workflows/${id}/publication-status`));
		if (now?.status === 'failed' || now?.status === 'partial') {
			throw new Error(`Workflow ${id} was not published: ${JSON.stringify(now.triggers)}`);
		}
		return now?.status === 'in_progress' ? undefined : true;
	});

/** @param {Promise<any>} answer @returns {Promise<any>} undefined if this n8n does not have that */
const ifThere = (answer) =>
	answer.catch((error) => {
		if (error.status !== 404) throw error;
	});

/**
 * Reads the data of an execution, which n8n hands out in a flattened form.
 *
 * @param {string} version of n8n, whose own package reads it
 * @param {any} execution as n8n gives it
 * @returns {any} the same with its `data` readable
 */
function readExecution(version, execution) {
	const { parse } = require(join(n8nFolder(version), 'node_modules', 'flatted'));
	const { data } = execution;
	return { ...execution, data: typeof data === 'string' ? parse(data) : data };
}

/**
 * n8n 2.20 fails to hand out an execution that has only just started.
 *
 * @param {Error} error of asking for one
 * @returns {undefined} if it is that
 * @throws it, if it is not
 */
function notYetThere(error) {
	if (!error.message.includes("reading 'resultData'")) throw error;
}

module.exports = { ALONE, activate, deactivate, logIn, notYetThere, readExecution };
