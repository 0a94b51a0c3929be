import { ask, envelope, sign, type Answer, type Service } from './client';

/** No account has a payment with this number, so nothing can happen to one. */
const UNKNOWN = '{"number":"999999999"}';
const NOTHING = '{"time":"1700000000"}';

/** How a refusal looks, whatever its code: unsigned, at the top level, with HTTP status 200. */
function expectRefusal(answer: Answer, code: string) {
	expect(answer.text).toContain(`"code":"${code}"`);
	expect(answer).toMatchObject({ status: 200, code, data: undefined, hash: '' });
	expect(answer.message).toMatch(/\w/);
	expect(answer.logid).toMatch(/^\d+$/);
}

/**
 * How Qvickly's service must answer, as far as it can be seen without a payment.
 *
 * @param name the service's, for the report
 * @param open gives the service; its calls change nothing there
 */
export function describeContract(name: string, open: () => Promise<Service>) {
	describe(`${name} keeps the contract:`, () => {
		let service: Service;
		beforeAll(async () => (service = await open()));

		it('it answers with data that is signed to the letter', async () => {
			const answer = await ask(service, 'getAccountinfo', NOTHING);
			expect(answer).toMatchObject({ status: 200, code: undefined });
			expect(answer.data.company).toEqual(expect.any(String));
			expect(answer.hash).toBe(sign(answer.source, service.merchant.secret));
		});

		it('it answers as PHP does: credentials, then data, in ASCII, slashes escaped', async () => {
			const { text } = await ask(service, 'getAccountinfo', NOTHING);
			expect(text).toMatch(/^{"credentials":{"hash":"[0-9a-f]{128}".*},"data":[{[].*}$/);
			expect(text).toMatch(/^[\x20-\x7f]*$/);
			expect(text).not.toMatch(/[^\\]\//);
		});

		it('it knows functions in any case', async () => {
			expect((await ask(service, 'GETACCOUNTINFO', NOTHING)).code).toBeUndefined();
		});

		it.each([
			['true', 'true'],
			['false', 'false'],
		])('it tells accounts their own data with test %s', async (_, test) => {
			const { data } = await ask(service, 'getAccountinfo', NOTHING, { credentials: { test } });
			expect(data.company).toEqual(expect.any(String));
		});

		it.each<[string, string, Parameters<typeof ask>[3]]>([
			['9013', 'a wrong secret', { secret: 'wrong' }],
			['9013', 'data that was changed after signing', { signed: '{"number":"999999998"}' }],
			['9013', 'a hash that is none', { credentials: { hash: 'x' } }],
			['9011', 'a wrong merchant ID', { credentials: { id: '0' } }],
			['9010', 'no merchant ID', { credentials: { id: undefined } }],
			['9010', 'no hash', { credentials: { hash: undefined } }],
			['9003', 'text that is not JSON', { body: 'function=getPaymentinfo' }],
			['9003', 'an empty body', { body: '' }],
		])('it refuses with %s %s', async (code, _, changes) => {
			expectRefusal(await ask(service, 'getPaymentinfo', UNKNOWN, changes), code);
		});

		it('it refuses with 9003 a request without function', async () => {
			const body = envelope(service, '', UNKNOWN).replace(',"function":""', '');
			expectRefusal(await ask(service, '', UNKNOWN, { body }), '9003');
		});

		it('it refuses with 9004 a request without data', async () => {
			const body = envelope(service, 'getPaymentinfo', UNKNOWN).replace(`"data":${UNKNOWN},`, '');
			expectRefusal(await ask(service, 'getPaymentinfo', '', { body }), '9004');
		});

		it('it refuses with 9004 a request with empty data', async () => {
			expectRefusal(await ask(service, 'getPaymentinfo', '[]'), '9004');
		});

		it('it refuses with 9001 a function that does not exist', async () => {
			expectRefusal(await ask(service, 'makeCoffee', NOTHING), '9001');
		});

		it.each(['getPaymentinfo', 'cancelPayment'])(
			'it refuses with 5201 %s for a payment that does not exist',
			async (name) => {
				const answer = await ask(service, name, UNKNOWN);
				expectRefusal(answer, '5201');
				expect(answer.message).toContain('999999999');
			},
		);

		it.each(['getPaymentinfo', 'cancelPayment'])(
			'it refuses with 5200 %s without a number',
			async (name) => {
				expectRefusal(await ask(service, name, NOTHING), '5200');
			},
		);

		it.each(['getPaymentinfo', 'cancelPayment'])(
			'it refuses with 5198 %s for a number that cannot be one',
			async (name) => {
				expectRefusal(await ask(service, name, '{"number":"order-7"}'), '5198');
			},
		);

		it.each([
			['en', /does not exist/],
			['sv', /existerar inte/],
		])('it explains in language %s', async (language, words) => {
			const { message } = await ask(service, 'getPaymentinfo', UNKNOWN, {
				credentials: { language },
			});
			expect(message).toMatch(words);
		});

		it('it gives every call a log id of its own', async () => {
			const first = await ask(service, 'getPaymentinfo', UNKNOWN);
			const second = await ask(service, 'getPaymentinfo', UNKNOWN);
			expect(second.logid).not.toBe(first.logid);
		});
	});
}
