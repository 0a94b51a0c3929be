import type { IDataObject } from 'n8n-workflow';

import { toText } from '../../api/answer';
import type { Problem } from '../operation';
import { readPaymentNumber } from '../payment/paymentNumber';
import { HOW_LONG, readMinutes } from './duration';
import { isProblem, noValueOf, show } from '../problem';
import type { Type } from './types';

/** The parts of a request that say how it is to be paid. */
export interface Terms {
	PaymentData: Record<string, string>;
	PaymentInfo?: object;
	Card?: object;
}

/** Options that are text of an invoice, and Qvickly's names for them. */
const INVOICE_TEXTS: ReadonlyArray<[string, string]> = [
	['yourReference', 'yourreference'],
	['ourReference', 'ourreference'],
	['projectName', 'projectname'],
	['deliveryMethod', 'deliverymethod'],
	['deliveryTerms', 'deliveryterms'],
];

const ADDRESSES: ReadonlyArray<[string, string, string]> = [
	['acceptUrl', 'accepturl', 'Accept URL'],
	['cancelUrl', 'cancelurl', 'Cancel URL'],
	['callbackUrl', 'callbackurl', 'Callback URL'],
];

/** A pay link that nobody uses is not left open. Qvickly's pages disagree on whether it has a limit. */
const PAY_LINK_DAYS = '2 days';

const REMOVE = 'Or remove the option.';

/**
 * Reads the options that say how it is to be paid.
 *
 * @param options the values of termsFields.ts that the user has added. One that is there and empty
 *   is a mistake where something depends on it
 * @param type undefined for a checkout, where the customer chooses
 */
export function readTerms(options: IDataObject, type?: Type): Terms | Problem {
	const PaymentData: Record<string, string> = {};
	for (const read of [readAddresses, readActivation, readLifetime, readRest]) {
		const part = read(options, type);
		if (isProblem(part)) return part;
		Object.assign(PaymentData, part);
	}
	const country = readCountry(options);
	if (isProblem(country)) return country;
	const days = readDueDays(options);
	if (typeof days === 'object') return days;
	const card = readCard(options);
	if (card && isProblem(card)) return card;
	const info = INVOICE_TEXTS.map(([ours, theirs]) => [theirs, toText(options[ours]).trim()]);
	const texts = info.filter(([, value]) => value !== '');
	const PaymentInfo = {
		...(days !== '' && { paymentterms: days }),
		...(Object.fromEntries(texts) as object),
	};
	return {
		PaymentData: { ...country, ...PaymentData },
		...(Object.keys(PaymentInfo).length > 0 && { PaymentInfo }),
		...(card && { Card: card }),
	};
}

type Part = Record<string, string> | Problem;

function readAddresses(options: IDataObject): Part {
	const urls: Record<string, string> = {};
	for (const [name, theirs, shown] of ADDRESSES) {
		if (!(name in options)) continue;
		const url = toText(options[name]).trim();
		if (!/^https?:\/\/[^\s/?#]\S*$/i.test(url)) {
			return {
				problem: `${show(options[name])} in '${shown}' is no web address`,
				advice: `Give '${shown}' a whole address that begins with https://. ${REMOVE}`,
			};
		}
		urls[theirs] = url;
	}
	const hasAny = Object.keys(urls).length > 0;
	// Qvickly's pages disagree on which it is if nothing is said.
	const { returnMethod } = { returnMethod: 'POST', ...options };
	if (returnMethod !== 'GET' && returnMethod !== 'POST') {
		return noValueOf('Return Method', returnMethod);
	}
	return hasAny ? { ...urls, returnmethod: returnMethod } : {};
}

function readCountry(options: IDataObject): Part {
	const { country, language } = { country: 'SE', language: 'sv', ...options };
	const code = toText(country).trim().toUpperCase();
	if (!/^[A-Z]{2}$/.test(code)) {
		return {
			problem: `${show(country)} in 'Country' is no code of a country`,
			advice: "Give 'Country' two letters, such as SE.",
		};
	}
	if (!/^(sv|da|no|en)$/.test(toText(language))) {
		return noValueOf('Language', language);
	}
	return { country: code, language: toText(language) };
}

function readActivation(options: IDataObject): Part {
	// A card that was saved is charged at once, unless that is not wanted.
	const preset = 'savedCard' in options ? 'atOnce' : 'no';
	const activate = 'activate' in options ? options.activate : preset;
	const { activateOn } = options;
	if (activate === 'no') return {};
	if (activate === 'atOnce') return { autoactivate: '1' };
	if (activate !== 'onDate') {
		return noValueOf('Activate', activate);
	}
	const date = /^(\d{4}-\d\d-\d\d)(T.*)?$/.exec(dateText(activateOn))?.[1] ?? '';
	if (!isDay(date)) {
		return {
			problem: `${show(activateOn)} in 'Activate On' is no date`,
			advice: "Give 'Activate On' a date such as 2026-01-31.",
		};
	}
	return { autoactivate: date };
}

/** Whether there is such a day: JavaScript takes 31 February for one in March. @param date YYYY-MM-DD */
const isDay = (date: string) =>
	!Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);

