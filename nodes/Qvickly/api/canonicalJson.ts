/**
 * JSON in the one form that Qvickly's PHP server writes back unchanged.
 *
 * Qvickly's signature covers the JSON text of `data` as its own PHP would write it after reading
 * it, with all text converted to ISO-8859-1 on the way. So a text is only safe to sign if
 * `json_encode(json_decode(text, true))` gives it back to the letter, with or without that
 * conversion. Source: Qvickly's pages "Creating hash" and "Data types"; PHP 8.2 measured in
 * test/api/vectors.
 */

/** PHP reads 512 levels by default; `data` itself stands one level down in the request. */
const MAX_DEPTH = 500;

/** Characters of a path that a message shows. */
const LONGEST_PATH = 100;

/** Below this PHP writes a float with an exponent ("1.0e-5"). */
const SMALLEST_FLOAT = 1e-4;

/** A value that cannot be written in a form that Qvickly would sign the same way. */
export class UnsignableError extends Error {
	/**
	 * @param path where the value stands, such as `data.Cart.Total`
	 * @param problem what is wrong with it and what to do, a sentence's second half
	 */
	constructor(
		readonly path: string,
		problem: string,
	) {
		super(`'${path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path}' ${problem}`);
	}
}

/**
 * Writes a value as the JSON text that PHP's `json_encode` would give for it.
 *
 * Changed on the way, as the meaning stays: an empty object becomes `[]` (PHP has one empty
 * array), a whole float loses its fraction, an object with `toJSON` (a date) becomes what that
 * gives, a member that is `undefined` is left out, and composed characters are put together (NFC).
 *
 * @param value the value of `data`, or a part of it
 * @param path the name of that part in messages
 * @returns ASCII text without white space between its tokens
 * @throws UnsignableError naming the path, for text beyond ISO-8859-1, numbers that PHP would
 *   rewrite, objects that PHP would read as lists, and whatever JSON does not have
 */
export function canonicalJson(value: unknown, path = 'data', depth = 1): string {
	const plain = hasToJson(value) ? value.toJSON() : value;
	switch (typeof plain) {
		case 'string':
			return encodeText(plain.normalize('NFC'), path);
		case 'number':
			return encodeNumber(plain, path);
		case 'boolean':
			return String(plain);
		case 'object':
			break;
		default:
			throw new UnsignableError(path, `is of type ${typeof plain}. Send it as text.`);
	}
	if (plain === null) return 'null';
	if (depth > MAX_DEPTH) {
		throw new UnsignableError(path, `is nested deeper than ${MAX_DEPTH} levels. Flatten it.`);
	}
	if (Array.isArray(plain)) {
		const items = Array.from(plain, (item, index) =>
			canonicalJson(item, `${path}[${index}]`, depth + 1),
		);
		return `[${items.join(',')}]`;
	}
	if (Object.prototype.toString.call(plain) !== '[object Object]') {
		throw new UnsignableError(path, 'is neither text, number, list nor plain object.');
	}
	return encodeObject(plain as Record<string, unknown>, path, depth);
}

function hasToJson(value: unknown): value is { toJSON(): unknown } {
	return typeof (value as { toJSON?: unknown } | null | undefined)?.toJSON === 'function';
}

function encodeObject(object: Record<string, unknown>, path: string, depth: number): string {
	const keys = Object.keys(object).filter((key) => object[key] !== undefined);
	if (keys.length === 0) return '[]';
	if (keys.every((key, index) => key === String(index))) {
		throw new UnsignableError(
			path,
			'has the keys 0, 1, 2 …, which Qvickly reads as a list. Send a list, or name the keys.',
		);
	}
	const members = keys.map((key) => {
		const memberPath = `${path}.${key}`;
		return `${encodeText(key, memberPath)}:${canonicalJson(object[key], memberPath, depth + 1)}`;
	});
	return `{${members.join(',')}}`;
}

function encodeText(text: string, path: string): string {
	const beyond = /[\u0100-\u{10ffff}]/u.exec(text)?.[0];
	if (beyond !== undefined) {
		const codePoint = beyond.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
		throw new UnsignableError(
			path,
			`has the character "${beyond}" (U+${codePoint}), which Qvickly cannot store: it keeps ISO-8859-1 only. Replace or remove it.`,
		);
	}
	return JSON.stringify(text)
		.replaceAll('/', '\\/')
		.replace(/[\u0080-\u00ff]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);
}

function encodeNumber(number: number, path: string): string {
	const exact = Number.isInteger(number)
		? Number.isSafeInteger(number)
		: Number.isFinite(number) && Math.abs(number) >= SMALLEST_FLOAT;
	if (!exact) {
		throw new UnsignableError(
			path,
			`is the number ${number}, which Qvickly would not read back unchanged. Send it as text.`,
		);
	}
	return String(number);
}
