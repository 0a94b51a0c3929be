import type { INodeProperties } from 'n8n-workflow';

import { toText } from '../../api/answer';
import type { Operation, Problem, Task } from '../operation';
import { readDay } from '../order/day';
import { pnoField, readPno } from '../order/pno';
import { masked } from '../order/readCustomer';
import { isProblem, noValueOf } from '../problem';
import { customersPayments, overduePayments, personsPayments } from './lists';

const shownBy = (by: string) => ({ show: { by: [by] } });

const byField: INodeProperties = {
	displayName: 'By',
	name: 'by',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Customer Number',
			value: 'customer',
			description: 'All payments of a customer, by the number that the shop gave',
		},
		{
			name: 'Due Date',
			value: 'overdue',
			description: 'Invoices that are overdue, or at a debt collector',
		},
		{
			name: 'Personal or Organisation Number',
			value: 'pno',
			description: 'Invoices of a person or company',
		},
	],
	default: 'overdue',
};

/** Lists payments. Qvickly has no list of all of them. */
export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many payments',
		description: 'List payments that are overdue, or those of a customer',
	},
	toolDescription:
		'Lists payments at Qvickly: overdue ones since a day, or those of one customer by customer number or personal or organisation number. These are personal data. It changes nothing.',
	kind: 'list',
	done: 'looked up',
	fields: [
		byField,
		{
			displayName: 'Due From',
			name: 'dueFrom',
			type: 'dateTime',
			required: true,
			default: '',
			placeholder: 'e.g. 2026-01-31',
			displayOptions: shownBy('overdue'),
			description: 'The first due date. Qvickly goes back three months at most.',
		},
		{
			displayName: 'Customer Number',
			name: 'customerNumber',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 123456',
			displayOptions: shownBy('customer'),
			description: "The customer's number at the shop, or an organisation number",
		},
		{ ...pnoField, displayOptions: shownBy('pno') },
	],
	options: [
		{
			displayName: 'Include Paid',
			name: 'includePaid',
			type: 'boolean',
			default: false,
			displayOptions: { show: { '/by': ['pno'] } },
			description: 'Whether to list paid and cancelled invoices as well, and not only open ones',
		},
	],
	prepare(field, options) {
		switch (field('by')) {
			case 'overdue':
				return byDueDate(field('dueFrom'));
			case 'customer':
				return byCustomer(field('customerNumber'));
			case 'pno':
				return byPno(field('pno'), options.includePaid === true);
			default:
				return noValueOf('By', field('by'));
		}
	},
};

function byDueDate(value: unknown): Task | Problem {
	const from = readDay(value, 'Due From');
	return isProblem(from) ? from : overduePayments(from.day);
}

function byCustomer(value: unknown): Task | Problem {
	const customer = toText(value).trim();
	if (/^\d[\d-]*$/.test(customer)) return customersPayments(customer);
	return {
		problem:
			customer === ''
				? 'the customer number is empty'
				: `"${masked(customer)}" is no customer number`,
		advice: "Give 'Customer Number' digits only.",
	};
}

function byPno(value: unknown, includePaid: boolean): Task | Problem {
	const read = readPno(value);
	return isProblem(read) ? read : personsPayments(read.pno, includePaid);
}
