import { filesHolding } from './filesHolding';
import { eachPayment, httpRequest, merge, qvickly, respond } from './nodes';
import { account, n8n, sandbox } from './running';
import { deploy, newPayments, unknownNumber } from './workflow';

/** Whatever must not be found anywhere: the secret, and every signature that was ever sent. */
const secrets = () => [
	account.secret,
	...sandbox.calls.map(({ hash }) => hash).filter((hash) => hash !== ''),
];

/** Which of the secrets are in a text. */
const found = (text: string) => secrets().filter((secret) => text.includes(secret));

describe('the secret and the signatures', () => {
	afterEach(() => {
		sandbox.state.faults = undefined;
	});

	const nodes = (onError: string) => [
		eachPayment,
		qvickly('={{ $json.number }}', { onError }, { retries: 0 }),
		merge,
		respond,
	];

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'])(
		'are in no response and no execution data after every kind of result (%s)',
		async (onError) => {
			const faults = [
				undefined,
				'html',
				'http500',
				'reset',
				'badSignature',
				'internalError',
				'redirect',
			];
			const numbers = newPayments(faults.length);
			const [sent = ''] = newPayments(1, { status: 'Factoring' });
			sandbox.state.faults = ({ number = '' }) => faults[numbers.indexOf(number)];
			const { post } = await deploy(nodes(onError), [
				'Webhook > Payments > Qvickly > Merge > Respond',
				'Qvickly:1 > Merge:1',
			]);
			const payments = [...numbers, sent].map((number) => ({ number }));
			const { text, execution } = await post({ payments });
			expect(sandbox.calls.filter(({ number }) => number === numbers[0])).toHaveLength(1);
			expect(found(text)).toEqual([]);
			expect(found(JSON.stringify(execution))).toEqual([]);
		},
	);

	it('are in no execution data of a request that Qvickly refuses or that cannot be sent', async () => {
		const body = '{"function":"getPaymentinfo","data":{"number":"1"}}';
		const json = { sendBody: true, contentType: 'json', specifyBody: 'json', jsonBody: body };
		sandbox.state.faults = () => 'http500';
		const nowhere = { url: 'http://127.0.0.1:9' };
		await n8n.createCredential('qvicklyApi', 'Nowhere', { ...account, baseUrl: nowhere.url });
		const credentials = { qvicklyApi: { name: 'Nowhere' } };
		for (const node of [
			httpRequest(json),
			{ ...httpRequest({ ...json, ...nowhere }), credentials },
			httpRequest({}),
		]) {
			const { post } = await deploy([node], ['Webhook > HTTP Request']);
			const { status, text, execution } = await post({});
			expect(status).toBe('error');
			expect(found(text + JSON.stringify(execution))).toEqual([]);
		}
	});

	it('are in no line that n8n logs, and in no file that it keeps', async () => {
		const [number = ''] = newPayments(1);
		const { post } = await deploy(
			[qvickly('={{ $json.body.number }}'), respond],
			['Webhook > Qvickly > Respond'],
		);
		await post({ number });
		await post({ number: unknownNumber() });
		await n8n.testCredential('qvicklyApi', account);
		await n8n.testCredential('qvicklyApi', { ...account, merchantId: '54321' });
		expect(secrets().length).toBeGreaterThan(4);
		expect(n8n.log()).toContain('Running node "Qvickly"');
		expect(found(n8n.log())).toEqual([]);
		expect(filesHolding(n8n.folder, [`order-${number}`])).not.toEqual([]);
		expect(filesHolding(n8n.folder, secrets())).toEqual([]);
	});
});
