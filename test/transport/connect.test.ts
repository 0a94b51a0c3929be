import { readAccount } from '../../nodes/Qvickly/api/account';
import { encodeRequest, signedEnvelope } from '../../nodes/Qvickly/api/envelope';
import { connect } from '../../nodes/Qvickly/transport/connect';
import { CANCELLED, SECRET, signedAnswer } from '../api/answers';
import { answering, contextOf, failure, type Asked } from './posting';

const account = readAccount({
	merchantId: '1',
	secret: SECRET,
	testMode: false,
	baseUrl: 'https://b.se',
});
const request = encodeRequest('cancelPayment', { number: '1000235' });

/** Sends the request once, with this for an answer, and keeps what is asked of n8n's helper. */
async function sent(answer: string, stop?: AbortSignal, maxAnswerBytes?: number) {
	const asked: Asked[] = [];
	const context = contextOf(async (one) => {
		asked.push(one);
		if (answer === '') throw failure({ code: 'ECONNREFUSED' });
		return await answering([answer]).respond();
	});
	const reply = await connect(context, 1, stop)(request, account, maxAnswerBytes);
	return { reply, asked };
}

describe('a call', () => {
	it("is signed for the account, and sent once to the account's address", async () => {
		const { asked } = await sent(signedAnswer(CANCELLED));
		expect(asked).toHaveLength(1);
		expect(asked[0]!.url).toBe('https://b.se');
		const withoutTime = (text: unknown) => String(text).replace(/"time":"[\d.]+"/, '');
		expect(withoutTime(asked[0]!.body)).toBe(withoutTime(signedEnvelope(request, account)));
	});

	it("gives the data of an answer whose signature is the account's", async () => {
		const { reply } = await sent(signedAnswer(CANCELLED));
		expect(reply).toMatchObject({ kind: 'verified', data: { number: '1000235' } });
	});

	it.each([
		[signedAnswer(CANCELLED, '0'), { kind: 'unverified' }],
		['<html>', { kind: 'unreadable' }],
		['{"code":5209}', { kind: 'refused', code: '5209', signed: false }],
		['', { kind: 'noAnswer', mayHaveArrived: false }],
	])('gives what %s is', async (text, reply) => {
		expect((await sent(text)).reply).toMatchObject(reply);
	});

	it('reads no longer an answer than it allows', async () => {
		const { reply } = await sent(signedAnswer(CANCELLED), undefined, 100);
		expect(reply).toHaveProperty('reason', 'the answer was larger than 0.0001 MB');
	});

	it('is not sent once the execution was stopped', async () => {
		const { reply, asked } = await sent('{}', AbortSignal.abort());
		expect(reply).toMatchObject({ reason: 'the execution was stopped', mayHaveArrived: false });
		expect(asked).toEqual([]);
	});
});
