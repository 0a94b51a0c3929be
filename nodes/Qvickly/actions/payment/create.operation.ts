import type { IDataObject } from 'n8n-workflow';

import { asObject, toText } from '../../api/answer';
import type { Operation, Problem, Task } from '../operation';
import { cartFields } from '../order/cartFields';
import {
	BUSINESS,
	COMPANY,
	customerField,
	EMAIL,
	ORGANISATION_NUMBER,
	PERSON,
	PERSONAL_NUMBER,
	requiredFields,
	shippingAddressField,
} from '../order/customerFields';
import { planField, readPlan } from '../order/plan';
import { readCart } from '../order/readCart';
import { readCustomer } from '../order/readCustomer';
import { readTerms, withReport } from '../order/readTerms';
import { readCurrency, readOrderId, write } from '../order/request';
import { currencyField, orderIdField, resumeUrlField, TERMS_OPTIONS } from '../order/termsFields';
import {
	CREDIT_TYPES,
	readType,
	SEK_TYPES,
	TYPE_OPTIONS,
	TYPES,
	WINDOW_TYPES,
	type Type,
} from '../order/types';
import { isProblem, noValueOf } from '../problem';
import { createCall } from './createCall';

const ALL_TYPES = Object.keys(TYPES) as Type[];
/** What a person is asked for, and what a person does not have. */
const NO_COMPANY = [...PERSON, ORGANISATION_NUMBER, COMPANY];
const PERSON_SHOWN = { type: ['invoice'], buyer: ['person'] };
const COMPANY_SHOWN = { type: ['invoice'], buyer: ['company'] };

/** Makes a payment of whatever type. */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create payment',
		description:
			'Make an invoice, a pay link, or a payment by card, Swish, bank or in parts, from rows',
	},
	toolDescription:
		"Creates a payment at Qvickly: an invoice, a pay link or a payment by another method. This may move money and cannot be undone; call it once for each order, and never again after an unclear answer. Order_ID is the shop's own number of the order; never make one up.",
	kind: 'once',
	done: 'created',
	fields: [
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			noDataExpression: true,
			options: TYPE_OPTIONS,
			default: 'invoice',
			description: 'How the customer pays. The account needs to have it.',
		},
		orderIdField,
		{
			...currencyField,
			displayOptions: { show: { type: ALL_TYPES.filter((type) => !SEK_TYPES.includes(type)) } },
		},
		planField,
		{
			displayName: 'Customer Is',
			name: 'buyer',
			type: 'options',
			displayOptions: { show: { type: ['invoice'] } },
			options: [
				{ name: 'A Company', value: 'company' },
				{ name: 'A Person', value: 'person' },
			],
			default: 'person',
		},
		...requiredFields(PERSON, PERSON_SHOWN),
		...requiredFields(BUSINESS, COMPANY_SHOWN),
		...requiredFields(PERSON, { type: ['partPayment'] }),
		...requiredFields([EMAIL], { type: ['handlingInvoice'] }),
		customerField(PERSON_SHOWN, NO_COMPANY),
		customerField(COMPANY_SHOWN, [...BUSINESS, PERSONAL_NUMBER]),
		customerField({ type: ['partPayment'] }, NO_COMPANY),
		customerField({ type: ['handlingInvoice'] }, [EMAIL]),
		customerField({ type: WINDOW_TYPES }),
		...cartFields(),
		shippingAddressField(),
		resumeUrlField,
	],
	options: TERMS_OPTIONS,
	prepare(field, options) {
		const type = readType(field('type'));
		if (type === undefined) {
			return noValueOf('Type', field('type'));
		}
		return newPayment(field, options, type);
	},
};

function newPayment(
	field: (name: string) => unknown,
	options: IDataObject,
	type: Type,
): Task | Problem {
	const order = readOrderId(field('orderid'));
	if (isProblem(order)) return order;
	const money = readCurrency(SEK_TYPES.includes(type) ? 'SEK' : field('currency'));
	if (isProblem(money)) return money;
	const who = readWho(field, type);
	if (isProblem(who)) return who;
	const shipTo = asObject(field('shipTo')) ?? {};
	const buyer = readCustomer(who, shipTo);
	if (isProblem(buyer)) return buyer;
	const plan = type === 'partPayment' ? readPlan(field('planId')) : {};
	if (isProblem(plan)) return plan;
	const reported = withReport(options, () => field('resumeUrl'));
	if (isProblem(reported)) return reported;
	const { onlyInSandbox } = reported;
	const terms = readTerms(reported.options, type);
	if (isProblem(terms)) return terms;
	const sold = readCart(field, money.currency);
	if (isProblem(sold)) return sold;

	const { orderid } = order;
	const { Articles, Cart, total } = sold;
	const { request, preview } = write(
		'addPayment',
		{
			...terms,
			PaymentData: { method: TYPES[type], ...money, orderid, ...plan, ...terms.PaymentData },
			...buyer,
			...{ Articles, Cart },
		},
		options,
	);
	const subject = `the payment for order ${orderid}`;
	const { Billing, Shipping } = buyer.Customer ?? {};
	const skipsForm = Shipping !== undefined && isComplete(Billing);
	if (type === 'payLink' && Shipping && !skipsForm) {
		return {
			problem: "a pay link keeps 'Shipping Address' only where the customer's own is complete",
			advice:
				"Give 'Customer' a name, street, postal code, city and email as well, or leave 'Shipping Address' out: Qvickly asks the customer.",
		};
	}
	const call = createCall(request, {
		orderid,
		type,
		...money,
		total,
		customerNumber: toText(who.customerNumber).trim() || toText(who.organisationNumber).trim(),
		skipsForm,
	});
	const claim = `the order ID ${JSON.stringify(orderid)}`;
	return { subject, call, claim, preview, onlyInSandbox };
}

/** Whether nothing is left for the customer to fill in. */
function isComplete(billing: object | undefined): boolean {
	const given = Object.keys(billing ?? {});
	const names = given.includes('company') ? [] : ['firstname', 'lastname'];
	return [...names, 'street', 'zip', 'city', 'email'].every((name) => given.includes(name));
}

/** Who buys: what the type demands, and whatever else the user has added. */
function readWho(
	field: (name: string) => unknown,
	type: Type,
): Readonly<Record<string, unknown>> | Problem {
	const buyer = type === 'invoice' ? field('buyer') : 'person';
	if (buyer !== 'person' && buyer !== 'company') {
		return noValueOf(
			'Customer Is',
			buyer,
			"Choose one in the list; an expression there has to give 'person' or 'company'.",
		);
	}
	const asked = askedFor(type, buyer === 'company');
	const more = asObject(field('customer')) ?? {};
	const who: Record<string, unknown> = { ...more };
	for (const { name, displayName } of asked) {
		who[name] = field(name);
		if (toText(who[name]).trim() === '') {
			return {
				problem: `'${displayName}' is empty`,
				advice: `Qvickly needs it for this type. If it comes from an expression, check that it points at the right field.`,
			};
		}
	}
	return who;
}

function askedFor(type: Type, isCompany: boolean) {
	if (type === 'handlingInvoice') return [EMAIL];
	if (!CREDIT_TYPES.includes(type)) return [];
	return isCompany ? BUSINESS : PERSON;
}
