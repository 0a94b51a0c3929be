import { answering, posted } from './posting';

describe('an answer is received', () => {
	it.each([200, 201, 204, 299])('with HTTP status %s', async (statusCode) => {
		const { respond } = answering(['{}'], { statusCode });
		expect(await posted(respond)).toEqual({ kind: 'received', text: '{}' });
	});

	it('as UTF-8, also where a letter is split over two packets', async () => {
		const bytes = Buffer.from('{"city":"Malmö – 😀"}');
		const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
		expect(await posted(answering(single).respond)).toEqual({
			kind: 'received',
			text: '{"city":"Malmö – 😀"}',
		});
	});

	it('without the mark at its start', async () => {
		const { respond } = answering(['\ufeff{}']);
		expect(await posted(respond)).toEqual({ kind: 'received', text: '{}' });
	});

	it('empty, where nothing comes', async () => {
		expect(await posted(answering([]).respond)).toEqual({ kind: 'received', text: '' });
	});

	it('up to a megabyte, or up to what the call allows', async () => {
		const megabyte = Buffer.alloc(1e6, 'x');
		expect(await posted(answering([megabyte]).respond)).toHaveProperty('kind', 'received');
		const allowed = answering([megabyte, megabyte, megabyte]);
		expect(await posted(allowed.respond, 3e6)).toHaveProperty('kind', 'received');
	});
});

describe('an answer that is too large', () => {
	it('is none, and its connection is closed without reading on', async () => {
		const { respond, body } = answering([Buffer.alloc(1e6), 'x'], {}, 'nothing');
		expect(await posted(respond)).toEqual({
			kind: 'noAnswer',
			reason: 'the answer was larger than 1 MB',
			mayHaveArrived: true,
		});
		expect(body.destroyed).toBe(true);
	});

	it('is measured by what the call allows', async () => {
		const { respond, body } = answering([Buffer.alloc(2.5e6), 'x'], {}, 'nothing');
		expect(await posted(respond, 2.5e6)).toHaveProperty(
			'reason',
			'the answer was larger than 2.5 MB',
		);
		expect(body.destroyed).toBe(true);
	});

	it('is closed as well where it comes with another HTTP status', async () => {
		const { respond, body } = answering([Buffer.alloc(2e6)], { statusCode: 500 }, 'nothing');
		expect(await posted(respond)).toHaveProperty('kind', 'noAnswer');
		expect(body.destroyed).toBe(true);
	});
});

describe('an answer that is cut short', () => {
	it('is a broken connection, which may come after the request arrived', async () => {
		expect(await posted(answering(['{"da'], {}, 'error').respond)).toEqual({
			kind: 'noAnswer',
			reason: 'the connection broke (ECONNRESET)',
			mayHaveArrived: true,
		});
	});

	it('is that too where the stream says nothing but that it is closed', async () => {
		expect(await posted(answering(['{"da'], {}, 'close').respond)).toEqual({
			kind: 'noAnswer',
			reason: 'the connection broke',
			mayHaveArrived: true,
		});
	});
});

describe('what another HTTP status says is no answer of Qvickly', () => {
	const status = async (statusCode: number, headers = {}) =>
		await posted(answering(['{"code":5209}'], { statusCode, headers }).respond);

	it.each([100, 199, 300, 301, 302, 304, 307, 308, 400, 404, 429, 500, 503])(
		'as with %s',
		async (statusCode) => {
			expect(await status(statusCode)).toEqual({
				kind: 'noAnswer',
				reason: `HTTP status ${statusCode} came instead of an answer`,
				mayHaveArrived: true,
				status: statusCode,
			});
		},
	);

	it.each([
		['0', 0],
		['7', 7],
		['3600', 3600],
	])('and a Retry-After of %s asks for %s seconds', async (header, seconds) => {
		expect(await status(503, { 'retry-after': header })).toHaveProperty('retryAfter', seconds);
	});

	it('and a Retry-After with a date for the seconds until then', async () => {
		const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();
		const { retryAfter } = (await status(503, { 'retry-after': at(30) })) as {
			retryAfter: number;
		};
		expect(retryAfter).toBeGreaterThan(27);
		expect(retryAfter).toBeLessThanOrEqual(30);
		expect(await status(503, { 'retry-after': at(-30) })).toHaveProperty('retryAfter', 0);
	});

	it.each(['1.5', '-1', '', 'soon', '1e3', '5 minutes', '1 Jan 2100', ['5'], null])(
		'and a Retry-After of %j for nothing',
		async (header) => {
			expect(await status(503, { 'retry-after': header })).not.toHaveProperty('retryAfter');
		},
	);
});
