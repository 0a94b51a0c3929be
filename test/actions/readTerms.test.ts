import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { readTerms } from '../../nodes/Qvickly/actions/order/readTerms';
import { TYPES, type Type } from '../../nodes/Qvickly/actions/order/types';

/** What is sent for these options, of a card payment unless told otherwise. */
function terms(options: object, type: Type | undefined = 'card') {
	const read = readTerms(options as IDataObject, type);
	if ('problem' in read) throw new Error(read.problem);
	return read;
}
const data = (options: object, type?: Type) => terms(options, type).PaymentData;
const problem = (options: object) => {
	const read = readTerms(options as IDataObject, 'card');
	return 'problem' in read ? read.problem : undefined;
};

const LOCALE = { country: 'SE', language: 'sv' };

it('without options only the locale is sent, and for a pay link how long it is open', () => {
	expect(terms({})).toEqual({ PaymentData: LOCALE });
	expect(readTerms({})).toEqual({ PaymentData: LOCALE });
	expect(data({}, 'payLink')).toEqual({ ...LOCALE, autocancel: '2880', bankid: 'true' });
	const others = (Object.keys(TYPES) as Type[]).filter((type) => type !== 'payLink');
	expect(others.filter((type) => 'autocancel' in data({}, type))).toEqual([]);
});

it('country and language are sent as Qvickly writes them', () => {
	expect(data({ country: ' no ', language: 'en' })).toEqual({ country: 'NO', language: 'en' });
});

describe('addresses', () => {
	const [acceptUrl, cancelUrl] = ['https://shop.example/thanks?a=1#b', 'HTTP://shop.example'];

	it('are sent with how they are called', () => {
		expect(data({ acceptUrl: ` ${acceptUrl}\n`, cancelUrl, callbackUrl: acceptUrl })).toEqual({
			...{ ...LOCALE, accepturl: acceptUrl, cancelurl: cancelUrl, callbackurl: acceptUrl },
			returnmethod: 'POST',
		});
		expect(data({ cancelUrl, returnMethod: 'GET' })).toMatchObject({ returnmethod: 'GET' });
	});

	it('without any, how they are called is not sent', () => {
		expect(data({ returnMethod: 'GET' })).toEqual(LOCALE);
	});
});

describe('when it is activated:', () => {
	it.each([
		[{ activate: 'no' }, undefined],
		[{ activate: 'atOnce' }, '1'],
		[{ activate: 'onDate', activateOn: '2026-01-31' }, '2026-01-31'],
		[{ activate: 'onDate', activateOn: ' 2026-01-31T00:00:00 ' }, '2026-01-31'],
		[{ activate: 'onDate', activateOn: new Date('2026-01-31T12:00:00Z') }, '2026-01-31'],
		[
			{ activate: 'onDate', activateOn: DateTime.fromISO('2026-01-31T00:30', { zone: 'UTC+2' }) },
			'2026-01-31',
		],
		[{ savedCard: '1000235' }, '1'],
		[{ savedCard: '1000235', activate: 'no' }, undefined],
		[{ activate: 'no', activateOn: '2026-01-31' }, undefined],
	])('%j', (options, autoactivate) => {
		expect(data(options).autoactivate).toBe(autoactivate);
	});
});

describe('how long the customer may take:', () => {
	it.each([
		['30 minutes', '30'],
		['1 minute', '1'],
		['90min', '90'],
		['48 hours', '2880'],
		['1h', '60'],
		[' 2 Days ', '2880'],
		['1 day', '1440'],
		['2 weeks', '20160'],
		['366 days', '527040'],
	])('%j is %s minutes', (cancelAfter, autocancel) => {
		expect(data({ cancelAfter }, 'payLink').autocancel).toBe(autocancel);
		expect(data({ cancelAfter }).autocancel).toBe(autocancel);
	});

	it.each([
		2880,
		'2880',
		'',
		undefined,
		'0 days',
		'-1 day',
		'1.5 hours',
		'1 month',
		'days',
		'2 d 1 h',
		'367 days',
		'53 weeks',
		'999999 minutes',
	])('%j is refused, as it says no length of time or not of what', (cancelAfter) => {
		expect(problem({ cancelAfter })).toMatch(/ in 'Cancel After' is no length of time$/);
	});
});

