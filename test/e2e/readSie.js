/**
 * Reads SIE files as their standard has them (type 4, edition 4B; sie.se). It is strict where bookkeeping
 * programs are lenient, and shares nothing with what writes the files.
 *
 * @typedef {{ account: string, ore: bigint, text: string }} Transaction `ore`: debit above zero, credit below
 * @typedef {{ series: string, number: string, date: string, text: string, transactions: Transaction[] }} Verification
 * @typedef {{ company: string, accounts: Record<string, string>, verifications: Verification[], head: Record<string, string[]> }} SieFile
 */

/** The upper half of code page 437, which the standard calls PC8. */
const UPPER = [
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ',
	'áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐',
	'└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀',
	'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
].join('');

/** Labels of the head, with the number of fields that each must have at least. */
const HEAD = { FLAGGA: 1, PROGRAM: 2, FORMAT: 1, GEN: 1, SIETYP: 1, ORGNR: 1, FNAMN: 1 };
const OPTIONAL = ['ORGNR'];

/** One field: a list of objects, a text in quotes, or a word. */
const FIELD = /^(?:\{((?:[^{}"]|"(?:[^"\\]|\\")*")*)\}|"((?:[^"\\]|\\")*)"|([^\s"{}]+))(?=\s|$)/;
const AMOUNT = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/**
 * @param {Buffer} bytes
 * @returns {SieFile}
 * @throws Error with the line that is not as the standard has it
 */
function readSie(bytes) {
	const text = [...bytes]
		.map((byte) => (byte < 128 ? String.fromCharCode(byte) : UPPER[byte - 128]))
		.join('');
	if (!text.endsWith('\r\n')) throw new Error('The last line has no end');
	const lines = text.slice(0, -2).split('\r\n');
	if (!lines[0]?.startsWith('#FLAGGA')) throw new Error('It does not begin with #FLAGGA');
	/** @type {SieFile} */
	const file = { company: '', accounts: {}, verifications: [], head: {} };
	/** @type {'head' | 'announced' | 'inside'} */
	let place = 'head';
	lines.forEach((line, index) => {
		try {
			place = readLine(line.trim(), file, place);
		} catch (error) {
			throw new Error(`Line ${index + 1}: ${/** @type {Error} */ (error).message}: ${line}`);
		}
	});
	if (place !== 'head') throw new Error('A verification is not closed');
	for (const [label, count] of Object.entries(HEAD)) {
		const { length } = file.head[label] ?? [];
		if (length < count && !OPTIONAL.includes(label)) throw new Error(`#${label} is missing`);
	}
	file.company = file.head.FNAMN?.[0] ?? '';
	return file;
}

/**
 * @param {string} line
 * @param {SieFile} file what has been read so far, to be added to
 * @param {'head' | 'announced' | 'inside'} place
 * @returns {'head' | 'announced' | 'inside'} the place of the next line
 */
function readLine(line, file, place) {
	if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) throw new Error('A control character');
	if (line === '{' && place === 'announced') return 'inside';
	if (line === '}' && place === 'inside') return 'head';
	const [, label = '', rest = ''] = /^#([A-Z]+)(.*)$/.exec(line) ?? [];
	const fields = readFields(rest);
	if (place === 'announced') throw new Error('A verification without {');
	if (place === 'inside') {
		if (label !== 'TRANS') throw new Error('No #TRANS in a verification');
		file.verifications.at(-1)?.transactions.push(readTransaction(fields));
		return 'inside';
	}
	if (label === 'VER') {
		file.verifications.push(readVerification(fields));
		return 'announced';
	}
	// From here on the fields are texts.
	const texts = fields.map((field) => {
		if (typeof field !== 'string') throw new Error('Objects where none may be');
		return field;
	});
	if (label === 'KONTO') {
		const [number = '', name] = texts;
		if (!/^\d+$/.test(number) || name === undefined) throw new Error('No account');
		if (number in file.accounts) throw new Error('An account that was declared before');
		file.accounts[number] = name;
	} else if (label in HEAD) {
		if (file.verifications.length > 0) throw new Error('The head comes after a verification');
		if (label in file.head) throw new Error('It is there twice');
		file.head[label] = texts;
	} else throw new Error('A label that is not known');
	return 'head';
}

/** @param {string} rest of a line @returns {Array<string | string[]>} */
function readFields(rest) {
	const fields = [];
	let left = rest;
	while (left.trim() !== '') {
		if (!/^\s/.test(left)) throw new Error('No space between fields');
		left = left.trimStart();
		const match = FIELD.exec(left);
		if (!match) throw new Error('A field that cannot be read');
		const [whole, objects, quoted, word] = match;
		fields.push(
			objects === undefined
				? (word ?? /** @type {string} */ (quoted).replaceAll('\\"', '"'))
				: /** @type {string[]} */ (readFields(` ${objects}`)),
		);
		left = left.slice(whole.length);
	}
	return fields;
}

/** @param {Array<string | string[]>} fields @returns {Verification} */
function readVerification([series, number, date, text = '']) {
	if (typeof series !== 'string' || typeof number !== 'string') throw new Error('No verification');
	if (typeof date !== 'string' || !isDate(date)) throw new Error('No date');
	if (typeof text !== 'string') throw new Error('No text');
	return { series, number, date, text, transactions: [] };
}

/** @param {Array<string | string[]>} fields @returns {Transaction} */
function readTransaction([account, objects, amount, date = '', text = '']) {
	if (typeof account !== 'string' || !/^\d+$/.test(account)) throw new Error('No account');
	if (!Array.isArray(objects)) throw new Error('No list of objects');
	const [, sign, kronor, ore = ''] = AMOUNT.exec(String(amount)) ?? [];
	if (kronor === undefined) throw new Error('No amount');
	if (typeof date !== 'string' || (date !== '' && !isDate(date))) throw new Error('No date');
	if (typeof text !== 'string') throw new Error('No text');
	const size = BigInt(kronor) * 100n + BigInt(ore.padEnd(2, '0'));
	return { account, ore: sign ? -size : size, text };
}

/** Whether it is a day of the calendar, written YYYYMMDD. @param {string} text */
function isDate(text) {
	const day = text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
	const time = Date.parse(day);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && day !== text;
}

module.exports = { readSie };
