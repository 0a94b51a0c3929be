import fc from 'fast-check';

import { readCallback, type Callback } from '../../nodes/Qvickly/api/callback';
import { hashOf } from './answers';

/** What the callbacks of the fixtures are signed with. */
const OF_FIXTURES = '1234567890123456';

/** Callbacks whose signatures were made with PHP, apart from any code here. */
const FIXTURES: Array<[string, string, string, object]> = [
	[
		'a payment that is created',
		String.raw`{"number":"512104","status":"Created","orderid":"MyDataSe619","url":"https:\/\/api.billmate.se\/invoice\/18039\/20181218b4b468df71203c616bf1d6a30ab0a533"}`,
		'08966f0c2a0e2c176dc78924eaf3ce82aa33f7807575bfc1c29747bc5693157d39147b9eeaa361b488bb1e9d0963c6d7676cd1636cb2a69543c94f811aea932b',
		{
			number: '512104',
			status: 'Created',
			orderid: 'MyDataSe619',
			url: 'https://api.billmate.se/invoice/18039/20181218b4b468df71203c616bf1d6a30ab0a533',
		},
	],
	[
		'a pay link that is cancelled, its number a JSON number',
		'{"number":12345,"orderid":"123456","status":"Cancelled","url":""}',
		'2eb3a2bb00f27ae1ca0d3124d73965829d77e88a12d80b2caf9a2f4dcb6e7fa4cda9ab77223c14890a7c07b22d6486082b212c2aff6aca8f00b0581ca3d99374',
		{ number: '12345', orderid: '123456', status: 'Cancelled', url: '' },
	],
	[
		'a card payment',
		'{"number":"810652","status":"Paid","url":"","orderid":"P1234567891581073915","carddata":{"maskedcardno":"476173******0416","cardholdername":"CARDHOLDER","bin":"21591","expirymonth":"12","expiryyear":"2022"}}',
		'195cac9204005ce304842b09121c1fb409134d96df28a447b83de54ba0f2c6a5a0ac9124d5ecb2f636616478accf0ef3f56d493dd6d08f6f5f973385232ed398',
		{ number: '810652', status: 'Paid', orderid: 'P1234567891581073915', url: '' },
	],
];

const [[, DATA, HASH]] = FIXTURES as [(typeof FIXTURES)[number]];
const [, , [, PAID, PAID_HASH]] = FIXTURES as [unknown, unknown, (typeof FIXTURES)[number]];

const sign = (data: string) => hashOf(data, OF_FIXTURES);
const credentialsOf = (hash: string) => `{"hash":"${hash}"}`;
const json = (data: string, hash = sign(data)) =>
	`{"credentials":${credentialsOf(hash)},"data":${data}}`;
const form = (data: string, hash = sign(data)) =>
	new URLSearchParams({ credentials: credentialsOf(hash), data }).toString();
const unescaped = (data: string) => data.replaceAll('\\/', '/');

const ofBody = (body: string) => readCallback({ body, query: '' }, OF_FIXTURES);
const ofQuery = (query: string) => readCallback({ body: '', query }, OF_FIXTURES);
const says = ({ kind }: Callback) => kind;
const eventOf = (callback: Callback) => (callback.kind === 'payment' ? callback.event : callback);

describe.each(FIXTURES)('%s', (_, data, hash, event) => {
	it.each<[string, () => Callback]>([
		['JSON in the body', () => ofBody(json(data, hash))],
		[
			'JSON with white space around its parts',
			() => ofBody(`\n{ "credentials" : {"hash":"${hash}"},\t"data": ${data} }\n`),
		],
		[
			'JSON with the data before the credentials',
			() => ofBody(`{"data":${data},"credentials":${credentialsOf(hash)}}`),
		],
		[
			'JSON with members that nobody knows',
			() => ofBody(`{"id":1,"credentials":{"logid":7,"hash":"${hash}"},"data":${data},"x":[]}`),
		],
		['a form', () => ofBody(form(data, hash))],
		['a form whose slashes have lost their escapes', () => ofBody(form(unescaped(data), hash))],
		['an address', () => ofQuery(form(data, hash))],
		[
			'an address whose slashes have lost their escapes',
			() => ofQuery(form(unescaped(data), hash)),
		],
		[
			'an address with other parameters',
			() => ofQuery(`signature=abc&ResponseType=1&${form(data, hash)}&payment=2`),
		],
		['an address with spaces as %20', () => ofQuery(form(data, hash).replaceAll('+', '%20'))],
	])('is read from %s', (__, read) => {
		expect(eventOf(read())).toEqual(event);
	});
});

