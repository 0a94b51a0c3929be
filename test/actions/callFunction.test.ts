import { callFunction } from '../../nodes/Qvickly/actions/api/callFunction.operation';
import { problemOf, received, taskOf } from './tasks';

const callOf = (name: string, data: unknown = '{}') =>
	taskOf(callFunction, { function: name, data }).call;

/** What comes of an answer with this text. */
function items(name: string, text: string) {
	const read = callOf(name).result(received(text));
	if (!('items' in read)) throw new Error(JSON.stringify(read));
	return read.items;
}

it.each([
	['getPaymentinfo', 'list'],
	['GETPAYMENTINFO', 'list'],
	['GetPaymentPlans', 'list'],
	[' getSettlementsWithDetails ', 'list'],
	['crediflowSearchParty', 'list'],
	['creditPayment', 'once'],
	['CREDITPAYMENT', 'once'],
	['uploadKalpForm', 'once'],
	['getSomethingNew', 'once'],
	['constructor', 'once'],
])('%s is of kind %s', (name, kind) => {
	expect(callOf(name).kind).toBe(kind);
});

it.each([
	'getAPICredentials',
	'GetApiCredentials',
	' GETAPICREDENTIALS',
	'getBankIdKeyFromAuthToken',
])('%s is not called, and nothing is sent', (name) => {
	expect(problemOf(callFunction, { function: name, data: '{"eid":"1"}' })).toMatch(
		/ is not called: its answer (has another merchant's secret|is a key)/,
	);
});

it('getTerms is not called, as its answer cannot be verified', () => {
	expect(problemOf(callFunction, { function: 'getterms', data: '{}' })).toContain('not sign');
});

it.each(['', 'get payment', 'get-payment', '1', null, 'getAPICredentials\u200b', 'a"b'])(
	'%j is no name of a function',
	(name) => {
		expect(problemOf(callFunction, { function: name, data: '{}' })).toMatch(
			/is no name of a function$/,
		);
	},
);

it.each<[unknown, string]>([
	['{"number":"1"}', '{"number":"1"}'],
	[' {"a":{"b":[1,"2"]}} ', '{"a":{"b":[1,"2"]}}'],
	[{ number: 'Å' }, '{"number":"\\u00c5"}'],
	['{}', '{"dummy":"true"}'],
	['', '{"dummy":"true"}'],
	[' \n', '{"dummy":"true"}'],
	[{}, '{"dummy":"true"}'],
])('data %j is sent as %s', (data, sent) => {
	expect(callOf('getFees', data).request).toEqual({ function: 'getFees', data: sent });
});

it.each(['[]', '1', '"a"', '{', 'null', [1], null, undefined, 5])(
	'%j is no JSON object',
	(data) => {
		expect(problemOf(callFunction, { function: 'getFees', data })).toMatch(/is not a JSON object$/);
	},
);

it.each(['{"pno":"550101-1018"', '["19550101-1018"]', 195501011018, '"550101 1018"'])(
	'%j is not shown whole where it cannot be used, as errors are kept',
	(data) => {
		const problem = problemOf(callFunction, { function: 'getAddress', data });
		expect(problem).toMatch(/is not a JSON object$/);
		expect(problem).not.toMatch(/1018|550101/);
	},
);

it('data that cannot be signed is found before anything is sent', () => {
	expect(() => callOf('getFees', '{"a":"🎉"}')).toThrow(/data\.a/);
});

describe('the output', () => {
	it.each<[string, string, object[]]>([
		['the fields of an object', '{"number":"1","list":[1]}', [{ number: '1', list: [1] }]],
		['one item for each element', '[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
		[
			'elements that are no objects',
			'["x",2,null,[3]]',
			[{ value: 'x' }, { value: 2 }, { value: null }, { value: [3] }],
		],
		[
			'numbers to the digit',
			'[{"a":1.10},12345678901234567890]',
			[{ a: '1.10' }, { value: '12345678901234567890' }],
		],
		[
			'an object with whole numbers as keys, in the order of Qvickly',
			'{"5566779988":{"a":1},"2100000005":{"a":2},"7":"x"}',
			[
				{ key: '5566779988', a: 1 },
				{ key: '2100000005', a: 2 },
				{ key: '7', value: 'x' },
			],
		],
		['the fields of an object whose keys only begin with digits', '{"1a":"b"}', [{ '1a': 'b' }]],
		['the fields of an object whose keys only end with digits', '{"a1":"b"}', [{ a1: 'b' }]],
		[
			'what n8n would take for failures as a value, and nothing else',
			'[{"error":1},{"error":1,"message":2},{"error":1,"code":3},{"message":2}]',
			[
				{ value: { error: 1 } },
				{ value: { error: 1, message: 2 } },
				{ error: 1, code: 3 },
				{ message: 2 },
			],
		],
		['nothing for an empty list', '[]', []],
		['nothing for an empty list that PHP wrote as an object', '{}', []],
	])('has %s', (_, text, expected) => {
		expect(items('getAddress', text)).toEqual(expected);
	});

	it('has an item of what is done once, even if Qvickly answers nothing', () => {
		expect(items('uploadKalpForm', '[]')).toEqual([{}]);
		expect(items('uploadKalpForm', '{"status":"Passed"}')).toEqual([{ status: 'Passed' }]);
	});
});
