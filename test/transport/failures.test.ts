import { failing, failure, failureToConnectToAny } from './posting';

const never = (code: string) => ({
	kind: 'noAnswer',
	reason: `no connection could be made (${code})`,
	mayHaveArrived: false,
});
const perhaps = (code: string) => ({
	kind: 'noAnswer',
	reason: `the connection broke (${code})`,
	mayHaveArrived: true,
});

describe('a request was certainly never sent', () => {
	it.each([
		'ERR_INVALID_URL',
		'ECONNREFUSED',
		'ENOTFOUND',
		'EAI_AGAIN',
		'EAI_FAIL',
		'CERT_HAS_EXPIRED',
		'CERT_NOT_YET_VALID',
		'CERT_REVOKED',
		'CERT_UNTRUSTED',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'ERR_TLS_CERT_ALTNAME_INVALID',
	])('where the failure has the code %s', async (code) => {
		expect(await failing(failure({ code }))).toEqual(never(code));
		expect(await failing(failure({ cause: failure({ code }) }))).toEqual(never(code));
	});

	it.each(['ENETUNREACH', 'EHOSTUNREACH', 'ETIMEDOUT', 'EADDRNOTAVAIL', 'ECONNRESET'])(
		'where %s came while connecting',
		async (code) => {
			const connecting = { code, syscall: 'connect' };
			expect(await failing(failure(connecting))).toEqual(never(code));
			expect(await failing(failure({ code, cause: failure(connecting) }))).toEqual(never(code));
		},
	);

	it('where a host was being looked up', async () => {
		const lookingUp = failure({ code: 'UNKNOWN', syscall: 'getaddrinfo' });
		expect(await failing(failure({ cause: lookingUp }))).toEqual(never('UNKNOWN'));
	});

	it('where none of the addresses of a host could be connected to', async () => {
		const each = await failureToConnectToAny();
		expect(each).toMatchObject({ code: 'ECONNREFUSED', errors: [{ syscall: 'connect' }, {}] });
		expect(each).not.toHaveProperty('syscall');
		const all = Object.assign(each, { code: 'ENETUNREACH' });
		expect(await failing(failure({ code: 'ENETUNREACH', cause: all }))).toEqual(
			never('ENETUNREACH'),
		);
	});

	it("where n8n's protection of its network forbade it, by a name alone", async () => {
		const ban = failure({ name: 'SsrfBlockedIpError' });
		expect(await failing(ban)).toEqual(never('SsrfBlockedIpError'));
		expect(await failing(failure({ cause: ban }))).toEqual(never('SsrfBlockedIpError'));
	});

	it('where the TLS handshake was not finished, which the request waits for', async () => {
		const error = { code: 'EPROTO', request: { socket: { secureConnecting: true } } };
		expect(await failing(failure(error))).toEqual(never('EPROTO'));
	});
});

describe('a request may have arrived', () => {
	it.each([
		'ECONNRESET',
		'ECONNABORTED',
		'EPIPE',
		'EPROTO',
		'ETIMEDOUT',
		'ENETUNREACH',
		'EHOSTUNREACH',
		'ERR_SSL_WRONG_VERSION_NUMBER',
		'ERR_SSL_BAD_RECORD_TYPE',
		'ERR_TLS_RENEGOTIATION_DISABLED',
		'ERR_STREAM_PREMATURE_CLOSE',
		'XECONNREFUSED',
		'ECONNREFUSEDX',
	])('where the failure has the code %s', async (code) => {
		const reading = { code, syscall: 'read', request: { socket: { secureConnecting: false } } };
		expect(await failing(failure({ code }))).toEqual(perhaps(code));
		expect(await failing(failure(reading))).toEqual(perhaps(code));
		expect(await failing(failure({ cause: failure(reading) }))).toEqual(perhaps(code));
	});

	it.each([
		[failure({})],
		[failure({ code: 104 })],
		[failure({ name: 'AxiosError' })],
		['ECONNREFUSED'],
		[null],
		[undefined],
	])('where nothing is known of the failure: %p', async (error) => {
		expect(await failing(error)).toEqual({ ...perhaps(''), reason: 'the connection broke' });
	});
});

it('what is six failures deep is found, and no deeper', async () => {
	const wrapped = (times: number): unknown =>
		times === 0 ? failure({ code: 'ECONNREFUSED' }) : failure({ cause: wrapped(times - 1) });
	expect(await failing(wrapped(6))).toMatchObject({ mayHaveArrived: false });
	expect(await failing(wrapped(7))).toMatchObject({ mayHaveArrived: true });
});

it('a failure may be its own cause, or nothing at all', async () => {
	const own = failure({});
	Object.assign(own, { cause: own });
	for (const error of [own, undefined, null, { request: {} }, 'text']) {
		expect(await failing(error)).toEqual({
			...{ kind: 'noAnswer', mayHaveArrived: true },
			reason: 'the connection broke',
		});
	}
});