describe('data of a callback', () => {
	it.each([
		'{"number":"7","status":"Paid","orderid":"A","url":"u"}',
		'{"orderid":"A","url":"u","status":"Paid","number":"7"}',
		'{"url":"u","number":7,"orderid":"A","status":"paid"}',
		'{"status":" PAID ","url":"u","orderid":"A","number":"7"}',
	])('may have its members in any order, and statuses in any case: %s', (data) => {
		const event = { number: '7', status: 'Paid', orderid: 'A', url: 'u' };
		expect(eventOf(ofBody(json(data)))).toEqual(event);
		expect(eventOf(ofQuery(form(data)))).toEqual(event);
	});

	it('may have been signed as a form has it, without escapes', () => {
		expect(says(ofQuery(form(unescaped(DATA))))).toBe('payment');
	});

	it('is given whole, for what else it has', () => {
		expect(ofBody(json(PAID, PAID_HASH))).toMatchObject({
			data: { carddata: { maskedcardno: '476173******0416' } },
		});
	});

	it.each<[string, string]>([
		[
			'a checkout that is not finished',
			'{"number":"0","orderid":"P1","status":"Created","url":""}',
		],
		['the same with a JSON number', '{"number":0,"orderid":"P1","status":"Created","url":""}'],
		['no number', '{"orderid":"P1","status":"Created","url":""}'],
		['a number behind a letter', '{"number":"a12","orderid":"P1","status":"Paid","url":""}'],
		['a number with other characters', '{"number":"12a","orderid":"P1","status":"Paid","url":""}'],
		['a number that is a list', '{"number":["7"],"orderid":"P1","status":"Paid","url":""}'],
		['no status', '{"number":"7","orderid":"P1","url":""}'],
		['a status that is an object', '{"number":"7","orderid":"P1","status":{"a":1}}'],
		['an error', '{"code":"5201","message":"No such payment"}'],
		['a list', '[{"number":"7","status":"Paid"}]'],
	])('is about no payment if it is signed and has %s', (_, data) => {
		expect(says(ofBody(json(data)))).toBe('nothing');
		expect(says(ofQuery(form(data)))).toBe('nothing');
		expect(says(ofBody(json(data, sign('{}'))))).toBe('forged');
	});
});

