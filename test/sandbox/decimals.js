/** Exact decimals: counts of millionths, so that no floating point touches an amount. */
const UNIT = 1_000_000n;

/** @param {string} text such as "3.5" @returns {bigint | undefined} in millionths */
function readDecimal(text) {
	const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text) ?? [];
	if (whole === '') return undefined;
	const size = BigInt(whole + fraction.padEnd(6, '0'));
	return sign ? -size : size;
}

/** @param {string} text @returns {bigint | undefined} */
const readWhole = (text) => (/^-?\d+$/.test(text) ? BigInt(text) : undefined);

/** @param {bigint} amount */
const size = (amount) => (amount < 0n ? -amount : amount);

/** The nearest whole number, half away from zero as in PHP. @param {bigint} amount @param {bigint} by more than 0 */
function divide(amount, by) {
	const rounded = (2n * size(amount) + by) / (2n * by);
	return amount < 0n ? -rounded : rounded;
}

/** @param {bigint[]} amounts */
const sum = (amounts) => amounts.reduce((total, one) => total + one, 0n);

module.exports = { UNIT, divide, readDecimal, readWhole, size, sum };
