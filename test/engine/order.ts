import { PERSON } from '../sandbox/orders';

/** A row of the editor. */
const row = (description: string, unitPrice: string, vatRate = '25') => ({
	description,
	unitPrice,
	vatRate,
});

/** A cart of 125 kr with VAT. */
export const CART = {
	rowsFrom: 'define',
	prices: 'withVat',
	rows: { row: [row('Köttbullar', '125')] },
};

/** The person whom Qvickly approves in its tests, in the node's fields. */
export const BUYER = {
	buyer: 'person',
	personalNumber: PERSON.pno,
	email: PERSON.Billing.email,
	firstName: PERSON.Billing.firstname,
	lastName: PERSON.Billing.lastname,
	street: PERSON.Billing.street,
	zip: PERSON.Billing.zip,
	city: PERSON.Billing.city,
};

/** The company whom it approves. */
export const COMPANY = {
	buyer: 'company',
	organisationNumber: '556677-9988',
	email: 'company@example.com',
	company: 'Testcompany Approved',
	street: 'Teststreet 2',
	zip: '54321',
	city: 'Test city',
};

/** An invoice for each item that has an order ID, with the number of its customer. */
export const INVOICE = { type: 'invoice', orderid: '={{ $json.orderid }}', ...BUYER, ...CART };

export const WITH_CUSTOMER = { customer: { customerNumber: '={{ $json.customer }}' } };

/** Items with order IDs A1, A2 … and customers 1, 2 …. */
export const orders = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		orderid: `A${index + 1}`,
		customer: index + 1,
	}));