describe('a callback without the right signature', () => {
	it.each<[string, string]>([
		['that of other data', json(DATA, PAID_HASH)],
		['one made with another secret', json(DATA, hashOf(DATA, '123456789012'))],
		['one made with an empty secret', json(DATA, hashOf(DATA, ''))],
		['one that is cut short', json(DATA, HASH.slice(0, -1))],
		['one that stands there twice', json(DATA, HASH + HASH)],
		['one with something behind it', json(DATA, `${HASH}0`)],
		['one with white space', json(DATA, ` ${HASH}`)],
		['one in upper case', json(DATA, HASH.toUpperCase())],
		[
			'one digit in upper case',
			json(
				DATA,
				HASH.replace(/[a-f]/, (c) => c.toUpperCase()),
			),
		],
		['one that is escaped to look like upper case', json(DATA, HASH.replace('f', '\\u0046'))],
		['an empty one', json(DATA, '')],
		['one that is null', `{"credentials":{"hash":null},"data":${DATA}}`],
		['one that is a number', `{"credentials":{"hash":1},"data":${DATA}}`],
		['one that is true', `{"credentials":{"hash":true},"data":${DATA}}`],
		['one that is a list', `{"credentials":{"hash":["${HASH}"]},"data":${DATA}}`],
		['credentials that are a list', `{"credentials":[{"hash":"${HASH}"}],"data":${DATA}}`],
		['credentials that are text', `{"credentials":"${HASH}","data":${DATA}}`],
		['no credentials', `{"data":${DATA}}`],
		['its signature outside the credentials', `{"hash":"${HASH}","data":${DATA}}`],
		['a name in another case', `{"Credentials":${credentialsOf(HASH)},"data":${DATA}}`],
		['Hash in another case', `{"credentials":{"Hash":"${HASH}"},"data":${DATA}}`],
		['the signature of the whole', json(DATA, sign(json(DATA)))],
		['slashes without their escapes', json(unescaped(DATA), HASH)],
		['white space in its data', json(DATA.replace(',', ', '), HASH)],
		[
			'members in another order',
			json(
				PAID.replace('"number":"810652","status":"Paid"', '"status":"Paid","number":"810652"'),
				PAID_HASH,
			),
		],
		['a number in place of its text', json(DATA.replace('"512104"', '512104'), HASH)],
		['a member more', json(DATA.replace('}', ',"x":1}'), HASH)],
		[
			'data that follow the signed ones',
			`{"credentials":${credentialsOf(HASH)},"data":${DATA},"data":${PAID}}`,
		],
		[
			'data whose name is escaped',
			`{"credentials":${credentialsOf(HASH)},"data":${DATA},"d\\u0061ta":${PAID}}`,
		],
		[
			'credentials that follow the signed ones',
			`{"credentials":${credentialsOf(HASH)},"credentials":{},"data":${DATA}}`,
		],
		['a code at the top', `{"code":"5201","credentials":${credentialsOf(HASH)},"data":${DATA}}`],
		[
			'a code that is not of Qvickly',
			`{"code":200,"credentials":${credentialsOf(HASH)},"data":${DATA}}`,
		],
		['an error alone', '{"code":"5201","message":"No such payment"}'],
		['an error in its data', json('{"code":"5201","message":"No"}', HASH)],
		['a prototype', `{"__proto__":{"credentials":${credentialsOf(HASH)}},"data":${DATA}}`],
	])('is forged: %s', (_, body) => {
		expect(says(ofBody(body))).toBe('forged');
	});

	it.each<[string, string]>([
		['its signature in upper case', form(DATA, HASH.toUpperCase())],
		['that of other data', form(DATA, PAID_HASH)],
		[
			'no signature',
			`credentials=${encodeURIComponent('{"a":1}')}&data=${encodeURIComponent(DATA)}`,
		],
		['another number', form(DATA.replace('512104', '512105'), HASH)],
	])('is forged as a form, too: %s', (_, text) => {
		expect(says(ofBody(text))).toBe('forged');
		expect(says(ofQuery(text))).toBe('forged');
	});
});

