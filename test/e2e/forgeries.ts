import { createHmac } from 'crypto';

import { packed } from './sendRaw';

/** What a forger, who knows an address and has seen a callback of another payment, may send. */
export interface Forgery {
	method?: string;
	headers?: Record<string, string>;
	body?: string | Buffer;
	/** Behind the address. */
	query?: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

const hash = (text: string | Buffer, secret: string) =>
	createHmac('sha512', secret).update(text).digest('hex');

/**
 * @param number of the payment that the forger wants to be believed of
 * @param secret the merchant's, for signatures of other things than what is sent
 * @param seen the number of another payment, of which the forger has seen a callback
 */
export function forgeries(number: string, secret: string, seen: string): Array<[string, Forgery]> {
	const data = `{"number":"${number}","status":"Paid","url":"https:\\/\\/api.qvickly.io\\/1","orderid":"A"}`;
	const seenData = data.replace(number, seen);
	const right = hash(data, secret);
	const ofSeen = hash(seenData, secret);
	const envelope = (signed: string, of = data) =>
		`{"credentials":{"hash":"${signed}"},"data":${of}}`;
	const form = (credentials: string, of: string) =>
		new URLSearchParams({ credentials, data: of }).toString();
	const json = (body: string | Buffer, headers = {}): Forgery => ({
		headers: { ...JSON_TYPE, ...headers },
		body,
	});
	const formed = (body: string): Forgery => ({ headers: FORM_TYPE, body });
	const wrong = hash(data, '123456789012');
	const signed = (of: string) => `{"hash":"${of}"}`;
	const big = (size: number) =>
		`{"credentials":${signed(wrong)},"data":{"x":"${'x'.repeat(size)}"}}`;
	const multipart = (credentials: string, of: string) =>
		['credentials', 'data']
			.map(
				(name) =>
					`--X\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${name === 'data' ? of : credentials}\r\n`,
			)
			.join('') + '--X--\r\n';

	return [
		['JSON, signed with another secret', json(envelope(wrong))],
		['JSON, signed with an empty secret', json(envelope(hash(data, '')))],
		['JSON, signed with the merchant ID', json(envelope(hash(data, '12345')))],
		['JSON, signature of another payment', json(envelope(ofSeen))],
		['JSON, signature cut short', json(envelope(right.slice(0, 127)))],
		['JSON, signature cut to 64 digits', json(envelope(right.slice(0, 64)))],
		['JSON, signature twice', json(envelope(right + right))],
		['JSON, signature with a digit more', json(envelope(`${right}0`))],
		['JSON, signature in upper case', json(envelope(right.toUpperCase()))],
		['JSON, signature with white space', json(envelope(` ${right} `))],
		['JSON, signature with a null byte', json(envelope(`${right}\\u0000`))],
		['JSON, signature in base64', json(envelope(Buffer.from(right, 'hex').toString('base64')))],
		[
			'JSON, signature by SHA-256',
			json(envelope(createHmac('sha256', secret).update(data).digest('hex'))),
		],
		['JSON, signature of the whole body', json(envelope(hash(envelope(''), secret)))],
		['JSON, empty signature', json(envelope(''))],
		['JSON, signature null', json(`{"credentials":{"hash":null},"data":${data}}`)],
		['JSON, signature a number', json(`{"credentials":{"hash":0},"data":${data}}`)],
		['JSON, signature true', json(`{"credentials":{"hash":true},"data":${data}}`)],
		['JSON, signature a list', json(`{"credentials":{"hash":["${right}"]},"data":${data}}`)],
		['JSON, signature an object', json(`{"credentials":{"hash":{"$ne":""}},"data":${data}}`)],
		['JSON, no signature', json(`{"credentials":{},"data":${data}}`)],
		['JSON, no credentials', json(`{"data":${data}}`)],
		['JSON, credentials a list', json(`{"credentials":[${signed(right)}],"data":${data}}`)],
		['JSON, credentials text', json(`{"credentials":"${right}","data":${data}}`)],
		['JSON, names in another case', json(`{"Credentials":${signed(right)},"Data":${data}}`)],
		['JSON, Hash in another case', json(`{"credentials":{"Hash":"${right}"},"data":${data}}`)],
		[
			'JSON, right data, then others',
			json(`{"credentials":${signed(ofSeen)},"data":${seenData},"data":${data}}`),
		],
		[
			'JSON, others hidden by an escaped name',
			json(`{"credentials":${signed(ofSeen)},"data":${seenData},"d\\u0061ta":${data}}`),
		],
		[
			'JSON, a member twice in its data',
			json(envelope(ofSeen, seenData.replace('}', `,"number":"${number}"}`))),
		],
		['JSON, number put in place', json(envelope(ofSeen))],
		['JSON, status put in place', json(envelope(hash(data.replace('Paid', 'Denied'), secret)))],
		['JSON, written anew by a proxy: slashes', json(envelope(right, data.replaceAll('\\/', '/')))],
		[
			'JSON, written anew by a proxy: white space',
			json(envelope(right, data.replaceAll(':"', ': "'))),
		],
		[
			'JSON, written anew by a proxy: order',
			json(
				envelope(
					right,
					data.replace(
						`"number":"${number}","status":"Paid"`,
						`"status":"Paid","number":"${number}"`,
					),
				),
			),
		],
		['JSON, number without quotes', json(envelope(right, data.replace(`"${number}"`, number)))],
		['JSON, a prototype', json(`{"__proto__":{"credentials":${signed(right)},"data":${data}}}`)],
		[
			'JSON, a constructor',
			json(`{"constructor":{"prototype":{"hash":"${right}"}},"data":${data}}`),
		],
		['JSON, an error without signature', json('{"code":"5201","message":"No such payment"}')],
		[
			'JSON, an error around right data of another',
			json(`{"code":"5201","credentials":${signed(ofSeen)},"data":${seenData}}`),
		],
		['JSON, a list of callbacks', json(`[${envelope(ofSeen, seenData)}]`)],
		['JSON, data a list', json(envelope(wrong, `[${data}]`))],
		['JSON, data text', json(envelope(wrong, JSON.stringify(data)))],
		['JSON, data null', json(envelope(wrong, 'null'))],
		['JSON, no data', json(`{"credentials":${signed(right)}}`)],
		['JSON, cut short', json(envelope(right).slice(0, -3))],
		['JSON, two callbacks', json(envelope(ofSeen, seenData) + envelope(wrong))],
		[
			'JSON, nested 50 000 deep',
			json(`{"credentials":{"hash":"${right}"},"data":${'['.repeat(50_000)}`),
		],
		['JSON, byte order mark', json(`\ufeff${envelope(wrong)}`)],
		['JSON, null bytes', json(`\0${envelope(wrong)}\0`)],
		['JSON, UTF-16', json(Buffer.from(envelope(right), 'utf16le'))],
		[
			'JSON, no UTF-8',
			json(Buffer.concat([Buffer.from(envelope(wrong)), Buffer.from([0xff, 0xfe])])),
		],
		['JSON, packed', json(packed(envelope(wrong)), { 'content-encoding': 'gzip' })],
		['JSON, said to be packed', json(envelope(wrong), { 'content-encoding': 'gzip' })],
		['JSON, packed in an unknown way', json(envelope(wrong), { 'content-encoding': 'zzz' })],
		['JSON, 10 MB in packed 10 kB', json(packed(big(10_000_000)), { 'content-encoding': 'gzip' })],
		['JSON, 200 kB', json(big(200_000))],
		['JSON, 10 MB', json(big(10_000_000))],
		['JSON, 20 MB', json(big(20_000_000))],
		['JSON as text', { headers: { 'content-type': 'text/plain' }, body: envelope(wrong) }],
		['JSON as XML', { headers: { 'content-type': 'application/xml' }, body: envelope(wrong) }],
		[
			'JSON as bytes',
			{ headers: { 'content-type': 'application/octet-stream' }, body: envelope(wrong) },
		],
		['JSON as a form', formed(envelope(wrong))],
		[
			'JSON as multipart',
			{ headers: { 'content-type': 'multipart/form-data; boundary=X' }, body: envelope(wrong) },
		],
		['JSON without a type', { body: envelope(wrong) }],
		[
			'JSON of an unknown character set',
			{ headers: { 'content-type': 'application/json; charset=utf-99' }, body: envelope(wrong) },
		],
		[
			'XML',
			{
				headers: { 'content-type': 'text/xml' },
				body: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
			},
		],
		['nothing', json('')],
		['null', json('null')],
		['white space', { headers: { 'content-type': 'text/plain' }, body: ' \n ' }],
		['form, signed with another secret', formed(form(signed(wrong), data))],
		['form, signature of another payment', formed(form(signed(ofSeen), data))],
		['form, data close their object', formed(form(signed(ofSeen), `${seenData},"data":${data}`))],
		[
			'form, credentials close their object',
			formed(form(`${signed(ofSeen)},"data":${seenData}`, data)),
		],
		[
			'form, data twice',
			formed(`${form(signed(ofSeen), seenData)}&data=${encodeURIComponent(data)}`),
		],
		[
			'form, credentials twice',
			formed(`${form(signed(wrong), data)}&credentials=${encodeURIComponent(signed(right))}`),
		],
		['form, lists', formed(form(signed(right), data).replace('data=', 'data[]='))],
		[
			'form, objects in its names',
			formed(`credentials[hash]=${right}&data[number]=${number}&data[status]=Paid`),
		],
		['form, data alone', formed(`data=${encodeURIComponent(data)}`)],
		[
			'form as multipart',
			{
				headers: { 'content-type': 'multipart/form-data; boundary=X' },
				body: multipart(signed(right), data),
			},
		],
		['form, bad percent signs', formed('credentials=%ZZ&data=%7B%')],
		['GET, signed with another secret', { method: 'GET', query: form(signed(wrong), data) }],
		['GET, signature of another payment', { method: 'GET', query: form(signed(ofSeen), data) }],
		[
			'GET, data twice',
			{
				method: 'GET',
				query: `${form(signed(ofSeen), seenData)}&data=${encodeURIComponent(data)}`,
			},
		],
		['GET, nothing', { method: 'GET' }],
		[
			'GET, the whole as one parameter',
			{ method: 'GET', query: `body=${encodeURIComponent(envelope(right))}` },
		],
		[
			'POST, the wrong one in the body and another in the address',
			{ ...json(envelope(wrong)), query: form(signed(ofSeen), seenData) },
		],
		['PUT, rightly signed', { ...json(envelope(right)), method: 'PUT' }],
		['PATCH, rightly signed', { ...json(envelope(right)), method: 'PATCH' }],
		['DELETE, rightly signed', { ...json(envelope(right)), method: 'DELETE' }],
		['HEAD', { method: 'HEAD' }],
		[
			'POST that calls itself GET',
			{ ...json(envelope(wrong)), headers: { ...JSON_TYPE, 'x-http-method-override': 'GET' } },
		],
		[
			'POST with the signature in a header',
			json(data, { 'x-signature': right, authorization: `Bearer ${right}` }),
		],
	];
}

/** What n8n answers by itself, before the node is asked: with 500, or for XML at times not at all. */
export const ANSWERED_BY_N8N = ['JSON, said to be packed', 'JSON, 20 MB', 'JSON as XML', 'XML'];