it('what is to stand on an invoice is sent in PaymentInfo, and what is empty is not', () => {
	const options = {
		...{ dueDays: 14, yourReference: ' Anna ', ourReference: 'Bo', projectName: '' },
		...{ deliveryMethod: 'Post', deliveryTerms: 'DDP' },
	};
	expect(terms(options, 'invoice').PaymentInfo).toEqual({
		...{ paymentterms: '14', yourreference: 'Anna', ourreference: 'Bo' },
		...{ deliverymethod: 'Post', deliveryterms: 'DDP' },
	});
	expect(terms({ yourReference: ' ' })).not.toHaveProperty('PaymentInfo');
});

it('fee, logo and whether the customer can sign are sent', () => {
	expect(data({ feeId: 12345, logo: 'logo.png', bankId: true }, 'invoice')).toEqual({
		...{ ...LOCALE, feeid: '12345', logo: 'logo.png', bankid: 'true' },
	});
	expect(data({ logo: '', bankId: false })).toEqual(LOCALE);
});

it('a card may be saved, or be charged by the payment that it was saved with', () => {
	expect(terms({ saveCard: true }).Card).toEqual({ recurring: '1' });
	expect(terms({ savedCard: 1000235 }).Card).toEqual({ recurringnr: '1000235' });
	expect(terms({ saveCard: false })).not.toHaveProperty('Card');
});

it.each<[object, string]>([
	[{ acceptUrl: '' }, `"" in 'Accept URL' is no web address`],
	[{ acceptUrl: 'shop.example' }, `"shop.example" in 'Accept URL' is no web address`],
	[{ cancelUrl: 'ftp://a.b' }, `"ftp://a.b" in 'Cancel URL' is no web address`],
	[{ callbackUrl: undefined }, `undefined in 'Callback URL' is no web address`],
	[{ callbackUrl: 'https://a b' }, `"https://a b" in 'Callback URL' is no web address`],
	[{ callbackUrl: 'https:///x' }, `"https:///x" in 'Callback URL' is no web address`],
	[{ returnMethod: 'PUT' }, `"PUT" is no value of 'Return Method'`],
	[{ country: 'Sverige' }, `"Sverige" in 'Country' is no code of a country`],
	[{ returnMethod: undefined }, `undefined is no value of 'Return Method'`],
	[{ country: undefined }, `undefined in 'Country' is no code of a country`],
	[{ language: undefined }, `undefined is no value of 'Language'`],
	[{ country: '' }, `"" in 'Country' is no code of a country`],
	[{ language: 'fi' }, `"fi" is no value of 'Language'`],
	[{ activate: 'yes' }, `"yes" is no value of 'Activate'`],
	[{ activate: true }, `true is no value of 'Activate'`],
	[{ activate: 'onDate' }, `undefined in 'Activate On' is no date`],
	[{ activate: 'onDate', activateOn: '' }, `"" in 'Activate On' is no date`],
	[{ activate: 'onDate', activateOn: '31/1 2026' }, `"31/1 2026" in 'Activate On' is no date`],
	[{ activate: 'onDate', activateOn: '2026-02-29' }, `"2026-02-29" in 'Activate On' is no date`],
	[{ activate: 'onDate', activateOn: '2026-13-01' }, `"2026-13-01" in 'Activate On' is no date`],
	[{ activate: 'onDate', activateOn: 1769817600000 }, `1769817600000 in 'Activate On' is no date`],
	[{ dueDays: 0 }, `0 in 'Due Days' is no number of days`],
	[{ dueDays: '14 days' }, `"14 days" in 'Due Days' is no number of days`],
	[{ dueDays: 1.5 }, `1.5 in 'Due Days' is no number of days`],
	[{ dueDays: 366 }, `366 in 'Due Days' is no number of days`],
	[{ dueDays: undefined }, `undefined in 'Due Days' is no number of days`],
	[{ feeId: '' }, `"" in 'Fee' is no fee`],
	[{ feeId: 'x' }, `"x" in 'Fee' is no fee`],
	[{ savedCard: '' }, `"" in 'Saved Card' is not a payment number`],
	[{ savedCard: '1e6' }, `"1e6" in 'Saved Card' is not a payment number`],
	[{ savedCard: undefined }, `undefined in 'Saved Card' is not a payment number`],
])('%j is refused', (options, text) => {
	expect(problem(options)).toBe(text);
});
