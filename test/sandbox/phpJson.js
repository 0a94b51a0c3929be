/**
 * PHP 8's json_decode(…, true) and json_encode with default flags, as far as Qvickly's protocol
 * needs them. Written from PHP's behaviour alone, apart from the node's own code, and held
 * against real PHP by test/sandbox/phpJson.test.ts.
 */

const TOKEN =
	/[ \t\r\n]*("(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:])[ \t\r\n]*/y;

/** So many lists and objects may stand in each other (measured; the manual says 512). */
const MAX_DEPTH = 511;

class Float {
	/** @param {number} value */
	constructor(value) {
		this.value = value;
	}
}

/**
 * @param {string} text JSON
 * @returns {unknown} strings, BigInt for PHP integers, Float, booleans, null, and a Map for every
 *   PHP array, keys as text
 * @throws {SyntaxError} where PHP would give null
 */
function decode(text) {
	/** @type {string[]} */
	const tokens = [];
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < text.length) {
		const match = TOKEN.exec(text);
		if (!match?.[1]) throw new SyntaxError('not JSON');
		tokens.push(match[1]);
	}
	let next = 0;
	const take = () => tokens[next++];
	/** @param {string} token */
	const expect = (token) => {
		if (take() !== token) throw new SyntaxError(`expected ${token}`);
	};
	/** @param {number} depth @returns {unknown} */
	const value = (depth) => {
		const token = take();
		if (token === '{' || token === '[') {
			if (depth > MAX_DEPTH) throw new SyntaxError('too deep');
			const array = new Map();
			const end = token === '{' ? '}' : ']';
			if (tokens[next] === end) {
				next++;
				return array;
			}
			do {
				let key = String(array.size);
				if (token === '{') {
					key = string(take() ?? '');
					expect(':');
				}
				array.set(key, value(depth + 1));
			} while (tokens[next] === ',' && take());
			expect(end);
			return array;
		}
		if (token === 'true' || token === 'false') return token === 'true';
		if (token === 'null') return null;
		if (token?.startsWith('"')) return string(token);
		if (token === undefined || !/^[-\d]/.test(token)) throw new SyntaxError('not JSON');
		return number(token);
	};
	const result = value(1);
	if (next !== tokens.length) throw new SyntaxError('more than one value');
	return result;
}

/** @param {string} token */
function string(token) {
	if (!token.startsWith('"')) throw new SyntaxError('expected text');
	const text = JSON.parse(token);
	if (/\p{Surrogate}/u.test(text)) throw new SyntaxError('half a surrogate pair');
	return text;
}

/** @param {string} token */
function number(token) {
	if (/^-?\d+$/.test(token)) {
		const integer = BigInt(token);
		if (BigInt.asIntN(64, integer) === integer) return integer;
	}
	return new Float(Number(token));
}

/**
 * @param {unknown} value what decode gives, or plain JavaScript values
 * @returns {string} what json_encode gives
 * @throws {SyntaxError} where it gives false, for an infinity
 */
function encode(value) {
	if (typeof value === 'string') {
		return JSON.stringify(value)
			.replace(/\//g, '\\/')
			.replace(
				/[^\u0000-\u007f]/g,
				(unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'),
			);
	}
	if (value instanceof Float) return encodeFloat(value.value);
	if (Array.isArray(value)) return `[${value.map(encode).join(',')}]`;
	if (typeof value === 'object' && value !== null) {
		const entries = value instanceof Map ? [...value] : Object.entries(value);
		if (value instanceof Map && entries.every(([key], index) => key === String(index))) {
			return `[${entries.map(([, member]) => encode(member)).join(',')}]`;
		}
		return `{${entries.map(([key, member]) => `${encode(key)}:${encode(member)}`).join(',')}}`;
	}
	return String(value);
}

/** @param {number} value */
function encodeFloat(value) {
	if (!Number.isFinite(value)) throw new SyntaxError('infinite');
	if (Object.is(value, -0)) return '-0';
	const [mantissa = '', exponent = ''] = value.toExponential().split('e');
	const power = Number(exponent);
	if (power >= -4 && power < 17) return plain(mantissa, power);
	return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

/** @param {string} mantissa @param {number} power */
function plain(mantissa, power) {
	const sign = mantissa.startsWith('-') ? '-' : '';
	const digits = mantissa.replace(/[-.]/g, '');
	if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
	const padded = digits.padEnd(power + 1, '0');
	const fraction = padded.slice(power + 1);
	return sign + padded.slice(0, power + 1) + (fraction && `.${fraction}`);
}

/**
 * Text as Qvickly's database keeps it.
 *
 * @template T
 * @param {T} value what decode gives
 * @returns {T} the same with every character beyond ISO-8859-1 replaced by a question mark
 */
function toLatin1(value) {
	if (typeof value === 'string')
		return /** @type {any} */ (value.replace(/[^\u0000-\u00ff]/gu, '?'));
	if (value instanceof Map) {
		return /** @type {any} */ (
			new Map([...value].map(([key, member]) => [toLatin1(key), toLatin1(member)]))
		);
	}
	return value;
}

module.exports = { decode, encode, toLatin1 };
