const { readPno } = require('./customers');
const { figure, member, text } = require('./request');
const { today } = require('./requirements');

/**
 * What Qvickly knows of currencies, countries and companies, and its terms.
 *
 * @typedef {import('./request').Request} Request
 * @typedef {import('./functions').Context} Context
 * @typedef {import('./payments').Outcome} Outcome
 */

/** Kronor for one of the currency. @type {Record<string, string>} */
const RATES = {
	SEK: '1',
	EUR: '11.4525',
	USD: '10.51',
	NOK: '0.9871',
	DKK: '1.5353',
	GBP: '13.37',
};

/** Percent, by the codes of two and three letters. @type {Record<string, string>} */
const VAT = {
	SE: '25',
	SWE: '25',
	DE: '19',
	DEU: '19',
	NO: '25',
	NOR: '25',
	FI: '25.5',
	FIN: '25.5',
};

/** Countries that it knows, and no rate of. */
const WITHOUT_VAT = ['US', 'USA'];

/** @type {Record<string, Array<{ ID: string, Name: string, GLN: string }>>} */
const RECIPIENTS = {
	5566779988: [
		{ ID: '101', Name: 'Testcompany Approved', GLN: '7300009000001' },
		{ ID: '102', Name: 'Testcompany Malmö', GLN: '7300009000002' },
	],
};

/** The day, or the Friday before it. @param {string} day */
function bankDay(day) {
	const date = new Date(`${day}T00:00:00Z`);
	const back = { 0: 2, 6: 1 }[date.getUTCDay()] ?? 0;
	date.setUTCDate(date.getUTCDate() - back);
	return date.toISOString().slice(0, 10);
}

/** @param {Request} request @returns {Outcome} */
function getExchangeRate({ data }) {
	const currency = text(data, 'currency').toUpperCase();
	if (currency === '') return { code: '9004' };
	const day = text(data, 'date') || today();
	const known = Object.hasOwn(RATES, currency) && day <= today();
	return {
		data: known
			? { rate: RATES[currency], result: '0', date: bankDay(day) }
			: { rate: '', result: '-1', date: day },
		changed: false,
	};
}

/** @param {Request} request @returns {Outcome} */
function getVatrate({ data }) {
	const country = text(data, 'country').toUpperCase();
	if (country === '') return { code: '7032' };
	if (WITHOUT_VAT.includes(country)) return { data: { result: '-1' }, changed: false };
	const rate = Object.hasOwn(VAT, country) && VAT[country];
	return rate ? { data: { result: rate }, changed: false } : { code: '7031' };
}

/** @param {Request} request @returns {Outcome} */
function crediflowSearchParty({ data }) {
	const number = readPno(text(data, 'orgnum'));
	if ('code' in number) return number;
	return { data: RECIPIENTS[number.ten] ?? [], changed: false };
}

/** @param {Request} request @returns {Outcome} */
function getMerchantByOrgnum({ data, merchant }) {
	const orgnum = text(data, 'orgnum').replace(/\D/g, '');
	if (orgnum === '') return { code: '9004' };
	const own = {
		eid: merchant.id,
		name: `Sandbox Merchant ${merchant.id} AB`,
		orgnum: '5555555555',
	};
	return { data: own.orgnum.startsWith(orgnum) ? [own] : [], changed: false };
}

/** @type {Record<string, string>} */
const TERMS = { 1: 'Faktura', 4: 'Delbetalning', 8: 'Kort' };

/** A page, which is not signed. @param {Request} request @returns {Outcome} */
function getTerms({ data }) {
	const payment = member(data, 'PaymentData');
	const method = figure(payment, 'method') || '1';
	if (!Object.hasOwn(TERMS, method)) return { code: '7030' };
	if (method === '4' && figure(payment, 'paymentplanid') === '') return { code: '7033' };
	const total = figure(member(member(data, 'Cart'), 'Total'), 'withtax');
	return {
		page: `<!DOCTYPE html>\n<html lang="sv">\n<head><meta charset="utf-8"><title>Villkor</title></head>\n<body><h1>Villkor för ${TERMS[method]?.toLowerCase()}</h1><p>Belopp: ${total || '0'} öre</p></body>\n</html>\n`,
		changed: false,
	};
}

module.exports = {
	crediflowSearchParty,
	getExchangeRate,
	getMerchantByOrgnum,
	getTerms,
	getVatrate,
	RATES,
	RECIPIENTS,
	VAT,
};
