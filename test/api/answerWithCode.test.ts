import { readAnswer, toText } from '../../nodes/Qvickly/api/answer';
import { CANCELLED, hashOf, SECRET, signedAnswer } from './answers';

const refused = {
	kind: 'refused',
	code: '5201',
	message: 'Not found',
	logid: '77',
	signed: false,
};

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
			'{"data":{"code":"5209","message":"Sent"},"code":"5201","message":"Not found","logid":"77"}',
		],
		[
			'inside data, if the one at the top is none of Qvickly',
			'{"code":200,"data":{"code":"5201","message":"Not found","logid":"77"}}',
		],
	])('%s', (_, text) => {
		expect(readAnswer(text, SECRET)).toEqual(refused);
	});

	it('signed, if the data that it stands in is', () => {
		const data = '{"code":"5201","message":"Not found","logid":"77"}';
		expect(readAnswer(signedAnswer(data), SECRET)).toEqual({ ...refused, signed: true });
		const upper = signedAnswer(data, hashOf(data).toUpperCase());
		expect(readAnswer(upper, SECRET)).toEqual({ ...refused, signed: true });
		expect(readAnswer(signedAnswer(data, hashOf(`${data} `)), SECRET)).toEqual(refused);
	});

	it('not signed, if it comes beside signed data', () => {
		const beside = signedAnswer(CANCELLED).replace('{', '{"code":"9008",');
		expect(readAnswer(beside, SECRET)).toMatchObject({ code: '9008', signed: false });
		const both = signedAnswer('{"code":"5209"}').replace('{', '{"code":"9008",');
		expect(readAnswer(both, SECRET)).toMatchObject({ code: '9008', signed: false });
	});

	it('with empty text for what it leaves out', () => {
		const left = { kind: 'refused', code: '9008', message: '', logid: '', signed: false };
		expect(readAnswer('{"code":"9008"}', SECRET)).toEqual(left);
	});

	it.each(['1000', '61106', '20616', '999999'])(
		'with code %s, as long as Qvickly has them',
		(code) => {
			expect(readAnswer(`{"code":${code}}`, SECRET)).toMatchObject({ kind: 'refused', code });
			expect(readAnswer(`{"data":{"code":"${code}"}}`, SECRET)).toMatchObject({ code });
		},
	);

	it('with its own words to the letter', () => {
		const text = '{"code":"5201","message":"Fakturanummer \\u00e5 \\/ <b>"}';
		expect(readAnswer(text, SECRET)).toMatchObject({ message: 'Fakturanummer å / <b>' });
	});

	it.each(['504', '1000000', '"05201"', '5201.0', '""', '"timeout"', 'true', 'false', '{}'])(
		'but not with the code %s, which Qvickly does not send: it proves nothing at all',
		(code) => {
			const text = `{"code":${code},"message":"upstream timed out"}`;
			expect(readAnswer(text, SECRET).kind).toBe('unreadable');
			const signed = signedAnswer(CANCELLED).replace('{', `{"code":${code},`);
			expect(readAnswer(signed, SECRET)).toEqual({ kind: 'unverified' });
			const inside = signedAnswer(`{"code":${code}}`);
			expect(readAnswer(inside, SECRET)).toEqual({ kind: 'unverified' });
		},
	);

	it.each(['0', '"0"', 'null'])(
		"but not with the code %s, which Qvickly's clients take for none",
		(code) => {
			const beside = signedAnswer(CANCELLED).replace('{', `{"code":${code},`);
			expect(readAnswer(beside, SECRET).kind).toBe('verified');
			expect(readAnswer(signedAnswer(`{"code":${code}}`), SECRET).kind).toBe('verified');
		},
	);

	it.each(['0f', '0F'])(
		'whose words are shown without a signature (%s…) that is echoed in them, and not without end',
		(digits) => {
			const echo = `hash ${digits.repeat(64)} ${'x'.repeat(1000)}`;
			const answer = readAnswer(JSON.stringify({ code: 9013, message: echo, logid: echo }), SECRET);
			expect(answer).toMatchObject({
				message: expect.stringMatching(/^hash … x{293}$/),
				logid: expect.stringMatching(/^hash … x{293}$/),
			});
		},
	);

	it('but not for a code further down', () => {
		expect(readAnswer(signedAnswer('{"a":{"code":"5201"}}'), SECRET).kind).toBe('verified');
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