/** A date as text; n8n's own and JavaScript's know how to write themselves. */
const dateText = (value: unknown) =>
	toText(
		typeof value === 'object' && value !== null && 'toJSON' in value
			? (value as { toJSON(): unknown }).toJSON()
			: value,
	).trim();

function readLifetime(options: IDataObject, type?: Type): Part {
	if (!('cancelAfter' in options) && type !== 'payLink') return {};
	const given = 'cancelAfter' in options ? options.cancelAfter : PAY_LINK_DAYS;
	const minutes = readMinutes(given);
	return minutes === undefined
		? {
				problem: `${show(given)} in 'Cancel After' is no length of time`,
				advice: `Give 'Cancel After' ${HOW_LONG}. ${REMOVE}`,
			}
		: { autocancel: String(minutes) };
}

function readRest(options: IDataObject, type?: Type): Part {
	const feeid = toText(options.feeId).trim();
	if ('feeId' in options && !/^\d+$/.test(feeid)) {
		return {
			problem: `${show(options.feeId)} in 'Fee' is no fee`,
			advice: `Choose one in the list. ${REMOVE}`,
		};
	}
	const logo = toText(options.logo).trim();
	const canSign = type === 'payLink' || options.bankId === true;
	return { ...(feeid && { feeid }), ...(logo && { logo }), ...(canSign && { bankid: 'true' }) };
}

/** @returns days as text, empty for none */
function readDueDays(options: IDataObject): string | Problem {
	if (!('dueDays' in options)) return '';
	const days = toText(options.dueDays).trim();
	return /^[1-9]\d{0,2}$/.test(days) && Number(days) <= 365
		? days
		: {
				problem: `${show(options.dueDays)} in 'Due Days' is no number of days`,
				advice: `Give 'Due Days' a whole number from 1 to 365. ${REMOVE}`,
			};
}

function readCard(options: IDataObject): Record<string, string> | Problem | undefined {
	const saved = 'savedCard' in options ? readPaymentNumber(options.savedCard) : undefined;
	if (saved && isProblem(saved)) {
		return {
			problem: `${show(options.savedCard)} in 'Saved Card' is not a payment number`,
			advice: `Give 'Saved Card' the number of the payment that the card was saved with. ${REMOVE}`,
		};
	}
	const Card = {
		...(options.saveCard === true && { recurring: '1' }),
		...(saved && { recurringnr: saved.number }),
	};
	return Object.keys(Card).length > 0 ? Card : undefined;
}

/** The end of the address at which an execution is called that waits for a payment. */
export const RESUME_PATH = 'qvickly';

/**
 * The options, with the address of this execution as the one to report to, if that is wanted.
 *
 * @param resumeUrl gives the address that n8n knows, which may end in a token
 * @returns with what is wrong with the address if it is one of this machine
 */
export function withReport(
	options: IDataObject,
	resumeUrl: () => unknown,
): { options: IDataObject; onlyInSandbox?: Problem } | Problem {
	if (options.reportToWait !== true) return { options };
	if ('callbackUrl' in options) {
		return {
			problem: "both 'Callback URL' and 'Report to 'Wait for Payment'' are set",
			advice: 'Remove one of the two options.',
		};
	}
	const url = toText(resumeUrl());
	const unsafe = {
		problem: `Qvickly cannot report to ${show(url)}`,
		advice:
			"n8n's own address has to begin with https://: set WEBHOOK_URL where n8n runs. Or use 'Callback URL'.",
	};
	const isLocal = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/i.test(url);
	if (!isLocal && !/^https:\/\//i.test(url)) return unsafe;
	const callbackUrl = url.replace(/\/?(\?[^#]*)?(#.*)?$/, `/${RESUME_PATH}$1`);
	return { options: { ...options, callbackUrl }, ...(isLocal && { onlyInSandbox: unsafe }) };
}
