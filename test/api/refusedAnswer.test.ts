import { readAnswer, toText } from '../../nodes/Qvickly/api/answer';
import { CANCELLED, SECRET, signedAnswer } from './answers';

const refused = { kind: 'refused', code: '5201', message: 'Not found', logid: '77' };

describe('an answer with a code is a refusal', () => {
	it.each<[string, string]>([
		['text at the top', '{"code":"5201","message":"Not found","logid":"77"}'],
		['a number at the top', '{"code":5201,"message":"Not found","logid":77}'],
		['text inside data', '{"data":{"code":"5201","message":"Not found","logid":"77"}}'],
		['a number inside data', '{"data":{"code":5201,"message":"Not found","logid":77}}'],
		[
			'inside data, log id in credentials',
			'{"credentials":{"logid":77},"data":{"code":"5201","message":"Not found"}}',
		],
		[
			'at the top, log id in credentials',
			'{"code":"5201","message":"Not found","credentials":{"logid":"77"}}',
		],
		[
			'at the top, before one inside data',
			'{"data":{"code":"1"},"code":"5201","message":"Not found","logid":"77"}',
		],
	])('%s', (_, text) => {
		expect(readAnswer(text, SECRET)).toEqual(refused);
	});

	it('even if it is signed', () => {
		const text = signedAnswer('{"code":"5201","message":"Not found","logid":"77"}');
		expect(readAnswer(text, SECRET)).toEqual(refused);
	});

	it('even if it comes beside signed data', () => {
		const text = signedAnswer(CANCELLED).replace('{', '{"code":"9008",');
		expect(readAnswer(text, SECRET)).toMatchObject({ kind: 'refused', code: '9008' });
	});

	it('with empty text for what it leaves out', () => {
		const text = '{"code":"9008"}';
		expect(readAnswer(text, SECRET)).toEqual({
			kind: 'refused',
			code: '9008',
			message: '',
			logid: '',
		});
	});

	it('with its own words to the letter', () => {
		const text = '{"code":"5201","message":"Fakturanummer \\u00e5 \\/ <b>"}';
		expect(readAnswer(text, SECRET)).toMatchObject({ message: 'Fakturanummer å / <b>' });
	});

	it.each(['504', '""', '"timeout"', '0', 'true', '{}'])(
		'but not with the code %s, which Qvickly does not send: it proves nothing at all',
		(code) => {
			expect(readAnswer(`{"code":${code},"message":"upstream timed out"}`, SECRET).kind).not.toBe(
				'refused',
			);
			const signed = signedAnswer(CANCELLED).replace('{', `{"code":${code},`);
			expect(readAnswer(signed, SECRET)).toEqual({ kind: 'unverified' });
		},
	);

	it('whose words are shown without a signature that is echoed in them, and not without end', () => {
		const echo = `hash ${'0f'.repeat(64)} ${'x'.repeat(1000)}`;
		const answer = readAnswer(JSON.stringify({ code: 9013, message: echo, logid: echo }), SECRET);
		expect(answer).toMatchObject({
			message: expect.stringMatching(/^hash … x{293}$/),
			logid: expect.stringMatching(/^hash … x+$/),
		});
	});

	it('but not if the code is null', () => {
		expect(readAnswer(signedAnswer('{"code":null}'), SECRET).kind).toBe('verified');
	});

	it('but not for a code further down', () => {
		expect(readAnswer(signedAnswer('{"a":{"code":"1"}}'), SECRET).kind).toBe('verified');
	});
});

it.each<[unknown, string]>([
	['a', 'a'],
	[' a ', ' a '],
	[1000235, '1000235'],
	[0, '0'],
	[null, ''],
	[undefined, ''],
	[true, ''],
	[['a'], ''],
	[{ a: 1 }, ''],
])('the text of %j is %j', (value, text) => {
	expect(toText(value)).toBe(text);
});