describe('what is no callback', () => {
	const both = (credentials: string, data: string) =>
		new URLSearchParams({ credentials, data }).toString();

	it.each<[string, string]>([
		['nothing', ''],
		['white space', ' \n'],
		['text', 'hello'],
		['JSON cut short', json(DATA, HASH).slice(0, -1)],
		['JSON with a byte order mark', `\ufeff${json(DATA, HASH)}`],
		['JSON with a null byte behind it', `${json(DATA, HASH)}\0`],
		['JSON with a null byte before it', `\0${json(DATA, HASH)}`],
		['JSON with a null byte in it', json(DATA.replace('512104', '512104\0'), HASH)],
		['two callbacks', json(DATA, HASH) + json(DATA, HASH)],
		['a list of callbacks', `[${json(DATA, HASH)}]`],
		['data that are text', `{"credentials":${credentialsOf(sign('"x"'))},"data":"x"}`],
		['data that are null', `{"credentials":${credentialsOf(sign('null'))},"data":null}`],
		['no data', `{"credentials":${credentialsOf(HASH)}}`],
		['XML', '<credentials/>'],
		['JSON with comments', `{/**/"credentials":${credentialsOf(HASH)},"data":${DATA}}`],
		['a member too deep', `{"credentials":${credentialsOf(HASH)},"data":${'['.repeat(40_000)}`],
		['half a form', `data=${encodeURIComponent(DATA)}`],
		['a form with its data twice', `${form(DATA, HASH)}&data=${encodeURIComponent(DATA)}`],
		['a form with its credentials twice', `${form(DATA, HASH)}&credentials=%7B%7D`],
		[
			'a form with both twice',
			`${form(DATA, HASH)}&credentials=%7B%7D&data=${encodeURIComponent(DATA)}`,
		],
		['a form with lists', form(DATA, HASH).replace('data=', 'data[]=')],
		['a form whose data close their object', both(credentialsOf(HASH), `{"a":1},"data":${DATA}`)],
		[
			'a form whose credentials close their object',
			both(`${credentialsOf(HASH)},"data":${DATA}`, PAID),
		],
		['a form whose data are text', both(credentialsOf(sign('"x"')), '"x"')],
		['a form that is encoded twice', encodeURIComponent(form(DATA, HASH))],
	])('is unreadable: %s', (_, body) => {
		expect(says(ofBody(body))).toBe('unreadable');
	});

	it('and what is forged says why', () => {
		const reasons = [
			ofBody(`{${' '.repeat(100_000)}`),
			ofBody('hello'),
			ofBody('{"a":1}'),
			ofBody(json(DATA, PAID_HASH)),
			ofBody(`{"code":"5201","credentials":${credentialsOf(HASH)},"data":${DATA}}`),
			ofQuery(form('{"a":"\\ud800"}', HASH)),
		].map((callback) => 'reason' in callback && callback.reason);
		expect(reasons).toEqual([
			'it is longer than 100 kB',
			'it has neither JSON nor the fields credentials and data',
			'it is not a callback of Qvickly',
			'its signature is wrong or missing',
			'it is an error without a right signature',
			'its signature is wrong or missing',
		]);
	});

	it('is unreadable beyond 100 kB, however good its signature', () => {
		const data = (length: number) =>
			`{"number":"7","status":"Paid","orderid":"A","url":"${'x'.repeat(length)}"}`;
		const most = 99_000 + 100_000 - json(data(99_000)).length;
		expect(says(ofBody(json(data(most))))).toBe('payment');
		expect(says(ofBody(json(data(most + 1))))).toBe('unreadable');
		expect(says(ofBody(json(data(100_000))))).toBe('unreadable');
		expect(says(ofQuery(form(data(100_000))))).toBe('unreadable');
		expect(says(ofBody(json(data(99_000).replace(/x{60000}/, 'é'.repeat(60_000)))))).toBe(
			'unreadable',
		);
	});

	it('goes by the body where there is one, and not by the address', () => {
		expect(says(readCallback({ body: 'hello', query: form(DATA, HASH) }, OF_FIXTURES))).toBe(
			'unreadable',
		);
		const blank = readCallback({ body: ' \n', query: form(DATA, HASH) }, OF_FIXTURES);
		expect(eventOf(blank)).toMatchObject({ number: '512104' });
		const both = { body: json(PAID, PAID_HASH), query: form(DATA, HASH) };
		expect(eventOf(readCallback(both, OF_FIXTURES))).toMatchObject({ number: '810652' });
	});
});

describe('whatever is done to a callback', () => {
	/** Places, and what to put there in place of how much. */
	const edits = fc.array(
		fc.tuple(
			fc.nat(),
			fc.nat(3),
			fc.oneof(
				fc.string({ maxLength: 3 }),
				fc.constantFrom(...'{}[]",:\\/0', '\\u0061', '"data":'),
			),
		),
		{ minLength: 1, maxLength: 3 },
	);
	const edit = (text: string, all: Array<[number, number, string]>) =>
		all.reduce((now, [at, gone, put]) => {
			const place = at % (now.length + 1);
			return now.slice(0, place) + put + now.slice(place + gone);
		}, text);

	it.each<[string, (data: string, hash: string) => string, (text: string) => Callback]>([
		['JSON', json, ofBody],
		['a form', form, ofBody],
		['an address', form, ofQuery],
	])('it says nothing but what was signed, as %s', (_, write, read) => {
		fc.assert(
			fc.property(fc.constantFrom(...FIXTURES), edits, ([, data, hash, event], all) => {
				const callback = read(edit(write(data, hash), all));
				if (callback.kind === 'payment') expect(callback.event).toEqual(event);
				else expect(['forged', 'unreadable']).toContain(callback.kind);
			}),
			{ numRuns: 3000 },
		);
	});

	it('it is never read with other data than the signed ones, nor with another secret', () => {
		fc.assert(
			fc.property(
				fc.json(),
				fc.constantFrom(HASH, PAID_HASH),
				fc.string(),
				(data, hash, secret) => {
					expect(['forged', 'unreadable']).toContain(says(ofBody(json(data, hash))));
					expect(['forged', 'unreadable']).toContain(says(ofQuery(form(data, hash))));
					fc.pre(secret !== OF_FIXTURES);
					expect(says(ofBody(json(DATA, hashOf(DATA, secret))))).toBe('forged');
				},
			),
		);
	});

	it('it never throws', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string(), (body, query) => {
				expect(['forged', 'unreadable']).toContain(
					says(readCallback({ body, query }, OF_FIXTURES)),
				);
			}),
		);
	});
});
