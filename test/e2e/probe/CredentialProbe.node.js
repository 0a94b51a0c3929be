// A node for a test alone: gives, for each item, the credential's fields as a node gets them.
class CredentialProbe {
	/** @type {any} */
	description = {
		displayName: 'Credential Probe',
		name: 'credentialProbe',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Credential Probe' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'qvicklyApi', required: true }],
		properties: [],
	};

	/** @this {import('n8n-workflow').IExecuteFunctions} */
	async execute() {
		const items = this.getInputData().map(async (_, item) => ({
			json: await this.getCredentials('qvicklyApi', item),
			pairedItem: { item },
		}));
		return [await Promise.all(items)];
	}
}

module.exports = { CredentialProbe, folder: __dirname };
