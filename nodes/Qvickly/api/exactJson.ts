/** A whole string, or a number. One before a colon is no JSON, and stays so. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*(?![\d.eE+-]|\s*:)/g;

/**
 * Reads JSON without changing a number: one that JavaScript would write in another way (`1.10`,
 * 12345678901234567890) is given as text, to the letter.
 *
 * @param json JSON text
 * @throws SyntaxError as `JSON.parse` does
 */
export function parseExactly(json: string): unknown {
	// On text that is no JSON, the search for numbers would take time by the square of its length.
	const read: unknown = JSON.parse(json);
	const exact = json.replace(TOKEN, (token) =>
		token.startsWith('"') || String(Number(token)) === token ? token : quoted(token),
	);
	return exact === json ? read : JSON.parse(exact);
}

/** The same, undefined for text that is no JSON. */
export function parsedExactly(json: string): unknown {
	try {
		return parseExactly(json);
	} catch {
		return undefined;
	}
}

/** What is no JSON number stays as it is, for `JSON.parse` to refuse. */
const quoted = (token: string) =>
	/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(token) ? `"${token}"` : token;
