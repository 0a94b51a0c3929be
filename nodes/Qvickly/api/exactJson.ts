import { attempt } from './attempt';

/** A whole string, or a number, in text that is JSON. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/**
 * Reads JSON without changing a number: one that JavaScript would write in another way (`1.10`,
 * 12345678901234567890) is given as text, to the letter.
 *
 * @param json JSON text
 * @throws SyntaxError as `JSON.parse` does
 */
export function parseExactly(json: string): unknown {
	const read: unknown = JSON.parse(json);
	const exact = json.replace(TOKEN, (token) =>
		token[0] === '"' || String(Number(token)) === token ? token : `"${token}"`,
	);
	return exact === json ? read : JSON.parse(exact);
}

/** The same, undefined for text that is no JSON. */
export const parsedExactly = (json: string): unknown => attempt(() => parseExactly(json));
