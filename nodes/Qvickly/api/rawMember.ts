/** A whole string, or one of the characters that give JSON its structure. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

/**
 * The source text of a member of a JSON object, as its sender wrote it: key order, number format
 * and escapes are lost once it is parsed, and a signature covers them.
 *
 * @param json valid JSON text of an object
 * @param name the member's name
 * @returns its value's text without white space around it; the last one's if the name is there
 *   twice, as `JSON.parse` does; undefined if it is not there
 */
export function rawMember(json: string, name: string): string | undefined {
	let found: string | undefined;
	for (const [key, start, end] of members(json)) {
		if (key === name) found = json.slice(start, end).trim();
	}
	return found;
}

/** The names of the members of a JSON object, in its sender's order. @param json valid JSON text of an object */
export const memberNames = (json: string): string[] => [
	...new Set(Array.from(members(json), ([key]) => key)),
];

/** Each member's name, and where its value begins and ends. */
function* members(json: string): Generator<[name: string, start: number, end: number]> {
	let depth = 0;
	let text: string | undefined;
	let key: string | undefined;
	let start = 0;
	for (const { 0: token, index } of json.matchAll(TOKEN)) {
		if (token === '{' || token === '[') depth++;
		else if (token === '}' || token === ']') depth--;
		else if (token[0] === '"') text = token;
		else if (depth === 1 && token === ':') {
			key = JSON.parse(text!) as string;
			start = index + 1;
		}
		if (key !== undefined && (depth === 0 || (depth === 1 && token === ','))) {
			yield [key, start, index];
			key = undefined;
		}
	}
}
