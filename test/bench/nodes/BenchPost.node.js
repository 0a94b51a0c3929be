// A node for the benchmark alone: posts a cancelPayment for each item with n8n's own request
// helper and nothing more. No checks, no verification, no retries.
const { join } = require('node:path');

const { encodeRequest, signedEnvelope } = require(
	join(__dirname, '..', '..', '..', 'dist', 'nodes', 'Qvickly', 'api', 'envelope.js'),
);

/** Ready-made bodies by payment number. @type {Map<string, string>} */
const ready = new Map();

/**
 * Makes a body, or gives the one made before.
 *
 * @param {string} number
 * @param {any} account
 */
function readyBody(number, account) {
	const body = ready.get(number) ?? newBody(number, account);
	ready.set(number, body);
	return body;
}

/** @param {string} number @param {any} account @returns {string} */
const newBody = (number, account) =>
	signedEnvelope(encodeRequest('cancelPayment', { number }), account);

class BenchPost {
	/** @type {any} */
	description = {
		displayName: 'Bench Post',
		name: 'benchPost',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Bench Post' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'qvicklyApi', required: true }],
		properties: [
			{ displayName: 'Parallel', name: 'parallel', type: 'number', default: 1 },
			{ displayName: 'Ready-Made Bodies', name: 'readyMade', type: 'boolean', default: false },
			{ displayName: 'Number', name: 'number', type: 'string', default: '' },
		],
	};

	/** @this {import('n8n-workflow').IExecuteFunctions} */
	async execute() {
		const parallel = /** @type {number} */ (this.getNodeParameter('parallel', 0));
		const readyMade = this.getNodeParameter('readyMade', 0);
		const account = await this.getCredentials('qvicklyApi');
		const items = this.getInputData();
		/** @type {import('n8n-workflow').INodeExecutionData[]} */
		const output = new Array(items.length);

		const bodyFor = readyMade ? readyBody : newBody;
		// As most nodes read a field: n8n works its expression out for each item.
		const evaluates = this.getNodeParameter('number', 0) !== '';
		const numbers = items.map(({ json }, item) =>
			String(evaluates ? this.getNodeParameter('number', item) : json.number),
		);
		let next = 0;
		const worker = async () => {
			while (next < items.length) {
				const item = next++;
				const answer = await this.helpers.httpRequest({
					method: 'POST',
					url: String(account.baseUrl),
					headers: { 'Content-Type': 'application/json' },
					body: bodyFor(numbers[item] ?? '', account),
				});
				output[item] = { json: answer.data, pairedItem: { item } };
			}
		};
		await Promise.all(Array.from({ length: parallel }, worker));
		return [output];
	}
}

module.exports = { BenchPost, readyBody };
