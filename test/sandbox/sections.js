const { toLatin1 } = require('./phpJson');
const { figure, member } = require('./request');

/**
 * What a request says of a payment, as Qvickly keeps it: text in ISO-8859-1.
 *
 * @typedef {Record<string, any>} Fields
 * @typedef {{
 *   PaymentData?: Fields, PaymentInfo?: Fields, Card?: Fields, Customer?: Fields,
 *   Articles?: Fields[], Cart?: Fields, CheckoutData?: Fields,
 * }} Sections
 */

/** @param {unknown} value what decode gives @returns {any} */
function plain(value) {
	if (value instanceof Map) {
		const entries = [...value].map(([key]) => [key, plain(value.get(key))]);
		const isList = entries.every(([key], index) => key === String(index));
		return isList ? entries.map(([, one]) => one) : Object.fromEntries(entries);
	}
	return figure(new Map([['one', value]]), 'one');
}

/** @param {unknown} data @param {string} name @returns {Fields | undefined} */
function section(data, name) {
	const found = member(data, name);
	return found instanceof Map && found.size > 0 ? plain(toLatin1(found)) : undefined;
}

const ADDRESS = ['firstname', 'lastname', 'company', 'street', 'street2', 'zip', 'city', 'country'];

/** @param {Fields | undefined} given @param {string[]} names */
const filled = (given, names) => ({
	...Object.fromEntries(names.map((name) => [name, ''])),
	...given,
});

/** @param {Fields | undefined} customer @param {() => string} nextNumber of a customer @returns {Fields} */
function keptCustomer(customer, nextNumber) {
	const { nr, pno = '', Billing, Shipping } = customer ?? {};
	return {
		nr: nr || (Billing ? nextNumber() : ''),
		pno,
		Billing: filled(Billing && { ...Billing, country: Billing.country || 'SE' }, [
			...ADDRESS,
			'phone',
			'email',
		]),
		Shipping: filled(Shipping, [...ADDRESS, 'phone']),
	};
}

/** @param {Fields | undefined} given */
function keptInfo(given) {
	const { delivery, ...info } = given ?? {};
	const names = ['yourreference', 'ourreference', 'projectname', 'deliverymethod', 'deliveryterms'];
	return {
		paymentdate: new Date().toISOString().slice(0, 10),
		paymentterms: '14',
		...filled(info, names),
		...(delivery !== undefined && { deliverymethod: delivery }),
	};
}

/** @param {Fields} row */
const keptRow = (row) => ({
	...{ artnr: '', title: '', quantity: '1', aprice: row.withouttax ?? '0', discount: '0' },
	...{ withouttax: '0', taxrate: '0', ...row },
});

/** @param {unknown} data @returns {Sections} */
function keptCart(data) {
	const { Handling, Shipping, Total } = section(data, 'Cart') ?? {};
	const none = { withouttax: '0', taxrate: '0' };
	return {
		Articles: Object.values(section(data, 'Articles') ?? []).map(keptRow),
		Cart: {
			Handling: { ...none, ...Handling },
			Shipping: { ...none, ...Shipping },
			Total: { rounding: '0', ...Total },
		},
	};
}

/**
 * All sections of a request that makes something.
 *
 * @param {unknown} data
 * @param {() => string} nextNumber of a customer
 * @returns {Sections}
 */
const keptSections = (data, nextNumber) => ({
	PaymentData: section(data, 'PaymentData') ?? {},
	PaymentInfo: keptInfo(section(data, 'PaymentInfo')),
	Card: section(data, 'Card') ?? {},
	Customer: keptCustomer(section(data, 'Customer'), nextNumber),
	CheckoutData: section(data, 'CheckoutData'),
	...keptCart(data),
});

module.exports = { keptCart, keptCustomer, keptInfo, keptSections, section };
