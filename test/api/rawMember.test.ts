import fc from 'fast-check';

import { memberNames, rawMember } from '../../nodes/Qvickly/api/rawMember';
import { memberTexts } from './jsonText';

it.each<[string, string, string | undefined]>([
	['between others', '{"a":1,"data":{"b":2},"c":3}', '{"b":2}'],
	['alone', '{"data":1}', '1'],
	['without the white space around it', '{"data" :\n [ 1 , 2 ]\t}', '[ 1 , 2 ]'],
	['with its number as it was written', '{"data":1.10}', '1.10'],
	['with its escapes as they were written', '{"data":"\\u00E5\\/"}', '"\\u00E5\\/"'],
	['the last one, as a parser does', '{"data":1,"data":2}', '2'],
	['under an escaped name', '{"d\\u0061ta":1}', '1'],
	['after text that looks like it', '{"a":"\\"data\\":0,","data":1}', '1'],
	['after text that ends in a backslash', '{"a":"\\\\","data":1}', '1'],
	['after an object that has one too', '{"a":{"data":0},"data":1}', '1'],
	['after the word as a value', '{"a":"data","data":1}', '1'],
	['that is empty text', '{"data":""}', '""'],
	['that is an empty object', '{"data":{}}', '{}'],
	['not in an empty object', '{}', undefined],
	['not further down', '{"a":{"data":1},"b":[{"data":2}]}', undefined],
	['not in a list', '["data",{"data":1}]', undefined],
	['not under a longer name', '{"data2":1,"xdata":2,"Data":3}', undefined],
])('data is found %s', (_, json, source) => {
	expect(rawMember(json, 'data')).toBe(source);
});

it('a member of any object is found with the text that it was written with', () => {
	fc.assert(
		fc.property(memberTexts, ({ members, json }) => {
			const last = new Map(members.map(([key, value]) => [JSON.parse(key) as string, value]));
			for (const [name, value] of last) expect(rawMember(json, name)).toBe(value);
			if (!last.has('missing')) expect(rawMember(json, 'missing')).toBeUndefined();
		}),
		{ numRuns: 2000 },
	);
});

it('an object without members has no names', () => {
	expect(memberNames('{}')).toEqual([]);
});

it('the names of any object are those of its members, each once, in the order of the text', () => {
	fc.assert(
		fc.property(memberTexts, ({ members, json }) => {
			const names = members.map(([key]) => JSON.parse(key) as string);
			expect(memberNames(json)).toEqual([...new Set(names)]);
		}),
		{ numRuns: 2000 },
	);
});

it.each<[string, string[]]>([
	['{}', []],
	['{"b":{"x":1},"a":["y",{"z":1}],"1":2}', ['b', 'a', '1']],
	['{"2":1,"1":2,"10":{}}', ['2', '1', '10']],
	['{"a":1,"\\u0061":2,"b":3}', ['a', 'b']],
	['[{"a":1}]', []],
])('the members of %s have their names in its order', (json, names) => {
	expect(memberNames(json)).toEqual(names);
});
