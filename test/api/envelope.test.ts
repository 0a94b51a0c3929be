import { readAccount } from '../../nodes/Qvickly/api/account';
import { encodeRequest, signature, signedEnvelope } from '../../nodes/Qvickly/api/envelope';
import { version } from '../../package.json';
import { hashOf } from './answers';

const baseUrl = 'https://api.qvickly.io';
const fields = { merchantId: '12345', secret: '123456789012', testMode: false, baseUrl };
const account = readAccount(fields);
const data = { number: '1000235', url: 'https://å.se/' };
const request = encodeRequest('getPaymentinfo', data);
const TEXT = '{"number":"1000235","url":"https:\\/\\/\\u00e5.se\\/"}';

/** The envelope of the request above, or of its parts given here, read back. */
function envelope(other: Partial<typeof account> = {}, milliseconds?: number) {
	const text = signedEnvelope(request, { ...account, ...other }, milliseconds);
	return JSON.parse(text) as {
		credentials: Record<string, unknown>;
		data: unknown;
		function: unknown;
	};
}

describe('a signed envelope', () => {
	it('has credentials, data and function, and nothing else', () => {
		expect(Object.keys(envelope())).toEqual(['credentials', 'data', 'function']);
		expect(envelope().data).toEqual(data);
		expect(envelope().function).toBe('getPaymentinfo');
	});

	it('says in its credentials who calls, as text', () => {
		expect(envelope({}, 1700000000123).credentials).toEqual({
			id: '12345',
			hash: hashOf(TEXT),
			version: '2.5.0',
			client: `n8n:Qvickly:${version}`,
			language: 'en',
			test: 'false',
			time: '1700000000.1230',
		});
	});

	it('holds the signed text to the letter', () => {
		expect(signedEnvelope(request, account)).toContain(`,"data":${TEXT},"function":`);
	});

	it('is ASCII', () => {
		expect(signedEnvelope(request, account)).toMatch(/^[\x20-\x7e]*$/);
	});

	it('does not hold the secret', () => {
		expect(signedEnvelope(request, account)).not.toContain(account.secret);
	});

	it('asks for test payments in test mode', () => {
		expect(envelope({ testMode: true }).credentials.test).toBe('true');
	});

	it('asks for messages in the language of the credential', () => {
		expect(envelope({ language: 'sv' }).credentials.language).toBe('sv');
	});

	it('has the present time in seconds unless told otherwise', () => {
		const before = Date.now() / 1000;
		const time = Number(envelope().credentials.time);
		expect(time).toBeGreaterThanOrEqual(before - 0.001);
		expect(time).toBeLessThanOrEqual(Date.now() / 1000 + 0.001);
	});

	it('is signed with the secret in UTF-8', () => {
		expect(envelope({ secret: 'nyckel-å' }).credentials.hash).toBe(hashOf(TEXT, 'nyckel-å'));
	});

	it('has the hash of its data only, whatever the function', () => {
		const other = JSON.parse(signedEnvelope({ ...request, function: 'cancelPayment' }, account));
		expect(other.credentials.hash).toBe(envelope().credentials.hash);
	});

	it('names whatever function is asked for', () => {
		const name = 'a"b\\c\n';
		const { function: read } = JSON.parse(signedEnvelope({ ...request, function: name }, account));
		expect(read).toBe(name);
	});
});

describe('a request', () => {
	it('has its data as the text that will be signed and sent', () => {
		expect(request).toEqual({ function: 'getPaymentinfo', data: TEXT });
	});

	it.each([[{}], [{ a: undefined }], [[]], [['a']], ['text'], [null], [1]])(
		'is not written for data that is %j, which Qvickly refuses',
		(nothing) => {
			expect(() => encodeRequest('getAccountinfo', nothing)).toThrow(
				"'data' must be an object with at least one field",
			);
		},
	);

	it('is not written for data that Qvickly could not read back, which is named', () => {
		expect(() => encodeRequest('f', { a: ['€'] })).toThrow("'data.a[0]' has the character");
	});
});

it('a signature is 128 hexadecimal digits in lower case', () => {
	expect(signature('{}', 'a')).toMatch(/^[0-9a-f]{128}$/);
});
