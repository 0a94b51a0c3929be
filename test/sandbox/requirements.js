const { readPno } = require('./customers');
const { figure, member, text } = require('./request');

/**
 * What every payment or checkout needs; each function gives the code of what is missing.
 *
 * @typedef {import('./account').Account} Account
 */

const METHODS = [1, 2, 4, 8, 16, 256, 264, 512, 1024, 2048];

/** Methods that give credit, after a check of the customer. */
const CREDIT = [1, 4];

/** @type {Record<number, string>} */
const NOT_OPEN = { 1: '5001', 2: '5002', 4: '5003', 8: '5004', 16: '5005', 512: '6036' };

/** A method for which no code says that it is not open is not valid then. @param {Account} account @param {number} method */
function refusalOfMethod({ methods }, method) {
	if (!METHODS.includes(method)) return '5000';
	const closed = (method === 264 ? [256, 8] : [method]).find((one) => !methods.includes(one));
	return closed === undefined ? undefined : (NOT_OPEN[closed] ?? '5000');
}

/** @param {unknown} payment PaymentData */
function refusalOfEssentials(payment) {
	const missing = ['currency', 'language', 'country'].some((name) => text(payment, name) === '');
	if (missing || member(payment, 'orderid') === undefined) return '9103';
	return text(payment, 'orderid') === '' ? '5203' : undefined;
}

/** In Greenwich, as YYYY-MM-DD. */
const today = () => new Date().toISOString().slice(0, 10);

/** @param {unknown} payment PaymentData */
function refusalOfTimes(payment) {
	if (!/^\d*$/.test(text(payment, 'autocancel'))) return '9121';
	const when = figure(payment, 'autoactivate') || '0';
	if (when === '0' || when === '1') return undefined;
	if (!/^\d{4}-\d{2}-\d{2}$/.test(when) || !isDay(when)) return '2553';
	return when < today() ? '2554' : undefined;
}

/** @param {string} day */
const isDay = (day) => {
	const time = Date.parse(`${day}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

/** @param {unknown} customer @param {number} method */
function refusalOfCustomer(customer, method) {
	const billing = member(customer, 'Billing');
	const has = (/** @type {string} */ name) => text(billing, name) !== '';
	if (CREDIT.includes(method)) {
		const pno = readPno(text(customer, 'pno'));
		if ('code' in pno) return pno.code;
		const named = has('company') || (has('firstname') && has('lastname'));
		if (!named || !['street', 'zip', 'city'].every(has)) return '20103';
	}
	if ((CREDIT.includes(method) || method === 2) && !has('email')) return '9104';
	return has('email') ? refusalOfEmail(text(billing, 'email')) : undefined;
}

/** @param {string} email */
const refusalOfEmail = (email) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? undefined : '9200');

/** @param {Account} account @param {number} withtax */
function refusalOfAmount({ minAmount, maxAmount }, withtax) {
	// Whether Qvickly takes a total of nothing, or less, is not documented.
	if (withtax <= 0 || withtax < minAmount) return '5008';
	return withtax > maxAmount ? '5007' : undefined;
}

module.exports = {
	CREDIT,
	METHODS,
	refusalOfAmount,
	refusalOfCustomer,
	refusalOfEmail,
	refusalOfEssentials,
	refusalOfMethod,
	refusalOfTimes,
	today,
};
