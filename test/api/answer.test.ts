import { readAnswer, sourceOf } from '../../nodes/Qvickly/api/answer';
import { CANCELLED, hashOf, SECRET, signedAnswer } from './answers';

/** What kind of answer a text is. */
const kind = (text: string) => readAnswer(text, SECRET).kind;

describe('a signed answer', () => {
	it('is verified and gives its data', () => {
		expect(readAnswer(signedAnswer(CANCELLED), SECRET)).toEqual({
			kind: 'verified',
			data: {
				number: '1000235',
				status: 'Cancelled',
				orderid: '12345',
				url: 'https://api.qvickly.io/invoice/1',
			},
		});
	});

	it('gives its numbers to the letter', () => {
		const text = signedAnswer('{"number":12345678901234567890,"total":1.10,"tax":100}');
		expect(readAnswer(text, SECRET)).toMatchObject({
			data: { number: '12345678901234567890', total: '1.10', tax: 100 },
		});
	});

	it.each(['{"5566779988":{"a":1.10},"2100000005":{"a":2},"7":"\\u00e5"}', ' [ 1 ,2.0 ] ', '{}'])(
		'keeps the text that its data was read from, %j',
		(text) => {
			const [first, second] = [text, '{"other":1}'].map((data) => {
				const answer = readAnswer(signedAnswer(data, hashOf(data.trim())), SECRET);
				return answer.kind === 'verified' ? sourceOf(answer.data) : answer.kind;
			});
			expect([first, second]).toEqual([text.trim(), '{"other":1}']);
		},
	);

	it.each<[string, string]>([
		[
			'keys like numbers stand in an order that parsing loses',
			'{"b":1,"9":"x","5561234567":{},"1":2}',
		],
		['its fractions end in zeros', '{"amount":1.10,"tax":10.00,"rate":2.5e1}'],
		['its integers are too big for JavaScript', '{"number":12345678901234567890}'],
		['it has white space between its tokens', '{ "a" : [ 1 ,\n\t2 ] }'],
		['its text is escaped more than needed', '{"city":"Malm\\u00F6","path":"a/b\\/c"}'],
		['its text is not escaped', '{"city":"Malmö – 10 €","emoji":"😀"}'],
		[
			'its text looks like the start of data',
			'{"text":"\\"data\\":{\\"code\\":1},{[","more":"}]"}',
		],
		['a name in it stands twice', '{"a":1,"a":2}'],
		['it is a list', '[{"paymentplanid":"1"},{"paymentplanid":"2"}]'],
		['it is an empty list', '[]'],
		[
			'it has members named data and credentials',
			'{"data":{"data":[]},"credentials":{"hash":"0"}}',
		],
	])('is verified when %s', (_, data) => {
		expect(kind(signedAnswer(data))).toBe('verified');
	});

	it.each<[string, string]>([
		[
			'its credentials follow the data',
			`{"data":${CANCELLED},"credentials":{"hash":"${hashOf(CANCELLED)}"}}`,
		],
		[
			'white space surrounds its parts',
			`\n{ "credentials" : {"hash":"${hashOf(CANCELLED)}"} ,\t"data" : ${CANCELLED} } `,
		],
		['its name of data is escaped', signedAnswer(CANCELLED).replace('"data":', '"d\\u0061ta":')],
		['its hash is in upper case', signedAnswer(CANCELLED, hashOf(CANCELLED).toUpperCase())],
		[
			'earlier data is overruled by the signed one',
			`{"data":{"number":"1"},${signedAnswer(CANCELLED).slice(1)}`,
		],
	])('is verified when %s', (_, text) => {
		expect(readAnswer(text, SECRET)).toMatchObject({
			kind: 'verified',
			data: { number: '1000235' },
		});
	});
});

describe('an answer with data but without a right signature is unverified when', () => {
	const hash = hashOf(CANCELLED);
	it.each<[string, string]>([
		['its data was changed', signedAnswer(CANCELLED.replace('1000235', '1000236'), hash)],
		['only the form of its data was changed', signedAnswer(CANCELLED.replaceAll('\\/', '/'), hash)],
		[
			'only the order of its data was changed',
			signedAnswer('{"b":1,"a":2}', hashOf('{"a":2,"b":1}')),
		],
		[
			'it was signed with another secret',
			signedAnswer(CANCELLED, hashOf(CANCELLED, '123456789013')),
		],
		['its hash is short', signedAnswer(CANCELLED, hash.slice(0, -1))],
		['its hash is long', signedAnswer(CANCELLED, `${hash}0`)],
		['its hash is empty', signedAnswer(CANCELLED, '')],
		['its hash is a number', `{"credentials":{"hash":1},"data":${CANCELLED}}`],
		['its hash is null', `{"credentials":{"hash":null},"data":${CANCELLED}}`],
		[
			'its hash is a list that holds the right one',
			`{"credentials":{"hash":["${hash}"]},"data":${CANCELLED}}`,
		],
		['it has no hash', `{"credentials":{},"data":${CANCELLED}}`],
		['it has no credentials', `{"data":${CANCELLED}}`],
		['its credentials are text', `{"credentials":"${hash}","data":${CANCELLED}}`],
		['its hash stands at the top', `{"hash":"${hash}","data":${CANCELLED}}`],
		[
			'other data follows the signed one',
			signedAnswer(CANCELLED).replace(/}$/, ',"data":{"number":"1"}}'),
		],
		['its hash has other letters of the same length', signedAnswer(CANCELLED, 'å'.repeat(64))],
	])('%s', (_, text) => {
		expect(readAnswer(text, SECRET)).toEqual({ kind: 'unverified' });
	});
});

describe('an answer is unreadable when it is', () => {
	it.each<[string, string]>([
		['empty', ''],
		['white space', ' \n'],
		['a page in HTML', '<!doctype html><html><body>Maintenance</body></html>'],
		['cut short', signedAnswer(CANCELLED).slice(0, -1)],
		['cut short in the data', signedAnswer(CANCELLED).slice(0, -30)],
		['followed by something else', `${signedAnswer(CANCELLED)}<br>`],
		['null', 'null'],
		['no JSON, as a number in it is none', signedAnswer('{"a":01.10}')],
		['a number', '9013'],
		['text', '"Cancelled"'],
		['true', 'true'],
		['an empty object', '{}'],
		['an empty list', '[]'],
		['a list of answers', `[${signedAnswer(CANCELLED)}]`],
		['an object without data', '{"status":"ok"}'],
		['signed data of null', signedAnswer('null')],
		['signed data of text', signedAnswer('"{}"')],
		['signed data of a number', signedAnswer('1')],
	])('%s', (_, text) => {
		expect(readAnswer(text, SECRET)).toEqual({ kind: 'unreadable', text });
	});
});
