import { Deadlines } from '../../nodes/Qvickly/transport/deadlines';
import { answering, failure, posted, type Asked } from './posting';

/** A request that ends only when it is aborted, as n8n's helper does it. */
const endless = async ({ abortSignal }: Asked) =>
	await new Promise((_, reject) => {
		abortSignal.addEventListener('abort', () => reject(failure({ code: 'ERR_CANCELED' })));
	});

it('one request is a POST of this very text as JSON, which follows no redirect', async () => {
	const asked: Asked[] = [];
	await posted(async (one) => {
		asked.push(one);
		return await answering(['{}']).respond();
	});
	expect(asked).toEqual([
		expect.objectContaining({
			method: 'POST',
			url: 'https://a.se',
			body: 'BODY',
			headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
			disableFollowRedirect: true,
			encoding: 'stream',
			ignoreHttpStatusErrors: true,
		}),
	]);
});

it('a time-out is told as one, not as a broken connection', async () => {
	expect(await posted(endless, undefined, new Deadlines(0.01, undefined))).toEqual({
		kind: 'noAnswer',
		reason: 'no answer came within 0.01 seconds',
		mayHaveArrived: true,
	});
});

it('the time for reading the answer counts as well', async () => {
	const slow = async ({ abortSignal }: Asked) => {
		const { body, respond } = answering(['{"da'], {}, 'nothing');
		abortSignal.addEventListener('abort', () => body.destroy(failure({ code: 'ERR_CANCELED' })));
		return await respond();
	};
	const outcome = await posted(slow, undefined, new Deadlines(0.01, undefined));
	expect(outcome).toHaveProperty('reason', 'no answer came within 0.01 seconds');
});

it('a failure that comes after the time-out of another request is told as it is', async () => {
	const deadlines = new Deadlines(0.01, undefined);
	await posted(endless, undefined, deadlines);
	const broken = async () => await Promise.reject(failure({ code: 'ECONNRESET' }));
	expect(await posted(broken, undefined, deadlines)).toHaveProperty(
		'reason',
		'the connection broke (ECONNRESET)',
	);
});

it('a request under way when the execution is stopped may have arrived', async () => {
	const stop = new AbortController();
	const outcome = posted(endless, undefined, new Deadlines(300, stop.signal));
	stop.abort();
	expect(await outcome).toEqual({
		kind: 'noAnswer',
		reason: 'the execution was stopped',
		mayHaveArrived: true,
		stopped: true,
	});
});

it('no request is made once the execution was stopped', async () => {
	const httpRequest = jest.fn();
	const outcome = await posted(httpRequest, undefined, new Deadlines(300, AbortSignal.abort()));
	expect(outcome).toEqual({
		kind: 'noAnswer',
		reason: 'the execution was stopped',
		mayHaveArrived: false,
		stopped: true,
	});
	expect(httpRequest).not.toHaveBeenCalled();
});

it('after a second it speaks of one second', async () => {
	const outcome = await posted(endless, undefined, new Deadlines(1, undefined));
	expect(outcome).toHaveProperty('reason', 'no answer came within 1 second');
});
