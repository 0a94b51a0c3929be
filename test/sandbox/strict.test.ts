import { ask, envelope, sign } from './client';
import { MERCHANT, startSandbox } from './sandbox';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(
	async () => (sandbox = await startSandbox({ payments: [{ number: 1000235, test: true }] })),
);
afterAll(async () => await sandbox.close());

/** The code that the sandbox gives for data with a further member; undefined if it takes it. */
const codeFor = async (member: string, changes = {}) =>
	(await ask(sandbox, 'getPaymentinfo', `{"number":"1000235",${member}}`, changes)).code;

describe('the sandbox takes data that PHP would write in the same way', () => {
	it.each<[string, string]>([
		['text', '"a":"text"'],
		['an escaped slash', '"a":"https:\\/\\/a.se"'],
		['escaped letters', '"a":"Malm\\u00f6 \\u00ff\\u00a0"'],
		['short escapes', '"a":"\\" \\\\ \\b\\f\\n\\r\\t \\u0001"'],
		['whole numbers', '"a":[0,-1,9007199254740991]'],
		['fractions', '"a":[0.1,12.65,-0.0001]'],
		['true, false and null', '"a":[true,false,null]'],
		['an empty list', '"a":[]'],
		['numbered keys with a gap', '"a":{"0":1,"2":2}'],
	])('%s', async (_, member) => {
		expect(await codeFor(member)).toBeUndefined();
	});
});

describe('the sandbox refuses a signature over text that PHP would write otherwise', () => {
	it.each<[string, string]>([
		['an unescaped slash', '"a":"https://a.se"'],
		['an unescaped letter', '"a":"Malmö"'],
		['an escape in upper case', '"a":"\\u00F6"'],
		['a needless escape', '"a":"\\u0041"'],
		['a dash beyond ISO-8859-1', '"a":"\\u2013"'],
		['a euro sign', '"a":"10 \\u20ac"'],
		['an emoji', '"a":"\\ud83d\\ude00"'],
		['such a character in a key', '"\\u2013":1'],
		['white space', '"a": 1'],
		['an empty object', '"a":{}'],
		['an object that is a list to PHP', '"a":{"0":1,"1":2}'],
		['a fraction with a zero at its end', '"a":1.10'],
		['a whole float', '"a":10.0'],
		['an exponent', '"a":1e3'],
		['an integer beyond 64 bits', '"a":9223372036854775808'],
		['a name that stands twice', '"a":1,"a":2'],
	])('%s', async (_, member) => {
		expect(await codeFor(member)).toBe('9013');
	});

	it('but takes a body in another form if what PHP writes was signed', async () => {
		const signed = '{"number":"1000235","a":"https:\\/\\/a.se\\/\\u00f6","b":[]}';
		const sent = '{ "number": "1000235", "a": "https://a.se/ö", "b": {} }';
		const answer = await ask(sandbox, 'getPaymentinfo', sent, { signed });
		expect(answer.code).toBeUndefined();
		expect(answer.data.PaymentData.number).toBe('1000235');
	});

	it('and the right hash in upper case', async () => {
		const data = '{"number":"1000235"}';
		const credentials = { hash: sign(data, MERCHANT.secret).toUpperCase() };
		expect((await ask(sandbox, 'getPaymentinfo', data, { credentials })).code).toBe('9013');
	});
});

describe('the sandbox', () => {
	it.each<[string, string | undefined]>([
		['application/json', undefined],
		['application/json; charset=utf-8', undefined],
		['text/plain', '9003'],
		['application/x-www-form-urlencoded', '9003'],
		['application/jsonp', '9003'],
	])('given content type %s answers with code %s', async (type, code) => {
		expect(await codeFor('"a":1', { type })).toBe(code);
	});

	it.each(['GET', 'PUT', 'DELETE'])('refuses %s with 9003, and HTTP status 200', async (method) => {
		const answer = await ask(sandbox, 'getPaymentinfo', '{"number":"1000235"}', { method });
		expect(answer).toMatchObject({ status: 200, code: '9003' });
	});

	it('refuses an account of somebody else by its signature', async () => {
		const other = { url: sandbox.url, merchant: { id: MERCHANT.id, secret: 'other' } };
		expect((await ask(other, 'getPaymentinfo', '{"number":"1000235"}')).code).toBe('9013');
	});

	it.each(['', '{"credentials":1,"data":2,"function":[]}', '[]', 'null', '"text"'])(
		'refuses %j with 9003',
		async (body) => {
			expect((await ask(sandbox, '', '', { body })).code).toBe('9003');
		},
	);

	it('refuses an empty merchant ID with 9011', async () => {
		const body = envelope(sandbox, 'getAccountinfo', '{"a":"1"}').replace(
			'"id":"12345"',
			'"id":""',
		);
		expect((await ask(sandbox, '', '', { body })).code).toBe('9011');
	});

	it('finds the number in PaymentData too, as plugins send it', async () => {
		const { data } = await ask(sandbox, 'getPaymentinfo', '{"PaymentData":{"number":1000235}}');
		expect(data.PaymentData.number).toBe('1000235');
	});
});
