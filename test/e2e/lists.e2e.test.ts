import { n8n, sandbox, unique } from './running';

describe('the lists that the editor loads from the account', () => {
	/** Loads a list as the editor does when it is opened. */
	async function load(name: string, field: string, credential = 'Qvickly sandbox') {
		const all = await n8n.request('GET', '/rest/credentials');
		const { id } = all.find((one: { name: string }) => one.name === credential);
		return await n8n.request('POST', '/rest/dynamic-node-parameters/options', {
			nodeTypeAndVersion: { name: 'n8n-nodes-qvickly.qvickly', version: 1 },
			...{ path: `parameters.${field}`, methodName: name },
			currentNodeParameters: { operation: 'create', type: 'partPayment' },
			credentials: { qvicklyApi: { id, name: credential } },
		});
	}

	it.each([
		['getPaymentPlans', 'planId', { name: '3 månaders delbetalning', value: '1' }],
		['getFees', 'options.feeId', { name: 'Administrationsavgift, 19.00 SEK', value: '12345' }],
		['getMethods', 'method', { name: 'Part payment', value: '4' }],
	])('%s: shows names, and keeps what Qvickly knows them by', async (name, field, entry) => {
		expect(await load(name, field)).toContainEqual(entry);
	});

	it.each(['getPaymentPlans', 'getFees', 'getMethods'])(
		'%s: says what to do about a secret that is wrong',
		async (name) => {
			const wrong = `Wrong ${unique()}`;
			const data = { merchantId: '12345', secret: 'wrong', baseUrl: sandbox.url };
			await n8n.createCredential('qvicklyApi', wrong, data);
			await expect(load(name, 'planId', wrong)).rejects.toThrow(
				/does not accept the signature.*compare 'Merchant ID' and 'Secret'/,
			);
		},
	);
});

describe('what n8n shows of an output before the first run', () => {
	it.each([
		[
			'payment',
			'create',
			['number', 'orderid', 'status', 'url', 'customerActionNeeded', 'payUrl', 'total'],
		],
		['payment', 'update', ['number', 'orderid', 'status', 'url']],
		['payment', 'duplicate', ['number', 'orderid', 'status', 'url', 'copyOf']],
		['checkout', 'create', ['temporaryNumber', 'orderid', 'status', 'url', 'total']],
		['checkout', 'createInvoice', ['number', 'orderid', 'status', 'url', 'alreadyCreated']],
		['customer', 'getAddress', ['firstname', 'street', 'zip', 'city']],
		['account', 'get', ['company', 'methods']],
		['account', 'getPaymentPlans', ['paymentplanid', 'months', 'monthlyCost']],
		['account', 'getFees', ['feeid', 'fee', 'currency']],
	])('%s > %s has its fields', async (resource, operation, fields) => {
		const path = `/schemas/n8n-nodes-qvickly.qvickly/1.0.0/${resource}/${operation}.json`;
		const { properties } = await n8n.request('GET', path);
		expect(Object.keys(properties)).toEqual(expect.arrayContaining(fields));
	});
});
